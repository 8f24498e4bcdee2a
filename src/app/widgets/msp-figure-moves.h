/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cell of a table. */
typedef struct
{
  guint row;
  guint column;
} MspFigurePlace;

/* Whether the Tab key stops there. */
typedef gboolean (*MspFigureIsStop) (MspFigurePlace place,
                                     gpointer       data);

/* To the next stop in the order of reading, @backwards to the one before. FALSE: there is none, and
 * @place is as it was. */
gboolean msp_figure_place_tab  (MspFigurePlace *place,
                                guint           n_rows,
                                guint           n_columns,
                                gboolean        backwards,
                                MspFigureIsStop is_stop,
                                gpointer        data);
/* By so many rows and columns, as far as there are any. */
void     msp_figure_place_move (MspFigurePlace *place,
                                guint           n_rows,
                                guint           n_columns,
                                int             rows,
                                int             columns);

G_END_DECLS
