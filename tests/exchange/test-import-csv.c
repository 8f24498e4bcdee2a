/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-tools.h"

static void
assert_day (MspDay      day,
            const char *iso)
{
  g_autofree char *text = msp_day_to_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_account_table (void)
{
  g_autoptr (Import) import = import_fixture ("account-table.csv");
  const MspContribution *blog = import_entry (import, 0);
  const MspContribution *forum = import_entry (import, 1);
  const MspContribution *book = import_entry (import, 2);

  g_assert_cmpint (msp_import_source_get_kind (import->source), ==, MSP_IMPORT_CSV);
  g_assert_cmpuint (import->entries->len, ==, 3);
  assert_day (blog->date, "2026-04-12");
  g_assert_cmpstr (blog->title, ==, "Private endpoints in ten minutes");
  g_assert_cmpstr (blog->description, ==, "Step by step, with pictures");
  g_assert_cmpstr (blog->area, ==, "Azure Networking");
  g_assert_cmpstr (blog->role, ==, "Author");
  g_assert_cmpstr (blog->audience[0], ==, "Developer");
  g_assert_cmpstr (blog->audience[1], ==, "IT Pro");
  g_assert_true (blog->is_high_impact);
  g_assert_cmpstr (forum->type, ==, "Online Support");
  g_assert_cmpstr (forum->role, ==, "Moderator");
  g_assert_false (forum->is_high_impact);
  g_assert_cmpstr (book->type, ==, "Book/E-book");
  g_assert_cmpstr (book->role, ==, "Co-Author");
  g_assert_cmpstr (book->description, ==, "He said \"yes\"\nand then no");
  /* As written, in its own zone. */
  assert_day (book->date, "2026-06-30");
}

static void
test_tracker (void)
{
  g_autoptr (Import) import = import_fixture ("tracker.csv");
  const MspContribution *queues = import_entry (import, 0);
  const MspContribution *hours = import_entry (import, 1);

  assert_day (queues->date, "2026-04-25");
  g_assert_cmpstr (queues->type, ==, "Blog");
  g_assert_cmpstr (queues->area, ==, "Azure Integration PaaS");
  g_assert_cmpstr (queues->additional_areas[0], ==, ".NET");
  g_assert_null (queues->additional_areas[1]);
  g_assert_cmpint (msp_contribution_get_figure (queues, "numberOfViews"), ==, 1250);
  g_assert_cmpint (msp_contribution_get_figure (queues, "Stars"), ==, 17);
  g_assert_cmpint (queues->reach, ==, 1250);
  g_assert_false (queues->is_private);
  assert_day (hours->date, "2026-05-03");
  g_assert_cmpstr (hours->type, ==, "Mentorship/Coaching");
  g_assert_cmpstr (hours->additional_areas[1], ==, "C++");
  g_assert_cmpint (msp_contribution_get_figure (hours, "Stars"), ==, -1);
  g_assert_true (hours->is_private);
}

static void
test_contributions (void)
{
  g_autoptr (Import) import = import_fixture ("contributions.csv");
  const MspContribution *talk = import_entry (import, 0);
  const MspContribution *site = import_entry (import, 1);
  const MspContribution *video = import_entry (import, 2);

  g_assert_cmpstr (talk->title, ==, "Keynote on DNS");
  g_assert_cmpstr (talk->description, ==, "Two halls");
  g_assert_cmpstr (talk->url, ==, "https://example.org/dns");
  g_assert_cmpstr (talk->type, ==, "Speaker/Presenter at Third-party Event");
  g_assert_cmpstr (talk->area, ==, "Azure Networking");
  g_assert_cmpstr (talk->additional_areas[0], ==, "PowerShell");
  g_assert_cmpint (msp_contribution_get_figure (talk, "inPersonAttendees"), ==, 450);
  g_assert_cmpint (talk->quantity, ==, 1);
  g_assert_cmpint (msp_contribution_get_figure (talk, "secondAnnualQuantity"), ==, 3);
  g_assert_false (talk->is_private);
  g_assert_cmpstr (site->type, ==, "Site Owner");
  g_assert_cmpint (site->quantity, ==, 12);
  g_assert_cmpint (msp_contribution_get_figure (site, "reach"), ==, 9000);
  g_assert_true (site->is_private);
  g_assert_cmpstr (video->type, ==, "Webinar/Online Training/Video/Livestream");
  g_assert_cmpuint (video->figures->len, ==, 0);
}

static void
test_mapping (void)
{
  g_autoptr (Import) import = import_open_fixture ("spreadsheet.csv");
  GPtrArray *columns = msp_import_source_get_columns (import->source);
  const MspImportColumn *kind = g_ptr_array_index (columns, 2);
  const MspContribution *blog;

  g_assert_cmpuint (columns->len, ==, 6);
  g_assert_cmpstr (msp_import_source_get_header (import->source), ==,
                   "When,What,Kind,Page,Hits,Remark");
  g_assert_cmpstr (kind->name, ==, "Kind");
  g_assert_null (kind->field);
  g_assert_cmpstr (kind->samples[0], ==, "blog");
  g_assert_cmpstr (kind->samples[1], ==, "Speaking (User Group/Meetup/Local events)");
  g_assert_false (import_read (import));
  g_assert_error (import->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN);

  g_assert_true (msp_import_source_map (import->source, "When", "date", NULL));
  g_assert_true (msp_import_source_map (import->source, "what", "title", NULL));
  g_assert_true (msp_import_source_map (import->source, "Kind", "activityTypeName", NULL));
  g_assert_true (msp_import_source_map (import->source, "Page", "url", NULL));
  g_assert_true (msp_import_source_map (import->source, "Hits", "annualReach", NULL));
  g_assert_true (msp_import_source_map (import->source, "Remark", "metric:x", NULL));
  g_assert_true (msp_import_source_map (import->source, "Remark", "notes", NULL));
  g_assert_cmpstr (kind->field, ==, "activityTypeName");
  g_assert_true (import_read (import));

  blog = import_entry (import, 0);
  assert_day (blog->date, "2026-04-14");
  g_assert_cmpstr (blog->type, ==, "Blog");
  g_assert_cmpint (msp_contribution_get_figure (blog, "numberOfViews"), ==, 1204);
  g_assert_cmpstr (blog->notes, ==, "to be checked");
  assert_day (import_entry (import, 1)->date, "2026-05-02");
  g_assert_cmpint (msp_contribution_get_figure (import_entry (import, 1), "inPersonAttendees"), ==, 85);
}

static void
test_mapping_moves_a_field (void)
{
  g_autoptr (Import) import = import_open_text ("Date,Title,Headline\n2026-01-02,a,b\n", -1,
                                                MSP_IMPORT_AUTO, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (msp_import_source_map (import->source, "Headline", "title", NULL));
  g_assert_true (import_read (import));
  g_assert_cmpstr (import_entry (import, 0)->title, ==, "b");

  g_assert_true (msp_import_source_map (import->source, "Headline", NULL, NULL));
  g_assert_false (import_read (import));
  g_assert_error (import->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN);

  g_assert_false (msp_import_source_map (import->source, "Nothing", "title", &error));
  g_assert_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN);
  g_clear_error (&error);
  g_assert_false (msp_import_source_map (import->source, "Title", "shoeSize", &error));
  g_assert_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN);
}

