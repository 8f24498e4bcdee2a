/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-bulk"

#include "journal/msp-journal-bulk.h"

#include "journal/msp-entry-index.h"
#include "journal/msp-entry-reader.h"
#include "journal/msp-entry-writer.h"
#include "journal/msp-journal-ops.h"

static gboolean
insert_all (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  MspJournalOp *op = data;

  for (guint i = 0; i < op->list->len; i++)
    {
      MspContribution *entry = g_ptr_array_index (op->list, i);

      if (!msp_journal_op_prepare_new (entry, error) ||
          !msp_entry_writer_insert (database, entry, error))
        {
          g_prefix_error (error, "%s: ", entry->title);
          return FALSE;
        }
    }

  return TRUE;
}

/* Asks list, whose entries get their ids. */
static gboolean
add_many (MspDatabase  *database,
          gpointer      data,
          GError      **error)
{
  return msp_entry_index_transaction (database, insert_all, data, error);
}

static gboolean
edit_one (MspDatabase   *database,
          MspJournalOp  *op,
          const char    *id,
          GError       **error)
{
  g_autoptr (MspContribution) kept = msp_entry_reader_get (database, id, error);
  g_autoptr (MspContribution) entry = NULL;

  if (kept == NULL)
    return FALSE;

  entry = msp_contribution_copy (kept);
  if (!op->edit (entry, op->edit_data) || msp_contribution_equal (entry, kept))
    return TRUE;

  op->count++;

  return msp_journal_op_write_update (database, kept, entry, error);
}

static gboolean
edit_all (MspDatabase  *database,
          gpointer      data,
          GError      **error)
{
  MspJournalOp *op = data;

  for (guint i = 0; op->ids[i] != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (op->cancellable, error) ||
          !edit_one (database, op, op->ids[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Asks ids and edit; answers count. */
static gboolean
edit_many (MspDatabase  *database,
           gpointer      data,
           GError      **error)
{
  return msp_entry_index_transaction (database, edit_all, data, error);
}

gboolean
msp_journal_store_add_many (MspJournalStore  *self,
                            GPtrArray        *entries,
                            GError          **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && entries != NULL, FALSE);

  op->list = g_ptr_array_ref (entries);
  if (!msp_database_call (msp_journal_store_get_database (self), add_many, op, error))
    return FALSE;

  msp_journal_store_emit_changed (self);

  return TRUE;
}

void
msp_journal_store_add_many_async (MspJournalStore     *self,
                                  GPtrArray           *entries,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && entries != NULL);

  op->list = entries;
  msp_journal_op_queue (self, op, add_many, TRUE, cancellable, callback, user_data);
}

gboolean
msp_journal_store_add_many_finish (MspJournalStore  *self,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  return msp_journal_op_finish (self, result, error) != NULL;
}

gboolean
msp_journal_store_edit_many (MspJournalStore    *self,
                             const char *const  *ids,
                             MspEntryEdit        edit,
                             gpointer            data,
                             GError            **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && edit != NULL, FALSE);

  op->ids = g_strdupv ((char **) ids);
  op->edit = edit;
  op->edit_data = data;
  if (!msp_database_call (msp_journal_store_get_database (self), edit_many, op, error))
    return FALSE;

  msp_journal_store_emit_changed (self);

  return TRUE;
}

void
msp_journal_store_edit_many_async (MspJournalStore     *self,
                                   const char *const   *ids,
                                   MspEntryEdit         edit,
                                   gpointer             data,
                                   GDestroyNotify       destroy,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && edit != NULL);

  op->ids = g_strdupv ((char **) ids);
  op->edit = edit;
  op->edit_data = data;
  op->edit_destroy = destroy;
  msp_journal_op_queue (self, op, edit_many, TRUE, cancellable, callback, user_data);
}

int
msp_journal_store_edit_many_finish (MspJournalStore  *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? op->count : -1;
}
