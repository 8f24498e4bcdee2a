/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-facet-table"

#include "journal/msp-facet-table.h"

#include "base/msp-text.h"
#include "storage/msp-statement.h"

/* The columns after those of the names are the marks in their order. */
#define ROWS_SQL(deleted) \
  "SELECT id, position, type_folded, type, area_folded, area, planned = 0, in_portal <> 0, " \
  "is_high_impact, url <> '', reach > 0, is_private FROM contribution WHERE deleted IS " deleted " ORDER BY id"
#define FIRST_MARK 6
#define VALUES_SQL \
  "SELECT contribution, kind, folded, value FROM contribution_value WHERE kind <> 'audience' " \
  "ORDER BY contribution, kind, rank"

static void
names_init (MspFacetNames *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
names_clear (MspFacetNames *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
}

/* The number of the name whose folded form stands in @column and itself in the next one. */
static guint
read_name (MspFacetNames *self,
           MspStatement  *select,
           int            column)
{
  const char *folded = msp_statement_column_text (select, column);
  gpointer number;

  if (g_hash_table_lookup_extended (self->numbers, folded, NULL, &number))
    return GPOINTER_TO_UINT (number);

  g_hash_table_insert (self->numbers, g_strdup (folded), GUINT_TO_POINTER (self->names->len));
  g_ptr_array_add (self->names, g_strdup (msp_statement_column_text (select, column + 1)));

  return self->names->len - 1;
}

static gboolean
read_rows (MspFacetTable  *self,
           MspDatabase    *database,
           gboolean        trash,
           GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *select =
    msp_database_prepare (database, trash ? ROWS_SQL ("NOT NULL") : ROWS_SQL ("NULL"), error);

  if (select == NULL)
    return FALSE;

  while (msp_statement_next (select, &local_error))
    {
      MspFacetRow row = {
        .key = msp_statement_column_int (select, 0),
        .position = msp_statement_column_int (select, 1),
        .type = read_name (&self->types, select, 2),
        .area = read_name (&self->areas, select, 4),
      };

      for (int mark = 0; mark < MSP_N_MARKS; mark++)
        {
          if (msp_statement_column_int (select, FIRST_MARK + mark) != 0)
            row.marks |= 1u << mark;
        }
      g_array_append_val (self->rows, row);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static void
add_value (MspFacetTable *self,
           MspFacetRow   *row,
           MspStatement  *select)
{
  const char *kind = msp_statement_column_text (select, 1);
  MspFacetValue value = { .is_tag = g_str_equal (kind, "tag") };

  if (g_str_equal (kind, "link"))
    {
      row->marks |= 1u << MSP_MARK_LINK;
      return;
    }

  if (row->n_values == 0)
    row->first_value = self->values->len;
  value.number = read_name (value.is_tag ? &self->tags : &self->areas, select, 2);
  g_array_append_val (self->values, value);
  row->n_values++;
}

/* The rows stand in the order of their keys, as the values come. */
static gboolean
read_values (MspFacetTable  *self,
             MspDatabase    *database,
             GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *select = msp_database_prepare (database, VALUES_SQL, error);
  guint i = 0;

  if (select == NULL)
    return FALSE;

  while (msp_statement_next (select, &local_error))
    {
      gint64 key = msp_statement_column_int (select, 0);

      while (i < self->rows->len && g_array_index (self->rows, MspFacetRow, i).key < key)
        i++;
      if (i < self->rows->len && g_array_index (self->rows, MspFacetRow, i).key == key)
        add_value (self, &g_array_index (self->rows, MspFacetRow, i), select);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 one = ((const MspFacetRow *) a)->position;
  gint64 other = ((const MspFacetRow *) b)->position;

  return (one > other) - (one < other);
}

/**
 * msp_facet_table_read:
 * @database: the journal, on its worker
 * @trash: whether of the entries in the trash; or of all others
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the table
 */
MspFacetTable *
msp_facet_table_read (MspDatabase  *database,
                      gboolean      trash,
                      GError      **error)
{
  g_autoptr (MspFacetTable) self = g_new0 (MspFacetTable, 1);

  names_init (&self->types);
  names_init (&self->areas);
  names_init (&self->tags);
  self->rows = g_array_new (FALSE, FALSE, sizeof (MspFacetRow));
  self->values = g_array_new (FALSE, FALSE, sizeof (MspFacetValue));
  self->data_version = msp_database_data_version (database);
  if (!read_rows (self, database, trash, error) || !read_values (self, database, error))
    return NULL;

  g_array_sort (self->rows, compare_positions);

  return g_steal_pointer (&self);
}

void
msp_facet_table_free (MspFacetTable *self)
{
  names_clear (&self->types);
  names_clear (&self->areas);
  names_clear (&self->tags);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_free (self);
}

guint
msp_facet_names_find (const MspFacetNames *names,
                      const char          *name)
{
  g_autofree char *folded = msp_text_fold (name);
  gpointer number;

  return g_hash_table_lookup_extended (names->numbers, folded, NULL, &number)
         ? GPOINTER_TO_UINT (number) : G_MAXUINT;
}
