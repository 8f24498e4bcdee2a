/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cycle"

#include "progress/msp-cycle.h"

#define N_DEADLINES 3

MspCycleRule
msp_cycle_rule_default (void)
{
  return (MspCycleRule) { { 4, 1 }, { 3, 31 }, { 3, 31 }, { 7, 1 } };
}

/* The first of these days of the year that is not before @day. */
static MspDay
first_from (MspMonthDay month_day,
            MspDay      day)
{
  MspDay found;
  int year;

  msp_day_get_parts (day, &year, NULL, NULL);
  found = msp_month_day_in_year (month_day, year);

  return found >= day ? found : msp_month_day_in_year (month_day, year + 1);
}

static const MspCycleDates *
find_own (GPtrArray *own,
          int        year)
{
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const MspCycleDates *dates = g_ptr_array_index (own, i);

      if (dates->year == year)
        return dates;
    }

  return NULL;
}

static void
replace (MspDay *day,
         MspDay  own)
{
  if (own != MSP_DAY_NONE)
    *day = own;
}

/**
 * msp_cycle_of_year:
 * @rule: the yearly dates
 * @own: (nullable) (element-type MspCycleDates): dates of single cycles
 * @year: the year in which the window opens
 *
 * Returns: the cycle: a window of at most a year, and the first record-by and announcement days
 *   that are not before its end
 */
MspCycle
msp_cycle_of_year (const MspCycleRule *rule,
                   GPtrArray          *own,
                   int                 year)
{
  const MspCycleDates *dates = find_own (own, year);
  MspCycle cycle = { .year = year };

  cycle.window_start = msp_month_day_in_year (rule->window_start, year);
  if (dates != NULL)
    replace (&cycle.window_start, dates->window_start);
  cycle.window_end = first_from (rule->window_end, cycle.window_start + 1);
  if (dates != NULL)
    replace (&cycle.window_end, dates->window_end);
  cycle.record_by = first_from (rule->record_by, cycle.window_end);
  cycle.announce_on = first_from (rule->announce_on, cycle.window_end);
  if (dates != NULL)
    {
      replace (&cycle.record_by, dates->record_by);
      replace (&cycle.announce_on, dates->announce_on);
    }

  return cycle;
}

MspCycle
msp_cycle_of_day (const MspCycleRule *rule,
                  GPtrArray          *own,
                  MspDay              day)
{
  MspCycle cycle;
  int year;

  msp_day_get_parts (day, &year, NULL, NULL);
  for (int candidate = year - 1; candidate <= year; candidate++)
    {
      cycle = msp_cycle_of_year (rule, own, candidate);
      if (day <= cycle.window_end)
        return cycle;
    }

  return msp_cycle_of_year (rule, own, year + 1);
}

static MspDay
date_of (const MspCycle *cycle,
         int             which)
{
  const MspDay dates[N_DEADLINES] = { cycle->window_end, cycle->record_by, cycle->announce_on };

  return dates[which];
}

void
msp_cycle_next_deadlines (const MspCycleRule *rule,
                          GPtrArray          *own,
                          MspDay              today,
                          MspDeadline         deadlines[3])
{
  static const char *const ids[N_DEADLINES] = { "window_end", "record_by", "announce_on" };
  int year;

  msp_day_get_parts (today, &year, NULL, NULL);

  for (int which = 0; which < N_DEADLINES; which++)
    {
      MspDeadline found = { .id = ids[which] };
      int place = which;

      /* Two cycles back may still have its announcement to come. */
      for (int candidate = year - 2; found.date == MSP_DAY_NONE; candidate++)
        {
          MspCycle cycle = msp_cycle_of_year (rule, own, candidate);

          if (date_of (&cycle, which) < today)
            continue;

          found.date = date_of (&cycle, which);
          found.days_left = found.date - today;
          found.cycle = candidate;
        }

      /* Nearest first; of the same day the one named first. */
      while (place > 0 && deadlines[place - 1].date > found.date)
        {
          deadlines[place] = deadlines[place - 1];
          place--;
        }
      deadlines[place] = found;
    }
}

int
msp_cycle_months_gone (const MspCycle *cycle,
                       MspDay          today)
{
  int gone;

  if (today < cycle->window_start)
    return 0;

  gone = msp_day_month_index (MIN (today, cycle->window_end)) -
         msp_day_month_index (cycle->window_start) + 1;

  return gone;
}
