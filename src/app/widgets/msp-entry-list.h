/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/widgets/msp-journal-selection.h"

G_BEGIN_DECLS

/* The journal as a list. A click opens a contribution (action journal.edit); with Control or Shift, or
 * while selecting, it selects. */
#define MSP_TYPE_ENTRY_LIST (msp_entry_list_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryList, msp_entry_list, MSP, ENTRY_LIST, AdwBin)

void msp_entry_list_set_selection (MspEntryList        *self,
                                   MspJournalSelection *selection);
/* @search: (nullable): what is looked for, marked in the rows */
void msp_entry_list_set_search    (MspEntryList        *self,
                                   const char          *search);
/* What is not shown follows nothing: its rows would cost as much as those that are. Returns the row at
 * the top. */
guint msp_entry_list_leave        (MspEntryList        *self);
/* Follows again, with that row in sight. */
void msp_entry_list_enter         (MspEntryList        *self,
                                   guint                position);
/* Selects the row and scrolls to it. */
void msp_entry_list_show          (MspEntryList        *self,
                                   guint                position);
void msp_entry_list_focus         (MspEntryList        *self);

G_END_DECLS
