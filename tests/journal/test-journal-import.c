/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "base/msp-clock.h"
#include "journal/msp-journal-import.h"
#include "journal/msp-journal-undo.h"
#include "../support/test-folder.h"

/* A journal of its own, and the rows of a file. */
typedef struct
{
  char            *folder;
  MspJournalStore *store;
  GPtrArray       *rows; /* (element-type MspContribution) */
  guint            fails_after; /* rows; 0: never */
  guint            taken[MSP_TAKEN_REFUSED + 1];
  guint            n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("ms-programs-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->store = msp_journal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  fixture->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_journal_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_ptr_array_unref (fixture->rows);
  test_remove_all (fixture->folder);
  g_free (fixture->folder);
}

static void
set (char       **field,
     const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* A row with what is compared; more of it can be filled in. */
static MspContribution *
add_row (Fixture    *fixture,
         const char *date,
         const char *type,
         const char *title,
         const char *url)
{
  MspContribution *entry = msp_contribution_new ();

  g_assert_true (msp_day_parse (date, &entry->date, NULL));
  set (&entry->type, type);
  set (&entry->title, title);
  set (&entry->url, url);
  g_ptr_array_add (fixture->rows, entry);

  return entry;
}

static gboolean
feed (MspJournalImport  *import,
      gpointer           data,
      GError           **error)
{
  Fixture *fixture = data;

  for (guint i = 0; i < fixture->rows->len; i++)
    {
      MspContribution *entry = msp_contribution_copy (g_ptr_array_index (fixture->rows, i));
      g_autoptr (MspFieldProblem) problem = NULL;
      MspEntryFields given = msp_entry_fields_filled (entry);
      MspTakenAs as;

      if (fixture->fails_after > 0 && i == fixture->fails_after)
        {
          msp_contribution_free (entry);
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Enough");
          return FALSE;
        }
      if (!msp_journal_import_take (import, entry, given, &as, &problem, error))
        return FALSE;

      g_assert_cmpint (as == MSP_TAKEN_REFUSED, ==, problem != NULL);
      fixture->taken[as]++;
    }

  return TRUE;
}

static GError *
import (Fixture          *fixture,
        MspDuplicateRule  rule,
        gboolean          dry_run)
{
  MspJournalImport request = { .rule = rule, .dry_run = dry_run };
  GError *error = NULL;

  memset (fixture->taken, 0, sizeof fixture->taken);
  msp_journal_store_import (fixture->store, &request, feed, fixture, &error);

  return error;
}

/* A try says what is done then. */
static void
import_well (Fixture          *fixture,
             MspDuplicateRule  rule)
{
  guint tried[G_N_ELEMENTS (fixture->taken)];
  g_autoptr (GError) error = import (fixture, rule, TRUE);

  g_assert_no_error (error);
  memcpy (tried, fixture->taken, sizeof tried);
  error = import (fixture, rule, FALSE);
  g_assert_no_error (error);
  g_assert_cmpmem (tried, sizeof tried, fixture->taken, sizeof tried);
}

static void
assert_taken (Fixture *fixture,
              guint    added,
              guint    updated,
              guint    equal,
              guint    different)
{
  g_assert_cmpuint (fixture->taken[MSP_TAKEN_ADDED], ==, added);
  g_assert_cmpuint (fixture->taken[MSP_TAKEN_UPDATED], ==, updated);
  g_assert_cmpuint (fixture->taken[MSP_TAKEN_EQUAL], ==, equal);
  g_assert_cmpuint (fixture->taken[MSP_TAKEN_DIFFERENT], ==, different);
}

static GPtrArray *
list (Fixture    *fixture,
      const char *search,
      gboolean    trash)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  query->search = g_strdup (search);
  query->trash = trash;
  entries = msp_journal_store_list (fixture->store, query, &error);
  g_assert_no_error (error);

  return entries;
}

static void
assert_count (Fixture    *fixture,
              const char *search,
              guint       n)
{
  g_autoptr (GPtrArray) entries = list (fixture, search, FALSE);

  g_assert_cmpuint (entries->len, ==, n);
}

static void
assert_healthy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = msp_journal_store_check (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

static void
test_what_is_a_duplicate (Fixture       *fixture,
                          gconstpointer  data)
{
  static const struct
  {
    const char *date;
    const char *type;
    const char *title;
    const char *url;
    gboolean    is_duplicate;
  } rows[] = {
    { "2026-03-01", "Blog", "First", "https://example.org/a", FALSE },
    { "2026-04-01", "Blog", "Other", "HTTPS://Example.org/a/?utm_source=x#top", TRUE },
    { "2026-04-01", "blog", "Other", "https://example.org/a?wt.mc_id=1", TRUE },
    { "2026-04-01", "Article", "Other", "https://example.org/a", FALSE },
    { "2026-03-01", "Blog", "FIRST", "", TRUE },
    { "2026-03-01", "Blog", "FIRST", "https://example.org/b", TRUE },
    { "2026-03-02", "Blog", "First", "", FALSE },
    { "2026-03-01", "Article", "First", "", FALSE },
    { "2026-03-01", "Blog", "First of all", "https://example.org/A", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      add_row (fixture, rows[i].date, rows[i].type, rows[i].title, rows[i].url);
      import_well (fixture, MSP_DUPLICATES_SKIP);
      g_assert_cmpuint (fixture->taken[MSP_TAKEN_ADDED], ==, !rows[i].is_duplicate);
      g_ptr_array_set_size (fixture->rows, 0);
    }
  assert_count (fixture, NULL, 5);
  assert_healthy (fixture);
}

static void
test_within_the_file (Fixture       *fixture,
                      gconstpointer  data)
{
  add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a");
  add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a");
  set (&add_row (fixture, "2026-03-01", "Blog", "First", "")->notes, "More");
  import_well (fixture, MSP_DUPLICATES_SKIP);
  assert_taken (fixture, 1, 0, 1, 1);
  assert_count (fixture, "more", 0);

  /* The third row changes what the first would be; the fourth says nothing new then. */
  set (&add_row (fixture, "2026-03-01", "Blog", "first", "")->notes, "More");
  import_well (fixture, MSP_DUPLICATES_UPDATE);
  assert_count (fixture, "more", 1);
  assert_count (fixture, NULL, 1);
  import_well (fixture, MSP_DUPLICATES_ADD);
  assert_taken (fixture, 4, 0, 0, 0);
  assert_count (fixture, "first", 5);
  assert_healthy (fixture);
}

static void
test_update_of_a_new_row (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const MspContribution *entry;

  add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a");
  set (&add_row (fixture, "2026-04-02", "Blog", "Second", "https://example.org/a")->notes, "More");
  /* By now it is called so, and no longer as before. */
  set (&add_row (fixture, "2026-04-02", "Blog", "second", "")->role, "Author");
  add_row (fixture, "2026-03-01", "Blog", "First", "");
  import_well (fixture, MSP_DUPLICATES_UPDATE);
  assert_taken (fixture, 2, 2, 0, 0);

  assert_count (fixture, "first", 1);
  entries = list (fixture, "second", FALSE);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->title, ==, "second");
  g_assert_cmpstr (entry->notes, ==, "More");
  g_assert_cmpstr (entry->role, ==, "Author");
  assert_healthy (fixture);
}

static void
test_update_keeps_the_rest (Fixture       *fixture,
                            gconstpointer  data)
{
  MspContribution *row = add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const MspContribution *old;
  const MspContribution *entry;

  set (&row->notes, "Kept");
  row->is_high_impact = TRUE;
  msp_contribution_set_figure (row, "numberOfViews", 10);
  msp_contribution_set_figure (row, "stars", 3);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  before = list (fixture, NULL, FALSE);
  old = g_ptr_array_index (before, 0);

  g_ptr_array_set_size (fixture->rows, 0);
  row = add_row (fixture, "2026-03-05", "Blog", "Mended", "https://example.org/a");
  msp_contribution_set_figure (row, "numberOfViews", 20);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  assert_taken (fixture, 0, 0, 0, 1);
  import_well (fixture, MSP_DUPLICATES_UPDATE);
  assert_taken (fixture, 0, 1, 0, 0);
  import_well (fixture, MSP_DUPLICATES_UPDATE);
  assert_taken (fixture, 0, 0, 1, 0);

  after = list (fixture, "mended kept", FALSE);
  g_assert_cmpuint (after->len, ==, 1);
  entry = g_ptr_array_index (after, 0);
  g_assert_cmpstr (entry->id, ==, old->id);
  g_assert_cmpstr (entry->created, ==, old->created);
  g_assert_cmpstr (entry->modified, >, old->modified);
  g_assert_cmpint (entry->date, ==, msp_day_new (2026, 3, 5));
  g_assert_true (entry->is_high_impact);
  g_assert_cmpint (msp_contribution_get_figure (entry, "numberOfViews"), ==, 20);
  g_assert_cmpint (msp_contribution_get_figure (entry, "stars"), ==, 3);
  assert_healthy (fixture);
}

static void
test_an_update_that_does_not_fit (Fixture       *fixture,
                                  gconstpointer  data)
{
  add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a")->date_end =
    msp_day_new (2026, 3, 3);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  g_ptr_array_set_size (fixture->rows, 0);
  add_row (fixture, "2026-05-01", "Blog", "First", "https://example.org/a");
  add_row (fixture, "2026-05-01", "Blog", "", "");
  import_well (fixture, MSP_DUPLICATES_UPDATE);
  g_assert_cmpuint (fixture->taken[MSP_TAKEN_REFUSED], ==, 2);
  assert_count (fixture, NULL, 1);
}

#define ID "0192f1c4-0000-4000-8000-000000000001"

static void
test_our_own_keep_their_life (Fixture       *fixture,
                              gconstpointer  data)
{
  MspContribution *row = add_row (fixture, "2026-03-01", "Blog", "First", "");
  MspContribution *second = add_row (fixture, "2026-03-01", "Blog", "Second", "");
  MspContribution *gone = add_row (fixture, "2026-03-01", "Blog", "Gone", "");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) trash = NULL;
  const MspContribution *entry;

  row->id = g_strdup (ID);
  row->created = g_strdup ("2025-01-02T03:04:05Z");
  row->modified = g_strdup ("2025-02-03T04:05:06Z");
  row->in_portal = msp_day_new (2026, 3, 9);
  msp_contribution_set_figure (row, "numberOfViews", 10);
  ((MspFigure *) g_ptr_array_index (row->figures, 0))->recorded_on = msp_day_new (2026, 3, 8);
  second->id = g_strdup ("0192f1c4-0000-4000-8000-000000000002");
  second->created = g_strdup ("2025-01-02T03:04:05Z");
  /* A journal may have two that look alike. */
  set (&second->title, "First");
  gone->created = g_strdup ("yesterday");
  gone->deleted = msp_clock_now_utc ();
  import_well (fixture, MSP_DUPLICATES_SKIP);
  assert_taken (fixture, 3, 0, 0, 0);

  entries = list (fixture, NULL, FALSE);
  trash = list (fixture, NULL, TRUE);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpuint (trash->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->id, ==, ID);
  g_assert_cmpstr (entry->created, ==, row->created);
  g_assert_cmpstr (entry->modified, ==, row->modified);
  g_assert_cmpint (entry->in_portal, ==, row->in_portal);
  g_assert_cmpint (((MspFigure *) g_ptr_array_index (entry->figures, 0))->recorded_on, ==,
                   msp_day_new (2026, 3, 8));
  g_assert_cmpstr (((MspContribution *) g_ptr_array_index (trash, 0))->created, !=, "yesterday");
  assert_healthy (fixture);

  /* But not of what another one had. */
  g_free (row->id);
  row->id = g_strdup ("0192f1c4-0000-4000-8000-000000000009");
  g_ptr_array_set_size (fixture->rows, 1);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  assert_taken (fixture, 0, 0, 1, 0);
}

static void
test_an_id_that_is_taken (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;

  add_row (fixture, "2026-03-01", "Blog", "First", "")->id = g_strdup (ID);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  /* The same id is the same entry, whatever else it says. */
  g_ptr_array_set_size (fixture->rows, 0);
  add_row (fixture, "2026-09-01", "Article", "Another", "")->id = g_ascii_strup (ID, -1);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  assert_taken (fixture, 0, 0, 0, 1);
  import_well (fixture, MSP_DUPLICATES_ADD);
  assert_taken (fixture, 1, 0, 0, 0);

  entries = list (fixture, NULL, FALSE);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((MspContribution *) g_ptr_array_index (entries, 0))->title, ==, "Another");
  g_assert_cmpstr (((MspContribution *) g_ptr_array_index (entries, 0))->id, !=, ID);
}

