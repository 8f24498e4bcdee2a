/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-repeat"

#include "journal/msp-repeat.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_WEEK 7
#define YEAR_MAX 9999

gboolean
msp_repeat_parse_step (const char  *text,
                       MspRepeat   *repeat,
                       GError     **error)
{
  char *end = NULL;
  gint64 every;

  g_return_val_if_fail (text != NULL && repeat != NULL, FALSE);

  every = g_ascii_isdigit (*text) ? g_ascii_strtoll (text, &end, 10) : 0;
  if (every >= 1 && every <= MSP_REPEAT_STEP_MAX && end != NULL &&
      (g_str_equal (end, "w") || g_str_equal (end, "m")))
    {
      repeat->every = (int) every;
      repeat->by_months = *end == 'm';
      return TRUE;
    }

  g_set_error (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_FORM,
               _ ("“%s” is no number of weeks or months from 1 to %d; write it as 2w or 1m"), text,
               MSP_REPEAT_STEP_MAX);

  return FALSE;
}

/* From the first day each time, so that a short month shortens no other. */
static MspDay
nth_day (const MspRepeat *repeat,
         MspDay           first,
         int              n)
{
  if (!repeat->by_months)
    return first + n * repeat->every * DAYS_OF_WEEK;

  return msp_day_add_months (first, n * repeat->every);
}

static gboolean
is_past_end (const MspRepeat *repeat,
             MspDay           day,
             int              n)
{
  if (repeat->until != MSP_DAY_NONE)
    return day > repeat->until;

  return n > repeat->times;
}

GArray *
msp_repeat_list_days (const MspRepeat  *repeat,
                      MspDay            first,
                      GError          **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (MspDay));
  MspDay last = msp_day_new (YEAR_MAX, 12, 31);

  g_return_val_if_fail (repeat != NULL && repeat->every > 0, NULL);

  for (int n = 1; n <= MSP_REPEAT_MAX + 1; n++)
    {
      MspDay day = first < last ? nth_day (repeat, first, n) : MSP_DAY_NONE;

      if (day == MSP_DAY_NONE || day > last || is_past_end (repeat, day, n))
        break;

      g_array_append_val (days, day);
    }

  if (days->len > MSP_REPEAT_MAX)
    {
      g_set_error (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_RANGE,
                   _ ("That would be more than %d contributions; choose an earlier end."), MSP_REPEAT_MAX);
      return NULL;
    }
  if (days->len == 0)
    {
      g_set_error_literal (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_RANGE,
                           _ ("The end is before the first repetition."));
      return NULL;
    }

  return g_steal_pointer (&days);
}

static void
clear_text (char **text)
{
  g_free (*text);
  *text = g_strdup ("");
}

static MspContribution *
make_planned (const MspContribution *entry,
              MspDay                 day)
{
  MspContribution *planned = msp_contribution_copy (entry);

  g_clear_pointer (&planned->id, g_free);
  g_clear_pointer (&planned->created, g_free);
  g_clear_pointer (&planned->modified, g_free);
  g_clear_pointer (&planned->deleted, g_free);
  clear_text (&planned->url);
  g_strfreev (planned->links);
  planned->links = g_new0 (char *, 1);
  g_ptr_array_set_size (planned->figures, 0);
  g_ptr_array_set_size (planned->attachments, 0);
  planned->reach = 0;
  planned->status = MSP_STATUS_PLANNED;
  planned->in_portal = MSP_DAY_NONE;
  planned->is_high_impact = FALSE;
  planned->date = day;
  if (entry->date_end != MSP_DAY_NONE)
    planned->date_end = day + (entry->date_end - entry->date);

  return planned;
}

GPtrArray *
msp_repeat_make_entries (const MspContribution *entry,
                         GArray                *days)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);

  g_return_val_if_fail (entry != NULL && days != NULL, entries);

  for (guint i = 0; i < days->len; i++)
    g_ptr_array_add (entries, make_planned (entry, g_array_index (days, MspDay, i)));

  return entries;
}
