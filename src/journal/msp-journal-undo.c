/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-undo"

#include "journal/msp-journal-undo.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-entry-attachments.h"
#include "journal/msp-entry-index.h"
#include "journal/msp-index-batch.h"
#include "storage/msp-change-set.h"

#define STEPS_MAX 30

static const char *const tables[] = {
  "contribution", "contribution_value", "figure", "attachment", NULL
};

/* Columns of the table contribution, by number: see data/sql. */
enum
{
  COLUMN_KEY = 0,
  COLUMN_OWNER = 1, /* of the table attachment */
  COLUMN_DELETED = 27,
};
static const int text_columns[] = { 2, 3, 5, 6, 9, 11, 13, 23 };

typedef struct
{
  MspUndoStep step;
  GBytes     *changes; /* (owned) */
} Entry;

struct _MspUndoHistory
{
  GMutex   mutex;       /* of what follows: the worker writes, the window reads */
  GQueue   undo;        /* (element-type Entry): the newest first */
  GQueue   redo;        /* (element-type Entry): the newest first */
  guint64  last_serial;
  GArray  *keys;        /* (owned) (element-type gint64): entries that changed */
};

static void
entry_free (Entry *self)
{
  g_bytes_unref (self->changes);
  g_free (self);
}

void
msp_undo_history_free (MspUndoHistory *self)
{
  g_queue_clear_full (&self->undo, (GDestroyNotify) entry_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) entry_free);
  g_array_unref (self->keys);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
describe (const MspChange *change,
          gpointer         data)
{
  MspUndoStep *step = data;

  if (!g_str_equal (change->table, "contribution"))
    return;

  step->entries++;
  if (change->kind == MSP_CHANGE_ADDED)
    step->kind = MSP_UNDO_ADDED;
  else if (change->kind == MSP_CHANGE_REMOVED)
    step->kind = MSP_UNDO_REMOVED;
  else if (!msp_change_has_column (change, COLUMN_DELETED))
    step->kind = MSP_UNDO_EDITED;
  else
    step->kind = msp_change_became_null (change, COLUMN_DELETED) ? MSP_UNDO_RESTORED
                                                                 : MSP_UNDO_DELETED;
}

static void
push (GQueue *queue,
      Entry  *entry)
{
  g_queue_push_head (queue, entry);
  if (g_queue_get_length (queue) > STEPS_MAX)
    entry_free (g_queue_pop_tail (queue));
}

GArray *
msp_undo_history_take_keys (MspUndoHistory *self)
{
  GArray *keys;

  g_mutex_lock (&self->mutex);
  keys = g_steal_pointer (&self->keys);
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_mutex_unlock (&self->mutex);

  return keys;
}

static void
note_key (const MspChange *change,
          gpointer         data)
{
  gint64 key;

  if (!g_str_equal (change->table, "contribution"))
    return;

  key = msp_change_get_int (change, COLUMN_KEY);
  g_array_append_val (data, key);
}

static void
note_keys (MspUndoHistory *self,
           GBytes         *changes)
{
  g_mutex_lock (&self->mutex);
  msp_change_set_foreach (changes, note_key, self->keys);
  g_mutex_unlock (&self->mutex);
}

static void
changes_recorded (GBytes   *changes,
                  gpointer  data)
{
  MspUndoHistory *self = data;
  Entry *entry;

  note_keys (self, changes);
  entry = g_new0 (Entry, 1);
  entry->changes = g_bytes_ref (changes);
  msp_change_set_foreach (changes, describe, &entry->step);
  g_mutex_lock (&self->mutex);
  entry->step.serial = ++self->last_serial;
  push (&self->undo, entry);
  g_queue_clear_full (&self->redo, (GDestroyNotify) entry_free);
  g_mutex_unlock (&self->mutex);
}

static gboolean
start_recording (MspDatabase  *database,
                 gpointer      data,
                 GError      **error)
{
  msp_database_record (database, tables, changes_recorded, data);

  return TRUE;
}

void
msp_journal_store_start_undo (MspJournalStore *self)
{
  MspUndoHistory *history;
  GTask *task;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  history = g_new0 (MspUndoHistory, 1);
  g_mutex_init (&history->mutex);
  g_queue_init (&history->undo);
  g_queue_init (&history->redo);
  history->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  msp_journal_store_take_history (self, history);

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, msp_journal_store_start_undo);
  g_task_set_task_data (task, history, NULL);
  msp_database_queue (msp_journal_store_get_database (self), task, start_recording);
}

static gboolean
peek (MspJournalStore *store,
      gboolean         redo,
      MspUndoStep     *step)
{
  MspUndoHistory *self = msp_journal_store_get_history (store);
  Entry *entry;

  if (self == NULL)
    return FALSE;

  g_mutex_lock (&self->mutex);
  entry = g_queue_peek_head (redo ? &self->redo : &self->undo);
  if (entry != NULL && step != NULL)
    *step = entry->step;
  g_mutex_unlock (&self->mutex);

  return entry != NULL;
}

gboolean
msp_journal_store_get_undo (MspJournalStore *self,
                            MspUndoStep     *step)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), FALSE);

  return peek (self, FALSE, step);
}

gboolean
msp_journal_store_get_redo (MspJournalStore *self,
                            MspUndoStep     *step)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), FALSE);

  return peek (self, TRUE, step);
}

/* One step being taken back or done again. */
typedef struct
{
  MspUndoHistory *history; /* (unowned): the store's */
  guint64         serial;  /* 0: the last */
  gboolean        redo;
  Entry          *entry;   /* (owned) (nullable): while it is in no queue */
  GHashTable     *keys;    /* (owned) (element-type gint64): whose text differs */
  GHashTable     *owners;  /* (owned) (element-type gint64): whose attachments differ */
  MspUndoStep     step;    /* answer */
} Move;

