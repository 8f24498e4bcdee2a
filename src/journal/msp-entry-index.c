/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-index"

#include "journal/msp-entry-index.h"

#include "journal/msp-entry-reader.h"
#include "journal/msp-search-text.h"
#include "storage/msp-statement.h"

/* An entry adds a page to the search index, and each page is merged again a handful of times: so many
 * are enough to keep up, and few enough that nobody notices. */
#define MERGE_PAGES "16"

gboolean
msp_entry_index_add_text (MspDatabase  *database,
                          gint64        position,
                          const char   *text,
                          GError      **error)
{
  MspStatement *insert = msp_database_prepare (database, "INSERT INTO contribution_text "
                                                         "(rowid, text) VALUES (:position, :text)", error);

  if (insert == NULL)
    return FALSE;

  msp_statement_bind_int (insert, ":position", position);
  msp_statement_bind_text (insert, ":text", text);

  return msp_statement_run (insert, error);
}

gboolean
msp_entry_index_add (MspDatabase            *database,
                     gint64                  position,
                     const MspContribution  *entry,
                     GError                **error)
{
  g_autofree char *text = msp_search_text_of_entry (entry);

  return msp_entry_index_add_text (database, position, text, error);
}

gboolean
msp_entry_index_remove (MspDatabase  *database,
                        gint64        position,
                        GError      **error)
{
  MspStatement *statement =
    msp_database_prepare (database, "DELETE FROM contribution_text WHERE rowid = :position", error);

  if (statement == NULL)
    return FALSE;

  msp_statement_bind_int (statement, ":position", position);

  return msp_statement_run (statement, error);
}

typedef struct
{
  MspDatabaseFunc func;
  gpointer        data;
} Change;

static gboolean
change_and_merge (MspDatabase  *database,
                  gpointer      data,
                  GError      **error)
{
  Change *change = data;
  MspStatement *merge;

  if (!change->func (database, change->data, error))
    return FALSE;

  merge = msp_database_prepare (database, "INSERT INTO contribution_text (contribution_text, rank) "
                                          "VALUES ('merge', " MERGE_PAGES ")", error);

  return merge != NULL && msp_statement_run (merge, error);
}

gboolean
msp_entry_index_transaction (MspDatabase      *database,
                             MspDatabaseFunc   func,
                             gpointer          data,
                             GError          **error)
{
  Change change = { func, data };

  return msp_database_transaction (database, change_and_merge, &change, error);
}

gboolean
msp_entry_index_find (MspDatabase  *database,
                      gint64        key,
                      gint64       *position,
                      char        **uuid,
                      GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *select =
    msp_database_prepare (database, "SELECT position, uuid FROM contribution WHERE id = :key", error);

  *uuid = NULL;
  if (select == NULL)
    return FALSE;

  msp_statement_bind_int (select, ":key", key);
  if (msp_statement_next (select, &local_error))
    {
      *position = msp_statement_column_int (select, 0);
      *uuid = g_strdup (msp_statement_column_text (select, 1));
    }
  msp_statement_reset (select);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
msp_entry_index_add_key (MspDatabase  *database,
                         gint64        key,
                         GError      **error)
{
  g_autoptr (MspContribution) entry = NULL;
  g_autofree char *uuid = NULL;
  gint64 position = 0;

  if (!msp_entry_index_find (database, key, &position, &uuid, error))
    return FALSE;
  if (uuid == NULL)
    return TRUE;

  entry = msp_entry_reader_get (database, uuid, error);

  return entry != NULL && msp_entry_index_add (database, position, entry, error);
}

gboolean
msp_entry_index_remove_key (MspDatabase  *database,
                            gint64        key,
                            GError      **error)
{
  g_autofree char *uuid = NULL;
  gint64 position = 0;

  if (!msp_entry_index_find (database, key, &position, &uuid, error))
    return FALSE;

  return uuid == NULL || msp_entry_index_remove (database, position, error);
}
