/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/msp-comparison.h"

static const char *const two[] = { "mvp", "mlsa", NULL };
static const char *const all[] = { NULL };

static MspCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  MspCatalog *catalog = msp_catalog_load (NULL, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

static void
test_leaves_out_what_is_alike (void)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (GPtrArray) rows = msp_comparison_rows (catalog, all, FALSE, NULL);
  g_autoptr (GPtrArray) different = msp_comparison_rows (catalog, all, TRUE, NULL);

  g_assert_cmpuint (rows->len, ==, 9);
  g_assert_cmpuint (different->len, ==, 8);
}

static void
test_searches_every_word (void)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (GPtrArray) found = msp_comparison_rows (catalog, all, FALSE, "AWARD  term");
  g_autoptr (GPtrArray) nothing = msp_comparison_rows (catalog, all, FALSE, "award zebra");

  g_assert_cmpuint (found->len, >=, 1);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_writes_columns_in_order (void)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autofree char *csv = msp_comparison_write (catalog, two, FALSE, MSP_COMPARISON_CSV);
  g_autofree char *markdown = msp_comparison_write (catalog, two, FALSE, MSP_COMPARISON_MARKDOWN);
  g_auto (GStrv) csv_lines = g_strsplit (csv, "\r\n", -1);
  g_auto (GStrv) markdown_lines = g_strsplit (markdown, "\n", -1);

  g_assert_cmpuint (g_strv_length (csv_lines), ==, 11);
  g_assert_true (g_str_has_prefix (csv_lines[0], "\"Aspect\",\""));
  g_assert_nonnull (strstr (csv_lines[0], "\"Most Valuable Professional\""));
  g_assert_null (strstr (csv, "Regional Director\""));
  g_assert_cmpstr (markdown_lines[1], ==, "| --- | --- | --- |");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison/leaves-out-what-is-alike", test_leaves_out_what_is_alike);
  g_test_add_func ("/comparison/searches-every-word", test_searches_every_word);
  g_test_add_func ("/comparison/writes-columns-in-order", test_writes_columns_in_order);

  return g_test_run ();
}
