/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-table-columns.h"

G_BEGIN_DECLS

/* The names of the table's columns above its rows. A click sorts (actions journal.sort, with the
 * column's id, and journal.reversed), the edge between two is dragged, the other button opens a menu of
 * actions "columns.…". */
#define MSP_TYPE_TABLE_HEADER (msp_table_header_get_type ())

G_DECLARE_FINAL_TYPE (MspTableHeader, msp_table_header, MSP, TABLE_HEADER, GtkWidget)

GtkWidget  *msp_table_header_new            (MspTableColumns *columns);
/* By which the rows scroll sideways. */
void        msp_table_header_set_adjustment (MspTableHeader  *self,
                                             GtkAdjustment   *adjustment);
void        msp_table_header_set_sort       (MspTableHeader  *self,
                                             MspSort          sort,
                                             gboolean         reversed);

G_END_DECLS
