/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* (element-type MspContribution): a line for each, to be pasted into a mail or a spreadsheet: date,
 * title, type, area, reach and link, with tabs between them */
char *msp_contributions_to_text (GPtrArray *entries);

G_END_DECLS
