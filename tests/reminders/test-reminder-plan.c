/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/msp-reminder-plan.h"

static MspCatalog *catalog;

static MspAward *
make_award (void)
{
  MspAward *award = msp_award_read (NULL);

  award->mvp = TRUE;

  return award;
}

/* The stage of @days_left by the table of the design: the last one that has come. */
static int
expected_stage (int days_left)
{
  const int stages[] = { 0, 1, 3, 7, 14, 30 };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (days_left <= stages[i])
        return stages[i];
    }

  return -1;
}

static void
test_every_day (void)
{
  g_autoptr (MspAward) award = make_award ();
  MspDay last = msp_day_new (2028, 12, 31);

  for (MspDay today = msp_day_new (2027, 12, 31) + 1; today <= last; today++)
    {
      g_autoptr (GPtrArray) plan = msp_reminder_plan (catalog, award, NULL, today);
      MspDay end = msp_day_new (today <= msp_day_new (2028, 3, 31) ? 2028 : 2029, 3, 31);
      int stage = expected_stage (end - today);

      g_assert_cmpuint (plan->len, ==, stage < 0 ? 0 : 2);
      for (guint i = 0; i < plan->len; i++)
        {
          const MspReminder *reminder = g_ptr_array_index (plan, i);

          g_assert_cmpint (reminder->stage, ==, stage);
          g_assert_cmpint (reminder->date, ==, end);
          g_assert_cmpint (reminder->days_left, ==, end - today);
          g_assert_true (g_str_equal (reminder->deadline, "window_end") ||
                         g_str_equal (reminder->deadline, "record_by"));
        }
    }
}

static void
test_nobody (void)
{
  g_autoptr (MspAward) award = make_award ();
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GPtrArray) off = NULL;

  award->mvp = FALSE;
  plan = msp_reminder_plan (catalog, award, NULL, msp_day_new (2027, 3, 31));
  g_assert_cmpuint (plan->len, ==, 0);

  award->mvp = TRUE;
  award->reminders = FALSE;
  off = msp_reminder_plan (catalog, award, NULL, msp_day_new (2027, 3, 31));
  g_assert_cmpuint (off->len, ==, 0);
}

/* Each of the two has its own day, its own stage and its own notification. */
static void
test_two_dates (void)
{
  g_autoptr (MspAward) award = make_award ();
  g_autoptr (GPtrArray) plan = NULL;
  const MspReminder *first;
  const MspReminder *second;

  award->rule.record_by = (MspMonthDay) { 4, 10 };
  plan = msp_reminder_plan (catalog, award, NULL, msp_day_new (2027, 3, 30));
  g_assert_cmpuint (plan->len, ==, 2);
  first = g_ptr_array_index (plan, 0);
  second = g_ptr_array_index (plan, 1);
  g_assert_cmpstr (first->deadline, ==, "window_end");
  g_assert_cmpint (first->stage, ==, 1);
  g_assert_cmpstr (second->deadline, ==, "record_by");
  g_assert_cmpint (second->stage, ==, 14);
  g_assert_cmpstr (first->id, !=, second->id);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = msp_catalog_load (NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/reminder-plan/every-day", test_every_day);
  g_test_add_func ("/reminder-plan/nobody", test_nobody);
  g_test_add_func ("/reminder-plan/two-dates", test_two_dates);
  result = g_test_run ();
  g_object_unref (catalog);

  return result;
}
