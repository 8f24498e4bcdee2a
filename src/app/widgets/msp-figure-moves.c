/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-moves"

#include "app/widgets/msp-figure-moves.h"

/* FALSE at the end of the table. */
static gboolean
step (MspFigurePlace *place,
      guint           n_rows,
      guint           n_columns,
      gboolean        backwards)
{
  if (!backwards && place->column + 1 < n_columns)
    {
      place->column++;
    }
  else if (!backwards && place->row + 1 < n_rows)
    {
      place->row++;
      place->column = 0;
    }
  else if (backwards && place->column > 0)
    {
      place->column--;
    }
  else if (backwards && place->row > 0)
    {
      place->row--;
      place->column = n_columns - 1;
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

gboolean
msp_figure_place_tab (MspFigurePlace *place,
                      guint           n_rows,
                      guint           n_columns,
                      gboolean        backwards,
                      MspFigureIsStop is_stop,
                      gpointer        data)
{
  MspFigurePlace next;

  g_return_val_if_fail (place != NULL && is_stop != NULL, FALSE);

  if (n_columns == 0)
    return FALSE;

  for (next = *place; step (&next, n_rows, n_columns, backwards);)
    {
      if (is_stop (next, data))
        {
          *place = next;
          return TRUE;
        }
    }

  return FALSE;
}

static guint
add_within (guint from,
            int   by,
            guint n)
{
  gint64 sum = (gint64) from + by;

  return n > 0 ? (guint) CLAMP (sum, 0, (gint64) n - 1) : 0;
}

void
msp_figure_place_move (MspFigurePlace *place,
                       guint           n_rows,
                       guint           n_columns,
                       int             rows,
                       int             columns)
{
  g_return_if_fail (place != NULL);

  place->row = add_within (place->row, rows, n_rows);
  place->column = add_within (place->column, columns, n_columns);
}
