/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-clock"

#include "base/msp-clock.h"

/* The one thing in the program that is the same everywhere: what day it is. */
static MspDay fixed_today = MSP_DAY_NONE;

/**
 * msp_clock_today:
 *
 * Returns: the local date, or the day that `MS_PROGRAMS_TODAY` or msp_clock_fix_today() names
 */
MspDay
msp_clock_today (void)
{
  const char *named = g_getenv ("MS_PROGRAMS_TODAY");
  g_autoptr (GDateTime) now = NULL;
  MspDay day;
  int year;
  int month;
  int day_of_month;

  if (fixed_today != MSP_DAY_NONE)
    return fixed_today;

  if (named != NULL && msp_day_parse (named, &day, NULL))
    return day;

  now = g_date_time_new_now_local ();
  g_date_time_get_ymd (now, &year, &month, &day_of_month);

  return msp_day_new (year, month, day_of_month);
}

/**
 * msp_clock_fix_today:
 * @text: (nullable): an ISO date that is today from now on, or `NULL` for the real one
 * @error: return location for an error
 *
 * Returns: whether @text is a day
 */
gboolean
msp_clock_fix_today (const char  *text,
                     GError     **error)
{
  if (text == NULL)
    {
      fixed_today = MSP_DAY_NONE;
      return TRUE;
    }

  return msp_day_parse (text, &fixed_today, error);
}

/**
 * msp_clock_now_utc:
 *
 * Returns: (transfer full): the time as 2026-11-21T18:02:11Z
 */
char *
msp_clock_now_utc (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
