/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/msp-bar-chart.h"

static void
test_says_its_figures (void)
{
  GtkWidget *chart = g_object_ref_sink (msp_bar_chart_new ());

  msp_bar_chart_set_title (MSP_BAR_CHART (chart), "Depth");
  msp_bar_chart_add (MSP_BAR_CHART (chart), "Q&A <b>", 2, 5, "2 of 5", "program-green");
  msp_bar_chart_add (MSP_BAR_CHART (chart), "MVP", 9, 5, "5 of 5", NULL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Depth");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Q&A <b>: 2 of 5, MVP: 5 of 5");
  g_assert_finalize_object (chart);
}

static void
test_clear_starts_again (void)
{
  GtkWidget *chart = g_object_ref_sink (msp_bar_chart_new ());

  msp_bar_chart_add (MSP_BAR_CHART (chart), "Blog", 0, 0, "0", NULL);
  msp_bar_chart_clear (MSP_BAR_CHART (chart));
  msp_bar_chart_add (MSP_BAR_CHART (chart), "Talk", 1, 1, "1", NULL);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Talk: 1");
  g_assert_finalize_object (chart);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/bar-chart/says-its-figures", test_says_its_figures);
  g_test_add_func ("/bar-chart/clear-starts-again", test_clear_starts_again);

  return g_test_run ();
}
