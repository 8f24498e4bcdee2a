/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-journal-model.h"

#include <glib/gstdio.h>

#include "base/msp-clock.h"
#include "base/msp-text.h"

#define ROUNDS 500
#define START_ENTRIES 120
#define HELD_ROWS 30
#define TIMEOUT_US (20 * G_USEC_PER_SEC)

static const char *const titles[] = {
  "Azure talk", "azure Talk", "Übung", "uebung", "漢字 入門", "Meetup", "наука", "zebra", "Élan", "Q&A <b>",
};
static const char *const types[] = { "Blog", "Webinar", "blog", "Online Support", "Talk" };
static const char *const areas[] = { "", "Azure", "M365", "Windows" };

typedef struct
{
  char            *path;
  MspJournalStore *store;
  MspJournalModel *model;
  GArray          *shown;   /* (element-type gint64): what a view knows */
  guint            n_told;  /* rows that came or went since the last look */
  guint            n_answers;
  GPtrArray       *held;    /* (element-type MspJournalRow): as widgets hold them */
} Fixture;

static void
items_changed (Fixture *fixture,
               guint    position,
               guint    removed,
               guint    added)
{
  g_assert_cmpuint (position + removed, <=, fixture->shown->len);
  if (removed > 0)
    g_array_remove_range (fixture->shown, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 key = msp_journal_model_get_key (fixture->model, position + i);

      g_array_insert_val (fixture->shown, position + i, key);
    }
  g_assert_cmpuint (fixture->shown->len, ==,
                    g_list_model_get_n_items (G_LIST_MODEL (fixture->model)));
  fixture->n_told += removed + added;
}

static void
refreshed (Fixture *fixture)
{
  fixture->n_answers++;
}

static void
watch_model (Fixture *fixture)
{
  fixture->model = msp_journal_model_new (fixture->store);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (items_changed), fixture);
  g_signal_connect_swapped (fixture->model, "refreshed", G_CALLBACK (refreshed), fixture);
}

static void
got_result (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_US;

  while (*result == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (*result);

  return *result;
}

/* Until the list has been answered @n_answers times and knows all. */
static void
settle (Fixture *fixture,
        guint    n_answers)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_US;

  while ((fixture->n_answers < n_answers || msp_journal_model_is_loading (fixture->model)) &&
         g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (100);
    }
  g_assert_cmpuint (fixture->n_answers, >=, n_answers);
  fixture->n_answers = 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ms-programs", NULL);

  /* One way of the read-only readers is to find the file there. */
  g_mkdir_with_parents (folder, 0700);
  fixture->path = g_build_filename (folder, "journal.db", NULL);
  g_unlink (fixture->path);
  msp_journal_store_open_async (fixture->path, NULL, got_result, &result);
  fixture->store = msp_journal_store_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  msp_journal_store_watch (fixture->store);
  fixture->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->held = g_ptr_array_new_with_free_func (g_object_unref);
  watch_model (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_ptr_array_unref (fixture->held);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->model);
  msp_journal_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);
  g_array_unref (fixture->shown);
  g_unlink (fixture->path);
  g_unlink (log);
  g_free (fixture->path);
}

static MspContribution *
make_entry (const char *title,
            MspDay      date,
            gint64      views)
{
  MspContribution *entry = msp_contribution_new ();

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  entry->date = date;
  if (views > 0)
    msp_contribution_set_figure (entry, MSP_FIGURE_VIEWS, views);

  return entry;
}

static MspContribution *
make_random_entry (void)
{
  const char *title = titles[g_test_rand_int_range (0, G_N_ELEMENTS (titles))];
  MspContribution *entry = make_entry (title, msp_day_new (2026, 1, 1) +
                                       g_test_rand_int_range (0, 150),
                                       g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 5));

  g_free (entry->type);
  entry->type = g_strdup (types[g_test_rand_int_range (0, G_N_ELEMENTS (types))]);
  g_free (entry->area);
  entry->area = g_strdup (areas[g_test_rand_int_range (0, G_N_ELEMENTS (areas))]);

  return entry;
}

