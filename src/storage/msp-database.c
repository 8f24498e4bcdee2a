/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-database"

#include "storage/msp-database.h"

#include <sqlite3.h>

#include "storage/msp-change-recorder.h"
#include "storage/msp-connection.h"
#include "storage/msp-sqlite-error.h"
#include "storage/msp-statement.h"

/* Steps of SQLite's machine between two looks at whether an answer is still wanted: below a
 * millisecond. */
#define CANCEL_STEPS 10000

/**
 * MspDatabase:
 *
 * One SQLite connection and the one thread that may touch it.
 *
 * Work runs in the order it was queued. msp_database_close() waits for the queue and must be called
 * before the last reference goes away.
 */
struct _MspDatabase
{
  GObject            parent_instance;

  GThreadPool       *worker; /* (owned) (nullable): NULL once closed */
  sqlite3           *db;   /* (owned): worker thread only, after open */
  GHashTable        *statements; /* (owned) (element-type utf8 MspStatement): worker thread only */
  gboolean           read_only;

  MspChangeRecorder *recorder; /* (owned) (nullable): worker thread only, after it was set */
  gboolean           is_paused; /* it records nothing: worker thread only */
};

/* Work for the thread: of a task, or of a caller that waits. */
typedef struct
{
  MspDatabaseFunc  func;
  gpointer         data;
  GTask           *task;  /* (owned) (nullable) */
  GMutex          *mutex; /* (nullable): the waiting caller's */
  GCond           *cond;  /* (nullable) */
  gboolean         done;
  gboolean         succeeded;
  GError          *error; /* (owned) (nullable) */
} Job;

G_DEFINE_QUARK (MspDatabaseError, msp_database_error)
G_DEFINE_FINAL_TYPE (MspDatabase, msp_database, G_TYPE_OBJECT)

static int
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* What only reads ends where it stands when nobody wants its answer any more. */
static void
let_be_cancelled (MspDatabase  *self,
                  GCancellable *cancellable)
{
  if (self->read_only && cancellable != NULL)
    sqlite3_progress_handler (self->db, CANCEL_STEPS, is_cancelled, cancellable);
  else
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
}

static void
run_task_job (MspDatabase *self,
              Job         *job)
{
  GError *error = NULL;

  if (!g_task_return_error_if_cancelled (job->task))
    {
      let_be_cancelled (self, g_task_get_cancellable (job->task));
      if (job->func (self, job->data, &error))
        g_task_return_boolean (job->task, TRUE);
      else
        g_task_return_error (job->task, error);
    }

  g_object_unref (job->task);
  g_free (job);
}

static void
run_waiting_job (MspDatabase *self,
                 Job         *job)
{
  gboolean succeeded;

  let_be_cancelled (self, NULL);
  succeeded = job->func (self, job->data, &job->error);
  g_mutex_lock (job->mutex);
  job->succeeded = succeeded;
  job->done = TRUE;
  g_cond_signal (job->cond);
  g_mutex_unlock (job->mutex);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;

  if (job->task != NULL)
    run_task_job (user_data, job);
  else
    run_waiting_job (user_data, job);
}

static void
msp_database_finalize (GObject *object)
{
  g_assert (MSP_DATABASE (object)->worker == NULL);

  G_OBJECT_CLASS (msp_database_parent_class)->finalize (object);
}

static void
msp_database_class_init (MspDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_database_finalize;
}

static void
msp_database_init (MspDatabase *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) msp_statement_free);
}

static MspDatabase *
database_new (sqlite3  *db,
              gboolean  read_only)
{
  MspDatabase *self = g_object_new (MSP_TYPE_DATABASE, NULL);

  self->db = db;
  self->read_only = read_only;
  self->worker = g_thread_pool_new (run_job, self, 1, TRUE, NULL);

  return self;
}

/**
 * msp_database_open:
 * @path: (type filename): the database file, made if it is not there
 * @schema: what is in it
 * @read_only: whether to leave it as it is; a file that is not there, or is only being begun, is
 *   empty then and is not made
 * @error: return location for an error
 *
 * Opens @path and brings its schema up to date. A file or folder that cannot be written is opened
 * for reading.
 *
 * Returns: (transfer full) (nullable): the database, or `NULL` with @error set
 */
MspDatabase *
msp_database_open (const char               *path,
                   const MspDatabaseSchema  *schema,
                   gboolean                  read_only,
                   GError                  **error)
{
  sqlite3 *db;
  gboolean may_write = !read_only;

  g_return_val_if_fail (path != NULL && schema != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  db = msp_connection_open (path, schema, &may_write, error);

  return db != NULL ? database_new (db, !may_write) : NULL;
}

MspDatabase *
msp_database_open_second (const char               *path,
                          const MspDatabaseSchema  *schema,
                          GError                  **error)
{
  sqlite3 *db;

  g_return_val_if_fail (path != NULL && schema != NULL, NULL);

  db = msp_connection_open_second (path, schema, error);

  return db != NULL ? database_new (db, TRUE) : NULL;
}

/**
 * msp_database_close:
 * @self: a database
 *
 * Waits for the work already queued, then lets go of the file.
 */
void
msp_database_close (MspDatabase *self)
{
  g_return_if_fail (MSP_IS_DATABASE (self));

  if (self->worker == NULL)
    return;

  g_thread_pool_free (g_steal_pointer (&self->worker), FALSE, TRUE);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->recorder, msp_change_recorder_free);
  g_clear_pointer (&self->db, sqlite3_close);
}

