/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-change-set"

/* Must come before sqlite3.h, which declares sessions only then. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "storage/msp-change-set.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "storage/msp-change-recorder.h"
#include "storage/msp-sqlite-error.h"

/* What is longer than this is kept in a file without a name: a change of a hundred thousand rows may
 * have to be taken back, but need not stand in memory until then. */
#define LONGEST_IN_MEMORY (1024 * 1024)

struct _MspChangeRecorder
{
  char           **tables; /* (owned) */
  MspChangesFunc   func;
  gpointer         data;
  sqlite3_session *session; /* (owned) (nullable): NULL but inside a transaction */
};

/**
 * msp_change_recorder_new:
 * @tables: whose rows are recorded
 * @func: is told of each transaction, on the worker
 * @data: for @func
 *
 * Returns: (transfer full): a recorder for one connection
 */
MspChangeRecorder *
msp_change_recorder_new (const char *const *tables,
                         MspChangesFunc     func,
                         gpointer           data)
{
  MspChangeRecorder *self = g_new0 (MspChangeRecorder, 1);

  self->tables = g_strdupv ((char **) tables);
  self->func = func;
  self->data = data;

  return self;
}

void
msp_change_recorder_free (MspChangeRecorder *self)
{
  msp_change_recorder_drop (self);
  g_strfreev (self->tables);
  g_free (self);
}

/**
 * msp_change_recorder_begin:
 * @self: a recorder
 * @db: its connection, in a transaction that has written nothing yet
 * @error: return location for an error
 *
 * Returns: whether what follows is recorded
 */
gboolean
msp_change_recorder_begin (MspChangeRecorder  *self,
                           sqlite3            *db,
                           GError            **error)
{
  int rc = sqlite3session_create (db, "main", &self->session);

  for (guint i = 0; rc == SQLITE_OK && self->tables[i] != NULL; i++)
    rc = sqlite3session_attach (self->session, self->tables[i]);

  if (rc == SQLITE_OK)
    return TRUE;

  msp_change_recorder_drop (self);
  msp_sqlite_error_set (error, db, rc);

  return FALSE;
}

/* Where a change set is written, piece by piece. */
typedef struct
{
  GByteArray *bytes;  /* (owned): what is not in the file */
  char       *folder; /* (owned) */
  int         fd;     /* (owned): -1 as long as there is no file */
} Sink;

static void
sink_clear (Sink *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self->folder);
  if (self->fd >= 0)
    close (self->fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sink, sink_clear)

/* It is gone with the process, however that ends. */
static int
make_nameless_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ".undo-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    g_unlink (path);

  return fd;
}

static int
sink_flush (Sink *self)
{
  const guint8 *bytes = self->bytes->data;
  gsize left = self->bytes->len;

  while (left > 0)
    {
      gssize written = write (self->fd, bytes, left);

      if (written < 0 && errno != EINTR)
        return errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_IOERR;

      bytes += MAX (written, 0);
      left -= (gsize) MAX (written, 0);
    }
  g_byte_array_set_size (self->bytes, 0);

  return SQLITE_OK;
}

static int
sink_take (void       *data,
           const void *piece,
           int         length)
{
  Sink *self = data;

  g_byte_array_append (self->bytes, piece, (guint) length);
  if (self->bytes->len <= LONGEST_IN_MEMORY)
    return SQLITE_OK;

  /* Where there can be no file it stays in memory. */
  if (self->fd < 0 && *self->folder != '\0')
    self->fd = make_nameless_file (self->folder);

  return self->fd >= 0 ? sink_flush (self) : SQLITE_OK;
}

