/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/msp-figure-columns.h"

G_BEGIN_DECLS

/* Where the columns of the reach table stand: the same for its head and all its rows. Date and title
 * stay, the others move under them. Places are from the side where reading begins. Signal "changed":
 * something stands elsewhere. */
#define MSP_TYPE_FIGURE_LAYOUT (msp_figure_layout_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureLayout, msp_figure_layout, MSP, FIGURE_LAYOUT, GObject)

#define MSP_FIGURE_PADDING 8

typedef struct
{
  int start;
  int width; /* 0: not shown */
} MspFigureSpan;

MspFigureLayout *msp_figure_layout_new            (void);
/* What is moved, and how far: for a scrollbar. */
GtkAdjustment   *msp_figure_layout_get_adjustment (MspFigureLayout *self);
/* Takes the widths from the font of @widget. @columns: (element-type MspFigureColumn) */
void             msp_figure_layout_set_columns    (MspFigureLayout *self,
                                                   GtkWidget       *widget,
                                                   GPtrArray       *columns);
void             msp_figure_layout_set_width      (MspFigureLayout *self,
                                                   int              width);
guint            msp_figure_layout_get_n_columns  (MspFigureLayout *self);
int              msp_figure_layout_get_row_height (MspFigureLayout *self);
/* How many rows of @list are in sight. */
guint            msp_figure_layout_count_visible  (MspFigureLayout *self,
                                                   GtkWidget       *list);
MspFigureSpan    msp_figure_layout_get_date       (MspFigureLayout *self);
MspFigureSpan    msp_figure_layout_get_title      (MspFigureLayout *self);
/* The last one, after those of figures: when a figure was last updated. */
MspFigureSpan    msp_figure_layout_get_column     (MspFigureLayout *self,
                                                   guint            column);
/* Where what moves begins. */
int              msp_figure_layout_get_frozen_end (MspFigureLayout *self);
/* The column at @place; -1 for date and title. */
int              msp_figure_layout_find           (MspFigureLayout *self,
                                                   int              place);
/* Moves a column into sight. */
void             msp_figure_layout_reveal         (MspFigureLayout *self,
                                                   guint            column);

G_END_DECLS
