/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a figure went, over days: each value a point, drawn in the theme's colours. What the eye sees, a
 * screen reader finds in its description. */
#define MSP_TYPE_LINE_CHART (msp_line_chart_get_type ())

G_DECLARE_FINAL_TYPE (MspLineChart, msp_line_chart, MSP, LINE_CHART, GtkWidget)

GtkWidget *msp_line_chart_new       (void);
/* What the line is: its accessible name. */
void       msp_line_chart_set_title (MspLineChart *self,
                                     const char   *title);
/* @figures: (element-type MspFigure): the oldest first */
void       msp_line_chart_show      (MspLineChart *self,
                                     GPtrArray    *figures);

G_END_DECLS