static void
add (Fixture         *fixture,
     MspContribution *entry) /* (transfer full) */
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *id = NULL;

  msp_journal_store_add_async (fixture->store, entry, NULL, got_result, &result);
  id = msp_journal_store_add_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  msp_contribution_free (entry);
}

static void
update (Fixture         *fixture,
        MspContribution *entry) /* (transfer full) */
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  msp_journal_store_update_async (fixture->store, entry, NULL, got_result, &result);
  msp_journal_store_update_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  msp_contribution_free (entry);
}

static void
delete (Fixture    *fixture,
        const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const char *const ids[] = { id, NULL };

  msp_journal_store_delete_async (fixture->store, ids, NULL, got_result, &result);
  msp_journal_store_delete_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
add_many (Fixture *fixture,
          guint    n_entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);

  for (guint i = 0; i < n_entries; i++)
    g_ptr_array_add (entries, make_random_entry ());
  msp_journal_store_add_many (fixture->store, entries, &error);
  g_assert_no_error (error);
}

static void
show (Fixture    *fixture,
      MspSort     sort,
      gboolean    reversed,
      const char *search)
{
  g_autoptr (MspQuery) query = msp_query_new ();

  query->sort = sort;
  query->reversed = reversed;
  query->search = g_strdup (search);
  msp_journal_model_set_query (fixture->model, query);
  settle (fixture, 1);
  fixture->n_told = 0;
}

static MspJournalRow *
hold (Fixture *fixture,
      guint    position)
{
  MspJournalRow *row = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);

  g_assert_nonnull (row);
  g_ptr_array_add (fixture->held, row);

  return row;
}

/* Waits for it to fill in. */
static const MspEntrySummary *
look_at (Fixture *fixture,
         guint    position)
{
  MspJournalRow *row = hold (fixture, position);
  gint64 end = g_get_monotonic_time () + TIMEOUT_US;

  while (msp_journal_row_get_summary (row) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (msp_journal_row_get_summary (row));

  return msp_journal_row_get_summary (row);
}

static char *
list_titles (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));

  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", look_at (fixture, i)->title);
  g_ptr_array_set_size (fixture->held, 0);

  return g_strdup (text->str);
}

static void
assert_titles (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *listed = list_titles (fixture);

  g_assert_cmpstr (listed, ==, expected);
}

/* A short list, whose first rows are all there are. */
static void
test_short_list_follows (Fixture       *fixture,
                         gconstpointer  data)
{
  show (fixture, MSP_SORT_DATE, FALSE, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 0);

  add (fixture, make_entry ("One", msp_day_new (2026, 3, 1), 5));
  settle (fixture, 1);
  add (fixture, make_entry ("Two", msp_day_new (2026, 4, 1), 7));
  settle (fixture, 1);
  g_assert_cmpuint (fixture->n_told, ==, 2);
  assert_titles (fixture, "Two,One");
  g_assert_cmpuint (msp_journal_model_get_totals (fixture->model).entries, ==, 2);
  g_assert_cmpint (msp_journal_model_get_totals (fixture->model).reach, ==, 12);

  delete (fixture, look_at (fixture, 0)->id);
  settle (fixture, 1);
  assert_titles (fixture, "One");
  g_assert_cmpint (msp_journal_model_get_totals (fixture->model).reach, ==, 5);
}

static void
test_edit_in_place_tells_nothing (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (MspContribution) entry = NULL;
  const MspEntrySummary *summary;

  for (int i = 0; i < 5; i++)
    add (fixture, make_entry ("Talk", msp_day_new (2026, 3, 2 * i + 1), 0));
  show (fixture, MSP_SORT_DATE, FALSE, NULL);

  summary = look_at (fixture, 2);
  entry = msp_journal_store_get (fixture->store, summary->id, NULL);
  entry->date = msp_day_new (2026, 3, 6); /* between the same neighbours */
  entry->is_high_impact = TRUE;
  update (fixture, g_steal_pointer (&entry));
  settle (fixture, 1);

  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_true (look_at (fixture, 2)->is_high_impact);
  g_assert_cmpint (look_at (fixture, 2)->date, ==, msp_day_new (2026, 3, 6));
}

