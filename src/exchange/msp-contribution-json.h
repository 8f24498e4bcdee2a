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
/* The document of interface.md ("Formats") with those entries: (element-type MspContribution). */
char *msp_contributions_to_json    (GPtrArray             *entries);

G_END_DECLS
