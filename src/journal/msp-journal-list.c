/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-list"

#include "journal/msp-journal-list.h"

#include "journal/msp-entry-reader.h"
#include "journal/msp-journal-ops.h"
#include "journal/msp-query-sql.h"
#include "storage/msp-statement.h"

#define COLUMNS "id, position, reach"
/* Rows between two looks at whether the answer is still wanted. */
#define CANCEL_ROWS 512

/* Appends what @select answers. */
static gboolean
read_keys (MspStatement  *select,
           GArray        *keys,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  while (msp_statement_next (select, &local_error))
    {
      MspEntryKey key = {
        .key = msp_statement_column_int (select, 0),
        .position = msp_statement_column_int (select, 1),
        .reach = msp_statement_column_int (select, 2),
      };

      g_array_append_val (keys, key);
      if (keys->len % CANCEL_ROWS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, &local_error))
        break;
    }
  msp_statement_reset (select);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
select_keys (MspDatabase   *database,
             MspJournalOp  *op,
             GError       **error)
{
  MspStatement *select = msp_query_sql_prepare (database, op->query, COLUMNS, TRUE, error);

  return select != NULL && read_keys (select, op->entry_keys, op->cancellable, error);
}

/* Looks for the first keys where they mostly are; FALSE if that was not enough. */
static gboolean
list_near_keys (MspDatabase   *database,
                MspJournalOp  *op,
                GError       **error)
{
  gboolean is_all = FALSE;
  MspStatement *select;

  if (!msp_query_sql_can_look_near (op->query))
    return FALSE;

  select = msp_query_sql_prepare_near (database, op->query, COLUMNS, &is_all, error);
  if (select == NULL || !read_keys (select, op->entry_keys, op->cancellable, error))
    return FALSE;

  if (is_all || op->entry_keys->len == op->query->limit)
    return TRUE;

  g_array_set_size (op->entry_keys, 0);

  return FALSE;
}

/* Asks query; answers entry_keys. */
static gboolean
list_keys (MspDatabase  *database,
           gpointer      data,
           GError      **error)
{
  MspJournalOp *op = data;

  op->entry_keys = g_array_new (FALSE, FALSE, sizeof (MspEntryKey));

  return select_keys (database, op, error);
}

/* Asks keys; answers list. */
static gboolean
list_summaries (MspDatabase  *database,
                gpointer      data,
                GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GError) local_error = NULL;

  op->list = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_entry_summary_free);
  for (guint i = 0; i < op->keys->len && local_error == NULL; i++)
    {
      MspEntrySummary *summary =
        msp_entry_reader_summary (database, g_array_index (op->keys, gint64, i), &local_error);

      if (summary != NULL)
        g_ptr_array_add (op->list, summary);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Asks keys; answers ids. */
static gboolean
list_ids (MspDatabase  *database,
          gpointer      data,
          GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < op->keys->len && local_error == NULL; i++)
    {
      MspStatement *select =
        msp_database_prepare (database, "SELECT uuid FROM contribution WHERE id = :key", error);

      if (select == NULL)
        return FALSE;

      msp_statement_bind_int (select, ":key", g_array_index (op->keys, gint64, i));
      if (msp_statement_next (select, &local_error))
        g_strv_builder_add (ids, msp_statement_column_text (select, 0));
      msp_statement_reset (select);
    }
  op->ids = g_strv_builder_end (ids);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Asks ids; answers list. */
static gboolean
list_entries (MspDatabase  *database,
              gpointer      data,
              GError      **error)
{
  MspJournalOp *op = data;

  op->list = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  for (guint i = 0; op->ids[i] != NULL; i++)
    {
      MspContribution *entry = msp_entry_reader_get (database, op->ids[i], error);

      if (entry == NULL || g_cancellable_set_error_if_cancelled (op->cancellable, error))
        return FALSE;

      g_ptr_array_add (op->list, entry);
    }

  return TRUE;
}

/* Asks query with its limit; answers entry_keys and list. */
static gboolean
list_first_rows (MspDatabase  *database,
                 gpointer      data,
                 GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GError) local_error = NULL;

  op->entry_keys = g_array_new (FALSE, FALSE, sizeof (MspEntryKey));
  if (!list_near_keys (database, op, &local_error) &&
      (local_error != NULL || !select_keys (database, op, &local_error)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  op->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < op->entry_keys->len; i++)
    g_array_append_val (op->keys, g_array_index (op->entry_keys, MspEntryKey, i).key);

  return list_summaries (database, data, error);
}

/* The order of a list, for entries that are to be put into it. */
typedef struct
{
  MspDatabase    *database;
  const MspQuery *query;
  const char     *select; /* (nullable): reads by what entries are sorted, if their keys do not say */
  char           *text;   /* (owned) (nullable): what that is of the entry that is placed */
} ListOrder;

/* (transfer full) (nullable) */
static char *
read_sort_text (ListOrder *self,
                gint64     key)
{
  MspStatement *select = msp_database_prepare (self->database, self->select, NULL);
  char *text = NULL;

  if (select == NULL)
    return NULL;

  msp_statement_bind_int (select, ":key", key);
  if (msp_statement_next (select, NULL))
    text = g_strdup (msp_statement_column_text (select, 0));
  msp_statement_reset (select);

  return text;
}

/* As the query's ORDER BY; @b is the entry that is placed. */
static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  ListOrder *self = data;
  const MspEntryKey *one = a;
  const MspEntryKey *other = b;
  int result = 0;

  if (self->select != NULL)
    {
      g_autofree char *text = read_sort_text (self, one->key);

      result = g_strcmp0 (text, self->text);
    }
  else if (self->query->sort == MSP_SORT_REACH)
    {
      result = (one->reach < other->reach) - (one->reach > other->reach);
    }
  if (result == 0)
    result = (one->position < other->position) - (one->position > other->position);

  return self->query->reversed ? -result : result;
}

