/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-session.h"
#include "journal/msp-query.h"

G_BEGIN_DECLS

/* What --format of a list may be. */
#define MSP_CLI_LIST_FORMATS "text|json|csv|ids"

int msp_cli_list       (MspCliSession *session,
                        char         **arguments);
/* Prints what @query finds in a format of MSP_CLI_LIST_FORMATS; the exit status. */
int msp_cli_print_list (MspCliSession *session,
                        MspQuery      *query,
                        int            format);

G_END_DECLS
