/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-ops"

#include "journal/msp-journal-ops.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "journal/msp-entry-index.h"
#include "journal/msp-entry-reader.h"
#include "journal/msp-entry-writer.h"
#include "storage/msp-statement.h"

void
msp_journal_op_free (MspJournalOp *self)
{
  msp_contribution_free (self->entry);
  msp_query_free (self->query);
  g_strfreev (self->ids);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->entry_keys, g_array_unref);
  g_clear_object (&self->cancellable);
  if (self->edit_destroy != NULL)
    self->edit_destroy (self->edit_data);
  g_free (self->id);
  msp_contribution_free (self->found);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->vocabulary, msp_journal_vocabulary_free);
  g_clear_pointer (&self->facets, msp_facets_free);
  g_strfreev (self->problems);
  g_free (self);
}

/* The first problem of an entry, as an error. */
static gboolean
check_entry (const MspContribution  *entry,
             GError                **error)
{
  g_autoptr (GPtrArray) problems = msp_contribution_check (entry);
  const MspFieldProblem *first;

  if (problems->len == 0)
    return TRUE;

  first = g_ptr_array_index (problems, 0);
  g_set_error_literal (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID, first->message);

  return FALSE;
}

static void
write_completed (MspJournalStore *store,
                 GParamSpec      *pspec,
                 GTask           *task)
{
  if (!g_task_had_error (task))
    msp_journal_store_emit_entries_changed (store);
}

static GTask *
make_task (MspJournalStore     *store,
           MspJournalOp        *op,
           MspDatabaseFunc      func,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_set_object (&op->cancellable, cancellable);
  g_task_set_source_tag (task, func);
  g_task_set_priority (task, op->priority);
  g_task_set_task_data (task, op, (GDestroyNotify) msp_journal_op_free);

  return task;
}

void
msp_journal_op_queue (MspJournalStore     *store,
                      MspJournalOp        *op,
                      MspDatabaseFunc      func,
                      gboolean             writes,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = make_task (store, op, func, cancellable, callback, user_data);

  if (writes)
    {
      /* The change is told once its caller knows. */
      g_task_set_check_cancellable (task, FALSE);
      g_signal_connect_object (task, "notify::completed",
                               G_CALLBACK (write_completed), store, G_CONNECT_SWAPPED);
    }

  msp_database_queue (msp_journal_store_get_database (store), task, func);
}

void
msp_journal_op_read (MspJournalStore     *store,
                     MspJournalOp        *op,
                     MspDatabaseFunc      func,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  msp_database_queue (msp_journal_store_get_reader (store, MSP_JOURNAL_READER_LIST),
                      make_task (store, op, func, cancellable, callback, user_data), func);
}

void
msp_journal_op_study (MspJournalStore     *store,
                      MspJournalOp        *op,
                      MspDatabaseFunc      func,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  msp_database_queue (msp_journal_store_get_reader (store, MSP_JOURNAL_READER_STUDY),
                      make_task (store, op, func, cancellable, callback, user_data), func);
}

MspJournalOp *
msp_journal_op_finish (MspJournalStore  *store,
                       GAsyncResult     *result,
                       GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_boolean (G_TASK (result), error) ? g_task_get_task_data (G_TASK (result))
                                                           : NULL;
}

gboolean
msp_journal_op_prepare_new (MspContribution  *entry,
                            GError          **error)
{
  if (!check_entry (entry, error))
    return FALSE;

  g_free (entry->id);
  g_free (entry->created);
  g_free (entry->modified);
  entry->id = g_uuid_string_random ();
  entry->created = msp_clock_now_utc ();
  entry->modified = g_strdup (entry->created);

  return TRUE;
}

static gboolean
insert_entry (MspDatabase  *database,
              gpointer      data,
              GError      **error)
{
  return msp_entry_writer_insert (database, data, error);
}

/* Asks entry; answers id. */
gboolean
msp_journal_op_add (MspDatabase  *database,
                    gpointer      data,
                    GError      **error)
{
  MspJournalOp *op = data;

  if (!msp_journal_op_prepare_new (op->entry, error) ||
      !msp_entry_index_transaction (database, insert_entry, op->entry, error))
    return FALSE;

  op->id = g_strdup (op->entry->id);

  return TRUE;
}

