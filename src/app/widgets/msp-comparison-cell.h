/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

/* The parts that MspComparisonTable is put together from. */

GtkWidget *msp_comparison_label_new       (const char             *text,
                                           const char             *style);
GtkWidget *msp_comparison_box_new         (GtkAccessibleRole       role,
                                           GtkOrientation          orientation,
                                           const char             *style);
void       msp_comparison_box_use_columns (GtkWidget              *box);
GtkWidget *msp_comparison_head_new        (const MspProgram       *program);
GtkWidget *msp_comparison_explanation_new (const MspComparisonRow *row);
GtkWidget *msp_comparison_cell_new        (const MspComparisonRow *row,
                                           const MspProgram       *program,
                                           const MspFact          *fact);

G_END_DECLS
