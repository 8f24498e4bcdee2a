/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-reader"

#include "journal/msp-entry-reader.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-query-sql.h"
#include "storage/msp-statement.h"

#define COLUMNS \
  "id, uuid, title, description, private_description, day, end_day, url, type, area, role, " \
  "quantity, is_private, is_high_impact, planned, in_portal, microsoft_event, " \
  "microsoft_event_other, notes, reach, created, modified, deleted"

typedef enum
{
  COLUMN_KEY,
  COLUMN_UUID,
  COLUMN_TITLE,
  COLUMN_DESCRIPTION,
  COLUMN_PRIVATE_DESCRIPTION,
  COLUMN_DAY,
  COLUMN_END_DAY,
  COLUMN_URL,
  COLUMN_TYPE,
  COLUMN_AREA,
  COLUMN_ROLE,
  COLUMN_QUANTITY,
  COLUMN_IS_PRIVATE,
  COLUMN_IS_HIGH_IMPACT,
  COLUMN_PLANNED,
  COLUMN_IN_PORTAL,
  COLUMN_MICROSOFT_EVENT,
  COLUMN_MICROSOFT_EVENT_OTHER,
  COLUMN_NOTES,
  COLUMN_REACH,
  COLUMN_CREATED,
  COLUMN_MODIFIED,
  COLUMN_DELETED,
} Column;

static void
take_text (char         **field,
           MspStatement  *statement,
           Column         column)
{
  g_free (*field);
  *field = g_strdup (msp_statement_column_text (statement, (int) column));
}

static MspContribution *
read_row (MspStatement *row,
          gint64       *key)
{
  MspContribution *entry = msp_contribution_new ();

  *key = msp_statement_column_int (row, COLUMN_KEY);
  take_text (&entry->id, row, COLUMN_UUID);
  take_text (&entry->title, row, COLUMN_TITLE);
  take_text (&entry->description, row, COLUMN_DESCRIPTION);
  take_text (&entry->private_description, row, COLUMN_PRIVATE_DESCRIPTION);
  take_text (&entry->url, row, COLUMN_URL);
  take_text (&entry->type, row, COLUMN_TYPE);
  take_text (&entry->area, row, COLUMN_AREA);
  take_text (&entry->role, row, COLUMN_ROLE);
  take_text (&entry->microsoft_event, row, COLUMN_MICROSOFT_EVENT);
  take_text (&entry->microsoft_event_other, row, COLUMN_MICROSOFT_EVENT_OTHER);
  take_text (&entry->notes, row, COLUMN_NOTES);
  take_text (&entry->created, row, COLUMN_CREATED);
  take_text (&entry->modified, row, COLUMN_MODIFIED);
  take_text (&entry->deleted, row, COLUMN_DELETED);
  entry->date = (MspDay) msp_statement_column_int (row, COLUMN_DAY);
  entry->date_end = (MspDay) msp_statement_column_int (row, COLUMN_END_DAY);
  entry->quantity = msp_statement_column_int (row, COLUMN_QUANTITY);
  entry->is_private = msp_statement_column_int (row, COLUMN_IS_PRIVATE) != 0;
  entry->is_high_impact = msp_statement_column_int (row, COLUMN_IS_HIGH_IMPACT) != 0;
  entry->status = msp_statement_column_int (row, COLUMN_PLANNED) != 0 ? MSP_STATUS_PLANNED
                                                                      : MSP_STATUS_DONE;
  entry->in_portal = (MspDay) msp_statement_column_int (row, COLUMN_IN_PORTAL);
  entry->reach = msp_statement_column_int (row, COLUMN_REACH);

  return entry;
}

static GStrv *
list_of_kind (MspContribution *entry,
              const char      *kind)
{
  if (g_str_equal (kind, "area"))
    return &entry->additional_areas;
  if (g_str_equal (kind, "audience"))
    return &entry->audience;
  if (g_str_equal (kind, "tag"))
    return &entry->tags;

  return &entry->links;
}

static void
append (GStrv      *list,
        const char *value)
{
  guint length = g_strv_length (*list);

  *list = g_renew (char *, *list, length + 2);
  (*list)[length] = g_strdup (value);
  (*list)[length + 1] = NULL;
}

