/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "app/widgets/msp-import-choices.h"
#include "app/widgets/msp-import-mappings.h"
#include "app/widgets/msp-import-rejects.h"
#include "app/widgets/msp-import-words.h"

static MspCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  MspCatalog *catalog = msp_catalog_load (NULL, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

static MspImportSource *
open_text (const char *text)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MspImportSource *source =
    msp_import_source_open_bytes (catalog, bytes, "table", MSP_IMPORT_AUTO, NULL, &error);

  g_assert_no_error (error);

  return source;
}

static const char *
get_field (MspImportSource *source,
           guint            i)
{
  const MspImportColumn *column =
    g_ptr_array_index (msp_import_source_get_columns (source), i);

  return column->field;
}

static void
test_shows_dates_both_ways (void)
{
  g_autoptr (MspImportSource) source =
    open_text ("title,date\nA,03/04/2026\nB,05/05/2026\nC,06/07/2026\n");
  GPtrArray *columns = msp_import_source_get_columns (source);
  g_autofree char *day = msp_import_words_dates (columns, MSP_DATE_ORDER_DMY);
  g_autofree char *month = msp_import_words_dates (columns, MSP_DATE_ORDER_MDY);

  /* The one that is the same day in both orders says nothing. */
  g_assert_cmpstr (day, ==, "03/04/2026 is 3 April 2026\n06/07/2026 is 6 July 2026");
  g_assert_cmpstr (month, ==, "03/04/2026 is 4 March 2026\n06/07/2026 is 7 June 2026");
}

static void
test_says_what_is_missing (void)
{
  g_autoptr (MspImportSource) none = open_text ("What;When\nA;2026-01-01\n");
  g_autoptr (MspImportSource) all = open_text ("title,date,Remark\nA,2026-01-01,x\n");
  g_autofree char *missing = msp_import_words_missing (msp_import_source_get_columns (none));
  g_autofree char *used = msp_import_words_columns (msp_import_source_get_columns (all), FALSE);
  g_autofree char *again = msp_import_words_columns (msp_import_source_get_columns (all), TRUE);

  g_assert_cmpstr (missing, ==, "No column is known to be the title. Say which one it is.");
  g_assert_null (msp_import_words_missing (msp_import_source_get_columns (all)));
  g_assert_cmpstr (used, ==, "2 of 3 are used");
  g_assert_cmpstr (again, ==, "2 of 3 are used, as the last time");
}

static void
test_counts_what_was_done (void)
{
  MspImportReport report = { .read = 9, .added = 1, .updated = 2, .duplicates = 3, .rejected = 1 };
  g_autofree char *text = msp_import_words_result (&report);

  g_assert_cmpstr (text, ==, "1 contribution was added.\n2 were changed.\n3 were there already and left "
                             "as they are.\n1 row was rejected. Save it, mend it, and import it again.");
}

static void
test_takes_a_field_over (void)
{
  g_autoptr (MspImportSource) source = open_text ("title,date,Name\nA,2026-01-01,B\n");
  MspImportChoices *choices = msp_import_choices_new ();

  g_assert_false (msp_import_choices_apply (choices, source));
  msp_import_choices_add (choices, "Name", "title");
  g_assert_true (msp_import_choices_apply (choices, source));
  g_assert_cmpstr (get_field (source, 2), ==, "title");
  g_assert_null (get_field (source, 0));
  g_assert_false (msp_import_choices_apply (choices, source));
  msp_import_choices_free (choices);
}

static void
test_remembers_mappings (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.example.MsPrograms");
  g_autoptr (MspImportSource) source = open_text ("title,date,Name\nA,2026-01-01,B\n");
  g_autoptr (MspImportSource) same = open_text ("title,date,Name\nC,2026-01-02,D\n");
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (GVariant) kept = NULL;
  MspImportChoices *choices = msp_import_choices_new ();

  g_assert_null (msp_import_mappings_find (settings, msp_import_source_get_header (source)));
  msp_import_choices_add (choices, "Name", "title");
  msp_import_choices_apply (choices, source);
  msp_import_mappings_remember (settings, msp_import_source_get_header (source),
                                msp_import_source_get_columns (source));
  fields = msp_import_mappings_find (settings, msp_import_source_get_header (same));
  g_assert_nonnull (fields);
  msp_import_choices_add_all (choices, fields, msp_import_source_get_columns (same));
  msp_import_choices_apply (choices, same);
  g_assert_null (get_field (same, 0));
  g_assert_cmpstr (get_field (same, 1), ==, "date");
  g_assert_cmpstr (get_field (same, 2), ==, "title");
  msp_import_choices_free (choices);

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *header = g_strdup_printf ("header %d", i);

      msp_import_mappings_remember (settings, header, msp_import_source_get_columns (source));
    }
  kept = g_settings_get_value (settings, "import-mappings");
  g_assert_cmpuint (g_variant_n_children (kept), ==, MSP_IMPORT_MAPPINGS_MAX);
  g_assert_null (msp_import_mappings_find (settings, msp_import_source_get_header (source)));
  g_settings_reset (settings, "import-mappings");
}

static void
test_lists_rejects (void)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (MspImportRejects) model = msp_import_rejects_new (catalog);
  g_autoptr (GPtrArray) rejects = g_ptr_array_new ();
  g_autofree char *value = g_strnfill (200, 'x');
  MspImportReject date = { .line = 7, .field = (char *) "date", .value = (char *) "31.04.\n",
                           .reason = (char *) "April has 30 days." };
  MspImportReject row = { .line = 8, .reason = (char *) "It has no cells." };
  MspImportReject views = { .line = 9, .field = (char *) "numberOfViews", .value = value,
                            .reason = (char *) "It is no number." };
  const char *const texts[] = { "Line 7, Date “31.04.”: April has 30 days.",
                                "Line 8: It has no cells.", "Line 9, Number of Views “xxx" };

  g_ptr_array_add (rejects, &date);
  g_ptr_array_add (rejects, &row);
  g_ptr_array_add (rejects, &views);
  msp_import_rejects_set (model, rejects);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_true (g_str_has_prefix (gtk_string_object_get_string (item), texts[i]));
      g_assert_cmpuint (strlen (gtk_string_object_get_string (item)), <, 160);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-words/shows-dates-both-ways", test_shows_dates_both_ways);
  g_test_add_func ("/import-words/says-what-is-missing", test_says_what_is_missing);
  g_test_add_func ("/import-words/counts-what-was-done", test_counts_what_was_done);
  g_test_add_func ("/import-words/takes-a-field-over", test_takes_a_field_over);
  g_test_add_func ("/import-words/remembers-mappings", test_remembers_mappings);
  g_test_add_func ("/import-words/lists-rejects", test_lists_rejects);

  return g_test_run ();
}
