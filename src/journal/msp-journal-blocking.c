/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-blocking"

#include "journal/msp-journal-blocking.h"

#include "journal/msp-journal-answers.h"
#include "journal/msp-journal-ops.h"

char *
msp_journal_store_add (MspJournalStore        *self,
                       const MspContribution  *entry,
                       GError                **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  op->entry = msp_contribution_copy (entry);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_add, op, error))
    return NULL;

  msp_journal_store_emit_changed (self);

  return g_steal_pointer (&op->id);
}

gboolean
msp_journal_store_update (MspJournalStore        *self,
                          const MspContribution  *entry,
                          GError                **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), FALSE);

  op->entry = msp_contribution_copy (entry);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_update, op, error))
    return FALSE;

  msp_journal_store_emit_changed (self);

  return TRUE;
}

static gboolean
call_with_ids (MspJournalStore    *self,
               MspDatabaseFunc     func,
               const char *const  *ids,
               GError            **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  op->ids = g_strdupv ((char **) ids);
  if (!msp_database_call (msp_journal_store_get_database (self), func, op, error))
    return FALSE;

  msp_journal_store_emit_changed (self);

  return TRUE;
}

gboolean
msp_journal_store_delete (MspJournalStore    *self,
                          const char *const  *ids,
                          GError            **error)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), FALSE);

  return call_with_ids (self, msp_journal_op_delete, ids, error);
}

gboolean
msp_journal_store_restore (MspJournalStore    *self,
                           const char *const  *ids,
                           GError            **error)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), FALSE);

  return call_with_ids (self, msp_journal_op_restore, ids, error);
}

int
msp_journal_store_empty_trash (MspJournalStore  *self,
                               MspDay            before,
                               GError          **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), -1);

  op->from = before;
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_purge, op, error))
    return -1;

  if (op->count > 0)
    msp_journal_store_emit_changed (self);

  return op->count;
}

char *
msp_journal_store_resolve (MspJournalStore  *self,
                           const char       *id_or_prefix,
                           GError          **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  op->ids = g_strsplit (id_or_prefix, "\n", 1);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_resolve, op, error))
    return NULL;

  return g_steal_pointer (&op->id);
}

GStrv
msp_journal_store_resolve_all (MspJournalStore    *self,
                               const char *const  *ids_or_prefixes,
                               GError            **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  op->ids = g_strdupv ((char **) ids_or_prefixes);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_resolve_all, op,
                          error))
    return NULL;

  return g_steal_pointer (&op->ids);
}

MspContribution *
msp_journal_store_get (MspJournalStore  *self,
                       const char       *id,
                       GError          **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  op->ids = g_strsplit (id, "\n", 1);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_get, op, error))
    return NULL;

  return g_steal_pointer (&op->found);
}

GPtrArray *
msp_journal_store_list (MspJournalStore  *self,
                        const MspQuery   *query,
                        GError          **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  op->query = msp_query_copy (query);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_list, op, error))
    return NULL;

  return g_steal_pointer (&op->list);
}

gboolean
msp_journal_store_totals (MspJournalStore   *self,
                          const MspQuery    *query,
                          MspJournalTotals  *totals,
                          GError           **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), FALSE);

  op->query = msp_query_copy (query);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_totals, op, error))
    return FALSE;

  *totals = op->totals;

  return TRUE;
}

GPtrArray *
msp_journal_store_facts (MspJournalStore  *self,
                         MspDay            from,
                         MspDay            to,
                         GError          **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  op->from = from;
  op->to = to;
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_facts, op, error))
    return NULL;

  return g_steal_pointer (&op->list);
}

GPtrArray *
msp_journal_store_duplicates (MspJournalStore        *self,
                              const MspContribution  *entry,
                              GError                **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  op->entry = msp_contribution_copy (entry);
  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_duplicates, op, error))
    return NULL;

  return g_steal_pointer (&op->list);
}

GStrv
msp_journal_store_check (MspJournalStore  *self,
                         GError          **error)
{
  g_autoptr (MspJournalOp) op = g_new0 (MspJournalOp, 1);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  if (!msp_database_call (msp_journal_store_get_database (self), msp_journal_op_check, op, error))
    return NULL;

  return g_steal_pointer (&op->problems);
}