static void
test_headings_follow (Fixture       *fixture,
                      gconstpointer  data)
{
  MspJournalRow *march;
  MspJournalRow *april;

  add (fixture, make_entry ("March", msp_day_new (2026, 3, 9), 0));
  add (fixture, make_entry ("April", msp_day_new (2026, 4, 9), 0));
  show (fixture, MSP_SORT_DATE, FALSE, NULL);
  april = hold (fixture, 0);
  march = hold (fixture, 1);
  g_assert_nonnull (msp_journal_row_get_heading (april));
  g_assert_nonnull (msp_journal_row_get_heading (march));

  add (fixture, make_entry ("Later in March", msp_day_new (2026, 3, 20), 0));
  settle (fixture, 1);
  g_assert_null (msp_journal_row_get_heading (march));
  g_assert_nonnull (msp_journal_row_get_heading (hold (fixture, 1)));

  delete (fixture, look_at (fixture, 1)->id);
  settle (fixture, 1);
  g_assert_nonnull (msp_journal_row_get_heading (march));
  g_assert_nonnull (msp_journal_row_get_heading (april));
}

static void
test_late_answers_are_dropped (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *const typed[] = { "z", "ze", "zeb", "me", "meet", "zebra" };
  guint n_items;

  add_many (fixture, START_ENTRIES);
  show (fixture, MSP_SORT_TITLE, FALSE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (MspQuery) query = msp_query_new ();

      query->sort = MSP_SORT_TITLE;
      query->search = g_strdup (typed[i]);
      msp_journal_model_set_query (fixture->model, query);
    }
  settle (fixture, 1);
  for (int i = 0; i < 200; i++)
    {
      g_usleep (100);
      g_main_context_iteration (NULL, FALSE);
    }

  n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
  g_assert_cmpuint (n_items, >, 0);
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpstr (look_at (fixture, i)->title, ==, "zebra");
}

/* The change that comes while the answer about another is on its way. */
static void
test_changes_on_each_others_heels (Fixture       *fixture,
                                   gconstpointer  data)
{
  GAsyncResult *results[20] = { NULL };

  add_many (fixture, START_ENTRIES);
  show (fixture, MSP_SORT_TITLE, FALSE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *title = g_strdup_printf ("Meetup %c", (int) ('t' - i));
      g_autoptr (MspContribution) entry = make_entry (title, msp_day_new (2026, 5, 5), 1);

      msp_journal_store_add_async (fixture->store, entry, NULL, got_result, &results[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *id = msp_journal_store_add_finish (fixture->store, wait_for (&results[i]),
                                                          NULL);

      g_assert_nonnull (id);
      g_object_unref (results[i]);
    }
  while (fixture->shown->len < START_ENTRIES + G_N_ELEMENTS (results))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_told, ==, G_N_ELEMENTS (results));
  g_assert_cmpuint (msp_journal_model_get_totals (fixture->model).entries, ==,
                    START_ENTRIES + G_N_ELEMENTS (results));
  for (guint i = 1; i < fixture->shown->len; i++)
    {
      g_autofree char *before = msp_text_fold (look_at (fixture, i - 1)->title);
      g_autofree char *after = msp_text_fold (look_at (fixture, i)->title);

      g_assert_cmpstr (before, <=, after);
    }
}

/* As the command line does it: another connection, of which only the file tells. */
static void
test_other_process (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspJournalStore) other = NULL;
  g_autoptr (MspContribution) entry = NULL;
  g_autofree char *id = NULL;
  gint64 start;

  add (fixture, make_entry ("Ours", msp_day_new (2026, 3, 9), 0));
  show (fixture, MSP_SORT_DATE, FALSE, NULL);
  hold (fixture, 0);
  other = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  /* The monitor has to have seen the log. */
  for (int i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }

  start = g_get_monotonic_time ();
  entry = make_entry ("Theirs", msp_day_new (2026, 3, 10), 3);
  id = msp_journal_store_add (other, entry, &error);
  g_assert_no_error (error);
  settle (fixture, 1);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  assert_titles (fixture, "Theirs,Ours");
  msp_journal_store_close (other);
}

