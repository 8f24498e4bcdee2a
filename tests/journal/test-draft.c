/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-draft.h"

#include <glib/gstdio.h>

typedef struct
{
  char *journal;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->journal = g_build_filename (g_get_user_data_dir (), "journal.sqlite3", NULL);
  fixture->path = msp_draft_path (fixture->journal);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_draft_clear (fixture->path);
  g_free (fixture->path);
  g_free (fixture->journal);
}

static MspContribution *
make_entry (void)
{
  MspContribution *entry = msp_contribution_new ();

  g_free (entry->title);
  entry->title = g_strdup ("Q&A <b>é 漢; [x]=\\n\t “quoted” ");
  g_free (entry->notes);
  entry->notes = g_strdup ("two\nlines\n\n and a # mark");
  entry->id = g_strdup ("11111111-2222-4333-8444-555555555555");
  entry->modified = g_strdup ("2026-11-21T18:02:11Z");
  g_strfreev (entry->tags);
  entry->tags = g_strsplit ("a;b|semi\\;colon| c ", "|", -1);
  entry->date = msp_day_new (2026, 2, 28);
  entry->in_portal = msp_day_new (2026, 3, 1);
  entry->quantity = 7;
  entry->status = MSP_STATUS_PLANNED;
  entry->is_private = TRUE;
  msp_contribution_set_figure (entry, "numberOfViews", 12345678901);
  msp_contribution_set_figure (entry, "my = own [metric]", 3);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *hash = g_strnfill (64, i == 0 ? 'a' : 'b');

      msp_attachments_add (entry->attachments,
                           msp_attachment_new ("my = slides; [x].pdf", hash, 12345678901,
                                               "2026-11-21T18:02:11Z"));
    }

  return entry;
}

static void
test_comes_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (MspContribution) entry = make_entry ();
  g_autoptr (MspContribution) back = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (msp_draft_write (fixture->path, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  back = msp_draft_read (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (back);
  g_assert_cmpstr (back->title, ==, entry->title);
  g_assert_cmpstr (back->notes, ==, entry->notes);
  g_assert_cmpstr (back->id, ==, entry->id);
  g_assert_cmpstr (back->modified, ==, entry->modified);
  g_assert_cmpint (msp_contribution_get_figure (back, "my = own [metric]"), ==, 3);
  g_assert_cmpint (((MspAttachment *) g_ptr_array_index (back->attachments, 1))->size, ==,
                   12345678901);
  g_assert_cmpstr (((MspAttachment *) g_ptr_array_index (back->attachments, 1))->added, ==,
                   "2026-11-21T18:02:11Z");
  g_assert_true (msp_contribution_equal (back, entry));
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (msp_draft_read (fixture->path, &error));
  g_assert_no_error (error);
  msp_draft_clear (fixture->path);
}

static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  const char *const texts[] = { "", "\377\376", "[Other]\na=b\n", "[Draft", "no group" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, texts[i], -1, NULL));
      g_assert_null (msp_draft_read (fixture->path, NULL));
    }
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (MspContribution) entry = make_entry ();
  g_autoptr (GError) error = NULL;

  g_assert_false (msp_draft_write ("/dev/null/none/draft", entry, &error));
  g_assert_nonnull (error);
}

static void
write_one (const char *path,
           const char *id)
{
  g_autoptr (MspContribution) entry = make_entry ();

  g_free (entry->id);
  entry->id = g_strdup (id);
  g_assert_true (msp_draft_write (path, entry, NULL));
}

/* A draft of a new entry gives way to no other; the last place is the first again. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *free_path = msp_draft_path_of_new (fixture->journal, TRUE);
  g_autofree char *taken_path = msp_draft_path_of_new (fixture->journal, FALSE);
  g_autofree char *last_path = NULL;
  g_auto (GStrv) list = NULL;

  g_assert_cmpstr (free_path, ==, fixture->path);
  g_assert_cmpstr (taken_path, ==, fixture->path);
  for (guint i = 0; i < 9; i++)
    {
      char *path = msp_draft_path_of_new (fixture->journal, TRUE);

      write_one (path, NULL);
      g_assert_true (g_hash_table_add (seen, path));
    }
  last_path = msp_draft_path_of_new (fixture->journal, TRUE);
  g_assert_cmpstr (last_path, ==, fixture->path);

  list = msp_draft_list (fixture->journal);
  g_assert_cmpuint (g_strv_length (list), ==, 9);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *first = msp_draft_path_of_new (fixture->journal, FALSE);
      g_autofree char *id = msp_draft_get_id (list[i]);

      g_assert_cmpstr (first, ==, list[i]);
      g_assert_null (id);
      msp_draft_clear (list[i]);
    }
}

static void
test_of_entry (Fixture       *fixture,
               gconstpointer  data)
{
  const char *entry_id = "11111111-2222-4333-8444-555555555555";
  g_autofree char *path = msp_draft_path_of_entry (fixture->journal, entry_id);
  g_autofree char *id = msp_draft_get_id (path);
  g_autofree char *foreign = g_strconcat (fixture->journal, "-drafty", NULL);
  g_autofree char *half = g_strconcat (fixture->path, ".new", NULL);
  g_autoptr (MspContribution) back = NULL;
  g_auto (GStrv) list = NULL;

  g_assert_cmpstr (id, ==, entry_id);
  write_one (path, entry_id);
  g_assert_true (g_file_set_contents (foreign, "x", -1, NULL));
  g_assert_true (g_file_set_contents (half, "x", -1, NULL));
  list = msp_draft_list (fixture->journal);
  g_assert_cmpuint (g_strv_length (list), ==, 1);
  g_assert_cmpstr (list[0], ==, path);

  /* Its entry is gone: what was typed is a new one's. */
  g_assert_true (msp_draft_make_new (path, fixture->journal));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  back = msp_draft_read (fixture->path, NULL);
  g_assert_nonnull (back);
  g_assert_null (back->id);
  g_assert_null (back->modified);
  g_assert_false (msp_draft_make_new (path, fixture->journal));
  g_unlink (foreign);
  g_unlink (half);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/draft/comes-back", Fixture, NULL, set_up, test_comes_back, tear_down);
  g_test_add ("/draft/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/draft/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/draft/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/draft/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/draft/of-entry", Fixture, NULL, set_up, test_of_entry, tear_down);

  return g_test_run ();
}
