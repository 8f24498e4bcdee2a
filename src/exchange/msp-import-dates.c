/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-dates"

#include "exchange/msp-import-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Three numbers with the same sign between them. */
typedef struct
{
  int  parts[3];
  int  digits[3];
  char sign;
} Numbers;

/* A time and its zone, as in "T18:02:11.000Z", " 6:02 PM" and " 18:02:11 +0100". */
static gboolean
is_time (const char *text)
{
  if (*text == '\0')
    return TRUE;
  if (*text != 'T' && *text != 't' && *text != ' ' && *text != ',')
    return FALSE;

  text++;
  text += strspn (text, " ");

  return *text == '\0' || (g_ascii_isdigit (*text) && strchr (text, ':') != NULL &&
                           text[strspn (text, "0123456789:.,+- ZzAaPpMmUuTtCcGg")] == '\0');
}

static gboolean
read_numbers (const char *text,
              Numbers    *numbers)
{
  text += strspn (text, " \t");
  for (int i = 0; i < 3; i++)
    {
      if (i == 1)
        numbers->sign = *text;
      if (i > 0 && (*text == '\0' || strchr ("./-", *text) == NULL || *text++ != numbers->sign))
        return FALSE;

      numbers->parts[i] = 0;
      numbers->digits[i] = 0;
      for (; g_ascii_isdigit (*text) && numbers->digits[i] < 5; text++)
        {
          numbers->parts[i] = numbers->parts[i] * 10 + (*text - '0');
          numbers->digits[i]++;
        }
      if (numbers->digits[i] == 0)
        return FALSE;
    }

  return is_time (text);
}

static gboolean
is_year_first (const Numbers *numbers)
{
  return numbers->digits[0] == 4 && numbers->digits[1] <= 2 && numbers->digits[2] <= 2;
}

static gboolean
is_year_last (const Numbers *numbers)
{
  return numbers->digits[0] <= 2 && numbers->digits[1] <= 2 && numbers->digits[2] == 4;
}

/**
 * msp_date_evidence_add:
 * @self: what is known
 * @text: what stands where a date is expected
 *
 * What is no date proves nothing.
 */
void
msp_date_evidence_add (MspDateEvidence *self,
                       const char      *text)
{
  Numbers numbers;
  int first;
  int second;

  if (!g_ascii_isdigit (text[strspn (text, " \t")]) || !read_numbers (text, &numbers) ||
      !is_year_last (&numbers))
    return;

  first = numbers.parts[0];
  second = numbers.parts[1];
  if (first > 12 && first <= 31 && second >= 1 && second <= 12)
    self->day_first = TRUE;
  else if (second > 12 && second <= 31 && first >= 1 && first <= 12)
    self->month_first = TRUE;
  else if (first != second && first >= 1 && first <= 12 && second >= 1 && second <= 12 && !self->open)
    {
      self->open = TRUE;
      g_snprintf (self->example, sizeof self->example, "%.*s", 11, text + strspn (text, " \t"));
      self->example[strspn (self->example, "0123456789./-")] = '\0';
    }
}

void
msp_date_evidence_merge (MspDateEvidence       *self,
                         const MspDateEvidence *other)
{
  self->day_first = self->day_first || other->day_first;
  self->month_first = self->month_first || other->month_first;
  if (other->open && !self->open)
    memcpy (self->example, other->example, sizeof self->example);
  self->open = self->open || other->open;
}

MspDateOrder
msp_date_evidence_decide (const MspDateEvidence *self)
{
  if (self->day_first != self->month_first)
    return self->day_first ? MSP_DATE_ORDER_DMY : MSP_DATE_ORDER_MDY;

  /* Dates of both kinds in one file prove nothing about the others. */
  if (self->open || self->day_first)
    return MSP_DATE_ORDER_UNKNOWN;

  return MSP_DATE_ORDER_YMD;
}

const char *
msp_import_date_parse (const char   *text,
                       MspDateOrder  order,
                       MspDay       *day)
{
  Numbers numbers;
  const int *parts = numbers.parts;

  *day = MSP_DAY_NONE;
  if (!read_numbers (text, &numbers) || (!is_year_first (&numbers) && !is_year_last (&numbers)))
    return _ ("This is not a date; write it as 2026-11-23.");

  if (is_year_first (&numbers))
    *day = msp_day_new (parts[0], parts[1], parts[2]);
  else if (order == MSP_DATE_ORDER_DMY || parts[0] == parts[1])
    *day = msp_day_new (parts[2], parts[1], parts[0]);
  else if (order == MSP_DATE_ORDER_MDY)
    *day = msp_day_new (parts[2], parts[0], parts[1]);
  else
    return _ ("The year is expected first; write the date as 2026-11-23.");

  if (*day != MSP_DAY_NONE)
    return NULL;

  if (!is_year_first (&numbers) && msp_day_new (parts[2], order == MSP_DATE_ORDER_DMY ? parts[0] : parts[1],
                                                order == MSP_DATE_ORDER_DMY ? parts[1] : parts[0]) != MSP_DAY_NONE)
    return order == MSP_DATE_ORDER_DMY
           ? _ ("The calendar has no such day when the day stands first, as it does in this file.")
           : _ ("The calendar has no such day when the month stands first, as it does in this file.");

  return _ ("The calendar has no such day.");
}
