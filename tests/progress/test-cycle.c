/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "progress/msp-cycle.h"

static const char *const zones[] = {
  "UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago",
  "Europe/Berlin",
};

static const MspDeadline *
find (const MspDeadline *deadlines,
      const char        *id)
{
  for (int i = 0; i < 3; i++)
    {
      if (g_str_equal (deadlines[i].id, id))
        return &deadlines[i];
    }

  g_assert_not_reached ();
}

/* The next such day that is not before @today, found by looking at one day after the other. */
static MspDay
look_ahead (MspDay      today,
            MspMonthDay month_day)
{
  for (MspDay day = today;; day++)
    {
      int year = 0;
      int month = 0;
      int day_of_month = 0;

      msp_day_get_parts (day, &year, &month, &day_of_month);
      if (day == msp_month_day_in_year (month_day, year))
        return day;
    }
}

static void
check_day (const MspCycleRule *rule,
           MspDay              today)
{
  MspDeadline deadlines[3];
  MspCycle cycle = msp_cycle_of_day (rule, NULL, today);

  msp_cycle_next_deadlines (rule, NULL, today, deadlines);
  g_assert_cmpint (find (deadlines, "window_end")->date, ==, look_ahead (today, rule->window_end));
  g_assert_cmpint (find (deadlines, "record_by")->date, ==, look_ahead (today, rule->record_by));
  g_assert_cmpint (find (deadlines, "announce_on")->date, ==,
                   look_ahead (today, rule->announce_on));
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpint (deadlines[i].days_left, ==, deadlines[i].date - today);
      if (i > 0)
        g_assert_cmpint (deadlines[i].date, >=, deadlines[i - 1].date);
    }

  g_assert_cmpint (cycle.window_end, >=, today);
  g_assert_cmpint (msp_cycle_months_gone (&cycle, today), >=, 0);
  g_assert_cmpint (msp_cycle_months_gone (&cycle, today), <=, 12);
}

static void
check_years (const MspCycleRule *rule)
{
  MspDay last = msp_day_new (2040, 12, 31);

  for (MspDay today = msp_day_new (2024, 1, 1); today <= last; today++)
    check_day (rule, today);
}

/* The days are the calendar's, whatever the clock on the wall. */
static void
test_every_day (void)
{
  MspCycleRule rule = msp_cycle_rule_default ();
  g_autofree char *kept = g_strdup (g_getenv ("TZ"));

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_setenv ("TZ", zones[i], TRUE);
      check_years (&rule);
    }

  if (kept != NULL)
    g_setenv ("TZ", kept, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_other_dates (void)
{
  MspCycleRule rule = { { 10, 1 }, { 9, 30 }, { 2, 29 }, { 12, 31 } };

  check_years (&rule);
}

static void
test_known_days (void)
{
  MspCycleRule rule = msp_cycle_rule_default ();
  MspDeadline deadlines[3];

  msp_cycle_next_deadlines (&rule, NULL, msp_day_new (2026, 11, 23), deadlines);
  g_assert_cmpint (find (deadlines, "window_end")->days_left, ==, 128);
  g_assert_cmpint (find (deadlines, "record_by")->days_left, ==, 128);
  g_assert_cmpint (find (deadlines, "announce_on")->days_left, ==, 220);

  msp_cycle_next_deadlines (&rule, NULL, msp_day_new (2027, 3, 31), deadlines);
  g_assert_cmpint (find (deadlines, "window_end")->days_left, ==, 0);
  msp_cycle_next_deadlines (&rule, NULL, msp_day_new (2027, 4, 1), deadlines);
  g_assert_cmpint (find (deadlines, "window_end")->days_left, ==, 364 + 1);
}

static void
test_months_gone (void)
{
  MspCycleRule rule = msp_cycle_rule_default ();
  MspCycle cycle = msp_cycle_of_year (&rule, NULL, 2026);

  g_assert_cmpint (cycle.window_start, ==, msp_day_new (2026, 4, 1));
  g_assert_cmpint (cycle.window_end, ==, msp_day_new (2027, 3, 31));
  g_assert_cmpint (msp_cycle_months_gone (&cycle, msp_day_new (2026, 3, 31)), ==, 0);
  g_assert_cmpint (msp_cycle_months_gone (&cycle, msp_day_new (2026, 4, 1)), ==, 1);
  g_assert_cmpint (msp_cycle_months_gone (&cycle, msp_day_new (2026, 11, 23)), ==, 8);
  g_assert_cmpint (msp_cycle_months_gone (&cycle, msp_day_new (2027, 3, 31)), ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cycle/every-day", test_every_day);
  g_test_add_func ("/cycle/other-dates", test_other_dates);
  g_test_add_func ("/cycle/known-days", test_known_days);
  g_test_add_func ("/cycle/months-gone", test_months_gone);

  return g_test_run ();
}
