/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/msp-evidence-row.h"
#include "app/widgets/msp-question-view.h"
#include "base/msp-clock.h"

static void
add_entry (MspJournalStore *store,
           const char      *title,
           const char      *type)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup (type);
  entry->date = msp_clock_today ();
  id = msp_journal_store_add (store, entry, &error);
  g_assert_no_error (error);
}

static void
test_names_the_entries (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, &error);
  g_autoptr (MspJournalStore) store = msp_journal_store_open (path, FALSE, &error);
  g_autoptr (MspEvidenceLoader) loader = msp_evidence_loader_new (catalog);
  g_autoptr (MspAnswers) answers = msp_answers_new (catalog);
  g_auto (GStrv) months = NULL;
  GtkWidget *row;

  g_assert_no_error (error);
  add_entry (store, "Q&A <b>é 漢", "Blog");
  add_entry (store, "A talk", "Speaker/Presenter at Third-party Event");
  msp_evidence_loader_set_store (loader, store);
  while (msp_evidence_loader_get_newest (loader)->len < 2)
    g_main_context_iteration (NULL, TRUE);

  months = msp_evidence_loader_suggest (loader, answers,
                                        msp_catalog_find_question (catalog, "months_active"));
  g_assert_cmpstr (months[0], ==, "1");

  row = g_object_ref_sink (msp_evidence_row_new (loader));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "From your journal: 1 month, 2 entries");
  g_object_unref (row);
  msp_evidence_loader_set_store (loader, NULL);
  msp_journal_store_close (store);
}

static void
test_question_names_its_controls (void)
{
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, NULL);
  GtkWidget *view = g_object_ref_sink (msp_question_view_new ());
  const MspQuestion *question = msp_catalog_find_question (catalog, "contribution_kinds");
  const char *const chosen[] = { "content", "mentoring", NULL };
  g_auto (GStrv) values = NULL;
  g_auto (GStrv) unanswered = NULL;

  msp_question_view_set_question (MSP_QUESTION_VIEW (view), question, chosen, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       question->title);
  values = msp_question_view_get_values (MSP_QUESTION_VIEW (view));
  g_assert_cmpuint (g_strv_length (values), ==, 2);

  msp_question_view_set_question (MSP_QUESTION_VIEW (view),
                                  msp_catalog_find_question (catalog, "student"), NULL, NULL);
  unanswered = msp_question_view_get_values (MSP_QUESTION_VIEW (view));
  g_assert_null (unanswered);
  g_object_unref (view);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/question-view/names-its-controls", test_question_names_its_controls);
  g_test_add_func ("/question-view/names-the-entries", test_names_the_entries);

  return g_test_run ();
}
