/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-text"

#include "app/widgets/msp-entry-text.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "base/msp-text.h"

/* Looked up once a second: the list fills two hundred rows in a frame. */
static MspDay
get_today (void)
{
  static MspDay today;
  static gint64 until;
  gint64 now = g_get_monotonic_time ();

  if (now < until)
    return today;

  today = msp_clock_today ();
  until = now + G_TIME_SPAN_SECOND;

  return today;
}

char *
msp_entry_text_describe (const MspEntrySummary *summary)
{
  if (summary->leaves_trash != MSP_DAY_NONE)
    {
      g_autofree char *day = msp_day_to_text (summary->leaves_trash);

      return g_strdup_printf (_ ("%s · leaves the trash on %s"), summary->type, day);
    }

  return g_strdup_printf ("%s%s%s%s%s%s%s",
                          summary->status == MSP_STATUS_PLANNED ? _ ("Planned · ") : "",
                          summary->type, *summary->area != '\0' ? " · " : "", summary->area,
                          summary->in_portal != MSP_DAY_NONE ? _ (" · in the portal") : "",
                          summary->is_high_impact ? _ (" · high impact") : "",
                          summary->is_private ? _ (" · private") : "");
}

char *
msp_entry_text_speak (const MspEntrySummary *summary)
{
  g_autofree char *day = msp_day_to_short_text (summary->date, get_today ());
  g_autofree char *detail = msp_entry_text_describe (summary);
  g_autofree char *reach = msp_text_number (summary->reach);
  g_autofree char *reached = g_strdup_printf (ngettext ("%s person", "%s people",
                                                        (gulong) summary->reach), reach);

  return g_strdup_printf ("%s, %s, %s, %s", summary->title, day, detail, reached);
}
