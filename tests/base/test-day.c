/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/msp-day.h"

/* Every day of 140 years against GDate, there and back. */
static void
test_every_day (void)
{
  GDate date;
  MspDay before = MSP_DAY_NONE;

  for (g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1960); g_date_get_year (&date) < 2100;
       g_date_add_days (&date, 1))
    {
      MspDay day = msp_day_new (g_date_get_year (&date), (int) g_date_get_month (&date),
                                g_date_get_day (&date));
      g_autofree char *iso = msp_day_to_iso (day);
      MspDay parsed = MSP_DAY_NONE;
      int year = 0;
      int month = 0;
      int day_of_month = 0;

      g_assert_true (msp_day_parse (iso, &parsed, NULL));
      g_assert_cmpint (parsed, ==, day);
      msp_day_get_parts (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      if (before != MSP_DAY_NONE)
        g_assert_cmpint (day, ==, before + 1);
      before = day;
    }
}

static void
test_impossible (void)
{
  const char *const texts[] = {
    "", " ", "2026", "2026-1-1", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-01",
    "2026-01-00", "2026-01-32", "26-01-01", "2026/01/01", "2026-01-01T00:00:00Z", " 2026-01-01",
    "2026-01-01 ", "-2026-01-01", "2026-1a-01", "20266-01-01", "１２３４-01-01", "2100-02-29",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      MspDay day = 7;

      g_test_message ("“%s”", texts[i]);
      g_assert_false (msp_day_parse (texts[i], &day, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, MSP_DAY_ERROR);
    }
}

static void
test_leap_days (void)
{
  MspDay day = MSP_DAY_NONE;

  g_assert_true (msp_day_parse ("2024-02-29", &day, NULL));
  g_assert_true (msp_day_parse ("2000-02-29", &day, NULL));
  g_assert_cmpint (msp_day_add_months (msp_day_new (2024, 1, 31), 1), ==, msp_day_new (2024, 2, 29));
  g_assert_cmpint (msp_day_add_months (msp_day_new (2023, 1, 31), 1), ==, msp_day_new (2023, 2, 28));
  g_assert_cmpint (msp_day_add_months (msp_day_new (2024, 3, 31), -1), ==,
                   msp_day_new (2024, 2, 29));
  g_assert_cmpint (msp_day_add_months (msp_day_new (2024, 11, 5), 3), ==, msp_day_new (2025, 2, 5));
}

/* 29 February is the last of February where there is none. */
static void
test_month_day (void)
{
  MspMonthDay month_day = { 0 };

  g_assert_true (msp_month_day_parse ("02-29", &month_day, NULL));
  g_assert_cmpint (msp_month_day_in_year (month_day, 2024), ==, msp_day_new (2024, 2, 29));
  g_assert_cmpint (msp_month_day_in_year (month_day, 2025), ==, msp_day_new (2025, 2, 28));
  g_assert_false (msp_month_day_parse ("02-30", &month_day, NULL));
  g_assert_false (msp_month_day_parse ("13-01", &month_day, NULL));
  g_assert_false (msp_month_day_parse ("", &month_day, NULL));
}

static void
test_age (void)
{
  static const struct
  {
    int         days;
    const char *text;
  } ages[] = {
    { -1, "Today" }, { 0, "Today" }, { 1, "Yesterday" }, { 2, "2 days ago" }, { 13, "13 days ago" },
    { 14, "2 weeks ago" }, { 30, "4 weeks ago" }, { 61, "2 months ago" }, { 729, "24 months ago" },
    { 730, "2 years ago" },
  };
  MspDay today = msp_day_new (2026, 11, 23);
  g_autofree char *never = msp_day_to_age_text (MSP_DAY_NONE, today);

  g_assert_cmpstr (never, ==, "Never");
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autofree char *text = msp_day_to_age_text (today - ages[i].days, today);

      g_assert_cmpstr (text, ==, ages[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/impossible", test_impossible);
  g_test_add_func ("/day/leap-days", test_leap_days);
  g_test_add_func ("/day/month-day", test_month_day);
  g_test_add_func ("/day/age", test_age);

  return g_test_run ();
}