gboolean
msp_database_is_read_only (MspDatabase *self)
{
  g_return_val_if_fail (MSP_IS_DATABASE (self), TRUE);

  return self->read_only;
}

/**
 * msp_database_call:
 * @self: a database
 * @func: called on the worker thread
 * @data: for @func
 * @error: return location for an error of @func
 *
 * Runs @func after what is queued, and waits for it.
 *
 * Returns: what @func returned
 */
gboolean
msp_database_call (MspDatabase      *self,
                   MspDatabaseFunc   func,
                   gpointer          data,
                   GError          **error)
{
  GMutex mutex;
  GCond cond;
  Job job = { .func = func, .data = data, .mutex = &mutex, .cond = &cond };

  g_return_val_if_fail (MSP_IS_DATABASE (self), FALSE);

  if (self->worker == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is closed");
      return FALSE;
    }

  g_mutex_init (&mutex);
  g_cond_init (&cond);

  g_thread_pool_push (self->worker, &job, NULL);
  g_mutex_lock (&mutex);
  while (!job.done)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);

  g_mutex_clear (&mutex);
  g_cond_clear (&cond);
  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.succeeded;
}

/**
 * msp_database_queue:
 * @self: a database
 * @task: (transfer full): returns a boolean when @func has run; its task data is @func's data
 * @func: called on the worker thread
 */
void
msp_database_queue (MspDatabase     *self,
                    GTask           *task,
                    MspDatabaseFunc  func)
{
  Job *job;

  g_return_if_fail (MSP_IS_DATABASE (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  if (self->worker == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is closed");
      g_object_unref (task);
      return;
    }

  job = g_new0 (Job, 1);
  job->task = task;
  job->func = func;
  job->data = g_task_get_task_data (task);

  g_thread_pool_push (self->worker, job, NULL);
}

/**
 * msp_database_record:
 * @database: a database whose worker has nothing to do yet
 * @tables: whose rows are recorded
 * @func: called on the worker with what a transaction did, once it is on the disk
 * @data: for @func
 */
void
msp_database_record (MspDatabase       *database,
                     const char *const *tables,
                     MspChangesFunc     func,
                     gpointer           data)
{
  g_return_if_fail (MSP_IS_DATABASE (database) && database->recorder == NULL);

  database->recorder = msp_change_recorder_new (tables, func, data);
}

void
msp_database_pause_recording (MspDatabase *database,
                              gboolean     paused)
{
  database->is_paused = paused;
}

sqlite3 *
msp_database_get_connection (MspDatabase *database)
{
  return database->db;
}

MspDatabase *
msp_database_new_for_reading (sqlite3 *db)
{
  return database_new (db, TRUE);
}

static gboolean
run_recorded (MspDatabase      *self,
              MspDatabaseFunc   func,
              gpointer          data,
              GBytes          **changes,
              GError          **error)
{
  if (self->recorder == NULL || self->is_paused)
    return func (self, data, error);

  if (!msp_change_recorder_begin (self->recorder, self->db, error))
    return FALSE;

  if (func (self, data, error))
    return msp_change_recorder_take (self->recorder, self->db, changes, error);

  msp_change_recorder_drop (self->recorder);

  return FALSE;
}

/**
 * msp_database_transaction:
 * @self: a database
 * @func: does the work
 * @data: for @func
 * @error: return location for an error
 *
 * Runs @func in one transaction, which is taken back if it fails.
 *
 * Returns: whether it was committed
 */
gboolean
msp_database_transaction (MspDatabase      *self,
                          MspDatabaseFunc   func,
                          gpointer          data,
                          GError          **error)
{
  g_autoptr (GBytes) changes = NULL;

  g_return_val_if_fail (MSP_IS_DATABASE (self), FALSE);

  if (!msp_sqlite_execute (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (run_recorded (self, func, data, &changes, error) &&
      msp_sqlite_execute (self->db, "COMMIT", error))
    {
      if (changes != NULL)
        msp_change_recorder_tell (self->recorder, changes);
      return TRUE;
    }

  /* SQLite may have taken it back by itself, on a full disk for one. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * msp_database_prepare:
 * @self: a database
 * @sql: one statement with `:named` parameters
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the statement, reset and unbound; the
 *   database keeps it for the next call with the same @sql
 */
MspStatement *
msp_database_prepare (MspDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  MspStatement *statement;

  g_return_val_if_fail (MSP_IS_DATABASE (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      msp_statement_reset (statement);
      return statement;
    }

  statement = msp_statement_new (self->db, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

gint64
msp_database_last_row_id (MspDatabase *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

/* The rows that the last statement changed. */
int
msp_database_changes (MspDatabase *self)
{
  return sqlite3_changes (self->db);
}

/* Another number whenever another connection has written; -1 if it cannot be read. */
gint64
msp_database_data_version (MspDatabase *self)
{
  gint64 version = -1;

  msp_sqlite_pragma (self->db, "PRAGMA data_version", &version, NULL);

  return version;
}
