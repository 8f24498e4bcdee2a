/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/pages/msp-compare-page.h"
#include "app/widgets/msp-comparison-table.h"

static GtkWidget *
find_by_role (GtkWidget         *widget,
              GtkAccessibleRole  role,
              guint             *skip)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role && (*skip)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_role (child, role, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_by_role (GtkWidget         *widget,
               GtkAccessibleRole  role)
{
  guint n = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_by_role (child, role);

  return n;
}

static void
test_table_names_row_and_column_of_each_cell (void)
{
  static const char *const ids[] = { "mlsa", "mvp", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, &error);
  GtkWidget *table = g_object_ref_sink (g_object_new (MSP_TYPE_COMPARISON_TABLE, NULL));
  const MspComparisonRow *row;
  const MspProgram *program;
  g_autofree char *expected = NULL;
  guint second_cell = 1;
  guint first_cell = 0;

  g_assert_no_error (error);
  msp_comparison_table_fill (MSP_COMPARISON_TABLE (table), catalog, ids,
                             msp_catalog_get_comparison (catalog));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_ROLE_TABLE);
  g_assert_cmpuint (count_by_role (table, GTK_ACCESSIBLE_ROLE_ROW_HEADER), ==, 9);
  g_assert_cmpuint (count_by_role (table, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 3);
  /* Two cells and an explanation a row. */
  g_assert_cmpuint (count_by_role (table, GTK_ACCESSIBLE_ROLE_CELL), ==, 27);

  row = g_ptr_array_index (msp_catalog_get_comparison (catalog), 0);
  program = msp_catalog_find_program (catalog, "mvp");
  expected = g_strdup_printf ("%s, %s: %s", row->name, program->name,
                              ((const MspFact *) g_ptr_array_index (row->cells, 1))->text);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_by_role (table,
                                                                     GTK_ACCESSIBLE_ROLE_CELL,
                                                                     &second_cell)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  g_assert_true (gtk_widget_get_focusable (find_by_role (table, GTK_ACCESSIBLE_ROLE_CELL,
                                                         &first_cell)));
  g_assert_finalize_object (table);
}

static void
test_page_keeps_to_known_programs (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  MspServices *services = msp_services_new (path, &error);
  GtkWidget *page;

  g_assert_no_error (error);
  page = g_object_ref_sink (g_object_new (MSP_TYPE_COMPARE_PAGE, "services", services, NULL));

  /* The wide table has a column for the names, the narrow one only that of its program. */
  g_assert_cmpuint (count_by_role (page, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 5);
  msp_compare_page_set_programs (MSP_COMPARE_PAGE (page), "mvp,nobody");
  g_assert_cmpuint (count_by_role (page, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 3);
  msp_compare_page_set_programs (MSP_COMPARE_PAGE (page), "nobody");
  g_assert_cmpuint (count_by_role (page, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 5);

  g_object_unref (page);
  msp_services_close (services);
  g_object_unref (services);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/compare-page/table-names-row-and-column-of-each-cell",
                   test_table_names_row_and_column_of_each_cell);
  g_test_add_func ("/compare-page/keeps-to-known-programs", test_page_keeps_to_known_programs);

  return g_test_run ();
}
