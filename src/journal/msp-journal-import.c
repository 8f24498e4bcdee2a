/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-import"

#include "journal/msp-journal-import.h"

#include "journal/msp-entry-index.h"
#include "journal/msp-import-work.h"
#include "storage/msp-backup.h"
#include "storage/msp-statement.h"

/* Of the page cache, while it is written and otherwise: SQLite's default. */
#define ROOM_KIB "32768"
#define USUAL_KIB "2000"

/* What is asked of the worker. */
typedef struct
{
  MspJournalImport *import;
  MspImportFeed     feed;
  gpointer          data;
  const char       *path; /* of the journal */
} Request;

static gboolean
index_written (double    done,
               gpointer  data,
               GError  **error)
{
  MspJournalImport *import = data;

  if (import->progress != NULL)
    *import->progress = import->progress_from + (1 - import->progress_from) * done;

  return !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

static gboolean
feed_and_index (MspDatabase  *database,
                gpointer      data,
                GError      **error)
{
  Request *request = data;
  MspJournalImport *import = request->import;
  MspIndexBatch *index = msp_import_work_get_index (import->work);

  return request->feed (import, request->data, error) &&
         msp_index_batch_write (index, database, index_written, import, error) &&
         !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

static gboolean
run_pragma (MspDatabase  *database,
            const char   *sql,
            GError      **error)
{
  MspStatement *pragma = msp_database_prepare (database, sql, error);

  return pragma != NULL && msp_statement_run (pragma, error);
}

/* Each row touches a page of each of ten indexes, here and there: with the little memory that a
 * connection has otherwise most of them would go to the disk and come back many times. */
static gboolean
write_with_room (MspDatabase  *database,
                 Request      *request,
                 GError      **error)
{
  gboolean done = run_pragma (database, "PRAGMA cache_size = -" ROOM_KIB, error) &&
                  msp_entry_index_transaction (database, feed_and_index, request, error);

  run_pragma (database, "PRAGMA cache_size = -" USUAL_KIB, NULL);
  run_pragma (database, "PRAGMA shrink_memory", NULL);

  return done;
}

/* What it was before can be had back when undo is gone, too. */
static gboolean
back_up_and_write (MspDatabase  *database,
                   Request      *request,
                   GError      **error)
{
  g_autofree char *backup = msp_backup_make (database, request->path, request->import->cancellable,
                                             error);

  return backup != NULL && write_with_room (database, request, error);
}

/* Asks a Request. */
static gboolean
run_import (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  Request *request = data;
  MspJournalImport *import = request->import;
  g_autoptr (MspImportWork) work = msp_import_work_new (database, import->dry_run);
  gboolean done;

  import->work = work;
  done = import->dry_run ? request->feed (import, request->data, error)
                         : back_up_and_write (database, request, error);
  import->work = NULL;

  return done;
}

gboolean
msp_journal_store_import (MspJournalStore   *self,
                          MspJournalImport  *import,
                          MspImportFeed      feed,
                          gpointer           data,
                          GError           **error)
{
  Request request = { import, feed, data, msp_journal_store_get_path (self) };

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && import != NULL && feed != NULL, FALSE);

  if (!msp_database_call (msp_journal_store_get_database (self), run_import, &request, error))
    return FALSE;

  if (!import->dry_run)
    msp_journal_store_emit_entries_changed (self);

  return TRUE;
}

static void
import_completed (MspJournalStore *store,
                  GParamSpec      *pspec,
                  GTask           *task)
{
  if (!g_task_had_error (task))
    msp_journal_store_emit_entries_changed (store);
}

void
msp_journal_store_import_async (MspJournalStore     *self,
                                MspJournalImport    *import,
                                MspImportFeed        feed,
                                gpointer             data,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;
  Request *request;
  MspDatabase *database;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && import != NULL && feed != NULL);

  task = g_task_new (self, import->cancellable, callback, user_data);
  request = g_new0 (Request, 1);
  *request = (Request) { import, feed, data, msp_journal_store_get_path (self) };
  g_task_set_source_tag (task, msp_journal_store_import_async);
  g_task_set_task_data (task, request, g_free);
  /* Once it is on the disk it is done, whatever was wanted meanwhile. */
  g_task_set_check_cancellable (task, import->dry_run);
  if (!import->dry_run)
    g_signal_connect_object (task, "notify::completed",
                             G_CALLBACK (import_completed), self, G_CONNECT_SWAPPED);

  /* A try stands in nobody's way. */
  database = import->dry_run ? msp_journal_store_get_reader (self, MSP_JOURNAL_READER_STUDY)
                             : msp_journal_store_get_database (self);
  msp_database_queue (database, task, run_import);
}

gboolean
msp_journal_store_import_finish (MspJournalStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
