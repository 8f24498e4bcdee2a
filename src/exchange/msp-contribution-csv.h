/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* Entries as interface.md has them ("Formats", CSV): a header, then a line each. */
void msp_contribution_csv_append_header (const char *const     *figures,
                                         GString               *csv);
void msp_contribution_csv_append        (const MspContribution *entry,
                                         const char *const     *figures,
                                         GString               *csv);
/* All of that for entries at hand: (element-type MspContribution). */
char *msp_contributions_to_csv          (GPtrArray              *entries);

G_END_DECLS
