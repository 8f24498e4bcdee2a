/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-fixture.h"

static const MspDossierSection *
find_section (const MspDossier *dossier,
              const char       *id)
{
  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const MspDossierSection *section = g_ptr_array_index (dossier->sections, i);

      if (g_str_equal (section->id, id))
        return section;
    }

  g_assert_not_reached ();
}

static const char *
get_value (const MspDossier *dossier,
           guint             index)
{
  return ((const MspDossierFigure *) g_ptr_array_index (dossier->figures, index))->value;
}

static const MspDossierEntry *
get_entry (const MspDossierSection *section,
           guint                    index)
{
  return g_ptr_array_index (section->entries, index);
}

/* Four that count and one of each kind that does not. */
static GPtrArray *
make_year (void)
{
  GPtrArray *entries = fixture_entries ();
  MspContribution *entry;

  entry = fixture_add (entries, "Second", "Blog", msp_day_new (2026, 6, 2), 200);
  entry->is_high_impact = TRUE;
  entry = fixture_add (entries, "First", "Podcast", msp_day_new (2026, 4, 1), 100);
  msp_contribution_set_figure (entry, "numberOfSessions", 3);
  fixture_add (entries, "Meetup", "User Group Owner", msp_day_new (2026, 6, 30), 40);
  fixture_add (entries, "Newsletter", "My own type", msp_day_new (2027, 3, 31), 0);
  fixture_add (entries, "Before", "Blog", msp_day_new (2026, 3, 31), 1000);
  fixture_add (entries, "After", "Blog", msp_day_new (2027, 4, 1), 1000);
  fixture_add (entries, "Planned", "Blog", msp_day_new (2026, 12, 1), 1000)->status =
    MSP_STATUS_PLANNED;
  fixture_add (entries, "Deleted", "Blog", msp_day_new (2026, 5, 1), 1000)->deleted =
    g_strdup ("2026-11-01T00:00:00Z");
  entry = fixture_add (entries, "Secret", "Blog", msp_day_new (2026, 5, 1), 1000);
  entry->is_private = TRUE;
  msp_contribution_set_figure (entry, "numberOfSessions", 5);

  return entries;
}

static void
test_counts_what_belongs_to_the_cycle (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_year ();
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, NULL);

  g_assert_cmpuint (dossier->n_entries, ==, 4);
  g_assert_cmpuint (dossier->figures->len, ==, 6);
  g_assert_cmpstr (get_value (dossier, 0), ==, "4");
  g_assert_cmpstr (get_value (dossier, 1), ==, "340");
  g_assert_cmpstr (get_value (dossier, 2), ==, "3"); /* April, June, March */
  g_assert_cmpstr (get_value (dossier, 3), ==, "3");
  g_assert_cmpstr (get_value (dossier, 4), ==, "1");
  g_assert_cmpstr (get_value (dossier, 5), ==, "3"); /* content, user groups, organising */
  g_assert_cmpstr (dossier->period, ==, "1 April 2026 – 31 March 2027");
  g_assert_cmpstr (dossier->as_of, ==, "As of 23 November 2026");
}

static void
test_private_only_if_asked (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_year ();
  MspDossierOptions options = { .with_private = TRUE, .name = " Ada\nExample " };
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, &options);

  g_assert_cmpuint (dossier->n_entries, ==, 5);
  g_assert_cmpstr (get_value (dossier, 1), ==, "1340");
  g_assert_cmpstr (get_value (dossier, 3), ==, "8");
  g_assert_cmpstr (dossier->name, ==, "Ada Example");
  g_assert_true (get_entry (find_section (dossier, "content"), 1)->is_private);
}

static void
test_sorts_by_gate_and_date (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_year ();
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, NULL);
  const MspDossierSection *content = find_section (dossier, "content");

  /* The eight gates in the catalogue's order, then what is of none. */
  g_assert_cmpuint (dossier->sections->len, ==, 9);
  g_assert_true (g_ptr_array_index (dossier->sections, 0) == (gpointer) content);
  g_assert_cmpuint (content->entries->len, ==, 2);
  g_assert_cmpstr (get_entry (content, 0)->title, ==, "First");
  g_assert_cmpstr (get_entry (content, 1)->title, ==, "Second");
  g_assert_true (get_entry (content, 1)->is_high_impact);
  g_assert_cmpstr (content->summary, ==, "2 contributions, 300 people reached");
  g_assert_cmpuint (find_section (dossier, "speaking")->entries->len, ==, 0);
  g_assert_cmpstr (find_section (dossier, "speaking")->summary, ==, "Nothing recorded in this cycle.");
  g_assert_cmpstr (get_entry (find_section (dossier, "user-group"), 0)->title, ==, "Meetup");
  g_assert_cmpstr (get_entry (find_section (dossier, "organising"), 0)->title, ==, "Meetup");
  g_assert_cmpstr (((MspDossierSection *) g_ptr_array_index (dossier->sections, 8))->id, ==, "other");
  g_assert_cmpstr (get_entry (find_section (dossier, "other"), 0)->title, ==, "Newsletter");
  g_assert_cmpstr (find_section (dossier, "other")->summary, ==, "1 contribution");
}

