/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/msp-contribution-csv.h"
#include "exchange/msp-contribution-json.h"
#include "import-tools.h"

#define N_ENTRIES 10000
#define N_FIGURES 8
/* Characters that files give a meaning to. */
#define SPECIAL ",;\t\"'\\\r\n =+-@#{}[]:"

static const char *const portal_figures[] = { "numberOfViews", "subscriberBase", "inPersonAttendees" };

typedef char *(*WriteFunc) (GPtrArray *entries);

/* Any character of any plane. */
static gunichar
random_character (GRand *rand)
{
  gunichar c;

  if (g_rand_int_range (rand, 0, 4) == 0)
    return (gunichar) SPECIAL[g_rand_int_range (rand, 0, (gint32) strlen (SPECIAL))];
  if (g_rand_int_range (rand, 0, 3) == 0)
    return (gunichar) g_rand_int_range (rand, 1, 0x80);

  do
    c = (gunichar) (g_rand_int_range (rand, 0, 17) * 0x10000 + g_rand_int_range (rand, 0, 0x10000));
  while (c == 0 || !g_unichar_validate (c));

  return c;
}

static char *
random_text (GRand *rand,
             int    at_least,
             int    below)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, at_least, below); n > 0; n--)
    g_string_append_unichar (text, random_character (rand));

  return g_string_free (text, FALSE);
}

static void
set_text (GRand  *rand,
          char  **field,
          int     below)
{
  g_free (*field);
  *field = random_text (rand, 0, below);
}

/* Something that is not blank. */
static void
set_name (GRand  *rand,
          char  **field)
{
  g_autofree char *start = random_text (rand, 0, 20);
  g_autofree char *end = random_text (rand, 0, 20);

  g_free (*field);
  *field = g_strconcat (start, "x", end, NULL);
}

static void
set_list (GRand *rand,
          GStrv *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      g_autofree char *value = random_text (rand, 1, 12);

      g_strv_builder_add (builder, value);
    }
  g_strfreev (*list);
  *list = g_strv_builder_end (builder);
}

static MspDay
random_day (GRand *rand)
{
  return msp_day_new (1900, 1, 1) + g_rand_int_range (rand, 0, 70000);
}

static char *
random_time (GRand *rand)
{
  g_autofree char *day = msp_day_to_iso (random_day (rand));

  return g_strdup_printf ("%sT%02d:%02d:%02dZ", day, g_rand_int_range (rand, 0, 24),
                          g_rand_int_range (rand, 0, 60), g_rand_int_range (rand, 0, 60));
}

static void
set_figures (GRand           *rand,
             MspContribution *entry,
             char           **names)
{
  for (gsize i = 0; i < G_N_ELEMENTS (portal_figures); i++)
    {
      if (g_rand_boolean (rand))
        msp_contribution_set_figure (entry, portal_figures[i],
                                     g_rand_int_range (rand, 0, G_MAXINT32) % (MSP_FIGURE_MAX + 1));
    }
  if (g_rand_boolean (rand))
    msp_contribution_set_figure (entry, names[g_rand_int_range (rand, 0, N_FIGURES)], MSP_FIGURE_MAX);

  entry->reach = 0;
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);

      if (msp_figure_counts_people (figure->name))
        entry->reach += figure->value;
    }
}

static MspContribution *
random_entry (GRand  *rand,
              char  **names)
{
  MspContribution *entry = msp_contribution_new ();

  entry->id = g_uuid_string_random ();
  set_name (rand, &entry->title);
  set_text (rand, &entry->description, 60);
  set_text (rand, &entry->private_description, 20);
  entry->date = random_day (rand);
  if (g_rand_boolean (rand))
    entry->date_end = MIN (entry->date + g_rand_int_range (rand, 0, 100), msp_day_new (2100, 12, 31));
  if (g_rand_boolean (rand))
    {
      g_free (entry->url);
      entry->url = g_strdup_printf ("https://example.org/%u;a?b=%%20,c", g_rand_int (rand));
    }
  set_name (rand, &entry->type);
  set_text (rand, &entry->area, 20);
  set_list (rand, &entry->additional_areas);
  set_list (rand, &entry->audience);
  set_text (rand, &entry->role, 20);
  entry->quantity = g_rand_int_range (rand, 0, 1000000000);
  entry->is_private = g_rand_boolean (rand);
  entry->is_high_impact = g_rand_boolean (rand);
  entry->status = g_rand_boolean (rand) ? MSP_STATUS_DONE : MSP_STATUS_PLANNED;
  entry->in_portal = g_rand_boolean (rand) ? random_day (rand) : MSP_DAY_NONE;
  set_text (rand, &entry->microsoft_event, 12);
  set_text (rand, &entry->microsoft_event_other, 12);
  set_list (rand, &entry->tags);
  set_text (rand, &entry->notes, 60);
  set_list (rand, &entry->links);
  set_figures (rand, entry, names);
  entry->created = random_time (rand);
  entry->modified = random_time (rand);

  return entry;
}