/* The lists and figures of an entry, from their own tables. */
static gboolean
read_parts (MspDatabase      *database,
            MspContribution  *entry,
            gint64            key,
            GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *values =
    msp_database_prepare (database, "SELECT kind, value FROM contribution_value "
                                    "WHERE contribution = :key ORDER BY kind, rank", error);
  MspStatement *figures;

  if (values == NULL)
    return FALSE;

  msp_statement_bind_int (values, ":key", key);
  while (msp_statement_next (values, &local_error))
    append (list_of_kind (entry, msp_statement_column_text (values, 0)),
            msp_statement_column_text (values, 1));

  /* Newest last, so that it is the one that stays. */
  figures = msp_database_prepare (database, "SELECT name, value, recorded_on FROM figure "
                                            "WHERE contribution = :key ORDER BY name, recorded_on", error);
  if (figures == NULL)
    return FALSE;

  msp_statement_bind_int (figures, ":key", key);
  while (local_error == NULL && msp_statement_next (figures, &local_error))
    {
      const char *name = msp_statement_column_text (figures, 0);
      MspFigure *figure;

      msp_contribution_remove_figure (entry, name);
      msp_contribution_set_figure (entry, name, msp_statement_column_int (figures, 1));
      figure = g_ptr_array_index (entry->figures, entry->figures->len - 1);
      figure->recorded_on = (MspDay) msp_statement_column_int (figures, 2);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * msp_entry_reader_get:
 * @database: the journal
 * @id: a whole id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the entry, in the trash or not
 */
MspContribution *
msp_entry_reader_get (MspDatabase  *database,
                      const char   *id,
                      GError      **error)
{
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) local_error = NULL;
  MspStatement *statement =
    msp_database_prepare (database, "SELECT " COLUMNS " FROM contribution WHERE uuid = :uuid",
                          error);
  gint64 key = 0;

  if (statement == NULL)
    return NULL;

  msp_statement_bind_text (statement, ":uuid", id);
  if (msp_statement_next (statement, &local_error))
    entry = read_row (statement, &key);
  msp_statement_reset (statement);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (entry == NULL)
    g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
                 _ ("no entry has the id “%s”"), id);

  if (entry == NULL || !read_parts (database, entry, key, error))
    return NULL;

  return g_steal_pointer (&entry);
}

/**
 * msp_entry_reader_list:
 * @database: the journal
 * @query: which entries, in which order
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type MspContribution) (nullable): the entries
 */
GPtrArray *
msp_entry_reader_list (MspDatabase     *database,
                       const MspQuery  *query,
                       GError         **error)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  MspStatement *statement = msp_query_sql_prepare (database, query, COLUMNS, TRUE, error);

  if (statement == NULL)
    return NULL;

  while (msp_statement_next (statement, &local_error))
    {
      gint64 key = 0;

      g_ptr_array_add (entries, read_row (statement, &key));
      g_array_append_val (keys, key);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  for (guint i = 0; i < entries->len; i++)
    {
      if (!read_parts (database, g_ptr_array_index (entries, i),
                       g_array_index (keys, gint64, i), error))
        return NULL;
    }

  return g_steal_pointer (&entries);
}

/**
 * msp_entry_reader_summary:
 * @database: the journal
 * @key: an entry's row key
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what a list shows; `NULL` without @error set if it is gone
 */
MspEntrySummary *
msp_entry_reader_summary (MspDatabase  *database,
                          gint64        key,
                          GError      **error)
{
  MspEntrySummary *summary = NULL;
  const char *deleted;
  MspStatement *row =
    msp_database_prepare (database, "SELECT uuid, day, title, type, area, url, planned, "
                                    "is_high_impact, is_private, in_portal, reach, "
                                    "substr (deleted, 1, 10) FROM contribution "
                                    "WHERE id = :key", error);

  if (row == NULL)
    return NULL;

  msp_statement_bind_int (row, ":key", key);
  if (!msp_statement_next (row, error))
    return NULL;

  summary = g_new0 (MspEntrySummary, 1);
  summary->key = key;
  summary->id = g_strdup (msp_statement_column_text (row, 0));
  summary->date = (MspDay) msp_statement_column_int (row, 1);
  summary->title = g_strdup (msp_statement_column_text (row, 2));
  summary->type = g_strdup (msp_statement_column_text (row, 3));
  summary->area = g_strdup (msp_statement_column_text (row, 4));
  summary->url = g_strdup (msp_statement_column_text (row, 5));
  summary->status = msp_statement_column_int (row, 6) != 0 ? MSP_STATUS_PLANNED : MSP_STATUS_DONE;
  summary->is_high_impact = msp_statement_column_int (row, 7) != 0;
  summary->is_private = msp_statement_column_int (row, 8) != 0;
  summary->in_portal = (MspDay) msp_statement_column_int (row, 9);
  summary->reach = msp_statement_column_int (row, 10);
  deleted = msp_statement_column_text (row, 11);
  if (deleted != NULL && !msp_day_parse (deleted, &summary->deleted, NULL))
    summary->deleted = MSP_DAY_NONE;
  msp_statement_reset (row);

  return summary;
}
