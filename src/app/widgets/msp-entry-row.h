/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "journal/msp-journal-row.h"

G_BEGIN_DECLS

/* Draws its text itself, for a page of them must be there within a frame. */
#define MSP_TYPE_ENTRY_ROW (msp_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryRow, msp_entry_row, MSP, ENTRY_ROW, GtkWidget)

GtkWidget     *msp_entry_row_new        (void);
void           msp_entry_row_set_row    (MspEntryRow   *self,
                                         MspJournalRow *row);
/* What is looked for: marked in the title. */
void           msp_entry_row_set_search (MspEntryRow   *self,
                                         const char    *search);
/* Whether a mark says which rows are selected. */
void           msp_entry_row_set_marked (MspEntryRow   *self,
                                         gboolean       shows_mark,
                                         gboolean       is_selected);
MspJournalRow *msp_entry_row_get_row    (MspEntryRow   *self);

G_END_DECLS
