/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-session.h"
#include "exchange/msp-ical.h"

G_BEGIN_DECLS

int msp_cli_stats     (MspCliSession *session,
                       char         **arguments);
int msp_cli_deadlines (MspCliSession *session,
                       char         **arguments);
int msp_cli_remind    (MspCliSession *session,
                       char         **arguments);
int msp_cli_check     (MspCliSession *session,
                       char         **arguments);

/* (transfer full) (element-type MspIcalEvent): the next deadlines, with the alarms of the settings */
GPtrArray *msp_cli_list_deadline_events (MspCliSession   *session,
                                         MspJournalStore *store);

G_END_DECLS
