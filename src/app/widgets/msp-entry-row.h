/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "journal/msp-journal-row.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_ROW (msp_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryRow, msp_entry_row, MSP, ENTRY_ROW, GtkWidget)

GtkWidget *msp_entry_row_new     (void);
void       msp_entry_row_set_row (MspEntryRow   *self,
                                  MspJournalRow *row);

G_END_DECLS
