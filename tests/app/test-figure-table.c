/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/msp-figure-clipboard.h"
#include "app/widgets/msp-figure-editing.h"
#include "app/widgets/msp-figure-table.h"

#define N_ROWS 3

/* A dot: the Tab key stops there. */
static const char *const stops[N_ROWS] = { ".-.", "---", "-..", };

static gboolean
is_dot (MspFigurePlace place,
        gpointer       data)
{
  return stops[place.row][place.column] == '.';
}

static void
assert_tab (guint    row,
            guint    column,
            gboolean backwards,
            guint    to_row,
            guint    to_column)
{
  MspFigurePlace place = { row, column };

  g_assert_true (msp_figure_place_tab (&place, N_ROWS, 3, backwards, is_dot, NULL));
  g_assert_cmpuint (place.row, ==, to_row);
  g_assert_cmpuint (place.column, ==, to_column);
}

static void
test_tab_skips (void)
{
  MspFigurePlace last = { 2, 2 };
  MspFigurePlace first = { 0, 0 };

  assert_tab (0, 0, FALSE, 0, 2);
  assert_tab (0, 2, FALSE, 2, 1);
  assert_tab (2, 1, TRUE, 0, 2);
  g_assert_false (msp_figure_place_tab (&last, N_ROWS, 3, FALSE, is_dot, NULL));
  g_assert_cmpuint (last.column, ==, 2);
  g_assert_false (msp_figure_place_tab (&first, N_ROWS, 3, TRUE, is_dot, NULL));
  g_assert_false (msp_figure_place_tab (&first, N_ROWS, 0, FALSE, is_dot, NULL));
}

static void
test_moves_stay_inside (void)
{
  MspFigurePlace place = { 1, 1 };

  msp_figure_place_move (&place, N_ROWS, 3, 1000000000, -1);
  g_assert_cmpuint (place.row, ==, 2);
  g_assert_cmpuint (place.column, ==, 0);
  msp_figure_place_move (&place, N_ROWS, 3, -1000000000, -1);
  g_assert_cmpuint (place.row, ==, 0);
  g_assert_cmpuint (place.column, ==, 0);
}

static void
test_columns_follow_types (void)
{
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, NULL);
  const char *const types[] = { "Blog", "Something of mine", NULL };
  const char *const names[] = { "stars", "copiesSold", NULL };
  MspFigureUse use = { (char **) types, (char **) names };
  g_autoptr (GPtrArray) columns = msp_figure_columns_new (catalog, &use);
  const MspActivityType *blog = msp_catalog_find_activity_type (catalog, "Blog", NULL);
  const char *const expected[] = { "Number of Views", "Subscriber Base", "Copies Sold", "stars" };
  const MspFigureFit fits[] = { MSP_FIGURE_FITS, MSP_FIGURE_FITS, MSP_FIGURE_UNFIT, MSP_FIGURE_FREE };

  g_assert_cmpuint (columns->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < columns->len; i++)
    {
      const MspFigureColumn *column = g_ptr_array_index (columns, i);

      g_assert_cmpstr (column->label, ==, expected[i]);
      g_assert_cmpint (msp_figure_column_fit (column, blog), ==, fits[i]);
      g_assert_cmpint (msp_figure_column_fit (column, NULL), ==, MSP_FIGURE_FREE);
    }
}

typedef struct
{
  char                *folder;
  MspServices         *services;
  MspJournalModel     *model;
  MspJournalSelection *selection;
  MspFigureGrid       *grid;
  MspFigureEditing    *editing;
  GtkWidget           *window;
} Fixture;

