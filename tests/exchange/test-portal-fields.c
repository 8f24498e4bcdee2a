/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/msp-portal-fields.h"

static MspCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  MspCatalog *catalog = msp_catalog_load (NULL, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

static MspContribution *
make_entry (const char *type)
{
  MspContribution *entry = msp_contribution_new ();

  g_free (entry->type);
  entry->type = g_strdup (type);
  g_free (entry->title);
  entry->title = g_strdup ("Zwölf Boxkämpfer");
  entry->date = msp_day_new (2026, 11, 21);

  return entry;
}

static char *
join_labels (GPtrArray *fields)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const MspPortalField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "%s|", field->label);
    }

  return g_string_free (text, FALSE);
}

static const MspPortalField *
find (GPtrArray  *fields,
      const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const MspPortalField *field = g_ptr_array_index (fields, i);

      if (g_str_equal (field->name, name))
        return field;
    }

  g_error ("There is no field %s.", name);
}

static gboolean
has (GPtrArray  *fields,
     const char *label)
{
  g_autofree char *labels = join_labels (fields);
  g_autofree char *item = g_strdup_printf ("|%s|", label);

  return strstr (labels, item) != NULL;
}

static void
test_follows_the_form (void)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (MspContribution) entry = make_entry ("blog");
  g_autoptr (GPtrArray) fields = msp_portal_fields_list (catalog, entry);
  g_autofree char *labels = join_labels (fields);

  g_assert_cmpstr (labels, ==,
                   "Activity Type|Primary Technology Area|Additional Technology Areas|Title|"
                   "Description|Private Description|Target Audience|Published Date|Role|Quantity|"
                   "Activity URL|Number of Views|Subscriber Base|");
  g_assert_cmpstr (find (fields, "activityTypeName")->text, ==, "Blog");
  g_assert_cmpstr (find (fields, "date")->text, ==, "2026-11-21");
  g_assert_cmpstr (find (fields, "quantity")->text, ==, "1");
  g_assert_cmpstr (find (fields, "numberOfViews")->text, ==, "");
}

static void
test_has_what_the_type_has (void)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (MspContribution) event = make_entry ("Speaker/Presenter at Microsoft Event");
  g_autoptr (MspContribution) feedback = make_entry ("Product Feedback");
  g_autoptr (MspContribution) own = make_entry ("Knitting");
  g_autoptr (GPtrArray) of_event = NULL;
  g_autoptr (GPtrArray) of_feedback = msp_portal_fields_list (catalog, feedback);
  g_autoptr (GPtrArray) of_own = msp_portal_fields_list (catalog, own);

  g_free (event->microsoft_event);
  event->microsoft_event = g_strdup ("Build");
  msp_contribution_set_figure (event, "inPersonAttendees", 0);
  msp_contribution_set_figure (event, "stars", 12);
  of_event = msp_portal_fields_list (catalog, event);

  g_assert_cmpstr (find (of_event, "microsoftEvent")->text, ==, "Build");
  g_assert_true (find (of_event, "microsoftEvent")->is_specific);
  /* Nobody there is a figure, too. */
  g_assert_cmpstr (find (of_event, "inPersonAttendees")->text, ==, "0");
  g_assert_true (has (of_event, "In-Person Attendees"));
  g_assert_false (has (of_event, "stars"));
  g_assert_false (has (of_event, "Copies Sold"));
  g_assert_cmpuint (of_feedback->len, ==, 11);
  g_assert_cmpuint (of_own->len, ==, 11);
  g_assert_cmpstr (find (of_own, "activityTypeName")->text, ==, "Knitting");
}

static void
test_joins_lists (void)
{
  static const char *const areas[] = { "Azure SQL (Database, Pools)", "C++", NULL };
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (MspContribution) entry = make_entry ("Blog");
  g_autoptr (GPtrArray) fields = NULL;
  const MspPortalField *field;

  g_strfreev (entry->additional_areas);
  entry->additional_areas = g_strdupv ((char **) areas);
  entry->date_end = msp_day_new (2026, 11, 22);
  fields = msp_portal_fields_list (catalog, entry);
  field = find (fields, "additionalTechnologyAreas");

  g_assert_cmpstr (field->text, ==, "Azure SQL (Database, Pools); C++");
  g_assert_cmpstrv (field->items, areas);
  g_assert_cmpstr (find (fields, "dateEnd")->text, ==, "2026-11-22");
}

static void
test_counts_characters (void)
{
  g_autoptr (MspCatalog) catalog = load ();
  g_autoptr (MspContribution) entry = make_entry ("Blog");
  g_autoptr (GPtrArray) fields = NULL;
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 1003; i++)
    g_string_append (text, "ß");
  g_free (entry->description);
  entry->description = g_string_free (text, FALSE);
  fields = msp_portal_fields_list (catalog, entry);

  g_assert_cmpuint (find (fields, "title")->limit, ==, 100);
  g_assert_cmpuint (msp_portal_field_length (find (fields, "title")), ==, 16);
  g_assert_cmpuint (msp_portal_field_excess (find (fields, "title")), ==, 0);
  g_assert_cmpuint (find (fields, "description")->limit, ==, 1000);
  g_assert_cmpuint (msp_portal_field_excess (find (fields, "description")), ==, 3);
  g_assert_cmpuint (find (fields, "privateDescription")->limit, ==, 1000);
  g_assert_cmpuint (msp_portal_field_excess (find (fields, "url")), ==, 0);
  /* All of it is there: nothing is cut without a word. */
  g_assert_cmpuint (strlen (find (fields, "description")->text), ==, 2006);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/portal-fields/follows-the-form", test_follows_the_form);
  g_test_add_func ("/portal-fields/has-what-the-type-has", test_has_what_the_type_has);
  g_test_add_func ("/portal-fields/joins-lists", test_joins_lists);
  g_test_add_func ("/portal-fields/counts-characters", test_counts_characters);

  return g_test_run ();
}
