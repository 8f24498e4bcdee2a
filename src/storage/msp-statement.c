/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-statement"

#include "storage/msp-statement.h"

#include <sqlite3.h>

#include "storage/msp-sqlite-error.h"

struct _MspStatement
{
  sqlite3_stmt *stmt;   /* (owned) */
  GPtrArray    *mended; /* (owned) (nullable): texts of this row that were no UTF-8 */
  int           bound;  /* first failure among the binds, or SQLITE_OK */
};

static int
index_of (MspStatement *self,
          const char   *name)
{
  return sqlite3_bind_parameter_index (self->stmt, name);
}

static void
note_bind (MspStatement *self,
           int           rc)
{
  if (self->bound == SQLITE_OK)
    self->bound = rc;
}

/**
 * msp_statement_new:
 * @connection: a SQLite connection
 * @sql: one statement with `:named` parameters
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the statement, or `NULL` with @error set
 */
MspStatement *
msp_statement_new (gpointer     connection,
                   const char  *sql,
                   GError     **error)
{
  MspStatement *self;
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v3 (connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);

  if (rc != SQLITE_OK)
    {
      msp_sqlite_error_set (error, connection, rc);
      return NULL;
    }

  self = g_new0 (MspStatement, 1);
  self->stmt = stmt;

  return self;
}

void
msp_statement_free (MspStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  g_free (self);
}

void
msp_statement_reset (MspStatement *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  self->bound = SQLITE_OK;
}

/**
 * msp_statement_bind_text:
 * @self: a statement
 * @name: a parameter, with its colon
 * @value: (nullable): UTF-8, copied; `NULL` binds no value
 */
void
msp_statement_bind_text (MspStatement *self,
                         const char   *name,
                         const char   *value)
{
  note_bind (self, sqlite3_bind_text (self->stmt, index_of (self, name), value, -1,
                                      SQLITE_TRANSIENT));
}

void
msp_statement_bind_int (MspStatement *self,
                        const char   *name,
                        gint64        value)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, index_of (self, name), value));
}

void
msp_statement_bind_null (MspStatement *self,
                         const char   *name)
{
  note_bind (self, sqlite3_bind_null (self->stmt, index_of (self, name)));
}

/**
 * msp_statement_next:
 * @self: a statement
 * @error: return location for an error
 *
 * Steps to the next row. A bind that failed is reported here.
 *
 * Returns: whether there is a row; `FALSE` without @error set is the end
 */
gboolean
msp_statement_next (MspStatement  *self,
                    GError       **error)
{
  int rc = self->bound == SQLITE_OK ? sqlite3_step (self->stmt) : self->bound;

  if (rc == SQLITE_ROW)
    return TRUE;

  if (rc != SQLITE_DONE)
    msp_sqlite_error_set (error, sqlite3_db_handle (self->stmt), rc);

  sqlite3_reset (self->stmt);

  return FALSE;
}

/**
 * msp_statement_run:
 * @self: a statement whose rows, if any, do not matter
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
msp_statement_run (MspStatement  *self,
                   GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  while (msp_statement_next (self, &local_error))
    ;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

gint64
msp_statement_column_int (MspStatement *self,
                          int           column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * msp_statement_column_text:
 * @self: a statement that stands on a row
 * @column: from 0
 *
 * A damaged file may hold anything; what is no UTF-8 is marked in the text.
 *
 * Returns: (transfer none) (nullable): UTF-8, valid until the next step
 */
const char *
msp_statement_column_text (MspStatement *self,
                           int           column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);
  char *mended;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;

  if (self->mended == NULL)
    self->mended = g_ptr_array_new_with_free_func (g_free);
  mended = g_utf8_make_valid (text, -1);
  g_ptr_array_add (self->mended, mended);

  return mended;
}

gboolean
msp_statement_take_text (MspStatement  *self,
                         char         **text,
                         GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  *text = NULL;
  if (msp_statement_next (self, &local_error))
    *text = g_strdup (msp_statement_column_text (self, 0));
  msp_statement_reset (self);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
