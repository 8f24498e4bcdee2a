/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/msp-services.h"
#include "app/widgets/msp-figure-moves.h"
#include "app/widgets/msp-figure-row.h"
#include "app/widgets/msp-journal-selection.h"

G_BEGIN_DECLS

/* The cells of the reach table, and the cursor among them, which stays with its contribution wherever
 * that moves. Signals: "cursor-moved"; "left": somebody works elsewhere in the window now. */
#define MSP_TYPE_FIGURE_GRID (msp_figure_grid_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureGrid, msp_figure_grid, MSP, FIGURE_GRID, GtkWidget)

GtkWidget             *msp_figure_grid_new           (void);
void                   msp_figure_grid_set_journal   (MspFigureGrid       *self,
                                                      MspServices         *services,
                                                      MspJournalSelection *selection);
/* (transfer none): its columns are empty until they are known */
MspFigureContext      *msp_figure_grid_get_context   (MspFigureGrid       *self);
/* What keys and clicks are for. */
GtkWidget             *msp_figure_grid_get_list      (MspFigureGrid       *self);

/* FALSE: there is no cell. */
gboolean               msp_figure_grid_get_cursor    (MspFigureGrid       *self,
                                                      MspFigurePlace      *place);
/* Moves the cursor, and the focus with it. */
void                   msp_figure_grid_go_to         (MspFigureGrid       *self,
                                                      MspFigurePlace       place);
/* Only the cursor, into a row. */
void                   msp_figure_grid_place         (MspFigureGrid       *self,
                                                      guint                row);
void                   msp_figure_grid_focus         (MspFigureGrid       *self);
/* (nullable): NULL while it is not in sight */
MspFigureCell         *msp_figure_grid_get_cell      (MspFigureGrid       *self);
/* The entry's row key; 0 if there is no cell. */
gint64                 msp_figure_grid_get_key       (MspFigureGrid       *self);
/* (transfer full) (nullable): filled in if it has been read */
MspJournalRow         *msp_figure_grid_get_row       (MspFigureGrid       *self,
                                                      guint                row);
/* Whether the Tab key stops there: there is a figure, or one is asked for. A MspFigureIsStop. */
gboolean               msp_figure_grid_is_stop       (MspFigurePlace       place,
                                                      gpointer             grid);

G_END_DECLS