static void
test_two_models_over_one_store (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (MspJournalModel) other = msp_journal_model_new (fixture->store);
  g_autoptr (MspQuery) query = msp_query_new ();

  add_many (fixture, START_ENTRIES);
  show (fixture, MSP_SORT_REACH, FALSE, NULL);
  query->search = g_strdup ("meetup");
  msp_journal_model_set_query (other, query);
  while (msp_journal_model_is_loading (other))
    g_main_context_iteration (NULL, TRUE);

  add (fixture, make_entry ("Meetup of all", msp_day_new (2026, 12, 5), 99));
  settle (fixture, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpstr (look_at (fixture, 0)->title, ==, "Meetup of all");
  g_assert_cmpint (msp_journal_model_get_key (other, 0), ==,
                   msp_journal_model_get_key (fixture->model, 0));
}

/* --- Random changes against a plain sorted array --- */

typedef struct
{
  gint64  key;
  gint64  position;
  gint64  reach;
  char   *text; /* (nullable): by what it is sorted */
} Known;

static void
known_clear (gpointer data)
{
  g_free (((Known *) data)->text);
}

static int
compare_known (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const MspQuery *query = data;
  const Known *one = a;
  const Known *other = b;
  int result = query->sort == MSP_SORT_REACH
               ? (one->reach < other->reach) - (one->reach > other->reach)
               : g_strcmp0 (one->text, other->text);

  if (result == 0)
    result = (one->position < other->position) - (one->position > other->position);

  return query->reversed ? -result : result;
}

/* All that is in the journal, sorted here. */
static GArray *
sort_plainly (Fixture        *fixture,
              const MspQuery *query)
{
  g_autoptr (MspQuery) all = msp_query_new ();
  g_autoptr (GAsyncResult) keys_result = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) summaries = NULL;
  GArray *known = g_array_new (FALSE, TRUE, sizeof (Known));

  msp_journal_store_keys_async (fixture->store, all, NULL, got_result, &keys_result);
  keys = msp_journal_store_keys_finish (fixture->store, wait_for (&keys_result), NULL);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (numbers, g_array_index (keys, MspEntryKey, i).key);
  msp_journal_store_summaries_async (fixture->store, (gint64 *) (gpointer) numbers->data,
                                     numbers->len, NULL, got_result, &result);
  summaries = msp_journal_store_summaries_finish (fixture->store, wait_for (&result), NULL);

  g_array_set_clear_func (known, known_clear);
  for (guint i = 0; i < keys->len; i++)
    {
      const MspEntrySummary *summary = g_ptr_array_index (summaries, i);
      Known entry = { summary->key, g_array_index (keys, MspEntryKey, i).position,
                      summary->reach, NULL };

      if (query->search != NULL && !g_str_has_prefix (summary->title, "Meetup"))
        continue;

      if (query->sort == MSP_SORT_TITLE)
        entry.text = msp_text_fold (summary->title);
      else if (query->sort == MSP_SORT_TYPE)
        entry.text = msp_text_fold (summary->type);
      else if (query->sort == MSP_SORT_AREA)
        entry.text = msp_text_fold (summary->area);
      g_array_append_val (known, entry);
    }
  g_array_sort_with_data (known, compare_known, (gpointer) query);

  return known;
}

