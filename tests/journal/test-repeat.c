/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-repeat.h"

static const struct
{
  const char *text;
  gboolean    is_good;
  gboolean    by_months;
  int         every;
} steps[] = {
  { "1w", TRUE, FALSE, 1 }, { "2w", TRUE, FALSE, 2 }, { "1m", TRUE, TRUE, 1 },
  { "60m", TRUE, TRUE, 60 }, { "61m", FALSE, FALSE, 0 }, { "0w", FALSE, FALSE, 0 },
  { "-1w", FALSE, FALSE, 0 }, { "+1w", FALSE, FALSE, 0 }, { " 1w", FALSE, FALSE, 0 },
  { "1", FALSE, FALSE, 0 }, { "w", FALSE, FALSE, 0 }, { "", FALSE, FALSE, 0 },
  { "1d", FALSE, FALSE, 0 }, { "1mw", FALSE, FALSE, 0 }, { "99999999999999999999w", FALSE, FALSE, 0 },
};

static void
test_step (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      MspRepeat repeat = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", steps[i].text);
      g_assert_cmpint (msp_repeat_parse_step (steps[i].text, &repeat, &error), ==, steps[i].is_good);
      g_assert_cmpint (error == NULL, ==, steps[i].is_good);
      g_assert_cmpint (repeat.every, ==, steps[i].every);
      g_assert_cmpint (repeat.by_months, ==, steps[i].by_months);
    }
}

static const struct
{
  const char *first;
  const char *step;
  int         times;
  const char *until; /* (nullable) */
  const char *days; /* (nullable): NULL: refused */
} cases[] = {
  { "2026-11-23", "1w", 3, NULL, "2026-11-30 2026-12-07 2026-12-14" },
  { "2026-12-28", "2w", 2, NULL, "2027-01-11 2027-01-25" },
  { "2026-11-21", "1m", 3, NULL, "2026-12-21 2027-01-21 2027-02-21" },
  /* A short month shortens no other. */
  { "2026-12-31", "1m", 5, NULL, "2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31" },
  { "2027-12-31", "1m", 3, NULL, "2028-01-31 2028-02-29 2028-03-31" },
  { "2026-10-30", "2m", 3, NULL, "2026-12-30 2027-02-28 2027-04-30" },
  { "2024-02-29", "12m", 4, NULL, "2025-02-28 2026-02-28 2027-02-28 2028-02-29" },
  { "2023-11-29", "3m", 2, NULL, "2024-02-29 2024-05-29" },
  { "2026-08-31", "1m", 0, "2026-11-30", "2026-09-30 2026-10-31 2026-11-30" },
  { "2026-08-31", "1m", 0, "2026-11-29", "2026-09-30 2026-10-31" },
  { "2026-11-23", "1w", 0, "2026-11-30", "2026-11-30" },
  { "2026-11-23", "1w", 0, "2026-11-29", NULL },
  { "2026-11-23", "1w", 0, "2025-01-01", NULL },
  { "2026-11-23", "1w", 0, NULL, NULL },
  { "2026-11-23", "1w", 101, NULL, NULL },
  { "2026-11-23", "1w", 0, "2099-01-01", NULL },
  { "9999-12-30", "1m", 3, NULL, NULL },
  { "9999-10-31", "1m", 9, NULL, "9999-11-30 9999-12-31" },
};

static MspDay
parse (const char *iso)
{
  MspDay day = MSP_DAY_NONE;

  g_assert_true (iso == NULL || msp_day_parse (iso, &day, NULL));

  return day;
}

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MspRepeat repeat = { .times = cases[i].times, .until = parse (cases[i].until) };
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) days = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("%s %s", cases[i].first, cases[i].step);
      g_assert_true (msp_repeat_parse_step (cases[i].step, &repeat, NULL));
      days = msp_repeat_list_days (&repeat, parse (cases[i].first), &error);
      g_assert_cmpint (days == NULL, ==, cases[i].days == NULL);
      g_assert_cmpint (error != NULL, ==, cases[i].days == NULL);
      for (guint j = 0; days != NULL && j < days->len; j++)
        {
          g_autofree char *iso = msp_day_to_iso (g_array_index (days, MspDay, j));

          g_string_append_printf (text, "%s%s", j > 0 ? " " : "", iso);
        }
      if (days != NULL)
        g_assert_cmpstr (text->str, ==, cases[i].days);
    }
}

static void
test_most (void)
{
  MspRepeat repeat = { .every = 1, .times = MSP_REPEAT_MAX };
  g_autoptr (GArray) days = msp_repeat_list_days (&repeat, parse ("2026-11-23"), NULL);

  g_assert_cmpuint (days->len, ==, MSP_REPEAT_MAX);
}

static void
test_entries (void)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  MspRepeat repeat = { .by_months = TRUE, .every = 1, .times = 2 };
  g_autoptr (GArray) days = msp_repeat_list_days (&repeat, parse ("2026-01-31"), NULL);
  g_autoptr (GPtrArray) entries = NULL;
  const MspContribution *copy;

  entry->id = g_strdup ("11111111-2222-4333-8444-555555555555");
  g_free (entry->title);
  entry->title = g_strdup ("Meetup");
  g_free (entry->url);
  entry->url = g_strdup ("https://example.org/january");
  entry->date = parse ("2026-01-31");
  entry->date_end = parse ("2026-02-01");
  entry->in_portal = parse ("2026-02-03");
  msp_contribution_set_figure (entry, "inPersonAttendees", 30);

  entries = msp_repeat_make_entries (entry, days);
  g_assert_cmpuint (entries->len, ==, 2);
  copy = g_ptr_array_index (entries, 0);
  g_assert_null (copy->id);
  g_assert_cmpstr (copy->title, ==, "Meetup");
  g_assert_cmpstr (copy->url, ==, "");
  g_assert_cmpint (copy->date, ==, parse ("2026-02-28"));
  g_assert_cmpint (copy->date_end, ==, parse ("2026-03-01"));
  g_assert_cmpint (copy->status, ==, MSP_STATUS_PLANNED);
  g_assert_cmpint (copy->in_portal, ==, MSP_DAY_NONE);
  g_assert_cmpuint (copy->figures->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repeat/step", test_step);
  g_test_add_func ("/repeat/days", test_days);
  g_test_add_func ("/repeat/most", test_most);
  g_test_add_func ("/repeat/entries", test_entries);

  return g_test_run ();
}
