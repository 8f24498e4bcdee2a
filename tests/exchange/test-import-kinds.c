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
assert_kind (Import        *import,
             MspImportKind  kind,
             guint          n_entries)
{
  g_assert_no_error (import->error);
  g_assert_cmpint (msp_import_source_get_kind (import->source), ==, kind);
  g_assert_cmpuint (msp_import_source_get_columns (import->source)->len, ==, 0);
  g_assert_cmpuint (import->rejects->len, ==, 0);
  g_assert_cmpuint (import->entries->len, ==, n_entries);
}

static void
test_account (void)
{
  g_autoptr (Import) import = import_fixture ("account.json");
  const MspContribution *blog;
  const MspContribution *posts;
  const MspContribution *labs;

  assert_kind (import, MSP_IMPORT_PRIVACY_EXPORT, 3);
  blog = import_entry (import, 0);
  posts = import_entry (import, 1);
  labs = import_entry (import, 2);
  assert_day (blog->date, "2023-05-04");
  g_assert_cmpstr (blog->description, ==, "Hot, cool\nand cold");
  g_assert_cmpstr (blog->area, ==, "Azure Storage");
  g_assert_cmpstr (blog->audience[1], ==, "IT Pro");
  g_assert_cmpstr (blog->tags[0], ==, "check-date");
  g_assert_true (blog->is_high_impact);
  g_assert_cmpint (blog->reach, ==, 812);
  g_assert_cmpint (msp_contribution_get_figure (blog, "numberOfViews"), ==, 812);
  g_assert_cmpstr (posts->type, ==, "Technical Social Media (Twitter, Facebook, LinkedIn...)");
  g_assert_cmpstr (posts->area, ==, "Underwater Networking");
  g_assert_cmpint (msp_contribution_get_figure (posts, "reach"), ==, 2300);
  g_assert_cmpint (posts->reach, ==, 0);
  g_assert_cmpstr (labs->type, ==, "Speaker/Presenter at Third-party Event");
  g_assert_cmpstr (labs->audience[0], ==, "Student");
  g_assert_cmpint (msp_contribution_get_figure (labs, "inPersonAttendees"), ==, 64);
}

static void
test_companion (void)
{
  g_autoptr (Import) import = import_fixture ("companion.json");
  const MspContribution *group;
  const MspContribution *module;

  assert_kind (import, MSP_IMPORT_COMPANION_JSON, 2);
  group = import_entry (import, 0);
  module = import_entry (import, 1);
  g_assert_cmpstr (group->type, ==, "User Group Owner");
  g_assert_cmpstr (group->role, ==, "Organizer");
  g_assert_cmpstr (group->area, ==, "Power BI");
  g_assert_cmpstr (group->additional_areas[0], ==, "Microsoft Fabric");
  g_assert_cmpstr (group->additional_areas[1], ==, "Excel");
  assert_day (group->date, "2019-10-02");
  g_assert_cmpstr (group->title, ==, "Evening of the user group");
  g_assert_cmpstr (group->url, ==, "https://example.org/evening");
  g_assert_true (group->is_private);
  g_assert_cmpint (group->quantity, ==, 4);
  g_assert_cmpuint (group->figures->len, ==, 1);
  g_assert_cmpint (msp_contribution_get_figure (group, "numberOfViews"), ==, 180);
  g_assert_cmpstr (group->description, ==, "Four evenings");
  g_assert_cmpstr (module->type, ==, "Open Source/Project/Sample code/Tools");
  g_assert_false (module->is_private);
  g_assert_cmpint (msp_contribution_get_figure (module, "secondAnnualQuantity"), ==, 25);
  g_assert_cmpint (msp_contribution_get_figure (module, "numberOfViews"), ==, -1);
}

static void
test_portal (void)
{
  g_autoptr (Import) import = import_fixture ("portal.json");
  const MspContribution *blog;
  const MspContribution *talk;

  assert_kind (import, MSP_IMPORT_JSON, 2);
  blog = import_entry (import, 0);
  talk = import_entry (import, 1);
  g_assert_null (blog->id);
  assert_day (blog->date, "2026-11-21");
  g_assert_cmpint (blog->date_end, ==, MSP_DAY_NONE);
  g_assert_cmpstr (blog->type, ==, "Blog");
  g_assert_cmpstr (blog->area, ==, "Azure Infrastructure as Code");
  g_assert_cmpstr (blog->audience[0], ==, "Developer");
  g_assert_cmpint (blog->reach, ==, 3412);
  g_assert_cmpuint (blog->figures->len, ==, 1);
  g_assert_true (blog->is_high_impact);
  assert_day (talk->date_end, "2026-06-11");
  g_assert_cmpstr (talk->microsoft_event, ==, "Ignite");
  g_assert_true (talk->is_private);
  g_assert_cmpint (talk->reach, ==, 1250);
}