static void
test_the_trash (Fixture       *fixture,
                gconstpointer  data)
{
  const char *const ids[] = { ID, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trash = NULL;

  add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a")->id = g_strdup (ID);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  msp_journal_store_delete (fixture->store, ids, &error);
  g_assert_no_error (error);

  /* By its id it is known, and stays where it is, as it is. */
  set (&((MspContribution *) g_ptr_array_index (fixture->rows, 0))->notes, "More");
  import_well (fixture, MSP_DUPLICATES_SKIP);
  g_assert_cmpuint (fixture->taken[MSP_TAKEN_IN_TRASH], ==, 1);
  import_well (fixture, MSP_DUPLICATES_UPDATE);
  g_assert_cmpuint (fixture->taken[MSP_TAKEN_IN_TRASH], ==, 1);
  assert_count (fixture, NULL, 0);
  trash = list (fixture, NULL, TRUE);
  g_assert_cmpuint (trash->len, ==, 1);
  g_assert_cmpstr (((MspContribution *) g_ptr_array_index (trash, 0))->notes, ==, "");

  /* By its link it is not. */
  g_clear_pointer (&((MspContribution *) g_ptr_array_index (fixture->rows, 0))->id, g_free);
  import_well (fixture, MSP_DUPLICATES_SKIP);
  assert_taken (fixture, 1, 0, 0, 0);
  assert_count (fixture, NULL, 1);
  assert_healthy (fixture);
}

static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Entry %d", i);

      add_row (fixture, "2026-03-01", "Blog", title, "");
    }
  fixture->fails_after = 30;
  error = import (fixture, MSP_DUPLICATES_SKIP, FALSE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_count (fixture, NULL, 0);
  assert_count (fixture, "entry", 0);

  fixture->fails_after = 0;
  import_well (fixture, MSP_DUPLICATES_SKIP);
  assert_count (fixture, "entry", 40);
  assert_healthy (fixture);
}

