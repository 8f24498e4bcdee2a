/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-row.h"

G_BEGIN_DECLS

/* The row widgets of the reach table, by the contributions that they show. Signals "bound" and
 * "unbound" (gint64 key): a contribution has got a row, and is about to lose it. */
#define MSP_TYPE_FIGURE_ROWS (msp_figure_rows_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureRows, msp_figure_rows, MSP, FIGURE_ROWS, GObject)

MspFigureRows      *msp_figure_rows_new          (MspFigureContext *context);
/* (transfer full): what makes them, for a list */
GtkListItemFactory *msp_figure_rows_make_factory (MspFigureRows    *self);
/* (nullable): NULL while it is not in sight */
MspFigureRow       *msp_figure_rows_find         (MspFigureRows    *self,
                                                  gint64            key);
/* After the columns of the context have changed. */
void                msp_figure_rows_make_cells   (MspFigureRows    *self);

G_END_DECLS