static GPtrArray *
random_entries (GRand *rand)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_auto (GStrv) names = g_new0 (char *, N_FIGURES + 1);

  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autofree char *name = random_text (rand, 0, 10);

      names[i] = g_strdup_printf ("%sx%u", name, i);
    }
  for (guint i = 0; i < N_ENTRIES; i++)
    g_ptr_array_add (entries, random_entry (rand, names));

  return entries;
}

static void
assert_identical (const MspContribution *entry,
                  const MspContribution *copy)
{
  g_assert_true (msp_contribution_equal (entry, copy));
  g_assert_cmpstr (entry->id, ==, copy->id);
  g_assert_cmpstr (entry->created, ==, copy->created);
  g_assert_cmpstr (entry->modified, ==, copy->modified);
  g_assert_cmpint (entry->reach, ==, copy->reach);
}

static void
assert_round_trip (WriteFunc     write,
                   MspImportKind kind)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) entries = random_entries (rand);
  g_autofree char *text = write (entries);
  g_autofree char *again = NULL;
  g_autoptr (Import) import = import_text (text);

  g_assert_no_error (import->error);
  g_assert_cmpint (msp_import_source_get_kind (import->source), ==, kind);
  if (import->rejects->len > 0)
    g_error ("%s: %s", import_reject (import, 0)->field, import_reject (import, 0)->reason);
  g_assert_cmpuint (import->entries->len, ==, N_ENTRIES);
  for (guint i = 0; i < N_ENTRIES; i++)
    assert_identical (g_ptr_array_index (entries, i), import_entry (import, i));

  again = write (import->entries);
  /* The JSON says when it was written. */
  if (kind == MSP_IMPORT_CSV)
    g_assert_cmpstr (again, ==, text);
  else
    g_assert_cmpstr (strchr (again, '['), ==, strchr (text, '['));
}

static void
test_csv (void)
{
  assert_round_trip (msp_contributions_to_csv, MSP_IMPORT_CSV);
}

static void
test_json (void)
{
  assert_round_trip (msp_contributions_to_json, MSP_IMPORT_JSON);
}

/* Exactly the mark that defuses a cell goes. */
static void
test_marks (void)
{
  static const char *const titles[] = {
    "=1+1", "'=1+1", "''", "'", "-5", "  =x", "  'x", "@a", "\tx", "\rx", "＝1", "'t Hooft", "a=b", " a",
    "'x", "+49",
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_autofree char *csv = NULL;
  g_autoptr (Import) import = NULL;
  g_autoptr (Import) foreign = import_text ("Date,Title\n2026-01-02,'t Hooft\n2026-01-02,'=1+1\n");

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      MspContribution *entry = msp_contribution_new ();

      entry->id = g_uuid_string_random ();
      entry->created = g_strdup ("2026-01-02T03:04:05Z");
      entry->modified = g_strdup ("2026-01-02T03:04:05Z");
      entry->date = msp_day_new (2026, 1, 2);
      g_free (entry->type);
      entry->type = g_strdup ("Blog");
      g_free (entry->title);
      entry->title = g_strdup (titles[i]);
      g_ptr_array_add (entries, entry);
    }
  csv = msp_contributions_to_csv (entries);
  import = import_text (csv);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (import_entry (import, i)->title, ==, titles[i]);

  g_assert_cmpstr (import_entry (foreign, 0)->title, ==, "'t Hooft");
  g_assert_cmpstr (import_entry (foreign, 1)->title, ==, "=1+1");
}

