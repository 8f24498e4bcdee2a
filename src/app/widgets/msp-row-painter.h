/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For rows that draw themselves. Places are given from the side where reading begins; where that is
 * the right one, they are mirrored. */
typedef struct
{
  GtkWidget   *widget;
  GtkSnapshot *snapshot;
} MspRowPainter;

/* Of the lines in a row, in pixels. */
typedef struct
{
  int line_height; /* 0: not known */
  int small_height;
  int date_width;
} MspRowSizes;

/* Measured once, until the fonts change. */
const MspRowSizes *msp_row_get_sizes    (GtkWidget           *widget);
void               msp_row_forget_sizes (void);

/* (transfer full): one line, cut at its end */
PangoLayout *msp_row_layout_new         (GtkWidget           *widget,
                                         const char          *text,
                                         PangoWeight          weight,
                                         double               scale);
/* Marks where the words stand that are looked for. @search: (nullable) */
void         msp_row_layout_mark        (PangoLayout         *layout,
                                         const char          *search);
/* @layout: (nullable) */
void         msp_row_painter_draw_text  (const MspRowPainter *self,
                                         PangoLayout         *layout,
                                         int                  x,
                                         int                  y,
                                         int                  width,
                                         const GdkRGBA       *color);
/* In the middle of @height, before @end; returns where it begins. */
int          msp_row_painter_draw_pill  (const MspRowPainter *self,
                                         PangoLayout         *layout,
                                         int                  end,
                                         int                  height,
                                         const GdkRGBA       *color);
void         msp_row_painter_draw_icon  (const MspRowPainter *self,
                                         const char          *name,
                                         int                  x,
                                         int                  y,
                                         int                  size,
                                         const GdkRGBA       *color);

G_END_DECLS
