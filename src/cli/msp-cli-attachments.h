/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-fields.h"

G_BEGIN_DECLS

/* Whether each file of --detach is one of some entry of @ids. */
gboolean msp_cli_attachments_check (MspCliFields     *fields,
                                    MspJournalStore  *store,
                                    GStrv             ids,
                                    GError          **error);
/* Copies the files of --attach into the journal's folder. They go again when it is closed, unless an
 * entry has them by then. */
gboolean msp_cli_attachments_copy  (MspCliFields     *fields,
                                    MspJournalStore  *store,
                                    GError          **error);
/* --detach, and --attach as far as the files are copied. */
void     msp_cli_attachments_apply (MspCliFields     *fields,
                                    MspContribution  *entry);
void     msp_cli_attachments_print (GPtrArray        *list);
int      msp_cli_attachment        (MspCliSession    *session,
                                    char            **arguments);

G_END_DECLS