/* What stands in a cell does not make another kind of the file. */
static void
test_kind_of_a_table (void)
{
  g_autoptr (Import) import = import_text ("date,title,description\n2026-01-02,a,\"one\n# MVP Activity: x\n\"\n");

  g_assert_cmpint (msp_import_source_get_kind (import->source), ==, MSP_IMPORT_CSV);
  g_assert_cmpstr (import_entry (import, 0)->description, ==, "one\n# MVP Activity: x");
}

/* What only the JSON has, an entry alone, a list alone. */
static void
test_json_forms (void)
{
  static const char hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_auto (GStrv) names = g_new0 (char *, N_FIGURES + 1);
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GString) pretty = g_string_new ("\n ");
  g_autoptr (GString) list = g_string_new ("[");
  g_autoptr (Import) alone = NULL;
  g_autoptr (Import) listed = NULL;

  for (guint i = 0; i < N_FIGURES; i++)
    names[i] = g_strdup_printf ("own %u", i);
  entry = random_entry (rand, names);
  entry->deleted = g_strdup ("2026-05-06T07:08:09Z");
  g_ptr_array_add (entry->attachments, msp_attachment_new ("slides.pdf", hash, 12, "2026-01-02T03:04:05Z"));
  msp_contribution_append_json (entry, MSP_ENTRY_JSON_PRETTY, pretty);
  msp_contribution_append_json (entry, MSP_ENTRY_JSON_LINE, list);
  g_string_append_c (list, ']');

  alone = import_text (pretty->str);
  listed = import_text (list->str);
  g_assert_no_error (alone->error);
  assert_identical (entry, import_entry (alone, 0));
  assert_identical (entry, import_entry (listed, 0));
  g_assert_cmpstr (import_entry (listed, 0)->deleted, ==, entry->deleted);
  g_assert_cmpuint (import_entry (listed, 0)->attachments->len, ==, 1);
}

/* A figure is as old after the journey as it was before. */
static void
test_days_of_figures (void)
{
  g_autoptr (Import) good =
    import_text ("[{\"title\": \"a\", \"date\": \"2026-01-02\", \"activityTypeName\": \"Blog\", "
                 "\"recorded\": {\"numberOfViews\": \"2026-03-04\", \"stars\": \"2026-05-06\"}, "
                 "\"numberOfViews\": 7, \"metrics\": {\"stars\": 8, \"forks\": 9}}]");
  g_autoptr (Import) bad =
    import_text ("[{\"title\": \"a\", \"date\": \"2026-01-02\", \"numberOfViews\": 7, "
                 "\"recorded\": {\"numberOfViews\": \"2026-02-30\"}}]");
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *json = NULL;
  g_autoptr (Import) again = NULL;

  g_assert_no_error (good->error);
  g_ptr_array_add (entries, (gpointer) import_entry (good, 0));
  json = msp_contributions_to_json (entries);
  g_assert_nonnull (strstr (json, "\"recorded\": {\"numberOfViews\": \"2026-03-04\", "
                                  "\"stars\": \"2026-05-06\"}"));
  again = import_text (json);
  for (guint i = 0; i < 3; i++)
    {
      const MspFigure *before = g_ptr_array_index (import_entry (good, 0)->figures, i);
      const MspFigure *after = g_ptr_array_index (import_entry (again, 0)->figures, i);

      g_assert_cmpstr (after->name, ==, before->name);
      g_assert_cmpint (after->recorded_on, ==, before->recorded_on);
    }

  g_assert_cmpstr (import_reject (bad, 0)->field, ==, "recorded");
  g_assert_cmpstr (import_reject (bad, 0)->value, ==, "2026-02-30");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-own/csv", test_csv);
  g_test_add_func ("/import-own/json", test_json);
  g_test_add_func ("/import-own/marks", test_marks);
  g_test_add_func ("/import-own/kind-of-a-table", test_kind_of_a_table);
  g_test_add_func ("/import-own/json-forms", test_json_forms);
  g_test_add_func ("/import-own/days-of-figures", test_days_of_figures);

  return g_test_run ();
}
