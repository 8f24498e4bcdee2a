/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-ical"

#include "exchange/msp-ical.h"

#include <libical/ical.h>
#include <stdio.h>

#include "base/msp-text.h"
#include "msp-config.h"

#define ONE_DAY (24 * 60 * 60)

MspIcalEvent *
msp_ical_event_new_deadline (const char *id,
                             int         cycle,
                             const char *title,
                             MspDay      date,
                             GArray     *alarm_days)
{
  MspIcalEvent *self = g_new0 (MspIcalEvent, 1);

  self->uid = g_strdup_printf ("%s-%d@%s", id, cycle, MSP_APP_ID);
  self->title = g_strdup (title);
  self->date = date;
  self->alarm_days = alarm_days != NULL ? g_array_ref (alarm_days) : NULL;

  return self;
}

MspIcalEvent *
msp_ical_event_new_entry (const MspContribution *entry)
{
  MspIcalEvent *self = g_new0 (MspIcalEvent, 1);

  self->uid = g_strdup_printf ("%s@%s", entry->id, MSP_APP_ID);
  self->title = g_strdup (entry->title);
  self->date = entry->date;
  self->date_end = entry->date_end;
  self->revised = g_strdup (entry->modified);
  self->is_private = entry->is_private;
  if (*entry->description != '\0')
    self->description = g_strdup (entry->description);
  if (msp_url_check (entry->url) == MSP_URL_OK)
    self->url = g_strdup (entry->url);

  return self;
}

void
msp_ical_event_free (MspIcalEvent *self)
{
  g_clear_pointer (&self->alarm_days, g_array_unref);
  g_free (self->revised);
  g_free (self->url);
  g_free (self->description);
  g_free (self->title);
  g_free (self->uid);
  g_free (self);
}

static struct icaltimetype
to_ical (MspDay day)
{
  struct icaltimetype time = icaltime_null_date ();

  msp_day_get_parts (day, &time.year, &time.month, &time.day);
  time.is_date = 1;

  return time;
}

/* What an event is as of: a calendar that has a newer one keeps that. */
static struct icaltimetype
to_stamp (const char *revised)
{
  struct icaltimetype time = icaltime_current_time_with_zone (icaltimezone_get_utc_timezone ());

  if (revised != NULL)
    sscanf (revised, "%4d-%2d-%2dT%2d:%2d:%2dZ", &time.year, &time.month, &time.day, &time.hour,
            &time.minute, &time.second);

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
  MspDay last = MAX (event->date, event->date_end);
  icalcomponent *component =
    icalcomponent_vanew (ICAL_VEVENT_COMPONENT,
                         icalproperty_new_uid (event->uid),
                         icalproperty_new_dtstamp (to_stamp (event->revised)),
                         icalproperty_new_summary (event->title),
                         icalproperty_new_dtstart (to_ical (event->date)),
                         icalproperty_new_dtend (to_ical (last + 1)),
                         /* Nobody is busy all day because of it. */
                         icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT), NULL);

  if (event->description != NULL)
    icalcomponent_add_property (component, icalproperty_new_description (event->description));
  if (event->url != NULL)
    icalcomponent_add_property (component, icalproperty_new_url (event->url));
  if (event->is_private)
    icalcomponent_add_property (component, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  for (guint i = 0; event->alarm_days != NULL && i < event->alarm_days->len; i++)
    icalcomponent_add_component (component,
                                 make_alarm (event->title,
                                             g_array_index (event->alarm_days, int, i)));

  return component;
}

void
msp_ical_append_begin (GString *calendar)
{
  g_string_append (calendar, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                             "PRODID:-//com.example.MsPrograms//EN\r\n");
}

void
msp_ical_append_event (const MspIcalEvent *event,
                       GString            *calendar)
{
  icalcomponent *component = make_event (event);
  char *text = icalcomponent_as_ical_string_r (component);

  g_string_append (calendar, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (component);
}

void
msp_ical_append_end (GString *calendar)
{
  g_string_append (calendar, "END:VCALENDAR\r\n");
}

/**
 * msp_ical_write:
 * @events: (element-type MspIcalEvent): all-day events
 *
 * Returns: (transfer full): a calendar of RFC 5545
 */
char *
msp_ical_write (GPtrArray *events)
{
  GString *calendar = g_string_new (NULL);

  msp_ical_append_begin (calendar);
  for (guint i = 0; i < events->len; i++)
    msp_ical_append_event (g_ptr_array_index (events, i), calendar);
  msp_ical_append_end (calendar);

  return g_string_free (calendar, FALSE);
}
