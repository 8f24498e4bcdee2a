/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/msp-entry-table.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/widgets/msp-table-columns.h"
#include "app/widgets/msp-table-row.h"

#define TIMEOUT_US (20 * G_USEC_PER_SEC)

typedef struct
{
  char            *folder;
  MspJournalStore *store;
  MspJournalModel *model;
  GSettings       *settings;
  GtkWidget       *window;
  MspEntryTable   *table;
  char            *sorted_by; /* (nullable): of the last action */
  guint            n_reversed;
} Fixture;

static void
sort_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->sorted_by);
  fixture->sorted_by = g_variant_dup_string (parameter, NULL);
}

static void
reversed_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ((Fixture *) user_data)->n_reversed++;
}

static void
add_entries (Fixture *fixture)
{
  static const char *const titles[] = { "Alpha", "Beta & <b>", "Gamma" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (MspContribution) entry = msp_contribution_new ();
      g_autofree char *id = NULL;

      g_free (entry->title);
      entry->title = g_strdup (titles[i]);
      g_free (entry->type);
      entry->type = g_strdup ("Blog");
      entry->date = msp_day_new (2026, 3, 1 + (int) i);
      id = msp_journal_store_add (fixture->store, entry, NULL);
      g_assert_nonnull (id);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry actions[] = {
    { .name = "sort", .activate = sort_activated, .parameter_type = "s" },
    { .name = "reversed", .activate = reversed_activated },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (MspJournalSelection) selection = NULL;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (MspQuery) query = msp_query_new ();

  fixture->folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->store = msp_journal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  add_entries (fixture);
  fixture->settings = g_settings_new ("com.example.MsPrograms");
  g_settings_reset (fixture->settings, "journal-columns");
  fixture->model = msp_journal_model_new (fixture->store);
  selection = msp_journal_selection_new (fixture->model);
  msp_journal_model_set_query (fixture->model, query);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 400);
  fixture->table = g_object_new (MSP_TYPE_ENTRY_TABLE, NULL);
  msp_entry_table_set_settings (fixture->table, fixture->settings);
  msp_entry_table_set_selection (fixture->table, selection);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture);
  gtk_widget_insert_action_group (fixture->window, "journal", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "journal.db", NULL);

  g_object_add_weak_pointer (G_OBJECT (fixture->table), (gpointer *) &fixture->table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->model);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->table);
  msp_journal_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_object_unref (fixture->settings);
  g_free (fixture->sorted_by);
  g_unlink (path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), name))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, name);

  return found;
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  GtkWidget *found = NULL;

  if (MSP_IS_TABLE_ROW (widget))
    {
      const MspEntrySummary *summary = msp_table_row_get_summary (MSP_TABLE_ROW (widget));

      return summary != NULL && g_str_equal (summary->title, title) ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static GtkWidget *
wait_for_row (Fixture    *fixture,
              const char *title)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_US;
  GtkWidget *row = NULL;

  while (row == NULL && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      row = find_row (GTK_WIDGET (fixture->table), title);
    }
  g_assert_nonnull (row);

  return row;
}

static void
click (Fixture    *fixture,
       const char *name)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->table), name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_column (Fixture    *fixture,
            const char *name)
{
  return gtk_widget_get_visible (find_button (GTK_WIDGET (fixture->table), name));
}