char *
msp_journal_op_time_after (const char *before)
{
  g_autofree char *now = msp_clock_now_utc ();
  g_autoptr (GDateTime) last = NULL;
  g_autoptr (GDateTime) next = NULL;

  if (strcmp (now, before) > 0)
    return g_steal_pointer (&now);

  last = g_date_time_new_from_iso8601 (before, NULL);
  if (last == NULL)
    return g_steal_pointer (&now);

  next = g_date_time_add_seconds (last, 1);

  return g_date_time_format (next, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
msp_journal_op_write_update (MspDatabase            *database,
                             const MspContribution  *kept,
                             MspContribution        *entry,
                             GError                **error)
{
  if (!check_entry (entry, error))
    return FALSE;

  g_free (entry->modified);
  entry->modified = msp_journal_op_time_after (kept->modified);

  return msp_entry_writer_update (database, kept, entry, error);
}

static gboolean
update_entry (MspDatabase  *database,
              gpointer      data,
              GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (MspContribution) kept = msp_entry_reader_get (database, op->entry->id, error);

  if (kept == NULL)
    return FALSE;

  if (op->entry->modified != NULL && !g_str_equal (op->entry->modified, kept->modified))
    {
      g_set_error_literal (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_CHANGED,
                           _ ("the entry has been changed elsewhere since it was opened"));
      return FALSE;
    }

  return msp_journal_op_write_update (database, kept, op->entry, error);
}

/* Asks entry. */
gboolean
msp_journal_op_update (MspDatabase  *database,
                       gpointer      data,
                       GError      **error)
{
  MspJournalOp *op = data;

  return check_entry (op->entry, error) &&
         msp_entry_index_transaction (database, update_entry, op, error);
}

/* Marks or unmarks every id; one that is not there undoes all. */
static gboolean
mark_ids (MspDatabase   *database,
          MspJournalOp  *op,
          const char    *deleted,
          GError       **error)
{
  GStrv ids = op->ids;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MspStatement *mark;

      if (g_cancellable_set_error_if_cancelled (op->cancellable, error))
        return FALSE;

      mark = msp_database_prepare (database, deleted != NULL
                              ? "UPDATE contribution SET deleted = :deleted WHERE uuid = :uuid "
                                "AND deleted IS NULL"
                              : "UPDATE contribution SET deleted = :deleted WHERE uuid = :uuid "
                                "AND deleted IS NOT NULL", error);

      if (mark == NULL)
        return FALSE;

      msp_statement_bind_text (mark, ":deleted", deleted);
      msp_statement_bind_text (mark, ":uuid", ids[i]);
      if (!msp_statement_run (mark, error))
        return FALSE;

      if (msp_database_changes (database) == 0)
        {
          g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
                       deleted != NULL ? _ ("no entry outside the trash has the id “%s”")
                                       : _ ("no entry in the trash has the id “%s”"), ids[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
delete_ids (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  g_autofree char *now = msp_clock_now_utc ();

  return mark_ids (database, data, now, error);
}

static gboolean
restore_ids (MspDatabase  *database,
             gpointer      data,
             GError      **error)
{
  return mark_ids (database, data, NULL, error);
}

/* Asks ids. */
gboolean
msp_journal_op_delete (MspDatabase  *database,
                       gpointer      data,
                       GError      **error)
{
  return msp_database_transaction (database, delete_ids, data, error);
}

/* Asks ids. */
gboolean
msp_journal_op_restore (MspDatabase  *database,
                        gpointer      data,
                        GError      **error)
{
  return msp_database_transaction (database, restore_ids, data, error);
}

/* Appends to @pairs the key and the position of what is to be removed. */
static gboolean
find_removed (MspStatement  *select,
              GArray        *pairs,
              GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  while (msp_statement_next (select, &local_error))
    {
      gint64 pair[2] = { msp_statement_column_int (select, 0),
                         msp_statement_column_int (select, 1) };

      g_array_append_vals (pairs, pair, 2);
    }
  msp_statement_reset (select);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
find_old (MspDatabase   *database,
          MspDay         day,
          GArray        *pairs,
          GError       **error)
{
  g_autofree char *before = day != MSP_DAY_NONE ? msp_day_to_iso (day) : g_strdup ("9999");
  MspStatement *select =
    msp_database_prepare (database, "SELECT id, position FROM contribution "
                                    "WHERE deleted IS NOT NULL AND deleted < :before", error);

  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":before", before);

  return find_removed (select, pairs, error);
}

static gboolean
find_named (MspDatabase   *database,
            GStrv          ids,
            GArray        *pairs,
            GError       **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint n_before = pairs->len;
      MspStatement *select =
        msp_database_prepare (database, "SELECT id, position FROM contribution "
                                        "WHERE deleted IS NOT NULL AND uuid = :uuid", error);

      if (select == NULL)
        return FALSE;

      msp_statement_bind_text (select, ":uuid", ids[i]);
      if (!find_removed (select, pairs, error))
        return FALSE;

      if (pairs->len == n_before)
        {
          g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
                       _ ("no entry in the trash has the id “%s”"), ids[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
purge (MspDatabase  *database,
       gpointer      data,
       GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (op->ids != NULL ? !find_named (database, op->ids, pairs, error)
                      : !find_old (database, op->from, pairs, error))
    return FALSE;

  for (guint i = 0; i < pairs->len; i += 2)
    {
      if (!msp_entry_writer_remove (database, g_array_index (pairs, gint64, i),
                                    g_array_index (pairs, gint64, i + 1), error))
        return FALSE;
    }
  op->count = (int) pairs->len / 2;

  return TRUE;
}

/* Asks ids, or from, or nothing for all that is in the trash; answers count. */
gboolean
msp_journal_op_purge (MspDatabase  *database,
                      gpointer      data,
                      GError      **error)
{
  return msp_entry_index_transaction (database, purge, data, error);
}
