/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-columns"

#include "app/widgets/msp-figure-columns.h"

static void
column_free (MspFigureColumn *column)
{
  g_free (column->name);
  g_free (column->label);
  g_free (column);
}

static void
add_column (GPtrArray  *columns,
            const char *name,
            const char *label,
            gboolean    is_own)
{
  MspFigureColumn *column = g_new0 (MspFigureColumn, 1);

  column->name = g_strdup (name);
  column->label = g_strdup (label);
  column->is_own = is_own;
  g_ptr_array_add (columns, column);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const MspFigureColumn *first = *(MspFigureColumn *const *) a;
  const MspFigureColumn *second = *(MspFigureColumn *const *) b;

  return g_utf8_collate (first->label, second->label);
}

static gboolean
has_field (const MspActivityType *type,
           const char            *name)
{
  for (guint i = 0; i < type->fields->len; i++)
    {
      const MspFigureField *field = g_ptr_array_index (type->fields, i);

      if (g_str_equal (field->id, name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_use (MspCatalog         *catalog,
           const MspFigureUse *use,
           const char         *name)
{
  for (guint i = 0; use->types[i] != NULL; i++)
    {
      const MspActivityType *type = msp_catalog_find_activity_type (catalog, use->types[i], NULL);

      if (type != NULL && has_field (type, name))
        return TRUE;
    }

  return g_strv_contains ((const char *const *) use->names, name);
}

GPtrArray *
msp_figure_columns_new (MspCatalog         *catalog,
                        const MspFigureUse *use)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  GPtrArray *fields = msp_catalog_get_figure_fields (catalog);

  for (guint i = 0; i < fields->len; i++)
    {
      const MspFigureField *field = g_ptr_array_index (fields, i);

      if (is_in_use (catalog, use, field->id))
        add_column (columns, field->id, field->label, FALSE);
    }

  for (guint i = 0; use->names[i] != NULL; i++)
    {
      if (msp_catalog_find_figure_field (catalog, use->names[i]) == NULL)
        add_column (own, use->names[i], use->names[i], TRUE);
    }
  g_ptr_array_sort (own, compare_columns);
  g_ptr_array_extend_and_steal (columns, g_steal_pointer (&own));

  return columns;
}

gboolean
msp_figure_columns_equal (GPtrArray *a,
                          GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const MspFigureColumn *first = g_ptr_array_index (a, i);
      const MspFigureColumn *second = g_ptr_array_index (b, i);

      if (!g_str_equal (first->name, second->name))
        return FALSE;
    }

  return TRUE;
}

MspFigureFit
msp_figure_column_fit (const MspFigureColumn *self,
                       const MspActivityType *type)
{
  g_return_val_if_fail (self != NULL, MSP_FIGURE_UNFIT);

  if (self->is_own || type == NULL)
    return MSP_FIGURE_FREE;

  return has_field (type, self->name) ? MSP_FIGURE_FITS : MSP_FIGURE_UNFIT;
}
