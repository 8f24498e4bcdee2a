/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-session.h"

G_BEGIN_DECLS

/* What a verb calls them in its usage. */
#define MSP_CLI_IDS_PARAMETERS "ID…"

/* What --help says of them. */
const char *msp_cli_ids_get_help (void);
/* The ids named on the command line and, for "-", on standard input. */
GStrv msp_cli_ids_read    (const char *const *named,
                           GError           **error);
/* The same as whole ids, each once; NULL after having said which is none. */
GStrv msp_cli_ids_resolve (MspCliSession     *session,
                           MspJournalStore   *store,
                           GStrv              ids);

G_END_DECLS
