/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-change-set"

/* Must come before sqlite3.h, which declares sessions only then. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "storage/msp-change-set.h"

#include <glib/gi18n-lib.h>

#include "storage/msp-change-recorder.h"
#include "storage/msp-sqlite-error.h"

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
  void *data = NULL;
  int size = 0;
  int rc = sqlite3session_changeset (self->session, &size, &data);

  msp_change_recorder_drop (self);
  *changes = NULL;
  if (rc != SQLITE_OK)
    {
      msp_sqlite_error_set (error, db, rc);
      return FALSE;
    }

  if (size > 0)
    *changes = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
  else
    sqlite3_free (data);

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
  int length = (int) size;
  void *inverse = NULL;
  int rc = SQLITE_OK;

  if (backwards)
    rc = sqlite3changeset_invert (length, bytes, &length, &inverse);
  if (rc == SQLITE_OK)
    rc = sqlite3changeset_apply (db, length, backwards ? inverse : bytes, NULL, answer_conflict,
                                 NULL);
  sqlite3_free (inverse);

  if (rc == SQLITE_OK)
    return TRUE;

  if (rc == SQLITE_ABORT)
    g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CHANGED,
                         _ ("somebody else has changed it since"));
  else
    msp_sqlite_error_set (error, db, rc);

  return FALSE;
}
