/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-ical"

#include "exchange/msp-ical.h"

#include <libical/ical.h>

#define ONE_DAY (24 * 60 * 60)

static struct icaltimetype
to_ical (MspDay day)
{
  struct icaltimetype time = icaltime_null_date ();

  msp_day_get_parts (day, &time.year, &time.month, &time.day);
  time.is_date = 1;

  return time;
}

static icalcomponent *
make_alarm (const char *title,
            int         days)
{
  struct icaltriggertype trigger = {
    .duration = icaldurationtype_from_int (-days * ONE_DAY),
  };

  return icalcomponent_vanew (ICAL_VALARM_COMPONENT,
                              icalproperty_new_action (ICAL_ACTION_DISPLAY),
                              icalproperty_new_description (title),
                              icalproperty_new_trigger (trigger), NULL);
}

static icalcomponent *
make_event (const MspIcalEvent *event)
{
  icalcomponent *component =
    icalcomponent_vanew (ICAL_VEVENT_COMPONENT,
                         icalproperty_new_uid (event->uid),
                         icalproperty_new_dtstamp (icaltime_current_time_with_zone
                                                     (icaltimezone_get_utc_timezone ())),
                         icalproperty_new_summary (event->title),
                         icalproperty_new_dtstart (to_ical (event->date)),
                         icalproperty_new_dtend (to_ical (event->date + 1)), NULL);

  for (guint i = 0; event->alarm_days != NULL && i < event->alarm_days->len; i++)
    icalcomponent_add_component (component,
                                 make_alarm (event->title,
                                             g_array_index (event->alarm_days, int, i)));

  return component;
}

/**
 * msp_ical_write:
 * @events: all-day events
 * @n_events: how many
 *
 * Returns: (transfer full): a calendar of RFC 5545
 */
char *
msp_ical_write (const MspIcalEvent *events,
                guint               n_events)
{
  icalcomponent *calendar =
    icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                         icalproperty_new_prodid ("-//com.example.MsPrograms//EN"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_events; i++)
    icalcomponent_add_component (calendar, make_event (&events[i]));

  text = g_strdup (icalcomponent_as_ical_string (calendar));
  icalcomponent_free (calendar);

  return g_steal_pointer (&text);
}
