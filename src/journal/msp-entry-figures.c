/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-figures"

#include "journal/msp-entry-figures.h"

#include "base/msp-clock.h"

static void
figure_free (MspFigure *figure)
{
  g_free (figure->name);
  g_free (figure);
}

GPtrArray *
msp_figure_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
}

MspFigure *
msp_figure_list_add (GPtrArray  *figures,
                     const char *name,
                     gint64      value,
                     MspDay      recorded_on)
{
  MspFigure *figure = g_new0 (MspFigure, 1);

  figure->name = g_strdup (name);
  figure->value = value;
  figure->recorded_on = recorded_on;
  g_ptr_array_add (figures, figure);

  return figure;
}

void
msp_entry_figures_free (MspEntryFigures *self)
{
  g_ptr_array_unref (self->figures);
  g_free (self);
}

/**
 * msp_figure_list_find:
 * @figures: (element-type MspFigure): a list
 * @name: a figure's name
 *
 * Returns: (transfer none) (nullable): the first of that name
 */
MspFigure *
msp_figure_list_find (GPtrArray  *figures,
                      const char *name)
{
  for (guint i = 0; i < figures->len; i++)
    {
      MspFigure *figure = g_ptr_array_index (figures, i);

      if (g_str_equal (figure->name, name))
        return figure;
    }

  return NULL;
}

const MspFigure *
msp_entry_figures_find (const MspEntryFigures *self,
                        const char            *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return msp_figure_list_find (self->figures, name);
}

void
msp_entry_figures_set (MspEntryFigures *self,
                       const char      *name,
                       gint64           value)
{
  MspFigure *figure;

  g_return_if_fail (self != NULL && name != NULL);

  figure = msp_figure_list_find (self->figures, name);
  if (figure != NULL)
    g_ptr_array_remove (self->figures, figure);
  if (value >= 0)
    msp_figure_list_add (self->figures, name, value, msp_clock_today ());
}

MspDay
msp_entry_figures_get_updated (const MspEntryFigures *self)
{
  MspDay newest = MSP_DAY_NONE;

  g_return_val_if_fail (self != NULL, MSP_DAY_NONE);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (self->figures, i);

      newest = MAX (newest, figure->recorded_on);
    }

  return newest;
}

MspFigureChange *
msp_figure_change_new (gint64      key,
                       const char *name,
                       gint64      value)
{
  MspFigureChange *self = g_new0 (MspFigureChange, 1);

  self->key = key;
  self->name = g_strdup (name);
  self->value = value;

  return self;
}

void
msp_figure_change_free (MspFigureChange *self)
{
  g_free (self->name);
  g_free (self);
}

void
msp_figure_use_free (MspFigureUse *self)
{
  g_strfreev (self->types);
  g_strfreev (self->names);
  g_free (self);
}
