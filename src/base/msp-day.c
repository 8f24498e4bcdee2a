/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-day"

#include "base/msp-day.h"

#include <glib/gi18n-lib.h>

/* A year in which 29 February exists. */
#define LEAP_YEAR 2024

G_DEFINE_QUARK (MspDayError, msp_day_error)

static GDate *
date_of (MspDay day,
         GDate * date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) day);

  return date;
}

/* Exactly @n digits; -1 if they are not. */
static int
read_digits (const char *text,
             int         n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

static char *
format (MspDay      day,
        const char *pattern)
{
  int year;
  int month;
  int day_of_month;
  g_autoptr (GDateTime) time = NULL;

  msp_day_get_parts (day, &year, &month, &day_of_month);
  time = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  return g_date_time_format (time, pattern);
}

/**
 * msp_day_new:
 * @year: 1–9999
 * @month: 1–12
 * @day: 1–31
 *
 * Returns: the day, or `MSP_DAY_NONE` if the calendar has no such day
 */
MspDay
msp_day_new (int year,
             int month,
             int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return MSP_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return (MspDay) g_date_get_julian (&date);
}

/**
 * msp_day_parse:
 * @text: an ISO 8601 calendar date, YYYY-MM-DD
 * @day: (out): the day
 * @error: return location for an error that says what is wrong, for people
 *
 * Returns: whether @text is a day
 */
gboolean
msp_day_parse (const char  *text,
               MspDay      *day,
               GError     **error)
{
  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-' || read_digits (text, 4) < 0 ||
      read_digits (text + 5, 2) < 0 || read_digits (text + 8, 2) < 0)
    {
      g_set_error (error, MSP_DAY_ERROR, MSP_DAY_ERROR_FORMAT,
                   _ ("“%s” is not a date; write it as 2026-11-23"), text);
      return FALSE;
    }

  *day = msp_day_new (read_digits (text, 4), read_digits (text + 5, 2), read_digits (text + 8, 2));
  if (*day == MSP_DAY_NONE)
    {
      g_set_error (error, MSP_DAY_ERROR, MSP_DAY_ERROR_IMPOSSIBLE,
                   _ ("“%s” is not a day of the calendar"), text);
      return FALSE;
    }

  return TRUE;
}

/**
 * msp_day_parse_typed:
 * @text: an ISO date, `today` or `yesterday`, blanks around it
 * @today: what today is
 * @day: (out): the day
 * @error: return location for an error that says what is wrong, for people
 *
 * Returns: whether @text is a day
 */
gboolean
msp_day_parse_typed (const char  *text,
                     MspDay       today,
                     MspDay      *day,
                     GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (g_str_equal (stripped, "today"))
    *day = today;
  else if (g_str_equal (stripped, "yesterday"))
    *day = today - 1;
  else
    return msp_day_parse (stripped, day, error);

  return TRUE;
}

char *
msp_day_to_iso (MspDay day)
{
  int year;
  int month;
  int day_of_month;

  msp_day_get_parts (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * msp_day_to_text:
 * @day: a day
 *
 * Returns: (transfer full): as people write it, "23 November 2026"
 */
char *
msp_day_to_text (MspDay day)
{
  /* Translators: a date with its year, as in "23 November 2026". */
  return format (day, _ ("%-d %B %Y"));
}

/**
 * msp_day_to_short_text:
 * @day: a day
 * @today: what today is
 *
 * Returns: (transfer full): "21 Nov", with the year if it is another one than today's
 */
char *
msp_day_to_short_text (MspDay day,
                       MspDay today)
{
  int year;
  int this_year;

  msp_day_get_parts (day, &year, NULL, NULL);
  msp_day_get_parts (today, &this_year, NULL, NULL);

  /* Translators: a short date, as in "21 Nov" and "21 Nov 2025". */
  return format (day, year == this_year ? _ ("%-d %b") : _ ("%-d %b %Y"));
}

/**
 * msp_day_to_age_text:
 * @day: a day, or `MSP_DAY_NONE`
 * @today: the day it is seen from
 *
 * Returns: (transfer full): how long ago that was, as people say it: "3 weeks ago"
 */
char *
msp_day_to_age_text (MspDay day,
                     MspDay today)
{
  int days = today - day;

  if (day == MSP_DAY_NONE)
    return g_strdup (_ ("Never"));
  if (days <= 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (days < 14)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) days), days);
  if (days < 61)
    return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", (gulong) days / 7), days / 7);
  if (days < 730)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", (gulong) days / 30), days / 30);

  return g_strdup_printf (ngettext ("%d year ago", "%d years ago", (gulong) days / 365), days / 365);
}

