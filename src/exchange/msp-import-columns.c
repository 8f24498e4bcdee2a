/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-columns"

#include "exchange/msp-import-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/msp-text.h"
#include "exchange/msp-figure-names.h"
#include "journal/msp-contribution.h"

/* What a name of other people's contains, and what it then fills. */
static const struct
{
  const char     *part;
  MspImportField  field;
} parts[] = {
  { "enddate", MSP_IMPORT_FIELD_DATE_END },
  { "date", MSP_IMPORT_FIELD_DATE },
  { "title", MSP_IMPORT_FIELD_TITLE },
  { "description", MSP_IMPORT_FIELD_DESCRIPTION },
  { "url", MSP_IMPORT_FIELD_URL },
  { "link", MSP_IMPORT_FIELD_URL },
  { "visibility", MSP_IMPORT_FIELD_VISIBILITY },
  { "additionaltechnolog", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "technology", MSP_IMPORT_FIELD_AREA },
};

static void
column_free (MspImportMappedColumn *column)
{
  g_free (column->shown.name);
  g_free (column->shown.field);
  g_strfreev (column->shown.samples);
  g_free (column->figure);
  g_free (column);
}

static MspImportMappedColumn *
get (GPtrArray *columns,
     guint      index)
{
  return g_ptr_array_index (columns, index);
}

static MspImportMappedColumn *
find (GPtrArray  *columns,
      const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (g_str_equal (get (columns, i)->shown.name, name))
        return get (columns, i);
    }

  return NULL;
}

static MspImportMappedColumn *
find_key (GPtrArray  *columns,
          const char *wanted)
{
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *key = msp_import_field_key (get (columns, i)->shown.name);

      if (g_str_equal (key, wanted))
        return get (columns, i);
    }

  return NULL;
}

GPtrArray *
msp_import_columns_new (const char *const  *names,
                        guint               n_names,
                        GError            **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *name = g_strdup (names[i]);
      MspImportMappedColumn *column;

      /* Blanks belong to the name of a figure of the user's own. */
      if (!g_str_has_prefix (name, MSP_IMPORT_METRIC_PREFIX))
        g_strstrip (name);
      if (*name == '\0')
        continue;

      if (find (columns, name) != NULL)
        {
          g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_INVALID,
                       _ ("two columns are called “%s”; give one of them another name"), name);
          return NULL;
        }

      column = g_new0 (MspImportMappedColumn, 1);
      column->shown.name = g_steal_pointer (&name);
      column->shown.samples = g_new0 (char *, 4);
      column->cell = i;
      column->is_numeric = TRUE;
      g_ptr_array_add (columns, column);
    }

  return g_steal_pointer (&columns);
}

gboolean
msp_import_columns_have (GPtrArray      *columns,
                         MspImportField  field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (get (columns, i)->field == field)
        return TRUE;
    }

  return FALSE;
}

static void
clear (MspImportMappedColumn *column)
{
  column->field = MSP_IMPORT_FIELD_NONE;
  g_clear_pointer (&column->figure, g_free);
  g_clear_pointer (&column->shown.field, g_free);
}

/* @figure: (nullable) */
static void
fill (MspImportMappedColumn *column,
      MspImportField         field,
      const char            *figure)
{
  clear (column);
  column->field = field;
  if (field != MSP_IMPORT_FIELD_FIGURE)
    {
      column->shown.field = g_strdup (msp_import_field_to_name (field));
      return;
    }

  column->figure = g_strdup (figure);
  column->shown.field = msp_figure_is_portal_field (figure)
                        ? g_strdup (figure) : g_strconcat (MSP_IMPORT_METRIC_PREFIX, figure, NULL);
}

/* The column that keeps others from filling the same: (nullable) */
static MspImportMappedColumn *
find_rival (GPtrArray      *columns,
            MspImportField  field,
            const char     *figure)
{
  for (guint i = 0; i < columns->len && !msp_import_field_is_list (field); i++)
    {
      MspImportMappedColumn *column = get (columns, i);

      if (column->field == field &&
          (field != MSP_IMPORT_FIELD_FIGURE || g_str_equal (column->figure, figure)))
        return column;
    }

  return NULL;
}

static void
fill_if_free (GPtrArray             *columns,
              MspImportMappedColumn *column,
              MspImportField         field,
              const char            *figure)
{
  if (find_rival (columns, field, figure) == NULL)
    fill (column, field, figure);
}

/* (nullable) (transfer none): the figure that a column of that name fills */
static const char *
find_figure (MspImportNames *names,
             const char     *name)
{
  g_autofree char *key = NULL;

  if (g_str_has_prefix (name, MSP_IMPORT_METRIC_PREFIX))
    return name + strlen (MSP_IMPORT_METRIC_PREFIX);

  key = msp_import_field_key (name);
  if (g_str_equal (key, "secondannualquantity"))
    return MSP_IMPORT_SECOND_QUANTITY;

  return msp_import_names_find_figure (names, name);
}