static void
test_headers_sort (Fixture       *fixture,
                   gconstpointer  data)
{
  click (fixture, "Reach");
  g_assert_cmpstr (fixture->sorted_by, ==, "reach");
  g_assert_cmpuint (fixture->n_reversed, ==, 0);

  msp_entry_table_set_sort (fixture->table, MSP_SORT_REACH, FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (GTK_WIDGET (fixture->table), "Reach")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Sorted downwards");
  click (fixture, "Reach");
  g_assert_cmpuint (fixture->n_reversed, ==, 1);
  click (fixture, "Title");
  g_assert_cmpstr (fixture->sorted_by, ==, "title");
}

static void
test_rows_say_their_entry (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *item = gtk_widget_get_parent (wait_for_row (fixture, "Beta & <b>"));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Beta & <b>, 2 Mar, Blog, 0 people");
}

static void
test_columns_are_chosen_and_kept (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (MspTableColumns) kept = msp_table_columns_new ();
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  int width;

  g_assert_true (has_column (fixture, "Area"));
  g_assert_false (has_column (fixture, "Link"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.hide", "s", "area");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.hide", "s", "title");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.show-link", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.move-back", "s", "reach");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.widen", "s", "date");
  g_assert_false (has_column (fixture, "Area"));
  g_assert_true (has_column (fixture, "Title"));
  g_assert_true (has_column (fixture, "Link"));

  msp_table_columns_lay_out (kept, 0, cells);
  width = cells[0].width;
  msp_table_columns_set_settings (kept, fixture->settings);
  g_assert_cmpuint (msp_table_columns_lay_out (kept, 0, cells), ==, 6);
  g_assert_cmpint (cells[0].column, ==, MSP_TABLE_COLUMN_DATE);
  g_assert_cmpint (cells[0].width, >, width);
  g_assert_cmpint (cells[2].column, ==, MSP_TABLE_COLUMN_REACH);
  g_assert_cmpint (cells[3].column, ==, MSP_TABLE_COLUMN_TYPE);
  g_assert_cmpint (cells[5].column, ==, MSP_TABLE_COLUMN_LINK);

  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.reset", NULL);
  g_assert_true (has_column (fixture, "Area"));
  g_assert_false (has_column (fixture, "Link"));
}

static void
test_strange_settings_are_passed_over (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (MspTableColumns) columns = msp_table_columns_new ();
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  guint n_cells;

  g_settings_set (fixture->settings, "journal-columns", "a(sbi)", NULL);
  g_settings_set_value (fixture->settings, "journal-columns",
                        g_variant_new_parsed ("[('reach', true, 99999), ('mood', true, 3), ('reach', false, 5), "
                                              "('title', false, -4), ('', true, 0)]"));
  msp_table_columns_set_settings (columns, fixture->settings);
  n_cells = msp_table_columns_lay_out (columns, 0, cells);
  g_assert_cmpuint (n_cells, ==, 6);
  g_assert_cmpint (cells[0].column, ==, MSP_TABLE_COLUMN_REACH);
  g_assert_cmpint (cells[0].width, ==, 2000);
  g_assert_cmpint (cells[1].column, ==, MSP_TABLE_COLUMN_TITLE);
  g_assert_cmpint (cells[1].width, >, 48);
  g_assert_cmpint (cells[2].column, ==, MSP_TABLE_COLUMN_DATE);
}

static void
test_title_takes_what_is_left (void)
{
  g_autoptr (MspTableColumns) columns = msp_table_columns_new ();
  MspTableCell narrow[MSP_TABLE_N_COLUMNS];
  MspTableCell wide[MSP_TABLE_N_COLUMNS];
  int width = msp_table_columns_get_width (columns);
  guint n_cells = msp_table_columns_lay_out (columns, width, narrow);

  g_assert_cmpuint (msp_table_columns_lay_out (columns, width + 100, wide), ==, n_cells);
  for (guint i = 0; i < n_cells; i++)
    g_assert_cmpint (wide[i].width - narrow[i].width, ==,
                     wide[i].column == MSP_TABLE_COLUMN_TITLE ? 100 : 0);
}

#define ADD_TEST(name, func) \
  g_test_add ("/entry-table/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MS_PROGRAMS_TODAY", "2026-11-23", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD_TEST ("headers-sort", test_headers_sort);
  ADD_TEST ("rows-say-their-entry", test_rows_say_their_entry);
  ADD_TEST ("columns-are-chosen-and-kept", test_columns_are_chosen_and_kept);
  ADD_TEST ("strange-settings-are-passed-over", test_strange_settings_are_passed_over);
  g_test_add_func ("/entry-table/title-takes-what-is-left", test_title_takes_what_is_left);

  return g_test_run ();
}
