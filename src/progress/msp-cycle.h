/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/msp-day.h"
#include "journal/msp-journal-records.h"

G_BEGIN_DECLS

/* The four days that come back every year, from the settings. */
typedef struct
{
  MspMonthDay window_start;
  MspMonthDay window_end;
  MspMonthDay record_by;
  MspMonthDay announce_on;
} MspCycleRule;

/* One award cycle; @year is the year in which its window starts. */
typedef struct
{
  int    year;
  MspDay window_start;
  MspDay window_end;
  MspDay record_by;
  MspDay announce_on;
} MspCycle;

typedef struct
{
  const char *id; /* window_end, record_by, announce_on (static) */
  MspDay      date;
  int         days_left; /* 0 is today */
  int         cycle;
} MspDeadline;

MspCycleRule msp_cycle_rule_default  (void);
/* @own (nullable) (element-type MspCycleDates): a cycle's own dates. */
MspCycle     msp_cycle_of_year       (const MspCycleRule *rule,
                                      GPtrArray          *own,
                                      int                 year);
/* The cycle whose window holds @day (between two windows: the one that follows). */
MspCycle     msp_cycle_of_day        (const MspCycleRule *rule,
                                      GPtrArray          *own,
                                      MspDay              day);
/* The next date of each kind that is not before @today, nearest first; three of them. */
void         msp_cycle_next_deadlines (const MspCycleRule *rule,
                                       GPtrArray          *own,
                                       MspDay              today,
                                       MspDeadline         deadlines[3]);
/* Months of the window begun by @today (1–12), 0 before it. */
int          msp_cycle_months_gone   (const MspCycle     *cycle,
                                      MspDay              today);

G_END_DECLS
