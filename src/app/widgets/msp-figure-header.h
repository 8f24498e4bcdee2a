/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-layout.h"

G_BEGIN_DECLS

/* The names of the reach table's columns. It gives the layout its width. */
#define MSP_TYPE_FIGURE_HEADER (msp_figure_header_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureHeader, msp_figure_header, MSP, FIGURE_HEADER, GtkWidget)

GtkWidget *msp_figure_header_new         (MspFigureLayout *layout);
/* @columns: (element-type MspFigureColumn) */
void       msp_figure_header_set_columns (MspFigureHeader *self,
                                          GPtrArray       *columns);

G_END_DECLS
