/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-search-index"

#include "journal/msp-search-index.h"

#include "journal/msp-entry-index.h"
#include "journal/msp-journal-ops.h"
#include "journal/msp-search-text.h"
#include "storage/msp-statement.h"

#define SETTING "search-text"
/* Few enough that what somebody saves meanwhile does not wait. */
#define BATCH "100"

static gboolean
has_row (MspDatabase  *database,
         const char   *sql,
         GError      **error)
{
  MspStatement *select = msp_database_prepare (database, sql, error);
  gboolean found = select != NULL && msp_statement_next (select, error);

  if (select != NULL)
    msp_statement_reset (select);

  return found;
}

static gboolean
is_of_this_release (MspDatabase  *database,
                    GError      **error)
{
  return has_row (database, "SELECT 1 FROM setting WHERE name = '" SETTING "' "
                                                                           "AND value = '" MSP_SEARCH_TEXT_VERSION "'", error);
}

static gboolean
note (MspDatabase  *database,
      const char   *value,
      GError      **error)
{
  MspStatement *insert =
    msp_database_prepare (database, "INSERT OR REPLACE INTO setting (name, value) "
                                    "VALUES ('" SETTING "', :value)", error);

  if (insert == NULL)
    return FALSE;

  msp_statement_bind_text (insert, ":value", value);

  return msp_statement_run (insert, error);
}

static gboolean
begin (MspDatabase  *database,
       gpointer      data,
       GError      **error)
{
  if (is_of_this_release (database, error) ||
      has_row (database, "SELECT 1 FROM contribution LIMIT 1", error))
    return TRUE;

  return note (database, MSP_SEARCH_TEXT_VERSION, error);
}

/* The next entries whose words are of an earlier release, after those that were renewed. */
static gboolean
find_next (MspDatabase  *database,
           GArray       *keys,
           GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *select =
    msp_database_prepare (database, "SELECT id FROM contribution WHERE id > coalesce ((SELECT "
                                    "CAST (substr (value, length (:done) + 1) AS INTEGER) FROM setting "
                                    "WHERE name = '" SETTING "' AND value GLOB :done || '*'), 0) "
                                                             "ORDER BY id LIMIT " BATCH, error);

  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":done", MSP_SEARCH_TEXT_VERSION " until ");
  while (msp_statement_next (select, &local_error))
    {
      gint64 key = msp_statement_column_int (select, 0);

      g_array_append_val (keys, key);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Asks keys, of which it makes the renewed ones. */
static gboolean
renew_batch (MspDatabase  *database,
             gpointer      data,
             GError      **error)
{
  MspJournalOp *op = data;
  g_autofree char *until = NULL;

  if (!find_next (database, op->keys, error))
    return FALSE;

  for (guint i = 0; i < op->keys->len; i++)
    {
      gint64 key = g_array_index (op->keys, gint64, i);

      if (!msp_entry_index_remove_key (database, key, error) ||
          !msp_entry_index_add_key (database, key, error))
        return FALSE;
    }

  if (op->keys->len > 0)
    until = g_strdup_printf (MSP_SEARCH_TEXT_VERSION " until %" G_GINT64_FORMAT,
                             g_array_index (op->keys, gint64, op->keys->len - 1));

  return note (database, until != NULL ? until : MSP_SEARCH_TEXT_VERSION, error);
}

static gboolean
renew_some (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  return is_of_this_release (database, error) ||
         msp_entry_index_transaction (database, renew_batch, data, error);
}

static void
some_renewed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  MspJournalStore *store = MSP_JOURNAL_STORE (source);
  g_autoptr (GError) error = NULL;
  MspJournalOp *op = msp_journal_op_finish (store, result, &error);

  if (op != NULL && op->keys->len > 0)
    msp_search_index_renew (store);
  else if (op == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_message ("Cannot renew the search index: %s", error->message);
}

void
msp_search_index_begin (MspJournalStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!msp_database_call (msp_journal_store_get_database (store), begin, NULL, &error))
    g_message ("Cannot note the state of the search index: %s", error->message);
}

void
msp_search_index_renew (MspJournalStore *store)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  op->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  msp_journal_op_queue (store, op, renew_some, FALSE, NULL, some_renewed, NULL);
}
