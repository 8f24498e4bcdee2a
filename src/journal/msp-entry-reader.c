/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-reader"

#include "journal/msp-entry-reader.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-entry-attachments.h"
#include "journal/msp-query-sql.h"
#include "storage/msp-statement.h"

#define COLUMNS \
  "uuid, title, description, private_description, day, end_day, url, type, area, role, " \
  "quantity, is_private, is_high_impact, planned, in_portal, microsoft_event, " \
  "microsoft_event_other, notes, reach, created, modified, deleted, " \
  "EXISTS (SELECT 1 FROM attachment WHERE attachment.contribution = contribution.id)"

typedef enum
{
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
  COLUMN_HAS_ATTACHMENTS,
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
read_row (MspStatement *row)
{
  MspContribution *entry = msp_contribution_new ();

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

/* What reads an entry's own row, its lists, its figures and its attachments, by its row key. */
typedef struct
{
  MspStatement *row;
  MspStatement *values;
  MspStatement *figures;
  MspStatement *attachments;
} Parts;

static gboolean
prepare_parts (MspDatabase  *database,
               Parts        *parts,
               GError      **error)
{
  parts->row = msp_database_prepare (database, "SELECT " COLUMNS " FROM contribution "
                                                                 "WHERE id = :key", error);
  if (parts->row != NULL)
    parts->values =
      msp_database_prepare (database, "SELECT kind, value FROM contribution_value "
                                      "WHERE contribution = :key ORDER BY kind, rank", error);
  /* Newest last, so that it is the one that stays. */
  if (parts->values != NULL)
    parts->figures =
      msp_database_prepare (database, "SELECT name, value, recorded_on FROM figure "
                                      "WHERE contribution = :key ORDER BY name, recorded_on", error);

  if (parts->figures != NULL)
    parts->attachments = msp_entry_attachments_prepare (database, error);

  return parts->attachments != NULL;
}

static void
read_values (const Parts      *parts,
             MspContribution  *entry,
             gint64            key,
             GError          **error)
{
  msp_statement_bind_int (parts->values, ":key", key);
  while (msp_statement_next (parts->values, error))
    append (list_of_kind (entry, msp_statement_column_text (parts->values, 0)),
            msp_statement_column_text (parts->values, 1));
}

static void
read_figures (const Parts      *parts,
              MspContribution  *entry,
              gint64            key,
              GError          **error)
{
  msp_statement_bind_int (parts->figures, ":key", key);
  while (msp_statement_next (parts->figures, error))
    {
      const char *name = msp_statement_column_text (parts->figures, 0);
      MspFigure *figure;

      msp_contribution_remove_figure (entry, name);
      msp_contribution_set_figure (entry, name, msp_statement_column_int (parts->figures, 1));
      figure = g_ptr_array_index (entry->figures, entry->figures->len - 1);
      figure->recorded_on = (MspDay) msp_statement_column_int (parts->figures, 2);
    }
}

/* The lists, figures and attachments of an entry, from their own tables. Few have attachments. */
static gboolean
read_parts (const Parts      *parts,
            MspContribution  *entry,
            gint64            key,
            gboolean          has_attachments,
            GError          **error)
{
  g_autoptr (GError) local_error = NULL;

  read_values (parts, entry, key, &local_error);
  if (local_error == NULL)
    read_figures (parts, entry, key, &local_error);
  if (local_error == NULL && has_attachments)
    msp_entry_attachments_read (parts->attachments, key, entry->attachments, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* (transfer full) (nullable): NULL without @error set if there is no such row */
static MspContribution *
read_entry (const Parts  *parts,
            gint64        key,
            GError      **error)
{
  g_autoptr (MspContribution) entry = NULL;
  gboolean has_attachments;

  msp_statement_reset (parts->row);
  msp_statement_bind_int (parts->row, ":key", key);
  if (!msp_statement_next (parts->row, error))
    return NULL;

  entry = read_row (parts->row);
  has_attachments = msp_statement_column_int (parts->row, COLUMN_HAS_ATTACHMENTS) != 0;
  if (!read_parts (parts, entry, key, has_attachments, error))
    return NULL;

  return g_steal_pointer (&entry);
}

/* Whether the row key could be asked for; 0 if no entry has that id. */
static gboolean
find_key (MspDatabase  *database,
          const char   *id,
          gint64       *key,
          GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *statement =
    msp_database_prepare (database, "SELECT id FROM contribution WHERE uuid = :uuid", error);

  *key = 0;
  if (statement == NULL)
    return FALSE;

  msp_statement_bind_text (statement, ":uuid", id);
  if (msp_statement_next (statement, &local_error))
    *key = msp_statement_column_int (statement, 0);
  msp_statement_reset (statement);
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
  Parts parts = { NULL };
  gint64 key;

  if (!find_key (database, id, &key, error) || !prepare_parts (database, &parts, error))
    return NULL;

  if (key != 0)
    entry = read_entry (&parts, key, &local_error);
  msp_statement_reset (parts.row);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (entry == NULL)
    g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
                 _ ("no entry has the id “%s”"), id);

  return g_steal_pointer (&entry);
}

/* The names of the figures of all entries of @query. */
static MspStatement *
prepare_figure_names (MspDatabase     *database,
                      const MspQuery  *query,
                      GError         **error)
{
  const MspQuery trash = { .trash = TRUE };

  /* Of all: it is quicker to leave out the few in the trash than to look up each. */
  if (!query->trash && !msp_query_is_filtering (query) && query->limit == 0)
    return msp_query_sql_prepare_within (database, &trash, "SELECT DISTINCT name FROM figure "
                                                           "WHERE contribution NOT IN", error);

  return msp_query_sql_prepare_within (database, query, "SELECT DISTINCT name FROM figure "
                                                        "WHERE contribution IN", error);
}

/* Before the first entry, while the keys are held open. */
static gboolean
tell_figure_names (MspDatabase         *database,
                   const MspQuery      *query,
                   MspFigureNamesFunc   names_func,
                   gpointer             data,
                   GError             **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) local_error = NULL;
  MspStatement *statement = prepare_figure_names (database, query, error);

  if (statement == NULL)
    return FALSE;

  while (msp_statement_next (statement, &local_error))
    g_strv_builder_add (builder, msp_statement_column_text (statement, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  names = g_strv_builder_end (builder);
  names_func ((const char *const *) names, data);

  return TRUE;
}

/**
 * msp_entry_reader_foreach:
 * @database: the journal
 * @query: which entries, in which order
 * @names_func: (nullable): told the names of all their figures before the first of them
 * @func: called with each; must not use @database
 * @data: for both
 * @error: return location for an error, of @func too
 *
 * Reads one entry after the other, so that many take no more memory than one. All are as they were
 * when the first was read, whoever writes meanwhile: the keys stay open until the last.
 *
 * Returns: whether nothing went wrong; @func may have ended it
 */
gboolean
msp_entry_reader_foreach (MspDatabase         *database,
                          const MspQuery      *query,
                          MspFigureNamesFunc   names_func,
                          MspEntryFunc         func,
                          gpointer             data,
                          GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  Parts parts = { NULL };
  gboolean goes_on = TRUE;
  /* Only keys are put in order, however long the entries are. */
  MspStatement *keys = msp_query_sql_prepare (database, query, "id", TRUE, error);

  if (keys == NULL || !prepare_parts (database, &parts, error))
    return FALSE;

  while (goes_on && local_error == NULL && msp_statement_next (keys, &local_error))
    {
      MspContribution *entry = NULL;

      if (names_func != NULL)
        goes_on = tell_figure_names (database, query, names_func, data, &local_error);
      names_func = NULL;
      if (goes_on)
        entry = read_entry (&parts, msp_statement_column_int (keys, 0), &local_error);
      if (entry != NULL)
        goes_on = func (entry, data, &local_error);
    }
  msp_statement_reset (keys);
  msp_statement_reset (parts.row);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
collect (MspContribution  *entry,
         gpointer          data,
         GError          **error)
{
  g_ptr_array_add (data, entry);

  return TRUE;
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

  if (!msp_entry_reader_foreach (database, query, NULL, collect, entries, error))
    return NULL;

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
                                    "is_high_impact, is_private, in_portal, reach, deleted "
                                    "FROM contribution WHERE id = :key", error);

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
  if (deleted != NULL)
    summary->leaves_trash = msp_journal_leaves_trash (deleted);
  msp_statement_reset (row);

  return summary;
}
