/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-grid.h"

G_BEGIN_DECLS

/* @value: -1 for an empty cell */
void msp_figure_clipboard_copy  (MspFigureGrid *grid,
                                 gint64         value);
/* Lines go down from the cursor, tabs to the side; all in one step of undo, or, with a sentence that says
 * why, nothing. */
void msp_figure_clipboard_paste (MspFigureGrid *grid,
                                 MspServices   *services);

G_END_DECLS
