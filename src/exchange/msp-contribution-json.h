/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_ENTRY_JSON_LINE,   /* all in one line, to be listed */
  MSP_ENTRY_JSON_PRETTY, /* each member in a line of its own, to be read */
  MSP_ENTRY_JSON_KEPT,   /* in one line, with what only the journal needs to have it back as it was */
} MspEntryJsonForm;

/* An entry in the form of interface.md ("An entry in JSON"). */
void  msp_contribution_append_json (const MspContribution *entry,
                                    MspEntryJsonForm       form,
                                    GString               *json);
/* What stands around the entries of the document of interface.md ("Formats"), and before each. */
void  msp_contribution_json_append_begin     (GString         *json);
void  msp_contribution_json_append_separator (gboolean         is_first,
                                              GString         *json);
void  msp_contribution_json_append_end       (GString         *json);
/* The document of interface.md ("Formats") with those entries: (element-type MspContribution). */
char *msp_contributions_to_json    (GPtrArray             *entries);

G_END_DECLS
