/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "app/widgets/msp-journal-selection.h"
#include "base/msp-clock.h"

typedef struct
{
  MspJournalStore     *store;
  MspJournalModel     *model;
  MspJournalSelection *selection;
  char                *ids[3]; /* newest first */
  gboolean             is_refreshed;
} Fixture;

static void
refreshed (Fixture *fixture)
{
  fixture->is_refreshed = !msp_journal_model_is_loading (fixture->model);
}

static void
wait (Fixture *fixture)
{
  fixture->is_refreshed = FALSE;
  while (!fixture->is_refreshed)
    g_main_context_iteration (NULL, TRUE);
}

static char *
add_entry (MspJournalStore *store,
           const char      *title,
           int              days_ago)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  char *id;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  entry->date = msp_clock_today () - days_ago;
  id = msp_journal_store_add (store, entry, NULL);
  g_assert_nonnull (id);

  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "journal.db", NULL);
  g_autoptr (MspQuery) query = msp_query_new ();

  fixture->store = msp_journal_store_open (path, FALSE, NULL);
  for (int i = 0; i < 3; i++)
    fixture->ids[i] = add_entry (fixture->store, "entry", 10 * i);
  fixture->model = msp_journal_model_new (fixture->store);
  fixture->selection = msp_journal_selection_new (fixture->model);
  g_signal_connect_swapped (fixture->model, "refreshed", G_CALLBACK (refreshed), fixture);
  msp_journal_model_set_query (fixture->model, query);
  wait (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->selection);
  g_clear_object (&fixture->model);
  msp_journal_store_close (fixture->store);
  g_clear_object (&fixture->store);
  for (int i = 0; i < 3; i++)
    g_free (fixture->ids[i]);
}

static gboolean
is_selected (Fixture *fixture,
             guint    position)
{
  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->selection), position);
}

static void
test_what_moves_stays_selected (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (MspContribution) entry = msp_journal_store_get (fixture->store, fixture->ids[0], NULL);
  gint64 key = msp_journal_model_get_key (fixture->model, 0);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->selection), 0, TRUE);
  entry->date -= 30; /* now the oldest */
  g_assert_true (msp_journal_store_update (fixture->store, entry, NULL));
  wait (fixture);
  g_assert_cmpint (msp_journal_model_get_key (fixture->model, 2), ==, key);
  g_assert_true (is_selected (fixture, 2));
  g_assert_false (is_selected (fixture, 0));
  g_assert_cmpuint (msp_journal_selection_get_size (fixture->selection), ==, 1);
}

static void
test_what_goes_is_selected_no_more (Fixture       *fixture,
                                    gconstpointer  data)
{
  const char *const ids[] = { fixture->ids[1], NULL };

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->selection));
  g_assert_cmpuint (msp_journal_selection_get_size (fixture->selection), ==, 3);
  g_assert_true (msp_journal_store_delete (fixture->store, ids, NULL));
  wait (fixture);
  g_assert_cmpuint (msp_journal_selection_get_size (fixture->selection), ==, 2);
  g_assert_true (msp_journal_store_restore (fixture->store, ids, NULL));
  wait (fixture);
  g_assert_cmpuint (msp_journal_selection_get_size (fixture->selection), ==, 2);
  g_assert_false (is_selected (fixture, 1));
}

static void
test_keys_come_in_the_order_of_the_list (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GArray) keys = NULL;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->selection), 2, FALSE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->selection), 0, FALSE);
  keys = msp_journal_selection_list_keys (fixture->selection);
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpint (g_array_index (keys, gint64, 0), ==, msp_journal_model_get_key (fixture->model, 0));
  g_assert_cmpint (g_array_index (keys, gint64, 1), ==, msp_journal_model_get_key (fixture->model, 2));
}

static void
test_leaving_selection_mode_unselects (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_object_set (fixture->selection, "selecting", TRUE, NULL);
  msp_journal_selection_toggle (fixture->selection, 1);
  msp_journal_selection_toggle (fixture->selection, 2);
  msp_journal_selection_toggle (fixture->selection, 1);
  g_assert_cmpuint (msp_journal_selection_get_size (fixture->selection), ==, 1);
  g_object_set (fixture->selection, "selecting", FALSE, NULL);
  g_assert_cmpuint (msp_journal_selection_get_size (fixture->selection), ==, 0);
}

#define ADD_TEST(name, func) \
  g_test_add ("/journal-selection/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("what-moves-stays-selected", test_what_moves_stays_selected);
  ADD_TEST ("what-goes-is-selected-no-more", test_what_goes_is_selected_no_more);
  ADD_TEST ("keys-come-in-the-order-of-the-list", test_keys_come_in_the_order_of_the_list);
  ADD_TEST ("leaving-selection-mode-unselects", test_leaving_selection_mode_unselects);

  return g_test_run ();
}
