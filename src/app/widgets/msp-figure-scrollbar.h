/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-layout.h"

G_BEGIN_DECLS

/* (transfer floating): moves the columns of @layout; shown when they need it. Scrolling sideways over
 * @area moves them too. */
GtkWidget *msp_figure_scrollbar_new (MspFigureLayout *layout,
                                     GtkWidget       *area);

G_END_DECLS
