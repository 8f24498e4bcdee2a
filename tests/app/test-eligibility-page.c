/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/pages/msp-eligibility-page.h"
#include "app/widgets/msp-wizard.h"

static void
answer (MspWizard  *wizard,
        const char *value)
{
  const char *const values[] = { value, NULL };

  msp_wizard_set_values (wizard, values);
}

static void
test_wizard_ends_where_nothing_matters (void)
{
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, NULL);
  g_autoptr (MspWizard) wizard = msp_wizard_new (catalog, NULL);

  g_assert_cmpstr (msp_wizard_get_question (wizard)->id, ==, "employed_by_microsoft");
  g_assert_false (msp_wizard_is_last (wizard));
  answer (wizard, "true");
  g_assert_true (msp_wizard_is_last (wizard));
  g_assert_false (msp_wizard_go_next (wizard));

  answer (wizard, "false");
  g_assert_true (msp_wizard_go_next (wizard));
  g_assert_cmpuint (msp_wizard_get_position (wizard), ==, 1);
  g_assert_true (msp_wizard_go_back (wizard));
  g_assert_cmpstr (msp_wizard_get_values (wizard)[0], ==, "false");
}

static void
test_wizard_resumes_behind_the_last_answer (void)
{
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, NULL);
  g_autoptr (MspWizard) wizard = msp_wizard_new (catalog, NULL);

  answer (wizard, "false");
  g_assert_true (msp_wizard_go_next (wizard));
  g_assert_true (msp_wizard_go_next (wizard));
  answer (wizard, "true");
  msp_wizard_resume (wizard);

  g_assert_true (msp_wizard_is_half_done (wizard));
  g_assert_cmpuint (msp_wizard_get_position (wizard), ==, 3);
  msp_wizard_finish (wizard);
  g_assert_false (msp_wizard_is_half_done (wizard));
}

static GtkWidget *
find_by_name (GtkWidget  *widget,
              const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    found = widget;
  else if (GTK_IS_LABEL (widget) &&
           g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), label))
    found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_name (child, label);

  return found;
}

static void
test_page_shows_a_result_without_a_journal (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  MspServices *services = msp_services_new (path, &error);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *page;

  g_assert_no_error (error);
  page = g_object_new (MSP_TYPE_ELIGIBILITY_PAGE, "services", services, NULL);
  gtk_window_set_child (window, page);
  gtk_window_present (window);
  g_assert_nonnull (find_by_name (page, "Start"));

  msp_eligibility_page_start (MSP_ELIGIBILITY_PAGE (page));
  g_assert_nonnull (find_by_name (page, "Question 1 of about"));
  for (int i = 0; i < 20 && find_by_name (page, "See result") == NULL; i++)
    g_assert_true (gtk_widget_activate_action (page, "eligibility.skip", NULL));
  g_assert_true (gtk_widget_activate_action (page, "eligibility.next", NULL));
  g_assert_nonnull (find_by_name (page, "Your result, "));
  g_assert_nonnull (find_by_name (page, "Start again"));
  g_assert_nonnull (find_by_name (page, "Not answered"));

  gtk_window_destroy (window);
  msp_services_close (services);
  g_object_unref (services);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/eligibility-page/wizard-ends-where-nothing-matters",
                   test_wizard_ends_where_nothing_matters);
  g_test_add_func ("/eligibility-page/wizard-resumes-behind-the-last-answer",
                   test_wizard_resumes_behind_the_last_answer);
  g_test_add_func ("/eligibility-page/shows-a-result-without-a-journal",
                   test_page_shows_a_result_without_a_journal);

  return g_test_run ();
}
