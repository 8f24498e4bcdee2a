/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-journal-selection.h"

G_BEGIN_DECLS

/* The journal as a table. A click selects a contribution, a second one or Enter opens it (action
 * journal.edit); while selecting, a click adds one or takes it out. The names of the columns sort (actions
 * journal.sort with date, title, type, area or reach, and journal.reversed): whose they are tells what
 * came of it by msp_entry_table_set_sort(). */
#define MSP_TYPE_ENTRY_TABLE (msp_entry_table_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryTable, msp_entry_table, MSP, ENTRY_TABLE, GtkWidget)

/* Columns, their order and widths are kept there, in journal-columns. */
void        msp_entry_table_set_settings  (MspEntryTable       *self,
                                           GSettings           *settings);
void        msp_entry_table_set_selection (MspEntryTable       *self,
                                           MspJournalSelection *selection);
/* @search: (nullable): marked in the titles */
void        msp_entry_table_set_search    (MspEntryTable       *self,
                                           const char          *search);
void        msp_entry_table_set_sort      (MspEntryTable       *self,
                                           MspSort              sort,
                                           gboolean             reversed);
/* As those of the list. */
guint       msp_entry_table_leave         (MspEntryTable       *self);
void        msp_entry_table_enter         (MspEntryTable       *self,
                                           guint                position);
/* Selects the row and scrolls to it. */
void        msp_entry_table_show          (MspEntryTable       *self,
                                           guint                position);
void        msp_entry_table_focus         (MspEntryTable       *self);

G_END_DECLS