static void
store_changed (MspJournalStore *store,
               GArray          *keys,
               Fixture         *fixture)
{
  fixture->n_changed++;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
test_beside_the_main_loop (Fixture       *fixture,
                           gconstpointer  data)
{
  MspJournalImport request = { .rule = MSP_DUPLICATES_UPDATE };
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) redone = NULL;
  g_autoptr (GError) error = NULL;
  MspUndoStep step;

  add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a");
  import_well (fixture, MSP_DUPLICATES_SKIP);
  set (&((MspContribution *) g_ptr_array_index (fixture->rows, 0))->notes, "More");
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Entry %d", i);

      add_row (fixture, "2026-03-01", "Blog", title, "");
    }

  msp_journal_store_watch (fixture->store);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (store_changed), fixture);
  msp_journal_store_import_async (fixture->store, &request, feed, fixture, take_result, &imported);
  g_assert_true (msp_journal_store_import_finish (fixture->store, wait_for (&imported), &error));
  g_assert_no_error (error);
  assert_count (fixture, "entry", 40);
  assert_count (fixture, "more", 1);
  while (fixture->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);

  /* One step, back and forth. */
  g_assert_true (msp_journal_store_get_undo (fixture->store, &step));
  g_assert_cmpuint (step.entries, ==, 41);
  msp_journal_store_undo_async (fixture->store, step.serial, take_result, &undone);
  msp_journal_store_undo_finish (fixture->store, wait_for (&undone), NULL, &error);
  g_assert_no_error (error);
  assert_count (fixture, NULL, 1);
  assert_count (fixture, "more", 0);
  assert_healthy (fixture);
  msp_journal_store_redo_async (fixture->store, take_result, &redone);
  msp_journal_store_undo_finish (fixture->store, wait_for (&redone), NULL, &error);
  g_assert_no_error (error);
  assert_count (fixture, "entry", 40);
  assert_count (fixture, "more", 1);
  assert_healthy (fixture);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MspJournalImport request = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  add_row (fixture, "2026-03-01", "Blog", "First", "https://example.org/a");
  g_cancellable_cancel (cancellable);
  g_assert_false (msp_journal_store_import (fixture->store, &request, feed, fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_count (fixture, NULL, 0);
}

static void
test_packing (void)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (MspContribution) unpacked = NULL;
  g_autoptr (GBytes) bytes = NULL;

  set (&entry->title, "Ünïcode 漢字");
  set (&entry->microsoft_event_other, "Party");
  entry->date = msp_day_new (2026, 3, 1);
  entry->in_portal = entry->date + 1;
  entry->quantity = G_GINT64_CONSTANT (1000000000);
  entry->is_private = TRUE;
  entry->status = MSP_STATUS_PLANNED;
  g_strfreev (entry->tags);
  entry->tags = g_strsplit ("one;two", ";", -1);
  g_strfreev (entry->links);
  entry->links = g_strsplit ("https://example.org/", ";", -1);
  msp_contribution_set_figure (entry, "stars", 12);
  msp_contribution_set_figure (entry, "numberOfViews", 0);
  bytes = msp_entry_fields_pack (entry);
  unpacked = msp_entry_fields_unpack (bytes);
  g_assert_true (msp_contribution_equal (entry, unpacked));

  g_assert_cmpint (msp_entry_fields_filled (unpacked), ==,
                   MSP_ENTRY_TITLE | MSP_ENTRY_MICROSOFT_EVENT_OTHER | MSP_ENTRY_DATE |
                   MSP_ENTRY_IN_PORTAL | MSP_ENTRY_QUANTITY | MSP_ENTRY_IS_PRIVATE |
                   MSP_ENTRY_STATUS | MSP_ENTRY_TAGS | MSP_ENTRY_LINKS);
}

