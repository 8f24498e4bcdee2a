/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-choices"

#include "app/widgets/msp-import-choices.h"

typedef struct
{
  char *column;
  char *field; /* (nullable) */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_free (self->column);
  g_free (self->field);
  g_free (self);
}

MspImportChoices *
msp_import_choices_new (void)
{
  return g_ptr_array_new_with_free_func (choice_free);
}

void
msp_import_choices_free (MspImportChoices *self)
{
  g_ptr_array_unref (self);
}

void
msp_import_choices_clear (MspImportChoices *self)
{
  g_ptr_array_set_size (self, 0);
}

void
msp_import_choices_add (MspImportChoices *self,
                        const char       *column,
                        const char       *field)
{
  Choice *choice;

  g_return_if_fail (self != NULL && column != NULL);

  choice = g_new0 (Choice, 1);
  choice->column = g_strdup (column);
  choice->field = g_strdup (field);
  g_ptr_array_add (self, choice);
}

void
msp_import_choices_add_all (MspImportChoices *self,
                            GHashTable       *fields,
                            GPtrArray        *columns)
{
  g_return_if_fail (self != NULL && fields != NULL && columns != NULL);

  /* What is left out goes first, so that nothing is taken from a column that is to keep it. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          const MspImportColumn *column = g_ptr_array_index (columns, i);
          const char *field = g_hash_table_lookup (fields, column->name);

          if (field == NULL || (*field == '\0') != (pass == 0))
            continue;

          if (*field == '\0')
            field = NULL;
          if (g_strcmp0 (column->field, field) != 0)
            msp_import_choices_add (self, column->name, field);
        }
    }
}

static void
apply (MspImportSource *source,
       const Choice    *choice)
{
  GPtrArray *columns = msp_import_source_get_columns (source);
  g_autoptr (GError) error = NULL;

  if (msp_import_source_map (source, choice->column, choice->field, NULL))
    return;

  for (guint i = 0; choice->field != NULL && i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      if (g_strcmp0 (column->field, choice->field) == 0)
        msp_import_source_map (source, column->name, NULL, NULL);
    }

  if (!msp_import_source_map (source, choice->column, choice->field, &error))
    g_message ("Cannot use column “%s”: %s", choice->column, error->message);
}

gboolean
msp_import_choices_apply (MspImportChoices *self,
                          MspImportSource  *source)
{
  gboolean is_any;

  g_return_val_if_fail (self != NULL && MSP_IS_IMPORT_SOURCE (source), FALSE);

  is_any = self->len > 0;
  for (guint i = 0; i < self->len; i++)
    apply (source, g_ptr_array_index (self, i));
  msp_import_choices_clear (self);

  return is_any;
}
