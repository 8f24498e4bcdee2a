/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MspDay:
 *
 * A calendar day, as a proleptic Julian day number (that of [struct@GLib.Date]), so that
 * the difference of two is a number of days. `MSP_DAY_NONE` is no day.
 */
typedef gint32 MspDay;

#define MSP_DAY_NONE 0

/**
 * MspMonthDay:
 * @month: 1–12
 * @day: 1–31; 29 February falls on the 28th in common years
 *
 * A day that comes back every year.
 */
typedef struct
{
  int month;
  int day;
} MspMonthDay;

#define MSP_DAY_ERROR (msp_day_error_quark ())

typedef enum
{
  MSP_DAY_ERROR_FORMAT,
  MSP_DAY_ERROR_IMPOSSIBLE,
} MspDayError;

GQuark   msp_day_error_quark    (void);

MspDay   msp_day_new            (int           year,
                                 int           month,
                                 int           day);
gboolean msp_day_parse          (const char   *text,
                                 MspDay       *day,
                                 GError      **error);
gboolean msp_day_parse_typed    (const char   *text,
                                 MspDay        today,
                                 MspDay       *day,
                                 GError      **error);
char    *msp_day_to_iso         (MspDay        day);
char    *msp_day_to_text        (MspDay        day);
char    *msp_day_to_short_text  (MspDay        day,
                                 MspDay        today);
char    *msp_day_to_age_text    (MspDay        day,
                                 MspDay        today);
char    *msp_day_to_month_text  (MspDay        day);
char    *msp_day_to_short_month_text (MspDay   day);
void     msp_day_get_parts      (MspDay        day,
                                 int          *year,
                                 int          *month,
                                 int          *day_of_month);
MspDay   msp_day_add_months     (MspDay        day,
                                 int           months);
MspDay   msp_day_first_of_month (MspDay        day);
int      msp_day_month_index    (MspDay        day);

gboolean msp_month_day_parse    (const char   *text,
                                 MspMonthDay  *month_day,
                                 GError      **error);
char    *msp_month_day_to_text  (MspMonthDay   month_day);
MspDay   msp_month_day_in_year  (MspMonthDay   month_day,
                                 int           year);

G_END_DECLS
