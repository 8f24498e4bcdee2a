/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MSP_TYPE_BAR_CHART (msp_bar_chart_get_type ())

G_DECLARE_FINAL_TYPE (MspBarChart, msp_bar_chart, MSP, BAR_CHART, AdwBin)

GtkWidget *msp_bar_chart_new       (void);
void       msp_bar_chart_set_title (MspBarChart *self,
                                    const char  *title);
void       msp_bar_chart_clear     (MspBarChart *self);
void       msp_bar_chart_add       (MspBarChart *self,
                                    const char  *label,
                                    double       value,
                                    double       maximum,
                                    const char  *value_text,
                                    const char  *css_class);

G_END_DECLS
