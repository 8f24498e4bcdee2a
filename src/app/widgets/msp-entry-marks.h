/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_MARKS (msp_entry_marks_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryMarks, msp_entry_marks, MSP, ENTRY_MARKS, AdwPreferencesGroup)

/* Signal "changed": a switch was turned. */

void msp_entry_marks_show (MspEntryMarks         *self,
                           const MspContribution *entry);
/* Puts what is switched on into @entry. */
void msp_entry_marks_read (MspEntryMarks         *self,
                           MspContribution       *entry);

G_END_DECLS
