/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"
#include "app/widgets/msp-journal-selection.h"

G_BEGIN_DECLS

/* The figures of the journal's contributions in one table, to bring them up to date.
 *
 * Property "older-only" (boolean): only contributions whose newest figure is older than
 * MSP_FIGURE_TABLE_DAYS are wanted; the one who filters the list does it (MspQuery.figures_before). */
#define MSP_TYPE_FIGURE_TABLE (msp_figure_table_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureTable, msp_figure_table, MSP, FIGURE_TABLE, AdwBin)

#define MSP_FIGURE_TABLE_DAYS 30

GtkWidget *msp_figure_table_new            (void);
void       msp_figure_table_set_services   (MspFigureTable      *self,
                                            MspServices         *services);
/* After the services, once. */
void       msp_figure_table_set_selection  (MspFigureTable      *self,
                                            MspJournalSelection *selection);
void       msp_figure_table_focus          (MspFigureTable      *self);
/* What is not shown follows nothing: its rows would cost as much as those that are. Returns the row at
 * the top. */
guint      msp_figure_table_leave          (MspFigureTable      *self);
/* Follows again, with that row in sight. */
void       msp_figure_table_enter          (MspFigureTable      *self,
                                            guint                position);
/* Moves the cursor to the contribution in that row. */
void       msp_figure_table_show           (MspFigureTable      *self,
                                            guint                position);
gboolean   msp_figure_table_get_older_only (MspFigureTable      *self);
void       msp_figure_table_set_older_only (MspFigureTable      *self,
                                            gboolean             older_only);

G_END_DECLS