static void
assert_list_is_right (Fixture *fixture)
{
  g_autoptr (GArray) known =
    sort_plainly (fixture, msp_journal_model_get_query (fixture->model));
  gint64 reach = 0;

  g_assert_cmpuint (fixture->shown->len, ==, known->len);
  for (guint i = 0; i < known->len; i++)
    {
      const Known *entry = &g_array_index (known, Known, i);

      g_assert_cmpint (g_array_index (fixture->shown, gint64, i), ==, entry->key);
      g_assert_cmpint (msp_journal_model_get_key (fixture->model, i), ==, entry->key);
      g_assert_cmpuint (msp_journal_model_find (fixture->model, entry->key), ==, i);
      reach += entry->reach;
    }
  g_assert_cmpuint (msp_journal_model_get_totals (fixture->model).entries, ==, known->len);
  g_assert_cmpint (msp_journal_model_get_totals (fixture->model).reach, ==, reach);
}

/* Each held row says what its entry says, and its month if it is the first of it. */
static void
assert_held_rows_are_right (Fixture *fixture)
{
  gboolean by_date = msp_journal_model_get_query (fixture->model)->sort == MSP_SORT_DATE;
  int month = -1;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_set_size (fixture->held, 0);
  for (guint i = 0; i < MIN (HELD_ROWS, fixture->shown->len); i++)
    {
      const MspEntrySummary *summary = look_at (fixture, i);
      g_autoptr (MspContribution) entry = msp_journal_store_get (fixture->store, summary->id, NULL);
      gboolean begins = by_date && msp_day_month_index (summary->date) != month;

      g_assert_cmpstr (summary->title, ==, entry->title);
      g_assert_cmpint (summary->date, ==, entry->date);
      g_assert_cmpstr (summary->area, ==, entry->area);
      g_assert_true (begins == (msp_journal_row_get_heading (fixture->held->pdata[i]) != NULL));
      month = msp_day_month_index (summary->date);
    }
}

static void
change_at_random (Fixture *fixture)
{
  int what = g_test_rand_int_range (0, 10);
  guint n_items = fixture->shown->len;
  g_autofree char *id = NULL;
  g_autoptr (MspContribution) kept = NULL;
  g_autoptr (MspContribution) entry = NULL;

  if (n_items == 0 || what < 3)
    {
      add (fixture, make_random_entry ());
      return;
    }

  id = g_strdup (look_at (fixture, (guint) g_test_rand_int_range (0, (int) n_items))->id);
  if (what < 5)
    {
      delete (fixture, id);
      return;
    }

  kept = msp_journal_store_get (fixture->store, id, NULL);
  entry = make_random_entry ();
  entry->id = g_steal_pointer (&id);
  entry->modified = g_strdup (kept->modified);
  if (what < 7)
    entry->date = kept->date;
  update (fixture, g_steal_pointer (&entry));
}

static void
test_random_changes (Fixture       *fixture,
                     gconstpointer  data)
{
  static const MspSort sorts[] = {
    MSP_SORT_DATE, MSP_SORT_TITLE, MSP_SORT_TYPE, MSP_SORT_REACH, MSP_SORT_AREA,
  };

  add_many (fixture, START_ENTRIES);
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint way = round / (ROUNDS / 20);

      if (round % (ROUNDS / 20) == 0)
        show (fixture, sorts[way % 5], (way / 5) % 2 == 1, way >= 10 ? "meet" : NULL);

      fixture->n_told = 0;
      fixture->n_answers = 0;
      change_at_random (fixture);
      settle (fixture, 1);
      /* One that came, went, or moved. */
      g_assert_cmpuint (fixture->n_told, <=, 2);
      assert_list_is_right (fixture);
      assert_held_rows_are_right (fixture);
    }
}

#define ADD_TEST(name, func) \
  g_test_add ("/journal-model/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_TEST ("short-list-follows", test_short_list_follows);
  ADD_TEST ("edit-in-place-tells-nothing", test_edit_in_place_tells_nothing);
  ADD_TEST ("headings-follow", test_headings_follow);
  ADD_TEST ("late-answers-are-dropped", test_late_answers_are_dropped);
  ADD_TEST ("changes-on-each-others-heels", test_changes_on_each_others_heels);
  ADD_TEST ("other-process", test_other_process);
  ADD_TEST ("two-models-over-one-store", test_two_models_over_one_store);
  ADD_TEST ("random-changes", test_random_changes);

  return g_test_run ();
}