static void
test_a_figure_that_is_older (void)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (MspContribution) row = msp_contribution_new ();
  MspFigure *figure;

  msp_contribution_set_figure (entry, "stars", 12);
  figure = g_ptr_array_index (entry->figures, 0);
  figure->recorded_on = 100;
  msp_contribution_set_figure (row, "stars", 7);
  ((MspFigure *) g_ptr_array_index (row->figures, 0))->recorded_on = 99;
  msp_entry_fields_take (entry, row, 0);
  g_assert_cmpint (figure->value, ==, 12);

  ((MspFigure *) g_ptr_array_index (row->figures, 0))->recorded_on = 101;
  msp_entry_fields_take (entry, row, 0);
  g_assert_cmpint (figure->value, ==, 7);
  g_assert_cmpint (figure->recorded_on, ==, 101);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/journal-import/what-is-a-duplicate", test_what_is_a_duplicate);
  ADD ("/journal-import/within-the-file", test_within_the_file);
  ADD ("/journal-import/update-of-a-new-row", test_update_of_a_new_row);
  ADD ("/journal-import/update-keeps-the-rest", test_update_keeps_the_rest);
  ADD ("/journal-import/an-update-that-does-not-fit", test_an_update_that_does_not_fit);
  ADD ("/journal-import/our-own-keep-their-life", test_our_own_keep_their_life);
  ADD ("/journal-import/an-id-that-is-taken", test_an_id_that_is_taken);
  ADD ("/journal-import/the-trash", test_the_trash);
  ADD ("/journal-import/all-or-nothing", test_all_or_nothing);
  ADD ("/journal-import/beside-the-main-loop", test_beside_the_main_loop);
  ADD ("/journal-import/cancelled", test_cancelled);
  g_test_add_func ("/journal-import/packing", test_packing);
  g_test_add_func ("/journal-import/a-figure-that-is-older", test_a_figure_that_is_older);

  return g_test_run ();
}
