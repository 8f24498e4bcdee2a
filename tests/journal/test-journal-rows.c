/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-journal-model.h"

#include <glib/gstdio.h>

#define DAY (msp_day_new (2026, 4, 1))
#define ENTRIES 300
#define HELD 60

typedef struct
{
  char            *path;
  MspJournalStore *store;
  MspJournalModel *model;
  GPtrArray       *held;      /* (owned) (element-type MspJournalRow): the first rows of the list */
  guint            n_changes; /* within those */
} Fixture;

/* Every third is of a cat, every hundredth of a dog too; one a day, the last is the newest. */
static void
add_entries (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < ENTRIES; i++)
    {
      MspContribution *entry = msp_contribution_new ();

      g_free (entry->title);
      entry->title = g_strdup_printf ("%d%s%s", i, i % 3 == 0 ? " cat" : "", i % 100 == 0 ? " dog" : "");
      g_free (entry->type);
      entry->type = g_strdup ("Blog");
      entry->date = DAY + i;
      g_ptr_array_add (entries, entry);
    }
  msp_journal_store_add_many (fixture->store, entries, &error);
  g_assert_no_error (error);
}

static void
items_changed (Fixture *fixture,
               guint    position,
               guint    removed,
               guint    added)
{
  if (fixture->held->len > 0 && position < fixture->held->len)
    fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_build_filename (g_get_user_data_dir (), "ms-programs", "journal.db", NULL);
  g_unlink (fixture->path);
  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  add_entries (fixture);
  fixture->model = msp_journal_model_new (fixture->store);
  msp_journal_model_set_moves_rows (fixture->model, TRUE);
  fixture->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (items_changed), fixture);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 20;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  settle ();
  g_assert_finalize_object (fixture->model);
  g_ptr_array_unref (fixture->held);
  msp_journal_store_close (fixture->store);
  settle ();
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_unlink (log);
  g_free (fixture->path);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  g_autoptr (MspQuery) query = msp_query_new ();

  query->search = g_strdup (text);
  msp_journal_model_set_query (fixture->model, query);
  while (msp_journal_model_is_loading (fixture->model))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
hold_first_rows (Fixture *fixture,
                 guint    n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (fixture->held, g_list_model_get_item (G_LIST_MODEL (fixture->model), i));
  settle ();
}

/* Whether each place holds the entry that it should, and the row that was held there still. */
static void
check_rows (Fixture *fixture,
            guint    n_items,
            int      step)
{
  GListModel *list = G_LIST_MODEL (fixture->model);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_items);
  for (guint i = 0; i < MIN (n_items, fixture->held->len); i++)
    {
      g_autoptr (MspJournalRow) row = g_list_model_get_item (list, i);
      const MspEntrySummary *summary = msp_journal_row_get_summary (row);

      g_assert_true (row == g_ptr_array_index (fixture->held, i));
      g_assert_nonnull (summary);
      g_assert_cmpint (summary->key, ==, msp_journal_row_get_key (row));
      g_assert_cmpint (summary->key, ==, msp_journal_model_get_key (fixture->model, i));
      g_assert_cmpint (summary->date, ==, DAY + (ENTRIES - 1) / step * step - (int) i * step);
    }
}

static void
test_another_query_moves_into_the_rows (Fixture       *fixture,
                                        gconstpointer  data)
{
  search (fixture, NULL);
  hold_first_rows (fixture, HELD);
  check_rows (fixture, ENTRIES, 1);

  search (fixture, "cat");
  check_rows (fixture, ENTRIES / 3, 3);
  search (fixture, NULL);
  check_rows (fixture, ENTRIES, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_short_answers_take_rows_away (Fixture       *fixture,
                                   gconstpointer  data)
{
  search (fixture, NULL);
  hold_first_rows (fixture, HELD);

  search (fixture, "dog");
  check_rows (fixture, 3, 100);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  /* Those that stood below are nobody's now, and new ones are made. */
  g_ptr_array_set_size (fixture->held, 3);
  search (fixture, "cat");
  check_rows (fixture, ENTRIES / 3, 3);
  hold_first_rows (fixture, HELD);
  search (fixture, "nothing");
  check_rows (fixture, 0, 1);
}

static void
test_headings_follow (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *january = msp_day_to_month_text (msp_day_new (2027, 1, 25));

  search (fixture, NULL);
  hold_first_rows (fixture, HELD);
  search (fixture, "cat");

  /* 25 January 2027 is the last day, 23 January the last of a cat. */
  g_assert_cmpstr (msp_journal_row_get_heading (g_ptr_array_index (fixture->held, 0)), ==, january);
  g_assert_null (msp_journal_row_get_heading (g_ptr_array_index (fixture->held, 1)));
}

static void
test_a_change_is_seen_in_a_moved_row (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = NULL;
  const MspEntrySummary *summary;

  search (fixture, NULL);
  hold_first_rows (fixture, HELD);
  search (fixture, "cat");
  summary = msp_journal_row_get_summary (g_ptr_array_index (fixture->held, 2));
  entry = msp_journal_store_get (fixture->store, summary->id, &error);
  g_assert_no_error (error);

  g_free (entry->title);
  entry->title = g_strdup ("A better cat");
  msp_journal_store_update (fixture->store, entry, &error);
  g_assert_no_error (error);
  settle ();

  summary = msp_journal_row_get_summary (g_ptr_array_index (fixture->held, 2));
  g_assert_cmpstr (summary->title, ==, "A better cat");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/journal-rows/another-query-moves-into-the-rows", Fixture, NULL, set_up,
              test_another_query_moves_into_the_rows, tear_down);
  g_test_add ("/journal-rows/short-answers-take-rows-away", Fixture, NULL, set_up,
              test_short_answers_take_rows_away, tear_down);
  g_test_add ("/journal-rows/headings-follow", Fixture, NULL, set_up, test_headings_follow, tear_down);
  g_test_add ("/journal-rows/a-change-is-seen-in-a-moved-row", Fixture, NULL, set_up,
              test_a_change_is_seen_in_a_moved_row, tear_down);

  return g_test_run ();
}
