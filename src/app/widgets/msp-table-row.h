/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-table-columns.h"
#include "journal/msp-journal-row.h"

G_BEGIN_DECLS

/* One contribution in the journal's table. Draws all its cells itself: a widget a cell costs a page of
 * ten columns more than a frame. */
#define MSP_TYPE_TABLE_ROW (msp_table_row_get_type ())

G_DECLARE_FINAL_TYPE (MspTableRow, msp_table_row, MSP, TABLE_ROW, GtkWidget)

GtkWidget     *msp_table_row_new             (MspTableColumns *columns);
/* @row: (nullable) */
void           msp_table_row_set_row         (MspTableRow     *self,
                                              MspJournalRow   *row);
MspJournalRow *msp_table_row_get_row         (MspTableRow     *self);
/* (nullable): NULL until it has been read */
const MspEntrySummary *msp_table_row_get_summary (MspTableRow *self);
/* What is looked for: marked in the title. @search: (nullable) */
void           msp_table_row_set_search      (MspTableRow     *self,
                                              const char      *search);
/* Whether a mark says which rows are selected. */
void           msp_table_row_set_marked      (MspTableRow     *self,
                                              gboolean         shows_mark,
                                              gboolean         is_selected);
/* The columns are others, or as wide as others. */
void           msp_table_row_follow_columns  (MspTableRow     *self);

G_END_DECLS
