/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"
#include "reminders/msp-reminder-plan.h"

G_BEGIN_DECLS

/* Sends what is due through a GApplication's notifications, each stage once whatever process asks,
 * and withdraws what is no longer true. Default action "app.show-progress", button
 * "Remind me tomorrow": "app.remind-tomorrow". */
#define MSP_TYPE_REMINDER_SERVICE (msp_reminder_service_get_type ())

G_DECLARE_FINAL_TYPE (MspReminderService, msp_reminder_service, MSP, REMINDER_SERVICE, GObject)

MspReminderService *msp_reminder_service_new    (GApplication       *application,
                                                 MspCatalog         *catalog,
                                                 MspJournalStore    *store);
/* Returns the number sent now, or -1. */
int                 msp_reminder_service_run    (MspReminderService *self,
                                                 MspDay              today,
                                                 GError            **error);
/* Sleeps until the day after @today; then the same stage is told again. */
gboolean            msp_reminder_service_snooze (MspReminderService *self,
                                                 MspDay              today,
                                                 GError            **error);
/* Runs now and again whenever a new day begins or the settings change, while the window is open. */
void                msp_reminder_service_start  (MspReminderService *self);

G_END_DECLS
