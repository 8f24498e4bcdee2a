/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-session.h"

G_BEGIN_DECLS

int              msp_cli_templates      (MspCliSession *session,
                                         char         **arguments);
/* (transfer full) (nullable): an entry of today that begins with the template @name; NULL after having
 * said that there is none */
MspContribution *msp_cli_begin_entry    (MspCliSession *session,
                                         const char    *name);

G_END_DECLS
