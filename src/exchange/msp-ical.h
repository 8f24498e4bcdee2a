/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/msp-day.h"
#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* An all-day event. */
typedef struct
{
  char   *uid;         /* the same in every export, so that importing again changes and does not add */
  char   *title;
  MspDay  date;
  MspDay  date_end;    /* MSP_DAY_NONE: one day */
  char   *description; /* (nullable) */
  char   *url;         /* (nullable) */
  char   *revised;     /* (nullable): 2026-11-21T18:02:11Z; NULL: now */
  gboolean is_private;
  GArray *alarm_days;  /* (nullable): int, days before */
} MspIcalEvent;

/* @id, @cycle: which deadline; @alarm_days: (nullable): int, copied */
MspIcalEvent *msp_ical_event_new_deadline (const char            *id,
                                           int                    cycle,
                                           const char            *title,
                                           MspDay                 date,
                                           GArray                *alarm_days);
/* Of an entry, without alarms; only what may be seen by others. */
MspIcalEvent *msp_ical_event_new_entry    (const MspContribution *entry);
void          msp_ical_event_free         (MspIcalEvent          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspIcalEvent, msp_ical_event_free)

/* A calendar of RFC 5545, piece by piece. */
void          msp_ical_append_begin       (GString               *calendar);
void          msp_ical_append_event       (const MspIcalEvent    *event,
                                           GString               *calendar);
void          msp_ical_append_end         (GString               *calendar);
/* All of that: (element-type MspIcalEvent) (transfer full) */
char         *msp_ical_write              (GPtrArray             *events);

G_END_DECLS