/**
 * msp_day_to_month_text:
 * @day: a day
 *
 * Returns: (transfer full): its month, "November 2026"
 */
char *
msp_day_to_month_text (MspDay day)
{
  /* Translators: a month with its year, as in "November 2026". */
  return format (day, _ ("%OB %Y"));
}

/**
 * msp_day_to_short_month_text:
 * @day: a day
 *
 * Returns: (transfer full): its month without the year, "Nov"
 */
char *
msp_day_to_short_month_text (MspDay day)
{
  /* Translators: a short month alone, as in "Nov". */
  return format (day, _ ("%Ob"));
}

void
msp_day_get_parts (MspDay  day,
                   int    *year,
                   int    *month,
                   int    *day_of_month)
{
  GDate date;

  g_return_if_fail (day != MSP_DAY_NONE);

  date_of (day, &date);
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (day_of_month != NULL)
    *day_of_month = g_date_get_day (&date);
}

/**
 * msp_day_add_months:
 * @day: a day
 * @months: how many months later, negative for earlier
 *
 * Returns: the same day of that month, or its last day if it is shorter
 */
MspDay
msp_day_add_months (MspDay day,
                    int    months)
{
  GDate date;

  date_of (day, &date);
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else
    g_date_subtract_months (&date, (guint) - months);

  return (MspDay) g_date_get_julian (&date);
}

MspDay
msp_day_first_of_month (MspDay day)
{
  int day_of_month;

  msp_day_get_parts (day, NULL, NULL, &day_of_month);

  return day - day_of_month + 1;
}

/**
 * msp_day_month_index:
 * @day: a day
 *
 * Returns: the number of its month, counted over the years, so that a difference is in months
 */
int
msp_day_month_index (MspDay day)
{
  int year;
  int month;

  msp_day_get_parts (day, &year, &month, NULL);

  return year * 12 + month - 1;
}

/**
 * msp_month_day_parse:
 * @text: MM-DD
 * @month_day: (out): the day of every year
 * @error: return location for an error that says what is wrong, for people
 *
 * Returns: whether @text is a month and a day
 */
gboolean
msp_month_day_parse (const char   *text,
                     MspMonthDay  *month_day,
                     GError      **error)
{
  g_return_val_if_fail (text != NULL && month_day != NULL, FALSE);

  if (strlen (text) == 5 && text[2] == '-')
    {
      int month = read_digits (text, 2);
      int day = read_digits (text + 3, 2);

      if (msp_day_new (LEAP_YEAR, month, day) != MSP_DAY_NONE)
        {
          month_day->month = month;
          month_day->day = day;
          return TRUE;
        }
    }

  g_set_error (error, MSP_DAY_ERROR, MSP_DAY_ERROR_FORMAT,
               _ ("“%s” is not a month and a day; write it as 03-31"), text);

  return FALSE;
}

char *
msp_month_day_to_text (MspMonthDay month_day)
{
  return g_strdup_printf ("%02d-%02d", month_day.month, month_day.day);
}

/**
 * msp_month_day_in_year:
 * @month_day: a day of every year
 * @year: 1–9999
 *
 * Returns: the day in that year; 29 February falls on the 28th in common years
 */
MspDay
msp_month_day_in_year (MspMonthDay month_day,
                       int         year)
{
  MspDay day = msp_day_new (year, month_day.month, month_day.day);

  return day != MSP_DAY_NONE ? day : msp_day_new (year, month_day.month, month_day.day - 1);
}
