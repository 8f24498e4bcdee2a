/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-grid.h"

G_BEGIN_DECLS

/* What is done in the reach table, as in a spreadsheet; clicks too. What is entered is written at once;
 * where the list leaves out figures of today, when the cursor leaves the row, which would go away under
 * it. */
#define MSP_TYPE_FIGURE_EDITING (msp_figure_editing_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureEditing, msp_figure_editing, MSP, FIGURE_EDITING, GObject)

MspFigureEditing *msp_figure_editing_new          (MspFigureGrid    *grid,
                                                   MspServices      *services);
/* What stands in the cursor's cell: -1 for nothing. */
gint64            msp_figure_editing_get_value    (MspFigureEditing *self);
void              msp_figure_editing_clear        (MspFigureEditing *self);
/* Opens the cursor's cell for writing. @text: (nullable): instead of what stands there */
void              msp_figure_editing_start        (MspFigureEditing *self,
                                                   const char       *text);
gboolean          msp_figure_editing_is_writing   (MspFigureEditing *self);
/* Whether what is written replaces what stood there, so that the arrow keys leave the cell. */
gboolean          msp_figure_editing_is_replacing (MspFigureEditing *self);
/* It does not any more. */
void              msp_figure_editing_keep         (MspFigureEditing *self);
/* FALSE: what was typed is no figure, which is said, and the cell stays open. */
gboolean          msp_figure_editing_finish       (MspFigureEditing *self);
/* Leaves the cell as it was. */
void              msp_figure_editing_stop         (MspFigureEditing *self);
void              msp_figure_editing_move         (MspFigureEditing *self,
                                                   int               rows,
                                                   int               columns);
/* To the next figure; FALSE: there is none. */
gboolean          msp_figure_editing_tab          (MspFigureEditing *self,
                                                   gboolean          backwards);
/* The contribution itself, in its form. */
void              msp_figure_editing_open         (MspFigureEditing *self,
                                                   guint             row);

G_END_DECLS
