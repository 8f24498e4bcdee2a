/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-sqlite-error"

#include "storage/msp-sqlite-error.h"

#include "storage/msp-database.h"

static MspDatabaseError
code_of (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_CONSTRAINT:
      return MSP_DATABASE_ERROR_CONSTRAINT;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MSP_DATABASE_ERROR_CORRUPT;

    case SQLITE_FULL:
      return MSP_DATABASE_ERROR_FULL;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      return MSP_DATABASE_ERROR_READ_ONLY;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MSP_DATABASE_ERROR_BUSY;

    case SQLITE_IOERR:
      return MSP_DATABASE_ERROR_IO;

    case SQLITE_CANTOPEN:
      return MSP_DATABASE_ERROR_CANT_OPEN;

    default:
      return MSP_DATABASE_ERROR_FAILED;
    }
}

/**
 * msp_sqlite_error_set:
 * @error: return location for an error
 * @db: (nullable): the connection that refused
 * @rc: SQLite's result code
 */
void
msp_sqlite_error_set (GError  **error,
                      sqlite3  *db,
                      int       rc)
{
  /* Of a damaged file it may quote anything. */
  g_autofree char *message =
    g_utf8_make_valid (db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc), -1);

  g_set_error_literal (error, MSP_DATABASE_ERROR, (int) code_of (rc), message);
}

gboolean
msp_sqlite_execute (sqlite3     *db,
                    const char  *sql,
                    GError     **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    msp_sqlite_error_set (error, db, rc);

  return rc == SQLITE_OK;
}

/**
 * msp_sqlite_pragma:
 * @db: a connection
 * @sql: a statement that gives one number
 * @value: (out): the number
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
msp_sqlite_pragma (sqlite3     *db,
                   const char  *sql,
                   gint64      *value,
                   GError     **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (stmt);

  if (rc == SQLITE_ROW)
    *value = sqlite3_column_int64 (stmt, 0);
  else
    msp_sqlite_error_set (error, db, rc);

  sqlite3_finalize (stmt);

  return rc == SQLITE_ROW;
}