static const char *
get_sort_select (MspSort sort)
{
  switch (sort)
    {
    case MSP_SORT_TITLE:
      return "SELECT title_folded FROM contribution WHERE id = :key";

    case MSP_SORT_TYPE:
      return "SELECT type_folded FROM contribution WHERE id = :key";

    case MSP_SORT_AREA:
      return "SELECT area_folded FROM contribution WHERE id = :key";

    case MSP_SORT_DATE:
    case MSP_SORT_REACH:
    default:
      return NULL;
    }
}

static void
remove_keys (GArray *list,
             GArray *keys)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_kept = 0;

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (set, &g_array_index (keys, gint64, i));
  for (guint i = 0; i < list->len; i++)
    {
      const MspEntryKey *key = &g_array_index (list, MspEntryKey, i);

      if (!g_hash_table_contains (set, &key->key))
        g_array_index (list, MspEntryKey, n_kept++) = *key;
    }
  g_array_set_size (list, n_kept);
}

/* Asks query, keys and entry_keys, the list before those changed; answers entry_keys and list. */
static gboolean
list_changed_keys (MspDatabase  *database,
                   gpointer      data,
                   GError      **error)
{
  MspJournalOp *op = data;
  ListOrder order = { database, op->query, get_sort_select (op->query->sort), NULL };
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (MspEntryKey));

  for (guint i = 0; i < op->keys->len; i++)
    {
      MspStatement *select =
        msp_query_sql_prepare_one (database, op->query, COLUMNS,
                                   g_array_index (op->keys, gint64, i), error);

      if (select == NULL || !read_keys (select, matches, op->cancellable, error))
        return FALSE;
    }

  remove_keys (op->entry_keys, op->keys);
  for (guint i = 0; i < matches->len; i++)
    {
      const MspEntryKey *match = &g_array_index (matches, MspEntryKey, i);

      if (order.select != NULL)
        order.text = read_sort_text (&order, match->key);
      g_array_insert_vals (op->entry_keys,
                           msp_key_list_place (op->entry_keys, match, compare_keys, &order),
                           match, 1);
      g_clear_pointer (&order.text, g_free);
    }

  return list_summaries (database, data, error);
}

void
msp_journal_store_first_rows_async (MspJournalStore     *self,
                                    const MspQuery      *query,
                                    guint                n_rows,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && query != NULL);

  op->query = msp_query_copy (query);
  op->query->limit = query->limit > 0 ? MIN (query->limit, n_rows) : n_rows;
  msp_journal_op_read (self, op, list_first_rows, cancellable, callback, user_data);
}

GArray *
msp_journal_store_first_rows_finish (MspJournalStore  *self,
                                     GAsyncResult     *result,
                                     GPtrArray       **summaries,
                                     GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  *summaries = op != NULL ? g_steal_pointer (&op->list) : NULL;

  return op != NULL ? g_steal_pointer (&op->entry_keys) : NULL;
}

void
msp_journal_store_keys_async (MspJournalStore     *self,
                              const MspQuery      *query,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && query != NULL);

  op->query = msp_query_copy (query);
  /* The first rows are painted before the list has room for all. */
  op->priority = G_PRIORITY_DEFAULT_IDLE;
  msp_journal_op_read (self, op, list_keys, cancellable, callback, user_data);
}

GArray *
msp_journal_store_keys_finish (MspJournalStore  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->entry_keys) : NULL;
}

void
msp_journal_store_changed_keys_async (MspJournalStore     *self,
                                      const MspQuery      *query,
                                      GArray              *before,
                                      GArray              *changed,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && query != NULL);
  g_return_if_fail (before != NULL && changed != NULL);

  op->query = msp_query_copy (query);
  op->entry_keys = g_array_copy (before);
  op->keys = g_array_copy (changed);
  msp_journal_op_read (self, op, list_changed_keys, cancellable, callback, user_data);
}

GArray *
msp_journal_store_changed_keys_finish (MspJournalStore  *self,
                                       GAsyncResult     *result,
                                       GPtrArray       **summaries,
                                       GError          **error)
{
  return msp_journal_store_first_rows_finish (self, result, summaries, error);
}

void
msp_journal_store_summaries_async (MspJournalStore     *self,
                                   const gint64        *keys,
                                   guint                n_keys,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_keys);
  g_array_append_vals (op->keys, keys, n_keys);
  msp_journal_op_read (self, op, list_summaries, cancellable, callback, user_data);
}

GPtrArray *
msp_journal_store_summaries_finish (MspJournalStore  *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->list) : NULL;
}

void
msp_journal_store_ids_async (MspJournalStore     *self,
                             GArray              *keys,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && keys != NULL);

  op->keys = g_array_ref (keys);
  msp_journal_op_read (self, op, list_ids, NULL, callback, user_data);
}

GStrv
msp_journal_store_ids_finish (MspJournalStore  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->ids) : NULL;
}

void
msp_journal_store_entries_async (MspJournalStore     *self,
                                 const char *const   *ids,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && ids != NULL);

  op->ids = g_strdupv ((char **) ids);
  msp_journal_op_study (self, op, list_entries, cancellable, callback, user_data);
}

GPtrArray *
msp_journal_store_entries_finish (MspJournalStore  *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->list) : NULL;
}
