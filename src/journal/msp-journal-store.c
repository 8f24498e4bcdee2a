/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-store"

#include "journal/msp-journal-store.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "journal/msp-journal-answers.h"
#include "journal/msp-journal-attachments.h"
#include "journal/msp-journal-ops.h"
#include "journal/msp-journal-undo.h"
#include "journal/msp-search-index.h"

#define TRASH_DAYS 30
#define CHECK_DELAY_S 4
/* Long enough for a transaction's several writes, short enough to be "at once". */
#define NOTICE_DELAY_MS 150

/**
 * MspJournalStore:
 *
 * The journal's entries, kept in the database.
 */
struct _MspJournalStore
{
  GObject         parent_instance;

  MspDatabase    *database;      /* (owned) (not nullable) until closed */
  MspDatabase    *readers[MSP_JOURNAL_N_READERS]; /* (owned) (nullable) */
  MspUndoHistory *history;       /* (owned) (nullable): NULL until watched */
  char           *path;          /* (owned) (not nullable) */
  char           *attachments;   /* (owned) (nullable): their folder */
  GFileMonitor   *monitor;       /* (owned) (nullable): NULL until watched */
  guint           notice_source; /* a check for the changes of others is due */
  guint           check_source;  /* the check of the file is due */
  gint64          data_version;  /* worker thread only */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DAMAGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const MspDatabaseSchema schema = {
  "/com/example/MsPrograms/core/sql",
  0x4d535031, /* MSP1 */
};

G_DEFINE_QUARK (MspJournalError, msp_journal_error)
G_DEFINE_FINAL_TYPE (MspJournalStore, msp_journal_store, G_TYPE_OBJECT)

void
msp_entry_summary_free (MspEntrySummary *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->type);
  g_free (self->area);
  g_free (self->url);
  g_free (self);
}

void
msp_entry_fact_free (MspEntryFact *self)
{
  g_free (self->id);
  g_free (self->type);
  g_free (self->area);
  g_free (self);
}

void
msp_journal_vocabulary_free (MspJournalVocabulary *self)
{
  g_strfreev (self->types);
  g_strfreev (self->areas);
  g_strfreev (self->tags);
  g_free (self);
}

static void
msp_journal_store_dispose (GObject *object)
{
  MspJournalStore *self = MSP_JOURNAL_STORE (object);

  if (self->database != NULL)
    msp_journal_store_close (self);
  for (int i = 0; i < MSP_JOURNAL_N_READERS; i++)
    g_clear_object (&self->readers[i]);
  g_clear_object (&self->database);

  G_OBJECT_CLASS (msp_journal_store_parent_class)->dispose (object);
}

static void
msp_journal_store_finalize (GObject *object)
{
  MspJournalStore *self = MSP_JOURNAL_STORE (object);

  /* Its worker has ended by now. */
  g_clear_pointer (&self->history, msp_undo_history_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->attachments, g_free);

  G_OBJECT_CLASS (msp_journal_store_parent_class)->finalize (object);
}

static void
msp_journal_store_class_init (MspJournalStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_journal_store_dispose;
  object_class->finalize = msp_journal_store_finalize;

  /**
   * MspJournalStore::changed:
   * @self: the journal
   * @keys: (nullable) (element-type gint64): the entries that may differ, or `NULL` for any
   *
   * Emitted on the main context after a write, ours or another process's, has reached the file.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", MSP_TYPE_JOURNAL_STORE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  /**
   * MspJournalStore::damaged:
   * @self: the journal
   * @problem: what the check at the start has found
   */
  signals[SIGNAL_DAMAGED] =
    g_signal_new ("damaged", MSP_TYPE_JOURNAL_STORE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
msp_journal_store_init (MspJournalStore *self)
{
}

/**
 * msp_journal_default_path:
 *
 * Returns: (transfer full) (type filename): the user's journal, or what `MS_PROGRAMS_JOURNAL` names
 */
char *
msp_journal_default_path (void)
{
  const char *named = g_getenv ("MS_PROGRAMS_JOURNAL");

  if (named != NULL && *named != '\0')
    return g_strdup (named);

  return g_build_filename (g_get_user_data_dir (), "ms-programs", "journal.db", NULL);
}

MspDay
msp_journal_leaves_trash (const char *deleted)
{
  g_autofree char *text = g_strndup (deleted, strlen ("2026-11-21"));
  MspDay day;

  return msp_day_parse (text, &day, NULL) ? day + TRASH_DAYS + 1 : MSP_DAY_NONE;
}

/* What has been in the trash for long enough leaves it. */
static gboolean
purge_old (MspJournalStore  *self,
           GError          **error)
{
  if (msp_database_is_read_only (self->database))
    return TRUE;

  return msp_journal_store_empty_trash (self, msp_clock_today () - TRASH_DAYS, error) >= 0;
}

/**
 * msp_journal_store_open:
 * @path: (type filename): the journal's file
 * @read_only: whether to leave it as it is
 * @error: return location for an error of the domain `MSP_DATABASE_ERROR`
 *
 * Opens the journal, and makes it if it is not there. Blocks.
 *
 * Returns: (transfer full) (nullable): the journal, or `NULL` with @error set
 */
MspJournalStore *
msp_journal_store_open (const char  *path,
                        gboolean     read_only,
                        GError     **error)
{
  g_autoptr (MspJournalStore) self = NULL;
  MspDatabase *database;

  g_return_val_if_fail (path != NULL, NULL);

  database = msp_database_open (path, &schema, read_only, error);
  if (database == NULL)
    return NULL;

  self = g_object_new (MSP_TYPE_JOURNAL_STORE, NULL);
  self->database = database;
  self->path = g_strdup (path);
  self->attachments = msp_journal_attachments_begin (self, error);

  if (self->attachments == NULL || (!read_only && !purge_old (self, error)))
    return NULL;

  if (!msp_database_is_read_only (database))
    msp_search_index_begin (self);

  return g_steal_pointer (&self);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  MspJournalStore *store = msp_journal_store_open (task_data, FALSE, &error);

  /* What cannot be opened a second time is read where it is written. */
  for (int i = 0; store != NULL && i < MSP_JOURNAL_N_READERS; i++)
    store->readers[i] = msp_database_open_second (task_data, &schema, NULL);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
msp_journal_store_open_async (const char          *path,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, msp_journal_store_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

MspJournalStore *
msp_journal_store_open_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * msp_journal_store_close:
 * @self: the journal
 *
 * Waits for what is being written, then lets go of the file. Called from the main thread.
 */
void
msp_journal_store_close (MspJournalStore *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  g_clear_handle_id (&self->notice_source, g_source_remove);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->monitor);
  for (int i = 0; i < MSP_JOURNAL_N_READERS; i++)
    {
      if (self->readers[i] != NULL)
        msp_database_close (self->readers[i]);
    }
  msp_journal_attachments_end (self);
  msp_database_close (self->database);
}

const char *
msp_journal_store_get_path (MspJournalStore *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  return self->path;
}

const char *
msp_journal_store_get_attachment_folder (MspJournalStore *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  return self->attachments;
}

gboolean
msp_journal_store_is_read_only (MspJournalStore *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), TRUE);

  return msp_database_is_read_only (self->database);
}

const MspDatabaseSchema *
msp_journal_get_schema (void)
{
  return &schema;
}

MspDatabase *
msp_journal_store_get_database (MspJournalStore *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  return self->database;
}

MspUndoHistory *
msp_journal_store_get_history (MspJournalStore *self)
{
  return self->history;
}

void
msp_journal_store_take_history (MspJournalStore *self,
                                MspUndoHistory  *history)
{
  g_return_if_fail (self->history == NULL);

  self->history = history;
}

void
msp_journal_store_emit_changed (MspJournalStore *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL);
}

