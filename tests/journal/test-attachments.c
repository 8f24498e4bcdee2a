/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-journal-attachments.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "journal/msp-attachment-folder.h"
#include "journal/msp-draft.h"
#include "journal/msp-journal-undo.h"

#define DAY (msp_day_new (2026, 4, 1))

typedef struct
{
  char            *path;
  char            *source;
  MspJournalStore *store;
} Fixture;

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
}

/* What it notes on closing is done when this returns. */
static void
close_store (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  msp_journal_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = g_build_filename (g_get_user_data_dir (), "ms-programs", "journal.db", NULL);
  fixture->source = g_build_filename (g_get_user_data_dir (), "slides.pdf", NULL);
  open_store (fixture);
  g_assert_true (g_file_set_contents (fixture->source, "hello", -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->store != NULL)
    close_store (fixture);
  g_free (fixture->path);
  g_free (fixture->source);
}

static MspAttachment *
attach (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->source);
  g_autoptr (GError) error = NULL;
  MspAttachment *attachment = msp_journal_store_attach (fixture->store, file, &error);

  g_assert_no_error (error);

  return attachment;
}

static char *
add (Fixture    *fixture,
     const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  char *id;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  entry->date = DAY;
  g_assert_true (msp_attachments_add (entry->attachments, attach (fixture)));
  id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);

  return id;
}

static void
delete (Fixture    *fixture,
        const char *id)
{
  const char *const ids[] = { id, NULL };

  g_assert_true (msp_journal_store_delete (fixture->store, ids, NULL));
}

