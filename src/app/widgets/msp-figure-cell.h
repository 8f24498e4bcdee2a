/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One figure of one entry in the reach table. */
#define MSP_TYPE_FIGURE_CELL (msp_figure_cell_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureCell, msp_figure_cell, MSP, FIGURE_CELL, GtkWidget)

GtkWidget  *msp_figure_cell_new        (guint          column);
guint       msp_figure_cell_get_column (MspFigureCell *self);
void        msp_figure_cell_show       (MspFigureCell *self,
                                        const char    *text,
                                        gboolean       is_dim);
void        msp_figure_cell_set_cursor (MspFigureCell *self,
                                        gboolean       is_cursor);
/* Lets a person write @text; (transfer none): where. */
GtkText    *msp_figure_cell_begin      (MspFigureCell *self,
                                        const char    *text);
void        msp_figure_cell_end        (MspFigureCell *self);
/* (nullable): NULL when nothing is written in it */
GtkText    *msp_figure_cell_get_text   (MspFigureCell *self);
/* @problem: (nullable): what is wrong with what is written in it */
void        msp_figure_cell_say        (MspFigureCell *self,
                                        const char    *problem);

G_END_DECLS