static void
test_markdown (void)
{
  g_autoptr (Import) import = import_fixture ("portal.md");
  const MspContribution *blog;

  assert_kind (import, MSP_IMPORT_PORTAL_MARKDOWN, 3);
  blog = import_entry (import, 0);
  g_assert_cmpstr (blog->title, ==, "Bicep modules in practice");
  g_assert_cmpstr (blog->type, ==, "Blog");
  g_assert_cmpstr (blog->area, ==, "Azure Infrastructure as Code");
  g_assert_cmpuint (g_strv_length (blog->additional_areas), ==, 2);
  g_assert_true (g_str_has_suffix (blog->additional_areas[1], "Virtual Machines)"));
  g_assert_cmpstr (blog->description, ==, "From one file to a registry.\n\n## What is in it\n\n"
                                          "# of modules: twelve");
  g_assert_cmpstr (blog->private_description, ==, "");
  g_assert_cmpstr (blog->audience[1], ==, "IT Pro");
  assert_day (blog->date, "2026-11-21");
  g_assert_cmpint (blog->quantity, ==, 2);
  g_assert_cmpstr (blog->url, ==, "https://example.org/bicep");
  g_assert_cmpint (msp_contribution_get_figure (blog, "numberOfViews"), ==, 3412);
  g_assert_cmpint (msp_contribution_get_figure (blog, "subscriberBase"), ==, 90);
  g_assert_cmpint (msp_contribution_get_figure (blog, "Stars"), ==, 12);
  g_assert_cmpstr (blog->notes, ==, "Written with: a friend");
  g_assert_cmpstr (import_entry (import, 1)->title, ==, "Second one");
  g_assert_cmpstr (import_entry (import, 1)->type, ==, "Speaker/Presenter at Third-party Event");
  assert_day (import_entry (import, 1)->date, "2026-06-25");
  g_assert_cmpint (import_entry (import, 1)->reach, ==, 40);
  assert_day (import_entry (import, 2)->date, "2026-06-07");
}

/* Each older name of the portal, what it is now, and the role that it says. */
static void
test_older_names (void)
{
  static const char *const names[][3] = {
    { "Blog/Website Post", "Blog", "" },
    { "BOOK (author)", "Book/E-book", "Author" },
    { "Book (Co-Author)", "Book/E-book", "Co-Author" },
    { "Video", "Webinar/Online Training/Video/Livestream", "" },
    { "Video/Webcast/Podcast", "Webinar/Online Training/Video/Livestream", "" },
    { "Speaker/Presenter for Event", "Speaker/Presenter at Third-party Event", "" },
    { "Speaking (Conference)", "Speaker/Presenter at Third-party Event", "" },
    { "Speaking (User Group/Meetup/Local events)", "Speaker/Presenter at Third-party Event", "" },
    { "Organizer (User Group/Meetup/Local Events)", "User Group Owner", "Organizer" },
    { "Organizer of Conference", "User Group Owner", "Organizer" },
    { "Conference (Staffing)", "User Group Owner", "Organizer" },
    { "Forum Participation (3rd Party forums)", "Online Support", "" },
    { "Forum Participation (Microsoft Forums)", "Online Support", "" },
    { "Forum Moderator", "Online Support", "Moderator" },
    { "Microsoft Open Source Projects", "Open Source/Project/Sample code/Tools", "" },
    { "Non-Microsoft Open Source Projects", "Open Source/Project/Sample code/Tools", "" },
    { "Sample Code/Projects/Tools", "Open Source/Project/Sample code/Tools", "" },
    { "Mentorship", "Mentorship/Coaching", "" },
    { "Product Group Feedback (General)", "Product Feedback", "" },
    { "Translation Review, Feedback and Editing", "Content Feedback and Editing", "" },
    { "Docs.Microsoft.com Contribution", "Content Feedback and Editing", "" },
    { "Workshop/Volunteer/Proctor", "Speaker/Presenter at Third-party Event", "" },
    { "Site Owner", "Site Owner", "" },
    { "Technical Social Media (Twitter, Facebook, LinkedIn...)",
      "Technical Social Media (Twitter, Facebook, LinkedIn...)", "" },
    { "Other", "Other", "" },
    { "Juggling", "Juggling", "" },
  };
  g_autoptr (GString) csv = g_string_new ("Date\tTitle\tActivity Type\n");
  g_autoptr (Import) import = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (csv, "2026-01-02\tx\t%s\n", names[i][0]);
  import = import_text (csv->str);
  g_assert_cmpuint (import->entries->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (import_entry (import, i)->type, ==, names[i][1]);
      g_assert_cmpstr (import_entry (import, i)->role, ==, names[i][2]);
    }
}