/* (transfer full) (nullable): all that was written; NULL if it cannot be had */
static GBytes *
sink_finish (Sink *self)
{
  g_autoptr (GMappedFile) file = NULL;

  if (self->fd < 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  if (sink_flush (self) != SQLITE_OK)
    return NULL;

  file = g_mapped_file_new_from_fd (self->fd, FALSE, NULL);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

static char *
folder_of (sqlite3 *db)
{
  const char *path = sqlite3_db_filename (db, "main");

  return path != NULL && *path != '\0' ? g_path_get_dirname (path) : g_strdup ("");
}

/**
 * msp_change_recorder_take:
 * @self: a recorder
 * @db: its connection, before the commit
 * @changes: (out) (transfer full) (nullable): what was recorded, or `NULL` if no row differs
 * @error: return location for an error
 *
 * Returns: whether @changes could be made
 */
gboolean
msp_change_recorder_take (MspChangeRecorder  *self,
                          sqlite3            *db,
                          GBytes            **changes,
                          GError            **error)
{
  g_auto (Sink) sink = { g_byte_array_new (), folder_of (db), -1 };
  g_autoptr (GBytes) bytes = NULL;
  int rc = sqlite3session_changeset_strm (self->session, sink_take, &sink);

  msp_change_recorder_drop (self);
  *changes = NULL;
  if (rc == SQLITE_OK)
    {
      bytes = sink_finish (&sink);
      rc = bytes != NULL ? SQLITE_OK : SQLITE_FULL;
    }
  if (rc != SQLITE_OK)
    {
      msp_sqlite_error_set (error, NULL, rc);
      return FALSE;
    }

  if (g_bytes_get_size (bytes) > 0)
    *changes = g_steal_pointer (&bytes);

  return TRUE;
}

void
msp_change_recorder_drop (MspChangeRecorder *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
}

void
msp_change_recorder_tell (MspChangeRecorder *self,
                          GBytes            *changes)
{
  self->func (changes, self->data);
}

/**
 * msp_change_set_foreach:
 * @changes: what a transaction did
 * @func: called for each row
 * @data: for @func
 */
void
msp_change_set_foreach (GBytes        *changes,
                        MspChangeFunc  func,
                        gpointer       data)
{
  gsize size;
  gpointer bytes = (gpointer) g_bytes_get_data (changes, &size);
  sqlite3_changeset_iter *iter;

  if (sqlite3changeset_start (&iter, (int) size, bytes) != SQLITE_OK)
    return;

  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      MspChange change = { .row = iter };
      int n_columns;
      int operation;
      int indirect;

      sqlite3changeset_op (iter, &change.table, &n_columns, &operation, &indirect);
      change.kind = operation == SQLITE_INSERT ? MSP_CHANGE_ADDED
                                               : operation == SQLITE_DELETE ? MSP_CHANGE_REMOVED
                                                                            : MSP_CHANGE_EDITED;
      func (&change, data);
    }
  sqlite3changeset_finalize (iter);
}

static sqlite3_value *
value_of (const MspChange *change,
          int              column,
          gboolean         before)
{
  sqlite3_value *value = NULL;

  if (before)
    sqlite3changeset_old (change->row, column, &value);
  else
    sqlite3changeset_new (change->row, column, &value);

  return value;
}

/* The number in a column of the row as it was, or as it was added. */
gint64
msp_change_get_int (const MspChange *change,
                    int              column)
{
  sqlite3_value *value = value_of (change, column, change->kind != MSP_CHANGE_ADDED);

  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Whether the column of an edited row differs. */
gboolean
msp_change_has_column (const MspChange *change,
                       int              column)
{
  return change->kind == MSP_CHANGE_EDITED && value_of (change, column, FALSE) != NULL;
}

gboolean
msp_change_became_null (const MspChange *change,
                        int              column)
{
  sqlite3_value *value = value_of (change, column, FALSE);

  return value != NULL && sqlite3_value_type (value) == SQLITE_NULL;
}

/* A row that is to go and has gone with its owner is as it should be; any other difference is the
 * work of somebody else, which is not to be undone. */
static int
answer_conflict (void                   *data,
                 int                     conflict,
                 sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_columns;
  int operation;
  int indirect;

  if (conflict != SQLITE_CHANGESET_NOTFOUND)
    return SQLITE_CHANGESET_ABORT;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);

  return operation == SQLITE_DELETE ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

/**
 * msp_change_set_apply:
 * @database: the database, on its worker, in a transaction
 * @changes: what a transaction did
 * @backwards: whether to take it back, or else to do it again
 * @error: return location for an error; `MSP_DATABASE_ERROR_CHANGED` if the rows are not any more as
 *   that transaction left (or found) them
 *
 * Returns: whether all rows are as they should be
 */
gboolean
msp_change_set_apply (MspDatabase  *database,
                      GBytes       *changes,
                      gboolean      backwards,
                      GError      **error)
{
  sqlite3 *db = msp_database_get_connection (database);
  gsize size;
  gpointer bytes = (gpointer) g_bytes_get_data (changes, &size);
  int rc = sqlite3changeset_apply_v2 (db, (int) size, bytes, NULL, answer_conflict, NULL, NULL, NULL,
                                      backwards ? SQLITE_CHANGESETAPPLY_INVERT : 0);

  if (rc == SQLITE_OK)
    return TRUE;

  if (rc == SQLITE_ABORT)
    g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CHANGED,
                         _ ("somebody else has changed it since"));
  else
    msp_sqlite_error_set (error, db, rc);

  return FALSE;
}
