/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-cell.h"

G_BEGIN_DECLS

/* Where the keyboard focus of the reach table is, whatever moved it there. Signals: "cell"
 * (MspFigureCell): it has come to that cell; "lost": it is to be given to a cell, since the one that had
 * it went away; "left": somebody works elsewhere in the window now. */
#define MSP_TYPE_FIGURE_FOCUS (msp_figure_focus_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureFocus, msp_figure_focus, MSP, FIGURE_FOCUS, GObject)

MspFigureFocus *msp_figure_focus_new       (GtkWidget      *list);
gboolean        msp_figure_focus_is_inside (MspFigureFocus *self);
/* The list is to have the focus, though there is no cell yet. */
void            msp_figure_focus_expect    (MspFigureFocus *self);
/* Says "lost" soon: not while rows come and go. */
void            msp_figure_focus_recover   (MspFigureFocus *self);

G_END_DECLS
