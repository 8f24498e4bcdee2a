/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-async"

#include "journal/msp-journal-async.h"

#include "journal/msp-journal-answers.h"
#include "journal/msp-journal-ops.h"

void
msp_journal_store_add_async (MspJournalStore       *self,
                             const MspContribution *entry,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->entry = msp_contribution_copy (entry);
  msp_journal_op_queue (self, op, msp_journal_op_add, TRUE, cancellable, callback, user_data);
}

char *
msp_journal_store_add_finish (MspJournalStore  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->id) : NULL;
}

void
msp_journal_store_update_async (MspJournalStore       *self,
                                const MspContribution *entry,
                                GCancellable          *cancellable,
                                GAsyncReadyCallback    callback,
                                gpointer               user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->entry = msp_contribution_copy (entry);
  msp_journal_op_queue (self, op, msp_journal_op_update, TRUE, cancellable, callback, user_data);
}

gboolean
msp_journal_store_update_finish (MspJournalStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return msp_journal_op_finish (self, result, error) != NULL;
}

void
msp_journal_store_delete_async (MspJournalStore     *self,
                                const char *const   *ids,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->ids = g_strdupv ((char **) ids);
  msp_journal_op_queue (self, op, msp_journal_op_delete, TRUE, cancellable, callback, user_data);
}

gboolean
msp_journal_store_delete_finish (MspJournalStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return msp_journal_op_finish (self, result, error) != NULL;
}

void
msp_journal_store_restore_async (MspJournalStore     *self,
                                 const char *const   *ids,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->ids = g_strdupv ((char **) ids);
  msp_journal_op_queue (self, op, msp_journal_op_restore, TRUE, cancellable, callback, user_data);
}

gboolean
msp_journal_store_restore_finish (MspJournalStore  *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  return msp_journal_op_finish (self, result, error) != NULL;
}

void
msp_journal_store_remove_async (MspJournalStore     *self,
                                const char *const   *ids,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->ids = g_strdupv ((char **) ids);
  msp_journal_op_queue (self, op, msp_journal_op_purge, TRUE, NULL, callback, user_data);
}

gboolean
msp_journal_store_remove_finish (MspJournalStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return msp_journal_op_finish (self, result, error) != NULL;
}

void
msp_journal_store_get_async (MspJournalStore     *self,
                             const char          *id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->ids = g_strsplit (id, "\n", 1);
  msp_journal_op_queue (self, op, msp_journal_op_get, FALSE, cancellable, callback, user_data);
}

MspContribution *
msp_journal_store_get_finish (MspJournalStore  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->found) : NULL;
}

void
msp_journal_store_list_async (MspJournalStore     *self,
                              const MspQuery      *query,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && query != NULL);

  op->query = msp_query_copy (query);
  msp_journal_op_study (self, op, msp_journal_op_list, cancellable, callback, user_data);
}

GPtrArray *
msp_journal_store_list_finish (MspJournalStore  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->list) : NULL;
}

void
msp_journal_store_facts_async (MspJournalStore     *self,
                               MspDay               from,
                               MspDay               to,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->from = from;
  op->to = to;
  msp_journal_op_study (self, op, msp_journal_op_facts, cancellable, callback, user_data);
}

GPtrArray *
msp_journal_store_facts_finish (MspJournalStore  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->list) : NULL;
}

void
msp_journal_store_duplicates_async (MspJournalStore       *self,
                                    const MspContribution *entry,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->entry = msp_contribution_copy (entry);
  msp_journal_op_read (self, op, msp_journal_op_duplicates, cancellable, callback, user_data);
}

GPtrArray *
msp_journal_store_duplicates_finish (MspJournalStore  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->list) : NULL;
}

void
msp_journal_store_vocabulary_async (MspJournalStore     *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  /* Rows are painted before anybody is offered words. */
  op->priority = G_PRIORITY_DEFAULT_IDLE;
  msp_journal_op_study (self, op, msp_journal_op_vocabulary, cancellable, callback, user_data);
}

MspJournalVocabulary *
msp_journal_store_vocabulary_finish (MspJournalStore  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->vocabulary) : NULL;
}

void
msp_journal_store_totals_async (MspJournalStore     *self,
                                const MspQuery      *query,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  op->query = msp_query_copy (query);
  msp_journal_op_study (self, op, msp_journal_op_totals, cancellable, callback, user_data);
}

gboolean
msp_journal_store_totals_finish (MspJournalStore   *self,
                                 GAsyncResult      *result,
                                 MspJournalTotals  *totals,
                                 GError           **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  if (op != NULL)
    *totals = op->totals;

  return op != NULL;
}