static void
assert_mended (const char *text,
               const char *wrong,
               const char *right)
{
  g_autoptr (Import) import = import_text (text);
  g_autofree char *file = NULL;
  g_autoptr (GString) mended = NULL;
  g_autoptr (Import) again = NULL;

  g_assert_no_error (import->error);
  g_assert_cmpuint (import->entries->len, ==, 1);
  g_assert_cmpuint (import->rejects->len, ==, 2);
  file = import_dup_rejects (import);
  mended = g_string_new (file);
  g_string_replace (mended, wrong, right, 0);
  again = import_text (mended->str);
  g_assert_cmpint (msp_import_source_get_kind (again->source), ==,
                   msp_import_source_get_kind (import->source));
  g_assert_cmpuint (again->entries->len, ==, 2);
  g_assert_cmpuint (again->rejects->len, ==, 0);
}

static void
test_rejects_can_be_mended (void)
{
  assert_mended ("[{\"title\": \"a\", \"date\": \"WRONG\"}, {\"title\": \"b\", \"date\": \"2026-01-02\"},"
                 "{\"title\": \"c\", \"date\": \"WRONG\"}]", "WRONG", "2026-01-03");
  assert_mended ("{\"format\": \"ms-programs-journal\", \"entries\": [{\"title\": \"a\", \"date\": \"WRONG\"},"
                 "{\"title\": \"b\", \"date\": \"2026-01-02\"}, {\"title\": \"c\", \"date\": \"WRONG\"}]}",
                 "WRONG", "2026-01-03");
  assert_mended ("{\"mostValuableProfessionalProgram\": {\"activities\": ["
                 "{\"title\": \"a\", \"dateCreated\": \"WRONG\"}, {\"title\": \"b\", \"dateCreated\": \"2026-01-02\"},"
                 "{\"title\": \"c\", \"dateCreated\": \"WRONG\"}]}}", "WRONG", "2026-01-03");
  assert_mended ("[{\"Title\": \"a\", \"StartDate\": \"WRONG\"}, {\"Title\": \"b\", \"StartDate\": \"2026-01-02\"},"
                 "{\"Title\": \"c\", \"StartDate\": \"WRONG\"}]", "WRONG", "2026-01-03");
  assert_mended ("# MVP Activity: a\n## Published Date\nWRONG\n# MVP Activity: b\n## Published Date\n2026-01-02\n"
                 "# MVP Activity: c\n## Published Date\nWRONG\n", "WRONG", "2026-01-03");
}

static void
test_lines (void)
{
  g_autoptr (Import) json = import_text ("\n[\n {},\n\n {\"title\": \"a\",\n  \"date\": 5}\n]");
  g_autoptr (Import) markdown = import_text ("\n\n# MVP Activity: a\n## Title\nb\n\n# MVP Activity: c\n");
  g_autoptr (Import) dates = import_text ("[{\"title\": \"a\", \"date\": \"03/04/2026\"}]");

  g_assert_cmpuint (import_reject (json, 0)->line, ==, 3);
  g_assert_cmpstr (import_reject (json, 0)->field, ==, "title");
  g_assert_cmpuint (import_reject (json, 1)->line, ==, 5);
  g_assert_cmpstr (import_reject (json, 1)->field, ==, "date");
  g_assert_cmpstr (import_reject (json, 1)->value, ==, "5");
  g_assert_cmpuint (import_reject (markdown, 0)->line, ==, 3);
  g_assert_cmpuint (import_reject (markdown, 1)->line, ==, 7);
  g_assert_error (dates->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_DATE_ORDER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-kinds/account", test_account);
  g_test_add_func ("/import-kinds/companion", test_companion);
  g_test_add_func ("/import-kinds/portal", test_portal);
  g_test_add_func ("/import-kinds/markdown", test_markdown);
  g_test_add_func ("/import-kinds/older-names", test_older_names);
  g_test_add_func ("/import-kinds/rejects-can-be-mended", test_rejects_can_be_mended);
  g_test_add_func ("/import-kinds/lines", test_lines);

  return g_test_run ();
}
