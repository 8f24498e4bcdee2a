/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* What lists say of a contribution. (transfer full) */

/* Its status, type, area and marks on one line. */
char *msp_entry_text_describe (const MspEntrySummary *summary);
/* All that a row shows, its title first, as a screen reader says it. */
char *msp_entry_text_speak    (const MspEntrySummary *summary);

G_END_DECLS
