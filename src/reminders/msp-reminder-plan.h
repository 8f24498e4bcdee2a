/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "progress/msp-award.h"

G_BEGIN_DECLS

/* One notification that is due. */
typedef struct
{
  const char *deadline; /* window_end, record_by (static) */
  MspDay      date;
  int         stage;     /* one of the reminder days */
  int         days_left;
  char       *id;        /* of the notification: "deadline-window_end" */
  char       *title;     /* "7 days left to record contributions" */
  char       *body;
} MspReminder;

void       msp_reminder_free (MspReminder    *self);
/* Pure: what is due on @today whatever was told before: for each deadline the nearest stage whose
 * day has come, so that a missed day is made up for once. (element-type MspReminder) */
GPtrArray *msp_reminder_plan (MspCatalog     *catalog,
                              const MspAward *award,
                              GPtrArray      *own_cycle_dates,
                              MspDay          today);

G_END_DECLS
