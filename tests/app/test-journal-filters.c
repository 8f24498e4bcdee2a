/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/msp-filter-chips.h"
#include "app/widgets/msp-filter-group.h"
#include "app/widgets/msp-filter-popover.h"
#include "app/widgets/msp-journal-filters.h"
#include "progress/msp-award.h"

typedef struct
{
  MspCatalog      *catalog;
  MspJournalStore *store;
  GSettings       *settings;
  GtkWidget       *filters;
  GtkWidget       *chips;
  guint            n_changes;
} Fixture;

static void
count_change (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);

  fixture->catalog = msp_catalog_load (NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->store = msp_journal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  fixture->settings = msp_settings_new ();
  g_assert_nonnull (fixture->settings);
  g_settings_reset (fixture->settings, "journal-filters");
  fixture->chips = g_object_ref_sink (msp_filter_chips_new ());
  fixture->filters = g_object_ref_sink (g_object_new (MSP_TYPE_JOURNAL_FILTERS,
                                                      "chips", fixture->chips, NULL));
  g_signal_connect_swapped (fixture->filters, "changed", G_CALLBACK (count_change), fixture);
}

static void
start (Fixture *fixture)
{
  msp_journal_filters_set_store (MSP_JOURNAL_FILTERS (fixture->filters), fixture->store,
                                 fixture->catalog, fixture->settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->filters);
  g_object_unref (fixture->chips);
  g_object_unref (fixture->settings);
  msp_journal_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_object_unref (fixture->catalog);
}

static GtkWidget *
chip_at (Fixture *fixture,
         guint    i)
{
  GtkWidget *chip = gtk_widget_get_first_child (fixture->chips);

  for (; i > 0; i--)
    chip = gtk_widget_get_next_sibling (chip);

  return chip;
}