/* By the whole name. */
static MspImportField
recognise_whole (MspImportNames  *names,
                 const char      *name,
                 const char     **figure)
{
  MspImportField field = msp_import_field_find (name);

  if (field == MSP_IMPORT_FIELD_NONE)
    field = msp_import_field_guess (name);
  *figure = field == MSP_IMPORT_FIELD_NONE || field == MSP_IMPORT_FIELD_FIGURE
            ? find_figure (names, name) : NULL;

  return *figure != NULL ? MSP_IMPORT_FIELD_FIGURE : field;
}

/* By a part of the name, for what no whole name fills. */
static void
recognise_part (GPtrArray      *columns,
                const char     *part,
                MspImportField  field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      MspImportMappedColumn *column = get (columns, i);
      g_autofree char *key = msp_import_field_key (column->shown.name);

      if (column->field == MSP_IMPORT_FIELD_NONE && strstr (key, part) != NULL)
        fill_if_free (columns, column, field, NULL);
    }
}

/* "Area" is the type where the areas are called otherwise. */
gboolean
msp_import_columns_day_first (GPtrArray *columns)
{
  return find_key (columns, "area") != NULL && find_key (columns, "contributionarea") != NULL;
}

gboolean
msp_import_columns_are_ours (GPtrArray *columns)
{
  return find (columns, "title") != NULL && find (columns, "date") != NULL &&
         find (columns, "activityTypeName") != NULL;
}

void
msp_import_columns_recognise (GPtrArray      *columns,
                              MspImportNames *names)
{
  if (msp_import_columns_day_first (columns))
    fill (find_key (columns, "area"), MSP_IMPORT_FIELD_TYPE, NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      MspImportMappedColumn *column = get (columns, i);
      const char *figure;
      MspImportField field = recognise_whole (names, column->shown.name, &figure);

      if (column->field == MSP_IMPORT_FIELD_NONE && field != MSP_IMPORT_FIELD_NONE)
        fill_if_free (columns, column, field, figure);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    recognise_part (columns, parts[i].part, parts[i].field);
}

void
msp_import_columns_settle (GPtrArray *columns)
{
  if (!msp_import_columns_day_first (columns))
    return;

  for (guint i = 0; i < columns->len; i++)
    {
      MspImportMappedColumn *column = get (columns, i);

      if (column->field == MSP_IMPORT_FIELD_NONE && column->is_numeric &&
          column->shown.samples[0] != NULL &&
          g_utf8_strlen (column->shown.name, -1) <= MSP_NAME_MAX)
        fill_if_free (columns, column, MSP_IMPORT_FIELD_FIGURE, column->shown.name);
    }
}

static MspImportMappedColumn *
find_any_case (GPtrArray  *columns,
               const char *name)
{
  g_autofree char *wanted = g_strstrip (g_strdup (name));
  g_autofree char *folded = NULL;
  MspImportMappedColumn *column = find (columns, wanted);

  folded = g_utf8_casefold (wanted, -1);
  for (guint i = 0; i < columns->len && column == NULL; i++)
    {
      g_autofree char *other = g_utf8_casefold (get (columns, i)->shown.name, -1);

      if (g_str_equal (other, folded))
        column = get (columns, i);
    }

  return column;
}

/**
 * msp_import_columns_map:
 * @columns: the columns
 * @names: how the catalogue calls figures
 * @column: the name of one
 * @field: (nullable): what it fills from now on
 * @error: return location for an error
 *
 * A field of one value is taken from the column that filled it before.
 *
 * Returns: whether there are such a column and such a field
 */
gboolean
msp_import_columns_map (GPtrArray       *columns,
                        MspImportNames  *names,
                        const char      *column,
                        const char      *field,
                        GError         **error)
{
  MspImportMappedColumn *target = find_any_case (columns, column);
  MspImportMappedColumn *rival;
  MspImportField kind;
  const char *figure;

  if (target == NULL)
    {
      g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN,
                   _ ("no column of the file is called “%s”"), column);
      return FALSE;
    }
  if (field == NULL)
    {
      clear (target);
      return TRUE;
    }

  kind = recognise_whole (names, field, &figure);
  if (kind == MSP_IMPORT_FIELD_NONE && g_str_equal (field, "reach"))
    kind = MSP_IMPORT_FIELD_ANNUAL_REACH;
  if (kind == MSP_IMPORT_FIELD_NONE ||
      (figure != NULL && g_utf8_strlen (figure, -1) > MSP_NAME_MAX))
    {
      g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN,
                   _ ("“%s” is no field that a column can fill"), field);
      return FALSE;
    }

  rival = find_rival (columns, kind, figure);
  if (rival != NULL && rival != target)
    clear (rival);
  fill (target, kind, figure);

  return TRUE;
}