static void
test_date_order_is_asked (void)
{
  g_autoptr (Import) import = import_open_text ("Date,Title\n03/04/2026,a\n05/05/2026,b\n", -1,
                                                MSP_IMPORT_AUTO, NULL);

  g_assert_cmpint (msp_import_source_get_date_order (import->source), ==, MSP_DATE_ORDER_UNKNOWN);
  g_assert_false (import_read (import));
  g_assert_error (import->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_DATE_ORDER);
  g_assert_nonnull (strstr (import->error->message, "03/04/2026"));

  msp_import_source_set_date_order (import->source, MSP_DATE_ORDER_MDY);
  g_assert_true (import_read (import));
  assert_day (import_entry (import, 0)->date, "2026-03-04");

  msp_import_source_set_date_order (import->source, MSP_DATE_ORDER_DMY);
  g_assert_true (import_read (import));
  assert_day (import_entry (import, 0)->date, "2026-04-03");
}

static void
test_date_order_is_proved (void)
{
  g_autoptr (Import) american = import_text ("Date,Title\n3/4/2026,a\n4/30/2026 6:02 PM,b\n");
  g_autoptr (Import) european = import_text ("Date,Title\n3-4-2026,a\n30-4-2026,b\n");
  g_autoptr (Import) mixed = import_text ("Date,Title\n30/4/2026,a\n4/30/2026,b\n");

  assert_day (import_entry (american, 0)->date, "2026-03-04");
  assert_day (import_entry (american, 1)->date, "2026-04-30");
  assert_day (import_entry (european, 0)->date, "2026-04-03");
  g_assert_error (mixed->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_DATE_ORDER);
}