static void
add (MspJournalStore *store,
     const char      *title,
     const char      *type,
     int              day,
     gint64           views)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup (type);
  entry->date = msp_day_new (2026, 10, day);
  if (views >= 0)
    msp_contribution_set_figure (entry, MSP_FIGURE_VIEWS, views);
  id = msp_journal_store_add (store, entry, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (MspQuery) query = msp_query_new ();
  MspJournalStore *store;

  fixture->folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->services = msp_services_new (path, NULL);
  while ((store = msp_services_get_store (fixture->services)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  add (store, "Zero trust at home", "Blog", 3, 100);
  add (store, "A talk", "Podcast", 2, -1);
  add (store, "Q&A <b>", "Blog", 1, -1);

  fixture->model = msp_journal_model_new (store);
  fixture->selection = msp_journal_selection_new (fixture->model);
  fixture->grid = MSP_FIGURE_GRID (msp_figure_grid_new ());
  fixture->editing = msp_figure_editing_new (fixture->grid, fixture->services);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  msp_figure_grid_set_journal (fixture->grid, fixture->services, fixture->selection);
  msp_journal_model_set_query (fixture->model, query);
  gtk_window_present (GTK_WINDOW (fixture->window));
  msp_figure_grid_focus (fixture->grid);
  while (msp_figure_grid_get_cell (fixture->grid) == NULL ||
         msp_figure_editing_get_value (fixture->editing) != 100)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->editing);
  g_object_unref (fixture->selection);
  g_object_unref (fixture->model);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  msp_services_close (fixture->services);
  g_object_unref (fixture->services);
  g_free (fixture->folder);
}

static void
assert_cursor (Fixture *fixture,
               guint    row,
               guint    column)
{
  MspFigurePlace place;

  g_assert_true (msp_figure_grid_get_cursor (fixture->grid, &place));
  g_assert_cmpuint (place.row, ==, row);
  g_assert_cmpuint (place.column, ==, column);
}

static gint64
views_of (Fixture *fixture,
          guint    row)
{
  MspFigureSheet *sheet = msp_figure_grid_get_context (fixture->grid)->sheet;

  return msp_figure_sheet_get (sheet, msp_journal_model_get_key (fixture->model, row),
                               MSP_FIGURE_VIEWS).value;
}

static void
settle (Fixture *fixture,
        guint    row)
{
  MspFigureSheet *sheet = msp_figure_grid_get_context (fixture->grid)->sheet;

  while (msp_figure_sheet_get (sheet, msp_journal_model_get_key (fixture->model, row),
                               MSP_FIGURE_VIEWS).is_pending)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_typing_replaces (Fixture       *fixture,
                      gconstpointer  data)
{
  MspFigureCell *cell = msp_figure_grid_get_cell (fixture->grid);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Number of Views, Zero trust at home, 100");
  msp_figure_editing_start (fixture->editing, "2");
  gtk_editable_set_text (GTK_EDITABLE (msp_figure_cell_get_text (cell)), "2.500");
  msp_figure_editing_move (fixture->editing, 1, 0);
  assert_cursor (fixture, 1, 0);
  g_assert_cmpint (views_of (fixture, 0), ==, 2500);
  settle (fixture, 0);
  g_assert_cmpint (views_of (fixture, 0), ==, 2500);
}

static void
test_wrong_text_stays (Fixture       *fixture,
                       gconstpointer  data)
{
  MspFigureCell *cell = msp_figure_grid_get_cell (fixture->grid);

  msp_figure_editing_start (fixture->editing, "1.5");
  g_assert_false (msp_figure_editing_finish (fixture->editing));
  msp_figure_editing_move (fixture->editing, 1, 0);
  assert_cursor (fixture, 0, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (msp_figure_cell_get_text (cell))), ==, "1.5");
  msp_figure_editing_stop (fixture->editing);
  g_assert_false (msp_figure_editing_is_writing (fixture->editing));
  g_assert_cmpint (views_of (fixture, 0), ==, 100);
}

static void
test_tab_goes_to_the_next_figure (Fixture       *fixture,
                                  gconstpointer  data)
{
  /* A podcast has sessions and views of streams, and neither views nor subscribers. */
  g_assert_true (msp_figure_editing_tab (fixture->editing, FALSE));
  assert_cursor (fixture, 0, 1);
  g_assert_true (msp_figure_editing_tab (fixture->editing, FALSE));
  assert_cursor (fixture, 1, 2);
  msp_figure_editing_move (fixture->editing, 0, -2);
  assert_cursor (fixture, 1, 0);
  msp_figure_editing_start (fixture->editing, "5");
  g_assert_false (msp_figure_editing_is_writing (fixture->editing));
}

static void
paste (Fixture    *fixture,
       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->grid)), text);
  msp_figure_clipboard_paste (fixture->grid, fixture->services);
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
test_paste_is_all_or_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  paste (fixture, "1\n2\n3\n");
  g_assert_cmpint (views_of (fixture, 0), ==, 100);
  paste (fixture, "1\n\nthree\n");
  g_assert_cmpint (views_of (fixture, 0), ==, 100);

  paste (fixture, "1,111\t2\n\n3 333\n4\n");
  settle (fixture, 2);
  g_assert_cmpint (views_of (fixture, 0), ==, 1111);
  g_assert_cmpint (views_of (fixture, 1), ==, -1);
  g_assert_cmpint (views_of (fixture, 2), ==, 3333);
}

static void
test_older_only_is_a_property (void)
{
  GtkWidget *table = g_object_ref_sink (msp_figure_table_new ());
  gboolean older_only = FALSE;

  msp_figure_table_set_older_only (MSP_FIGURE_TABLE (table), TRUE);
  g_object_get (table, "older-only", &older_only, NULL);
  g_assert_true (older_only);
  g_assert_finalize_object (table);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/figure-table/tab-skips", test_tab_skips);
  g_test_add_func ("/figure-table/moves-stay-inside", test_moves_stay_inside);
  g_test_add_func ("/figure-table/columns-follow-types", test_columns_follow_types);
  g_test_add ("/figure-table/typing-replaces", Fixture, NULL, set_up, test_typing_replaces, tear_down);
  g_test_add ("/figure-table/wrong-text-stays", Fixture, NULL, set_up, test_wrong_text_stays,
              tear_down);
  g_test_add ("/figure-table/tab-goes-to-the-next-figure", Fixture, NULL, set_up,
              test_tab_goes_to_the_next_figure, tear_down);
  g_test_add ("/figure-table/paste-is-all-or-nothing", Fixture, NULL, set_up,
              test_paste_is_all_or_nothing, tear_down);
  g_test_add_func ("/figure-table/older-only-is-a-property", test_older_only_is_a_property);

  return g_test_run ();
}
