/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-cell.h"
#include "app/widgets/msp-figure-context.h"
#include "journal/msp-journal-row.h"

G_BEGIN_DECLS

/* One contribution in the reach table. It holds its figures in the sheet while it is shown. */
#define MSP_TYPE_FIGURE_ROW (msp_figure_row_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureRow, msp_figure_row, MSP, FIGURE_ROW, GtkWidget)

GtkWidget     *msp_figure_row_new         (MspFigureContext *context);
/* @row: (nullable) */
void           msp_figure_row_set_row     (MspFigureRow     *self,
                                           MspJournalRow    *row);
/* (nullable) */
MspJournalRow *msp_figure_row_get_row     (MspFigureRow     *self);
/* After the columns of the context have changed. */
void           msp_figure_row_make_cells  (MspFigureRow     *self);
/* After figures of the entry have changed. */
void           msp_figure_row_update      (MspFigureRow     *self);
/* (nullable) */
MspFigureCell *msp_figure_row_get_cell    (MspFigureRow     *self,
                                           guint             column);

/* (nullable): the row at that point of @list, unless there is a text that somebody writes in; @column
 * (out): -1 for date and title. */
MspFigureRow  *msp_figure_row_pick        (GtkWidget        *list,
                                           double            x,
                                           double            y,
                                           int              *column);

G_END_DECLS
