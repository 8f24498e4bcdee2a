/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-context"

#include "app/widgets/msp-figure-context.h"

MspFigureContext *
msp_figure_context_new (void)
{
  MspFigureContext *self = g_new0 (MspFigureContext, 1);

  self->layout = msp_figure_layout_new ();
  self->columns = g_ptr_array_new ();
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
msp_figure_context_free (MspFigureContext *self)
{
  g_object_unref (self->layout);
  g_clear_object (&self->sheet);
  g_clear_object (&self->model);
  g_clear_object (&self->catalog);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->types);
  g_free (self);
}

/* (nullable): the user's own */
static const MspActivityType *
find_type (MspFigureContext *self,
           const char       *name)
{
  gpointer type = NULL;

  if (!g_hash_table_lookup_extended (self->types, name, NULL, &type))
    {
      type = (gpointer) msp_catalog_find_activity_type (self->catalog, name, NULL);
      g_hash_table_insert (self->types, g_strdup (name), type);
    }

  return type;
}

guint
msp_figure_context_get_n_rows (MspFigureContext *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

const MspFigureColumn *
msp_figure_context_get_column (MspFigureContext *self,
                               guint             column)
{
  return column < self->columns->len ? g_ptr_array_index (self->columns, column) : NULL;
}

MspFigureFit
msp_figure_context_get_fit (MspFigureContext *self,
                            const char       *type,
                            guint             column)
{
  const MspFigureColumn *figure = msp_figure_context_get_column (self, column);

  g_return_val_if_fail (figure != NULL, MSP_FIGURE_UNFIT);

  return msp_figure_column_fit (figure, find_type (self, type));
}
