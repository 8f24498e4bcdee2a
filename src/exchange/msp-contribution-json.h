/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* An entry in the form of interface.md ("An entry in JSON"). */
void  msp_contribution_append_json (const MspContribution *entry,
                                    gboolean               pretty,
                                    GString               *json);
/* What stands around the entries of the document of interface.md ("Formats"), and before each. */
void  msp_contribution_json_append_begin     (GString         *json);
void  msp_contribution_json_append_separator (gboolean         is_first,
                                              GString         *json);
void  msp_contribution_json_append_end       (GString         *json);
/* The document of interface.md ("Formats") with those entries: (element-type MspContribution). */
char *msp_contributions_to_json    (GPtrArray             *entries);

G_END_DECLS