void
msp_journal_store_emit_entries_changed (MspJournalStore *self)
{
  g_autoptr (GArray) keys = NULL;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  if (self->history != NULL)
    keys = msp_undo_history_take_keys (self->history);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, keys);
}

MspDatabase *
msp_journal_store_get_reader (MspJournalStore  *self,
                              MspJournalReader  reader)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  return self->readers[reader] != NULL ? self->readers[reader] : self->database;
}

/* Our own writes leave the number as it is. */
static gboolean
compare_version (MspDatabase  *database,
                 gpointer      data,
                 GError      **error)
{
  MspJournalStore *self = data;
  gint64 version = msp_database_data_version (database);
  gboolean differs = version != self->data_version;

  self->data_version = version;

  if (!differs)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "Nothing has changed");

  return differs;
}

static void
version_compared (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    msp_journal_store_emit_changed (MSP_JOURNAL_STORE (source));
}

static gboolean
notice (gpointer user_data)
{
  MspJournalStore *self = user_data;
  GTask *task = g_task_new (self, NULL, version_compared, NULL);

  self->notice_source = 0;
  g_task_set_task_data (task, self, NULL);
  msp_database_queue (self->database, task, compare_version);

  return G_SOURCE_REMOVE;
}

static void
file_changed (MspJournalStore *self)
{
  if (self->notice_source == 0)
    self->notice_source = g_timeout_add (NOTICE_DELAY_MS, notice, self);
}

static void
health_checked (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  const MspJournalOp *op = g_task_get_task_data (G_TASK (result));
  const char *problem = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    problem = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED) ? NULL : error->message;
  else if (op->problems != NULL)
    problem = op->problems[0];

  if (problem != NULL)
    g_signal_emit (source, signals[SIGNAL_DAMAGED], 0, problem);
}

static gboolean
check_health (gpointer user_data)
{
  MspJournalStore *self = MSP_JOURNAL_STORE (user_data);
  GTask *task = g_task_new (self, NULL, health_checked, NULL);

  self->check_source = 0;
  g_task_set_task_data (task, g_new0 (MspJournalOp, 1), (GDestroyNotify) msp_journal_op_free);
  msp_database_queue (msp_journal_store_get_reader (self, MSP_JOURNAL_READER_STUDY), task,
                      msp_journal_op_check);
  if (!msp_journal_store_is_read_only (self))
    msp_search_index_renew (self);

  return G_SOURCE_REMOVE;
}

/**
 * msp_journal_store_watch:
 * @self: the journal
 *
 * Checks the file once, soon, and emits "changed" from now on when another process writes to it. Costs
 * nothing while nobody does.
 */
void
msp_journal_store_watch (MspJournalStore *self)
{
  g_autofree char *log = NULL;
  g_autoptr (GFile) file = NULL;
  GTask *task;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  if (self->monitor != NULL)
    return;

  log = g_strconcat (self->path, "-wal", NULL);
  file = g_file_new_for_path (log);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, NOTICE_DELAY_MS);
      g_signal_connect_object (self->monitor, "changed",
                               G_CALLBACK (file_changed), self, G_CONNECT_SWAPPED);
    }

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, self, NULL);
  msp_database_queue (self->database, task, compare_version);

  if (!msp_journal_store_is_read_only (self))
    msp_journal_store_start_undo (self);

  /* It reads the whole file, which must not stand in the way of the first list. */
  self->check_source = g_timeout_add_seconds (CHECK_DELAY_S, check_health, self);
}