static guint
count_files (Fixture *fixture)
{
  g_autofree char *folder = msp_attachment_folder_of (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_assert_null (*(GAsyncResult **) user_data);
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
undo (Fixture *fixture,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  msp_journal_store_undo_async (fixture->store, 0, answered, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  msp_journal_store_undo_finish (fixture->store, result, NULL, error);
}

static void
test_kept_with_the_entry (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *id = add (fixture, "With a file");
  g_autoptr (MspContribution) entry = msp_journal_store_get (fixture->store, id, NULL);
  g_autoptr (MspContribution) copy = msp_contribution_copy (entry);
  const MspAttachment *attachment = g_ptr_array_index (entry->attachments, 0);
  g_autofree char *path = msp_journal_store_find_attachment (fixture->store, attachment->hash);
  g_autofree char *text = NULL;

  g_assert_cmpuint (entry->attachments->len, ==, 1);
  g_assert_cmpstr (attachment->name, ==, "slides.pdf");
  g_assert_cmpint (attachment->size, ==, 5);
  g_assert_cmpuint (strlen (attachment->added), ==, strlen ("2026-11-21T18:02:11Z"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "hello");

  g_assert_true (msp_contribution_equal (entry, copy));
  g_assert_true (msp_attachments_remove (copy->attachments, "slides.pdf"));
  g_assert_false (msp_contribution_equal (entry, copy));
}

static void
test_removed_with_the_last (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *first = add (fixture, "First");
  g_autofree char *second = add (fixture, "Second");

  g_assert_cmpuint (count_files (fixture), ==, 1);
  delete (fixture, first);
  close_store (fixture);
  open_store (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  g_assert_cmpint (msp_journal_store_empty_trash (fixture->store, MSP_DAY_NONE, NULL), ==, 1);
  close_store (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  open_store (fixture);
  delete (fixture, second);
  g_assert_cmpint (msp_journal_store_empty_trash (fixture->store, MSP_DAY_NONE, NULL), ==, 1);
  close_store (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
assert_same (Fixture               *fixture,
             const char            *id,
             const MspContribution *before)
{
  g_autoptr (MspContribution) after = msp_journal_store_get (fixture->store, id, NULL);

  g_assert_nonnull (after);
  g_assert_true (msp_contribution_equal (before, after));
  g_assert_cmpstr (before->modified, ==, after->modified);
  g_assert_cmpstr (((MspAttachment *) g_ptr_array_index (before->attachments, 0))->added, ==,
                   ((MspAttachment *) g_ptr_array_index (after->attachments, 0))->added);
}

static void
test_undo_brings_it_back (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *id = add (fixture, "With a file");
  g_autoptr (MspContribution) before = msp_journal_store_get (fixture->store, id, NULL);
  g_autoptr (MspContribution) entry = msp_contribution_copy (before);
  g_autoptr (GError) error = NULL;

  msp_journal_store_start_undo (fixture->store);
  g_ptr_array_set_size (entry->attachments, 0);
  g_assert_true (msp_journal_store_update (fixture->store, entry, &error));
  g_assert_no_error (error);
  undo (fixture, &error);
  g_assert_no_error (error);
  assert_same (fixture, id, before);

  delete (fixture, id);
  g_assert_cmpint (msp_journal_store_empty_trash (fixture->store, MSP_DAY_NONE, NULL), ==, 1);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  undo (fixture, &error);
  g_assert_no_error (error);
  undo (fixture, &error);
  g_assert_no_error (error);
  assert_same (fixture, id, before);

  close_store (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  open_store (fixture);
  assert_same (fixture, id, before);
}

static void
test_undo_without_its_file (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *id = add (fixture, "With a file");
  g_autoptr (MspContribution) entry = msp_journal_store_get (fixture->store, id, NULL);
  g_autoptr (MspAttachment) attachment = attach (fixture);
  g_autoptr (MspContribution) after = NULL;
  g_autoptr (GError) error = NULL;

  msp_journal_store_start_undo (fixture->store);
  g_ptr_array_set_size (entry->attachments, 0);
  g_assert_true (msp_journal_store_update (fixture->store, entry, NULL));
  msp_attachment_remove (msp_journal_store_get_attachment_folder (fixture->store), attachment->hash);
  undo (fixture, &error);
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_MISSING);
  after = msp_journal_store_get (fixture->store, id, NULL);
  g_assert_cmpuint (after->attachments->len, ==, 0);
}

static void
test_row_needs_its_file (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = g_strnfill (64, 'a');

  g_free (entry->title);
  entry->title = g_strdup ("No file");
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  entry->date = DAY;
  msp_attachments_add (entry->attachments, msp_attachment_new ("a.pdf", hash, 1, ""));
  g_assert_null (msp_journal_store_add (fixture->store, entry, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_MISSING);
  g_clear_error (&error);

  /* Nor are names and hashes taken that could lead elsewhere. */
  g_ptr_array_set_size (entry->attachments, 0);
  msp_attachments_add (entry->attachments, msp_attachment_new ("../a", hash, 1, ""));
  g_assert_null (msp_journal_store_add (fixture->store, entry, &error));
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID);
  g_clear_error (&error);
  g_ptr_array_set_size (entry->attachments, 0);
  msp_attachments_add (entry->attachments, msp_attachment_new ("a", "../../etc/passwd", 1, ""));
  g_assert_null (msp_journal_store_add (fixture->store, entry, &error));
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID);
}

static void
test_released (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (MspAttachment) attachment = attach (fixture);
  g_autofree char *draft_path = msp_draft_path (fixture->path);
  g_autofree char *other_draft = g_strconcat (draft_path, "-11111111", NULL);
  g_autoptr (MspContribution) draft = msp_contribution_new ();

  msp_attachments_add (draft->attachments, msp_attachment_copy (attachment));
  g_assert_true (msp_draft_write (other_draft, draft, NULL));
  msp_journal_store_release (fixture->store, attachment->hash);
  close_store (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  msp_draft_clear (other_draft);
  open_store (fixture);
  msp_journal_store_release (fixture->store, attachment->hash);
  close_store (fixture);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
age (Fixture    *fixture,
     const char *hash,
     int         days)
{
  g_autofree char *path = msp_journal_store_find_attachment (fixture->store, hash);
  time_t then = (time_t) (g_get_real_time () / G_USEC_PER_SEC) - days * 24 * 60 * 60;
  struct utimbuf times = { then, then };

  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

/* The next day, as the program is told. */
static void
open_on (Fixture    *fixture,
         const char *today)
{
  close_store (fixture);
  g_setenv ("MS_PROGRAMS_TODAY", today, TRUE);
  open_store (fixture);
  g_unsetenv ("MS_PROGRAMS_TODAY");
}

static void
test_swept (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MspAttachment) attachment = attach (fixture);
  g_autofree char *id = NULL;

  open_on (fixture, "2026-05-01");
  g_assert_cmpuint (count_files (fixture), ==, 1);
  age (fixture, attachment->hash, 2);
  open_on (fixture, "2026-05-01");
  g_assert_cmpuint (count_files (fixture), ==, 1);
  open_on (fixture, "2026-05-02");
  g_assert_cmpuint (count_files (fixture), ==, 0);

  id = add (fixture, "With a file");
  age (fixture, attachment->hash, 2);
  open_on (fixture, "2026-05-03");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->source);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (MspAttachment) attachment = NULL;
  g_autoptr (GError) error = NULL;

  msp_journal_store_attach_async (fixture->store, file, NULL, NULL, NULL, answered, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  attachment = msp_journal_store_attach_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (attachment->name, ==, "slides.pdf");

  g_assert_cmpint (g_unlink (fixture->source), ==, 0);
  msp_journal_store_attach_async (fixture->store, file, NULL, NULL, NULL, answered, &refused);
  while (refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (msp_journal_store_attach_finish (fixture->store, refused, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_SOURCE);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->source);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add (fixture, "With a file");
  g_autoptr (MspContribution) entry = NULL;

  close_store (fixture);
  fixture->store = msp_journal_store_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_null (msp_journal_store_attach (fixture->store, file, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_READ_ONLY);
  msp_journal_store_release (fixture->store, "x");
  entry = msp_journal_store_get (fixture->store, id, NULL);
  g_assert_cmpuint (entry->attachments->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/attachments/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("kept-with-the-entry", test_kept_with_the_entry);
  ADD ("removed-with-the-last", test_removed_with_the_last);
  ADD ("undo-brings-it-back", test_undo_brings_it_back);
  ADD ("undo-without-its-file", test_undo_without_its_file);
  ADD ("row-needs-its-file", test_row_needs_its_file);
  ADD ("released", test_released);
  ADD ("swept", test_swept);
  ADD ("async", test_async);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