static void
move_free (Move *self)
{
  g_clear_pointer (&self->entry, entry_free);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->owners);
  g_free (self);
}

static void
add_key (GHashTable *keys,
         gint64      key)
{
  g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
}

static void
collect_key (const MspChange *change,
             gpointer         data)
{
  Move *move = data;
  gboolean differs = change->kind != MSP_CHANGE_EDITED ||
                     g_str_equal (change->table, "contribution_value");

  if (g_str_equal (change->table, "attachment"))
    add_key (move->owners, msp_change_get_int (change, COLUMN_OWNER));
  if (!g_str_equal (change->table, "contribution") &&
      !g_str_equal (change->table, "contribution_value"))
    return;

  for (gsize i = 0; !differs && i < G_N_ELEMENTS (text_columns); i++)
    differs = msp_change_has_column (change, text_columns[i]);
  /* Both tables have the entry's key first. */
  if (differs)
    add_key (move->keys, msp_change_get_int (change, COLUMN_KEY));
}

/* Takes the words of the entries from the search index, or brings them there; in the order of the list,
 * for there may be many. */
static gboolean
index_keys (MspDatabase  *database,
            GHashTable   *keys,
            gboolean (*func)(MspIndexBatch *, MspDatabase *, gint64, GError **),
            GError      **error)
{
  g_autoptr (MspIndexBatch) batch = msp_index_batch_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!func (batch, database, *(gint64 *) key, error))
        return FALSE;
    }

  return msp_index_batch_write (batch, database, NULL, NULL, error);
}

static gboolean
verify_files (MspDatabase  *database,
              GHashTable   *owners,
              GError      **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!msp_entry_attachments_verify (database, *(gint64 *) key, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply (MspDatabase  *database,
       gpointer      data,
       GError      **error)
{
  Move *move = data;

  return index_keys (database, move->keys, msp_index_batch_remove_key, error) &&
         msp_change_set_apply (database, move->entry->changes, !move->redo, error) &&
         index_keys (database, move->keys, msp_index_batch_add_key, error) &&
         verify_files (database, move->owners, error);
}

/* (transfer full) (nullable): the step that is meant, out of its queue */
static Entry *
take_entry (Move *move)
{
  MspUndoHistory *history = move->history;
  GQueue *queue = move->redo ? &history->redo : &history->undo;
  Entry *entry = NULL;

  g_mutex_lock (&history->mutex);
  for (GList *link = queue->head; link != NULL && entry == NULL; link = link->next)
    {
      Entry *candidate = link->data;

      if (move->serial != 0 && candidate->step.serial != move->serial)
        continue;

      entry = candidate;
      g_queue_delete_link (queue, link);
      break;
    }
  g_mutex_unlock (&history->mutex);

  return entry;
}

static gboolean
run_move (MspDatabase  *database,
          gpointer      data,
          GError      **error)
{
  Move *move = data;
  g_autoptr (GError) local_error = NULL;
  gboolean done;
  GQueue *queue = move->redo ? &move->history->undo : &move->history->redo;

  move->entry = take_entry (move);
  if (move->entry == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           move->redo ? _ ("There is nothing to redo.")
                                      : _ ("There is nothing to undo."));
      return FALSE;
    }

  msp_change_set_foreach (move->entry->changes, collect_key, move);
  /* What it does is known. */
  msp_database_pause_recording (database, TRUE);
  done = msp_entry_index_transaction (database, apply, move, &local_error);
  msp_database_pause_recording (database, FALSE);
  if (done)
    note_keys (move->history, move->entry->changes);
  move->step = move->entry->step;

  if (!done)
    {
      /* What failed for the disk's sake can be tried again. */
      if (!g_error_matches (local_error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CHANGED))
        queue = move->redo ? &move->history->redo : &move->history->undo;
      else
        queue = NULL;
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  if (queue != NULL)
    {
      g_mutex_lock (&move->history->mutex);
      push (queue, g_steal_pointer (&move->entry));
      g_mutex_unlock (&move->history->mutex);
    }

  return done;
}

static void
move_completed (MspJournalStore *store,
                GParamSpec      *pspec,
                GTask           *task)
{
  msp_journal_store_emit_entries_changed (store);
}

static void
start_move (MspJournalStore     *self,
            guint64              serial,
            gboolean             redo,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Move *move = g_new0 (Move, 1);

  move->history = msp_journal_store_get_history (self);
  move->serial = serial;
  move->redo = redo;
  move->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  move->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_task_set_source_tag (task, start_move);
  g_task_set_task_data (task, move, (GDestroyNotify) move_free);
  g_signal_connect_object (task, "notify::completed",
                           G_CALLBACK (move_completed), self, G_CONNECT_SWAPPED);
  msp_database_queue (msp_journal_store_get_database (self), task, run_move);
}

void
msp_journal_store_undo_async (MspJournalStore     *self,
                              guint64              serial,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));
  g_return_if_fail (msp_journal_store_get_history (self) != NULL);

  start_move (self, serial, FALSE, callback, user_data);
}

void
msp_journal_store_redo_async (MspJournalStore     *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));
  g_return_if_fail (msp_journal_store_get_history (self) != NULL);

  start_move (self, 0, TRUE, callback, user_data);
}

gboolean
msp_journal_store_undo_finish (MspJournalStore  *self,
                               GAsyncResult     *result,
                               MspUndoStep      *step,
                               GError          **error)
{
  Move *move;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  move = g_task_get_task_data (G_TASK (result));
  if (step != NULL)
    *step = move->step;

  return g_task_propagate_boolean (G_TASK (result), error);
}
