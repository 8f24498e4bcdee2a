/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-renewal"

#include "progress/msp-renewal.h"

/**
 * msp_renewal_suggest_first:
 * @mvp_since: the day of the award, or `MSP_DAY_NONE`
 * @rule: the yearly dates
 *
 * A suggestion, from one member's account: the first announcement that is at least twelve months
 * after the award.
 *
 * Returns: the day, or `MSP_DAY_NONE` if the award's day is not known
 */
MspDay
msp_renewal_suggest_first (MspDay              mvp_since,
                           const MspCycleRule *rule)
{
  MspDay earliest;
  MspDay announced;
  int year;

  g_return_val_if_fail (rule != NULL, MSP_DAY_NONE);

  if (mvp_since == MSP_DAY_NONE)
    return MSP_DAY_NONE;

  earliest = msp_day_add_months (mvp_since, 12);
  msp_day_get_parts (earliest, &year, NULL, NULL);
  announced = msp_month_day_in_year (rule->announce_on, year);

  return announced >= earliest ? announced : msp_month_day_in_year (rule->announce_on, year + 1);
}
