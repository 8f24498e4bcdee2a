/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "storage/msp-backup.h"

#define SECOND (G_GINT64_CONSTANT (1000000))
#define HOUR (3600 * SECOND)
#define DAY (24 * HOUR)
#define DAYS 400
/* A Monday. */
#define FIRST (G_GINT64_CONSTANT (1767571200) * SECOND)
#define LAST (FIRST + (DAYS - 1) * DAY + 20 * HOUR)

static const int hours[] = { 8, 12, 20 };

/* Lets those go that are not kept; the newest first. */
static void
thin (GArray *times,
      gint64  now)
{
  g_autofree gboolean *keep = g_new (gboolean, times->len);

  msp_backup_choose ((const gint64 *) (gpointer) times->data, times->len, now, keep);
  for (guint i = times->len; i > 0; i--)
    {
      if (!keep[i - 1])
        g_array_remove_index (times, i - 1);
    }
}

static int
month_of (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / SECOND);

  return g_date_time_get_year (moment) * 12 + g_date_time_get_month (moment);
}

static int
weekday_of (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / SECOND);

  return g_date_time_get_day_of_week (moment);
}

static void
test_a_year_of_days (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 *kept;
  gint64 last_daily;
  gint64 last_weekly;

  for (int day = 0; day < DAYS; day++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
        {
          gint64 now = FIRST + day * DAY + hours[i] * HOUR;

          g_array_prepend_val (times, now);
          thin (times, now);
        }
    }

  /* Today and yesterday whole, then the last of each of twelve days. */
  kept = (const gint64 *) (gpointer) times->data;
  g_assert_cmpuint (times->len, ==, 6 + 12 + 10 + 9);
  for (int i = 0; i < 6; i++)
    g_assert_cmpint (kept[i], ==, FIRST + (DAYS - 1 - i / 3) * DAY + hours[2 - i % 3] * HOUR);
  for (int i = 0; i < 12; i++)
    g_assert_cmpint (kept[6 + i], ==, LAST - (2 + i) * DAY);

  /* The last of each of ten weeks: Sundays, the first of them in a week that has no daily one. */
  last_daily = kept[17];
  g_assert_cmpint (kept[18], ==, last_daily - weekday_of (last_daily) * DAY);
  for (int i = 1; i < 10; i++)
    g_assert_cmpint (kept[18 + i], ==, kept[18] - i * 7 * DAY);

  /* The last Sunday of each of nine months. */
  last_weekly = kept[27];
  for (int i = 0; i < 9; i++)
    {
      gint64 time = kept[28 + i];

      g_assert_cmpint (month_of (time), ==, month_of (last_weekly) - 1 - i);
      g_assert_cmpint (weekday_of (time), ==, 7);
      g_assert_cmpint (month_of (time + 7 * DAY), ==, month_of (time) + 1);
    }
}

static void
test_a_few_are_all_kept (void)
{
  const gint64 times[] = { LAST, LAST - 5 * DAY, LAST - 90 * DAY, LAST - 1000 * DAY };
  gboolean keep[G_N_ELEMENTS (times)];

  msp_backup_choose (times, G_N_ELEMENTS (times), LAST, keep);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_true (keep[i]);
}

static void
test_a_clock_that_was_wrong (void)
{
  const gint64 times[] = { LAST + 3000 * DAY, LAST, LAST - 1, LAST - 2 };
  gboolean keep[G_N_ELEMENTS (times)];

  msp_backup_choose (times, G_N_ELEMENTS (times), LAST, keep);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_true (keep[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/a-year-of-days", test_a_year_of_days);
  g_test_add_func ("/backup/a-few-are-all-kept", test_a_few_are_all_kept);
  g_test_add_func ("/backup/a-clock-that-was-wrong", test_a_clock_that_was_wrong);

  return g_test_run ();
}
