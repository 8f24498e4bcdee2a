/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-connection"

#include "storage/msp-connection.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "storage/msp-migration.h"
#include "storage/msp-sqlite-error.h"

#define BUSY_TIMEOUT_MS 5000
#define BUSY_PAUSE_MS 5
#define MEMORY_PATH ":memory:"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

/* SQLite gives its companions the permissions of the file, so the file is
 * made first, readable by its owner only. */
static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (fd >= 0)
        return g_close (fd, error);
    }

  g_set_error_literal (error, MSP_DATABASE_ERROR,
                       errno == ENOSPC ? MSP_DATABASE_ERROR_FULL : MSP_DATABASE_ERROR_CANT_OPEN,
                       g_strerror (errno));

  return FALSE;
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* A write-ahead log cannot be read in a folder that cannot be written, unless
 * it is promised that nobody writes; with entries in it that would be a lie. */
static char *
read_only_uri (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  GStatBuf info;
  gboolean log_is_empty = g_stat (log, &info) != 0 || info.st_size == 0;
  gboolean immutable = g_access (folder, W_OK) != 0 && log_is_empty;

  return g_strconcat (uri, immutable ? "?immutable=1" : "", NULL);
}

static int
open_connection (const char  *path,
                 gboolean     read_only,
                 sqlite3    **db)
{
  g_autofree char *uri = NULL;

  if (!read_only)
    return sqlite3_open_v2 (path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  uri = read_only_uri (path);

  return sqlite3_open_v2 (uri, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

/* The first switch to a log needs the file for itself, and SQLite does not wait for that: processes
 * that begin a journal together would refuse each other. */
static gboolean
use_log (sqlite3  *db,
         GError  **error)
{
  gint64 deadline = g_get_monotonic_time () + BUSY_TIMEOUT_MS * G_TIME_SPAN_MILLISECOND;
  g_autoptr (GError) local_error = NULL;

  while (!msp_sqlite_execute (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
                              &local_error))
    {
      if (!g_error_matches (local_error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_BUSY) ||
          g_get_monotonic_time () > deadline)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      g_clear_error (&local_error);
      g_usleep (BUSY_PAUSE_MS * G_TIME_SPAN_MILLISECOND);
    }

  return TRUE;
}

static gboolean
configure (sqlite3   *db,
           gboolean   read_only,
           GError   **error)
{
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
  sqlite3_extended_result_codes (db, 1);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return msp_sqlite_execute (db, "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; "
                                 "PRAGMA temp_store = MEMORY;", error) &&
         (read_only || use_log (db, error));
}

/* (transfer full) (nullable): the file, up to date. If @holds_nothing is given and becomes TRUE, the
 * file is only being begun and NULL is no error. */
static sqlite3 *
connect_file (const char               *path,
              const MspDatabaseSchema  *schema,
              gboolean                  read_only,
              gboolean                 *holds_nothing,
              GError                  **error)
{
  g_autoptr (sqlite3) db = NULL;
  gint64 version;
  int rc = open_connection (path, read_only, &db);

  if (rc != SQLITE_OK)
    {
      msp_sqlite_error_set (error, db, rc);
      return NULL;
    }

  /* What is refused must stay as it is, its log as well. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  if (!configure (db, read_only, error) || !msp_migration_check (db, schema, &version, error))
    return NULL;

  if (holds_nothing != NULL && version == 0)
    {
      *holds_nothing = TRUE;
      return NULL;
    }

  if (!msp_migration_run (db, path, schema, version, read_only, error))
    return NULL;

  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  return g_steal_pointer (&db);
}

/* (transfer full) (nullable): an empty database for one who only reads */
static sqlite3 *
connect_memory (const MspDatabaseSchema  *schema,
                GError                  **error)
{
  g_autoptr (sqlite3) db = connect_file (MEMORY_PATH, schema, FALSE, NULL, error);

  if (db == NULL || !msp_sqlite_execute (db, "PRAGMA query_only = ON", error))
    return NULL;

  return g_steal_pointer (&db);
}

/* For one who only reads: an older version is first brought up to date, if it can be written. */
static sqlite3 *
connect_reader (const char               *path,
                const MspDatabaseSchema  *schema,
                gboolean                 *holds_nothing,
                GError                  **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3 *db = connect_file (path, schema, TRUE, holds_nothing, &local_error);
  sqlite3 *writer = NULL;

  if (db != NULL || *holds_nothing)
    return db;

  if (g_error_matches (local_error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_READ_ONLY) &&
      is_writable (path))
    writer = connect_file (path, schema, FALSE, NULL, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (writer == NULL)
    return NULL;

  sqlite3_close (writer);

  return connect_file (path, schema, TRUE, holds_nothing, error);
}

/**
 * msp_connection_open:
 * @path: (type filename): the database file
 * @schema: what is in it
 * @may_write: (inout): whether the caller will write; whether it can
 * @error: return location for an error
 *
 * Opens @path and brings its schema up to date; makes it for one who writes. For one who reads a
 * file that is not there is empty.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` with @error set
 */
sqlite3 *
msp_connection_open (const char               *path,
                     const MspDatabaseSchema  *schema,
                     gboolean                 *may_write,
                     GError                  **error)
{
  gboolean only_reads = !*may_write;
  gboolean holds_nothing = only_reads && !g_file_test (path, G_FILE_TEST_EXISTS);
  sqlite3 *db = NULL;

  if (!msp_migration_check_header (path, schema, error))
    return NULL;

  *may_write = *may_write && is_writable (path);
  if (*may_write && !make_file (path, error))
    return NULL;

  if (only_reads && !holds_nothing)
    db = connect_reader (path, schema, &holds_nothing, error);
  else if (!only_reads)
    db = connect_file (path, schema, !*may_write, NULL, error);
  if (holds_nothing)
    db = connect_memory (schema, error);

  return db;
}

/**
 * msp_connection_open_second:
 * @path: (type filename): a database file that this process has open already
 * @schema: what is in it
 * @error: return location for an error
 *
 * Opens it once more, to read. It is not looked at before: closing a file of one's own gives up all
 * locks that the process has on it, and with them the log of the connection that writes.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` with @error set
 */
sqlite3 *
msp_connection_open_second (const char               *path,
                            const MspDatabaseSchema  *schema,
                            GError                  **error)
{
  return connect_file (path, schema, TRUE, NULL, error);
}