static void
assert_chip (Fixture    *fixture,
             guint       i,
             const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip_at (fixture, i)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* As the page uses it; what an earlier release kept is still chosen. */
static void
test_keeps_what_is_chosen (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (MspQuery) query = NULL;
  g_autofree char *kept = NULL;

  g_settings_set_string (fixture->settings, "journal-filters", "type=Blog\nstatus=Planned\n");
  start (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  query = msp_journal_filters_make_query (MSP_JOURNAL_FILTERS (fixture->filters));
  g_assert_cmpstr (query->types[0], ==, "Blog");
  g_assert_cmpint (query->status, ==, MSP_STATUS_FILTER_PLANNED);
  assert_chip (fixture, 0, "Remove filter: Type Blog");
  assert_chip (fixture, 1, "Remove filter: Planned");

  msp_journal_filters_set_text (MSP_JOURNAL_FILTERS (fixture->filters), "tag=a=b\ngate=content\ncycle=2025");
  kept = g_settings_get_string (fixture->settings, "journal-filters");
  g_assert_cmpstr (kept, ==, "cycle=2025\ngate=content\ntag=a=b\n");
  assert_chip (fixture, 0, "Remove filter: Cycle 2025");
  assert_chip (fixture, 1, "Remove filter: Gate Technical content");
  assert_chip (fixture, 2, "Remove filter: Tag a=b");
  msp_query_free (query);
  query = msp_journal_filters_make_query (MSP_JOURNAL_FILTERS (fixture->filters));
  g_assert_cmpint (query->from, ==, msp_day_new (2025, 4, 1));
  g_assert_cmpint (query->to, ==, msp_day_new (2026, 3, 31));
  g_assert_cmpuint (g_strv_length (query->gate_types), >, 0);
  g_assert_null (query->search);

  msp_journal_filters_clear (MSP_JOURNAL_FILTERS (fixture->filters));
  g_assert_false (gtk_widget_get_visible (fixture->chips));
}

static void
test_chips_take_away (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *kept = NULL;

  gtk_window_set_child (GTK_WINDOW (window), fixture->chips);
  start (fixture);
  msp_journal_filters_set_text (MSP_JOURNAL_FILTERS (fixture->filters),
                                "type=Blog\ntype=Podcast\nlink=no\nfrom=2026-01-01");
  g_assert_true (gtk_widget_get_visible (fixture->chips));
  g_signal_emit_by_name (chip_at (fixture, 1), "clicked");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_chip (fixture, 1, "Remove filter: Type Podcast");
  g_signal_emit_by_name (chip_at (fixture, 2), "clicked");
  g_signal_emit_by_name (chip_at (fixture, 0), "clicked");
  kept = g_settings_get_string (fixture->settings, "journal-filters");
  g_assert_cmpstr (kept, ==, "type=Podcast\n");
  g_signal_emit_by_name (chip_at (fixture, 0), "clicked");
  g_assert_false (gtk_widget_get_visible (fixture->chips));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
take_toggle (char       **taken,
             const char  *id,
             gboolean     is_chosen)
{
  g_free (*taken);
  *taken = g_strdup_printf ("%s %d", id, is_chosen);
}

static guint
count_children (GtkWidget *widget,
                GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_children (child, type);

  return n;
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

static void
test_group (void)
{
  GtkWidget *group = g_object_ref_sink (msp_filter_group_new ("Tag", "Find a tag"));
  g_autoptr (GPtrArray) choices =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_filter_choice_free);
  const char *const chosen[] = { "tag 19", NULL };
  g_autofree char *toggled = NULL;
  GtkWidget *row;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tag %d", i);

      g_ptr_array_add (choices, msp_filter_choice_new (name, name, TRUE, (guint) (100 - i)));
    }
  g_signal_connect_swapped (group, "toggled", G_CALLBACK (take_toggle), &toggled);
  msp_filter_group_unfold (MSP_FILTER_GROUP (group));
  msp_filter_group_set_choices (MSP_FILTER_GROUP (group), choices, chosen);

  /* The eight that are used most, and what is chosen. */
  g_assert_cmpuint (count_children (group, GTK_TYPE_CHECK_BUTTON), ==, 9);
  row = find_child (group, GTK_TYPE_CHECK_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tag 0, 100 contributions");
  g_assert_null (toggled);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
  g_assert_cmpstr (toggled, ==, "Tag 0 1");

  gtk_editable_set_text (GTK_EDITABLE (find_child (group, GTK_TYPE_SEARCH_ENTRY)), "TAG 2");
  g_assert_cmpuint (count_children (group, GTK_TYPE_CHECK_BUTTON), ==, 11);
  gtk_editable_set_text (GTK_EDITABLE (find_child (group, GTK_TYPE_SEARCH_ENTRY)), "nothing");
  g_assert_cmpuint (count_children (group, GTK_TYPE_CHECK_BUTTON), ==, 0);
  g_object_unref (group);
}

static void
note_search (char       **noted,
             GParamSpec  *pspec,
             GObject     *filters)
{
  g_free (*noted);
  g_object_get (filters, "search", noted, NULL);
}

static void
test_brings_the_words_along (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *noted = NULL;

  start (fixture);
  g_signal_connect_swapped (fixture->filters, "notify::search", G_CALLBACK (note_search), &noted);
  g_object_set (fixture->filters, "search", "typed", NULL);
  g_assert_cmpstr (noted, ==, "typed");
  msp_journal_filters_set_text (MSP_JOURNAL_FILTERS (fixture->filters), "type=Blog");
  g_assert_cmpstr (noted, ==, "typed");
  msp_journal_filters_set_text (MSP_JOURNAL_FILTERS (fixture->filters), "search=kept \\\\ words");
  g_assert_cmpstr (noted, ==, "kept \\ words");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add ("/filters/keeps-what-is-chosen", Fixture, NULL, set_up, test_keeps_what_is_chosen,
              tear_down);
  g_test_add ("/filters/chips-take-away", Fixture, NULL, set_up, test_chips_take_away, tear_down);
  g_test_add ("/filters/brings-the-words-along", Fixture, NULL, set_up, test_brings_the_words_along,
              tear_down);
  g_test_add_func ("/filters/group", test_group);

  return g_test_run ();
}