static void
test_shortlist_comes_first (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_year ();
  const char *const shortlist[] = { "id-2", "id-8", "id-1", "unknown", NULL };
  const char *const nothing[] = { NULL };
  MspDossierOptions options = { .shortlist = shortlist };
  MspDossierOptions none = { .shortlist = nothing };
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, &options);
  g_autoptr (MspDossier) without = fixture_make (catalog, entries, &none);
  const MspDossierSection *section = g_ptr_array_index (dossier->sections, 0);

  /* In its own order; what is left out of the document (the private one) is not in it either. */
  g_assert_cmpstr (section->id, ==, "shortlist");
  g_assert_cmpuint (section->entries->len, ==, 2);
  g_assert_cmpstr (get_entry (section, 0)->title, ==, "Meetup");
  g_assert_cmpstr (get_entry (section, 1)->title, ==, "First");
  g_assert_cmpstr (section->summary, ==, "2 contributions, 140 people reached");
  g_assert_cmpuint (dossier->n_entries, ==, 4);
  section = g_ptr_array_index (without->sections, 0);
  g_assert_cmpstr (section->id, ==, "content");
}

static void
test_charts_hold_every_month_and_a_dozen_types (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = fixture_entries ();
  g_autoptr (MspDossier) dossier = NULL;
  const MspDossierBar *bar;
  guint n_entries = 0;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *type = g_strdup_printf ("Type %02d", i / 2);

      fixture_add (entries, "Title", type, msp_day_new (2026, 4 + i % 3, 5), 10);
    }
  dossier = fixture_make (catalog, entries, NULL);

  g_assert_cmpuint (dossier->by_month->bars->len, ==, 12);
  bar = g_ptr_array_index (dossier->by_month->bars, 0);
  g_assert_cmpstr (bar->label, ==, "April 2026");
  g_assert_cmpstr (bar->short_label, ==, "Apr");
  g_assert_cmpuint (bar->entries, ==, 10);
  bar = g_ptr_array_index (dossier->by_month->bars, 11);
  g_assert_cmpstr (bar->short_label, ==, "Mar");
  g_assert_cmpuint (bar->entries, ==, 0);

  g_assert_cmpuint (dossier->by_type->bars->len, ==, 12);
  bar = g_ptr_array_index (dossier->by_type->bars, 11);
  g_assert_cmpstr (bar->label, ==, "4 other types");
  for (guint i = 0; i < dossier->by_type->bars->len; i++)
    n_entries += ((const MspDossierBar *) g_ptr_array_index (dossier->by_type->bars, i))->entries;
  g_assert_cmpuint (n_entries, ==, 30);
  g_assert_cmpuint (dossier->by_type->most, ==, 8);
  g_assert_nonnull (strstr (dossier->by_month->description, "April 2026: 10, May 2026: 10"));
}

static void
test_says_how_it_was_made (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_year ();
  MspDossierOptions options = { .is_selection = TRUE };
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, NULL);
  g_autoptr (MspDossier) selection = fixture_make (catalog, entries, &options);
  g_autofree char *notes = g_strjoinv ("\n", dossier->notes);
  g_autofree char *of_selection = g_strjoinv ("\n", selection->notes);

  g_assert_nonnull (strstr (notes, "Number of Views, Copies Sold"));
  g_assert_null (strstr (notes, "Number of Sessions,"));
  g_assert_nonnull (strstr (notes, "unofficial"));
  g_assert_nonnull (strstr (notes, "private are left out"));
  g_assert_null (strstr (notes, "selection"));
  g_assert_nonnull (strstr (of_selection, "selection"));
}

static void
test_links_only_where_they_may_be_opened (void)
{
  const struct { const char *url; gboolean is_link; } cases[] = {
    { "https://example.org/a(b)?c=1&d='e'", TRUE }, { "http://example.org", TRUE },
    { "mailto:ada@example.org", TRUE }, { "javascript:alert(1)", FALSE }, { "file:///etc/passwd", FALSE },
    { "https://user:secret@example.org/", FALSE }, { "data:text/html,<b>", FALSE }, { "example.org", FALSE },
    { "", FALSE },
  };
  g_autoptr (MspCatalog) catalog = fixture_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries = fixture_entries ();
      g_autoptr (MspDossier) dossier = NULL;

      fixture_set (&fixture_add (entries, "Title", "Blog", msp_day_new (2026, 5, 1), 0)->url,
                   cases[i].url);
      dossier = fixture_make (catalog, entries, NULL);
      g_assert_cmpint (get_entry (find_section (dossier, "content"), 0)->is_link, ==, cases[i].is_link);
    }
}

static void
test_dates_carry_their_year (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = fixture_entries ();
  g_autoptr (MspDossier) dossier = NULL;

  fixture_add (entries, "One day", "Blog", msp_day_new (2026, 5, 1), 0);
  fixture_add (entries, "Three days", "Blog", msp_day_new (2026, 5, 2), 0)->date_end =
    msp_day_new (2026, 5, 4);
  dossier = fixture_make (catalog, entries, NULL);

  g_assert_cmpstr (get_entry (find_section (dossier, "content"), 0)->date, ==, "1 May 2026");
  g_assert_cmpstr (get_entry (find_section (dossier, "content"), 1)->date, ==,
                   "2 May 2026 – 4 May 2026");
  g_assert_cmpstr (get_entry (find_section (dossier, "content"), 0)->reach, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/dossier/counts-what-belongs-to-the-cycle", test_counts_what_belongs_to_the_cycle);
  g_test_add_func ("/dossier/private-only-if-asked", test_private_only_if_asked);
  g_test_add_func ("/dossier/sorts-by-gate-and-date", test_sorts_by_gate_and_date);
  g_test_add_func ("/dossier/shortlist-comes-first", test_shortlist_comes_first);
  g_test_add_func ("/dossier/charts", test_charts_hold_every_month_and_a_dozen_types);
  g_test_add_func ("/dossier/says-how-it-was-made", test_says_how_it_was_made);
  g_test_add_func ("/dossier/links", test_links_only_where_they_may_be_opened);
  g_test_add_func ("/dossier/dates-carry-their-year", test_dates_carry_their_year);

  return g_test_run ();
}
