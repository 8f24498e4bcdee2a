/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-journal-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char            *path;
  MspJournalStore *store;
  guint            n_changes;
} Fixture;

static void
count_change (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->store, "changed", G_CALLBACK (count_change), fixture);
}

static void
close_store (Fixture *fixture)
{
  msp_journal_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = g_build_filename (g_get_user_data_dir (), "ms-programs", "journal.db", NULL);
  g_unlink (fixture->path);
  open_store (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  close_store (fixture);
  g_unlink (fixture->path);
  g_unlink (log);
  g_free (fixture->path);
}

static MspContribution *
make_entry (const char *title,
            const char *type,
            MspDay      date)
{
  MspContribution *entry = msp_contribution_new ();

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup (type);
  entry->date = date;

  return entry;
}

static char *
add (Fixture    *fixture,
     const char *title,
     MspDay      date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = make_entry (title, "Blog", date);
  char *id = msp_journal_store_add (fixture->store, entry, &error);

  g_assert_no_error (error);

  return id;
}

static guint
count (Fixture    *fixture,
       const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspQuery) query = msp_query_new ();
  MspJournalTotals totals = { 0 };

  query->search = g_strdup (search);
  g_assert_true (msp_journal_store_totals (fixture->store, query, &totals, &error));
  g_assert_no_error (error);

  return totals.entries;
}

static void
test_entry_comes_back_whole (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = make_entry ("Q&A <b>é 漢", "Blog",
                                                  msp_day_new (2026, 11, 21));
  g_autoptr (MspContribution) back = NULL;
  g_autofree char *id = NULL;

  g_strfreev (entry->tags);
  entry->tags = g_strsplit ("bicep,azure", ",", -1);
  msp_contribution_set_figure (entry, "numberOfViews", 3412);
  msp_contribution_set_figure (entry, "subscriberBase", 500);
  msp_contribution_set_figure (entry, "stars", 12);

  id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);
  close_store (fixture);
  open_store (fixture);

  back = msp_journal_store_get (fixture->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (msp_contribution_equal (entry, back));
  g_assert_cmpint (back->reach, ==, 3412);
}

static void
test_newest_comes_first (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GPtrArray) list = NULL;
  const char *expected[] = { "c", "b", "a" };

  g_free (add (fixture, "b", msp_day_new (2026, 3, 2)));
  g_free (add (fixture, "a", msp_day_new (2026, 3, 1)));
  g_free (add (fixture, "c", msp_day_new (2026, 3, 2)));

  list = msp_journal_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((MspContribution *) g_ptr_array_index (list, i))->title, ==, expected[i]);
}

static void
test_search_finds_what_a_person_types (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');

  g_free (add (fixture, "Crème brûlée for Kubernetes", msp_day_new (2026, 3, 1)));
  g_free (add (fixture, "日本語の記事", msp_day_new (2026, 3, 2)));
  g_free (add (fixture, "Обзор Azure", msp_day_new (2026, 3, 3)));

  g_assert_cmpuint (count (fixture, "creme"), ==, 1);
  g_assert_cmpuint (count (fixture, "KUBER"), ==, 1);
  g_assert_cmpuint (count (fixture, "brul kub"), ==, 1);
  g_assert_cmpuint (count (fixture, "本語"), ==, 1);
  g_assert_cmpuint (count (fixture, "обз"), ==, 1);
  g_assert_cmpuint (count (fixture, "blog"), ==, 3);
  g_assert_cmpuint (count (fixture, "\"quoted AND (NEAR* -x:"), ==, 0);
  g_assert_cmpuint (count (fixture, "\"\"*()"), ==, 0);
  g_assert_cmpuint (count (fixture, long_text), ==, 0);
  g_assert_cmpuint (count (fixture, "  "), ==, 3);
}