static void
test_shapes (void)
{
  const char *const texts[] = {
    "Date,Title,Tags\n2026-01-02,\"a;b\",x;y\n", "Date;Title;Tags\r\n2026-01-02;\"a;b\";\"x;y\"\r\n",
    "Date\tTitle\tTags\r2026-01-02\ta;b\tx,y\r", "\n\nsep=;\nDate;Title;Tags\n\n2026-01-02;\"a;b\";\"x;y\";;\n;;;\n",
    "\xef\xbb\xbf\"Date\",\"Title\",\"Tags\"\n\"2026-01-02\",\"a;b\",\"x;y\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Import) import = import_text (texts[i]);
      const MspContribution *entry;

      g_assert_no_error (import->error);
      g_assert_cmpuint (import->entries->len, ==, 1);
      entry = import_entry (import, 0);
      assert_day (entry->date, "2026-01-02");
      g_assert_cmpstr (entry->title, ==, "a;b");
      g_assert_cmpstr (entry->tags[0], ==, "x");
      g_assert_cmpstr (entry->tags[1], ==, "y");
    }
}

static void
test_rejects_can_be_mended (void)
{
  g_autoptr (Import) import = import_text ("Date,Title,URL\r\n"
                                           "2023-02-29,a,\r\n"
                                           "2026-01-02,\"\r\n\",https://example.org/\r\n"
                                           "2026-01-02,good,\r\n"
                                           "2026-01-02,c,ftp://example.org/\r\n");
  g_autofree char *file = import_dup_rejects (import);
  g_autoptr (GString) mended = g_string_new (file);
  g_autoptr (Import) again = NULL;

  g_assert_cmpuint (import->entries->len, ==, 1);
  g_assert_cmpuint (import->rejects->len, ==, 3);
  g_assert_cmpuint (import_reject (import, 0)->line, ==, 2);
  g_assert_cmpstr (import_reject (import, 0)->field, ==, "date");
  g_assert_cmpstr (import_reject (import, 0)->value, ==, "2023-02-29");
  g_assert_cmpuint (import_reject (import, 1)->line, ==, 3);
  g_assert_cmpstr (import_reject (import, 1)->field, ==, "title");
  g_assert_cmpuint (import_reject (import, 2)->line, ==, 6);
  g_assert_cmpstr (import_reject (import, 2)->field, ==, "url");
  g_assert_cmpstr (import_reject (import, 2)->value, ==, "ftp://example.org/");
  g_assert_cmpstr (file, ==, "Date,Title,URL\r\n2023-02-29,a,\r\n"
                             "2026-01-02,\"\r\n\",https://example.org/\r\n"
                             "2026-01-02,c,ftp://example.org/\r\n");

  g_string_replace (mended, "2023-02-29", "2023-02-28", 0);
  g_string_replace (mended, "\"\r\n\"", "b", 0);
  g_string_replace (mended, "ftp:", "https:", 0);
  again = import_text (mended->str);
  g_assert_cmpuint (again->entries->len, ==, 3);
  g_assert_cmpuint (again->rejects->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-csv/account-table", test_account_table);
  g_test_add_func ("/import-csv/tracker", test_tracker);
  g_test_add_func ("/import-csv/contributions", test_contributions);
  g_test_add_func ("/import-csv/mapping", test_mapping);
  g_test_add_func ("/import-csv/mapping-moves-a-field", test_mapping_moves_a_field);
  g_test_add_func ("/import-csv/date-order-is-asked", test_date_order_is_asked);
  g_test_add_func ("/import-csv/date-order-is-proved", test_date_order_is_proved);
  g_test_add_func ("/import-csv/shapes", test_shapes);
  g_test_add_func ("/import-csv/rejects-can-be-mended", test_rejects_can_be_mended);

  return g_test_run ();
}
