/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "exchange/msp-contribution-json.h"
#include "exchange/msp-import.h"
#include "journal/msp-journal-undo.h"
#include "storage/msp-backup.h"
#include "../support/test-folder.h"

#define HEADER "title,date,activityTypeName,url,numberOfViews,notes\n"
#define MANY 3000

typedef struct
{
  char            *folder;
  char            *path;
  MspCatalog      *catalog;
  MspJournalStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ms-programs-run-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->catalog = msp_catalog_load (NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_journal_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_object_unref (fixture->catalog);
  test_remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static MspImportSource *
open_text (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MspImportSource *source = msp_import_source_open_bytes (fixture->catalog, bytes, "rows",
                                                          MSP_IMPORT_AUTO, NULL, &error);

  g_assert_no_error (error);

  return source;
}

static MspImportReport *
import_text (Fixture        *fixture,
             const char     *text,
             MspOnDuplicate  on_duplicate)
{
  g_autoptr (MspImportSource) source = open_text (fixture, text);
  g_autoptr (GError) error = NULL;
  MspImportReport *report = msp_import_run (fixture->store, source, on_duplicate, FALSE, NULL, NULL,
                                            &error);

  g_assert_no_error (error);

  return report;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = msp_journal_store_list (fixture->store, query, &error);

  g_assert_no_error (error);

  return entries;
}

static const MspContribution *
first_of (GPtrArray *entries)
{
  g_assert_cmpuint (entries->len, >, 0);

  return g_ptr_array_index (entries, 0);
}

static void
test_rejects (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (MspImportSource) source =
    open_text (fixture, HEADER "Good,2026-03-01,Blog,,,\n,2026-03-02,Blog,,,\n\"Two\nlines\",never,Blog,,,\n");
  g_autofree char *path = g_build_filename (fixture->folder, "rejects.csv", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "rejects.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (MspImportReport) report = NULL;
  g_autoptr (MspImportReport) tried = NULL;
  g_autoptr (GError) error = NULL;
  const MspImportReject *row;

  tried = msp_import_run (fixture->store, source, MSP_ON_DUPLICATE_SKIP, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  report = msp_import_run (fixture->store, source, MSP_ON_DUPLICATE_SKIP, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tried->added, ==, report->added);
  g_assert_cmpuint (report->read, ==, 3);
  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpuint (report->rejected, ==, 2);
  g_assert_cmpuint (report->rejects->len, ==, 2);
  row = g_ptr_array_index (report->rejects, 1);
  g_assert_cmpuint (row->line, ==, 4);
  g_assert_cmpstr (row->field, ==, "date");
  g_assert_cmpstr (row->value, ==, "never");

  g_assert_true (msp_import_save_rejects (source, report, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"Two\nlines\",never,Blog"));
  g_assert_true (g_str_has_prefix (text, "title,date,"));
  g_assert_false (msp_import_save_rejects (source, report, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_what_is_made_up_is_not_given (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MspImportReport) added = NULL;
  g_autoptr (MspImportReport) updated = NULL;
  const MspContribution *entry;
  const char *export =
    "{\"userProfile\": {}, \"mostValuableProfessionalProgram\": {\"activities\": [{\"dateCreated\": "
    "\"2026-09-09T10:00:00Z\", \"activityTypeName\": \"Blog\", \"title\": \"First\", \"description\": "
    "\"What it is\", \"url\": \"https://example.org/a\", \"isHighImpact\": \"True\", \"annualReach\": 7}]}}";

  added = import_text (fixture, "title,date,activityTypeName,url,tags\n"
                                "First,2026-03-01,Blog,https://example.org/a,mine\n", MSP_ON_DUPLICATE_SKIP);
  g_assert_cmpuint (added->added, ==, 1);
  before = list (fixture);
  updated = import_text (fixture, export, MSP_ON_DUPLICATE_UPDATE);
  g_assert_cmpuint (updated->updated, ==, 1);

  after = list (fixture);
  entry = first_of (after);
  g_assert_cmpstr (entry->id, ==, first_of (before)->id);
  g_assert_cmpint (entry->date, ==, msp_day_new (2026, 3, 1));
  g_assert_cmpstr (entry->tags[0], ==, "mine");
  g_assert_null (entry->tags[1]);
  g_assert_cmpstr (entry->description, ==, "What it is");
  g_assert_true (entry->is_high_impact);
  g_assert_cmpint (entry->reach, ==, 7);
}

static void
test_an_emptied_cell (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (MspImportReport) added = NULL;
  g_autoptr (MspImportReport) foreign = NULL;
  g_autoptr (MspImportReport) own = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) emptied = NULL;
  g_autofree char *text = NULL;

  added = import_text (fixture, HEADER "First,2026-03-01,Blog,,,Some notes\n", MSP_ON_DUPLICATE_SKIP);
  foreign = import_text (fixture, HEADER "First,2026-03-01,Blog,,,\n", MSP_ON_DUPLICATE_UPDATE);
  g_assert_cmpuint (foreign->updated, ==, 0);
  kept = list (fixture);
  g_assert_cmpstr (first_of (kept)->notes, ==, "Some notes");

  text = g_strdup_printf ("id,title,date,activityTypeName,notes,created\n%s,First,2026-03-01,Blog,\"\",%s\n",
                          first_of (kept)->id, first_of (kept)->created);
  own = import_text (fixture, text, MSP_ON_DUPLICATE_UPDATE);
  g_assert_cmpuint (own->updated, ==, 1);
  emptied = list (fixture);
  g_assert_cmpstr (first_of (emptied)->notes, ==, "");
}

/* As in a cell; in somebody else's list, what is empty was never filled. */
static void
test_an_emptied_member (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (MspImportReport) added = NULL;
  g_autoptr (MspImportReport) foreign = NULL;
  g_autoptr (MspImportReport) own = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) still = NULL;
  g_autoptr (GPtrArray) emptied = NULL;
  MspContribution *entry;
  g_autofree char *text = NULL;

  added = import_text (fixture, HEADER "First,2026-03-01,Blog,,,Some notes\n", MSP_ON_DUPLICATE_SKIP);
  foreign = import_text (fixture, "[{\"title\": \"First\", \"date\": \"2026-03-01\", "
                                  "\"activityTypeName\": \"Blog\", \"notes\": \"\", \"dateEnd\": null}]",
                         MSP_ON_DUPLICATE_UPDATE);
  g_assert_cmpuint (foreign->updated, ==, 0);
  still = list (fixture);
  g_assert_cmpstr (first_of (still)->notes, ==, "Some notes");

  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  entry = msp_contribution_copy (first_of (still));
  g_free (entry->notes);
  entry->notes = g_strdup ("");
  g_ptr_array_add (kept, entry);
  text = msp_contributions_to_json (kept);
  own = import_text (fixture, text, MSP_ON_DUPLICATE_UPDATE);
  g_assert_cmpuint (own->updated, ==, 1);
  emptied = list (fixture);
  g_assert_cmpstr (first_of (emptied)->notes, ==, "");
}

static char *
make_many (void)
{
  GString *text = g_string_new (HEADER);

  for (int i = 0; i < MANY; i++)
    g_string_append_printf (text, "Entry %d,2026-03-01,Blog,https://example.org/%d,%d,notes\n", i, i, i);

  return g_string_free (text, FALSE);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Cancelled as soon as it is under way; the main loop turns meanwhile. */
static MspImportReport *
run_beside_loop (Fixture       *fixture,
                 double         cancel_at,
                 GError       **error)
{
  g_autofree char *text = make_many ();
  g_autoptr (MspImportSource) source = open_text (fixture, text);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  MspImportProgress progress = { 0 };
  double last = 0;

  msp_import_run_async (fixture->store, source, MSP_ON_DUPLICATE_SKIP, FALSE, &progress, cancellable,
                        take_result, &result);
  while (result == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpfloat (progress.fraction, >=, last);
      last = progress.fraction;
      if (last > cancel_at)
        g_cancellable_cancel (cancellable);
    }

  return msp_import_run_finish (result, error);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  static const double moments[] = { 0, 0.3, 0.75 };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MspImportReport) report = run_beside_loop (fixture, moments[i], &error);
      g_autoptr (GPtrArray) entries = list (fixture);

      /* Once it is on the disk it is done. */
      if (report != NULL)
        {
          g_assert_cmpuint (entries->len, ==, MANY);
          g_test_skip ("It was done before it could be cancelled.");
          return;
        }
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (entries->len, ==, 0);
    }
}

static void
test_a_long_step_of_undo (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspImportReport) report = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) redone = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_auto (GStrv) problems = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  /* Far more than is kept in memory. */
  msp_journal_store_start_undo (fixture->store);
  report = run_beside_loop (fixture, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, MANY);
  backups = msp_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));

  msp_journal_store_undo_async (fixture->store, 0, take_result, &undone);
  while (undone == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (msp_journal_store_undo_finish (fixture->store, undone, NULL, &error));
  nothing = list (fixture);
  g_assert_cmpuint (nothing->len, ==, 0);

  msp_journal_store_redo_async (fixture->store, take_result, &redone);
  while (redone == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (msp_journal_store_undo_finish (fixture->store, redone, NULL, &error));
  again = list (fixture);
  g_assert_cmpuint (again->len, ==, MANY);
  problems = msp_journal_store_check (fixture->store, &error);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import-run/rejects", test_rejects);
  ADD ("/import-run/what-is-made-up-is-not-given", test_what_is_made_up_is_not_given);
  ADD ("/import-run/an-emptied-cell", test_an_emptied_cell);
  ADD ("/import-run/an-emptied-member", test_an_emptied_member);
  ADD ("/import-run/cancelled", test_cancelled);
  ADD ("/import-run/a-long-step-of-undo", test_a_long_step_of_undo);

  return g_test_run ();
}