static void
test_delete_and_restore_keep_the_row (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add (fixture, "Talk", msp_day_new (2026, 3, 1));
  const char *const ids[] = { id, NULL };
  const char *const wrong[] = { id, "nobody", NULL };
  g_autoptr (MspContribution) before = msp_journal_store_get (fixture->store, id, NULL);
  g_autoptr (MspContribution) after = NULL;

  g_assert_false (msp_journal_store_delete (fixture->store, wrong, &error));
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (count (fixture, ""), ==, 1);

  g_assert_true (msp_journal_store_delete (fixture->store, ids, &error));
  g_assert_cmpuint (count (fixture, ""), ==, 0);
  g_assert_true (msp_journal_store_restore (fixture->store, ids, &error));
  g_assert_no_error (error);

  after = msp_journal_store_get (fixture->store, id, NULL);
  g_assert_true (msp_contribution_equal (before, after));
  g_assert_cmpstr (before->created, ==, after->created);
  g_assert_cmpstr (before->modified, ==, after->modified);
  g_assert_null (after->deleted);
}

static void
test_update_tells_of_another_change (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add (fixture, "Talk", msp_day_new (2026, 3, 1));
  g_autoptr (MspContribution) mine = msp_journal_store_get (fixture->store, id, NULL);
  g_autoptr (MspContribution) theirs = msp_journal_store_get (fixture->store, id, NULL);

  mine->date = msp_day_new (2026, 4, 1);
  g_assert_true (msp_journal_store_update (fixture->store, mine, &error));
  g_assert_no_error (error);
  g_assert_false (msp_journal_store_update (fixture->store, theirs, &error));
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_CHANGED);
}

static void
test_add_refuses_what_is_wrong (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *long_title = g_strnfill (101, 't');
  const char *const titles[] = { "", "   ", long_title };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MspContribution) entry = make_entry (titles[i], "Blog",
                                                      msp_day_new (2026, 3, 1));

      g_assert_null (msp_journal_store_add (fixture->store, entry, &error));
      g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID);
    }

  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_prefix_resolves (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add (fixture, "Talk", msp_day_new (2026, 3, 1));
  g_autofree char *prefix = g_strndup (id, 8);
  g_autofree char *found = msp_journal_store_resolve (fixture->store, prefix, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, id);
  g_assert_null (msp_journal_store_resolve (fixture->store, "1234567", &error));
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND);
}

static void
test_check_finds_a_healthy_journal (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;

  g_free (add (fixture, "Talk", msp_day_new (2026, 3, 1)));
  problems = msp_journal_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

static void
refuse_file (const char *contents,
             gsize       length,
             int         code)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "refused.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize length_after = 0;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  g_assert_null (msp_journal_store_open (path, FALSE, &error));
  g_assert_error (error, MSP_DATABASE_ERROR, code);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (contents, length, after, length_after);
}

static void
test_foreign_newer_and_damaged_are_left_alone (void)
{
  char header[100] = "SQLite format 3";

  header[63] = 99;
  memcpy (header + 68, "MSP1", 4);
  refuse_file (header, sizeof header, MSP_DATABASE_ERROR_TOO_NEW);
  memcpy (header + 68, "ABCD", 4);
  refuse_file (header, sizeof header, MSP_DATABASE_ERROR_FOREIGN);
  refuse_file ("this is not a database, whatever its name says", 46, MSP_DATABASE_ERROR_CORRUPT);
}

#define ADD_TEST(name, func) \
  g_test_add ("/journal-store/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_TEST ("entry-comes-back-whole", test_entry_comes_back_whole);
  ADD_TEST ("newest-comes-first", test_newest_comes_first);
  ADD_TEST ("search-finds-what-a-person-types", test_search_finds_what_a_person_types);
  ADD_TEST ("delete-and-restore-keep-the-row", test_delete_and_restore_keep_the_row);
  ADD_TEST ("update-tells-of-another-change", test_update_tells_of_another_change);
  ADD_TEST ("add-refuses-what-is-wrong", test_add_refuses_what_is_wrong);
  ADD_TEST ("prefix-resolves", test_prefix_resolves);
  ADD_TEST ("check-finds-a-healthy-journal", test_check_finds_a_healthy_journal);
  g_test_add_func ("/journal-store/foreign-newer-and-damaged-are-left-alone",
                   test_foreign_newer_and_damaged_are_left_alone);

  return g_test_run ();
}
