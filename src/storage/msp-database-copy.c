/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-database-copy"

#include "storage/msp-database-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/msp-file-writer.h"
#include "storage/msp-sqlite-error.h"

#define PAGES_A_STEP 4096
#define READ_SIZE (1024 * 1024)
/* Of the file's first page: whether a log belongs to it. https://www.sqlite.org/fileformat.html */
#define OFFSET_VERSIONS 18

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

/* A full disk is told alike, whoever notices it. */
static void
set_error (GError **error,
           int      error_number)
{
  g_set_error_literal (error, MSP_DATABASE_ERROR,
                       error_number == ENOSPC || error_number == EDQUOT
                       ? MSP_DATABASE_ERROR_FULL : error_number == EIO
                       ? MSP_DATABASE_ERROR_IO : MSP_DATABASE_ERROR_CANT_OPEN,
                       g_strerror (error_number));
}

/* (transfer full) (nullable): the path of an empty file that nobody else has */
static char *
make_file (const char  *folder,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, MSP_FILE_WRITER_PREFIX "XXXXXX", NULL);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_error (error, errno);
      return NULL;
    }
  g_close (fd, NULL);

  return g_steal_pointer (&path);
}

static gboolean
copy_pages (sqlite3       *db,
            sqlite3       *copy,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", db, "main");
  int rc = backup != NULL ? SQLITE_OK : sqlite3_errcode (copy);

  while (rc == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    rc = sqlite3_backup_step (backup, PAGES_A_STEP);
  sqlite3_backup_finish (backup);

  if (rc == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    msp_sqlite_error_set (error, NULL, rc);

  return FALSE;
}

/* The number of rows of all tables, names and all. */
static gboolean
count_rows (sqlite3   *db,
            GString   *counts,
            GError   **error)
{
  sqlite3_stmt *tables = NULL;
  gboolean counted = TRUE;
  int rc = sqlite3_prepare_v2 (db, "SELECT name, format ('SELECT count(*) FROM \"%w\"', name) "
                                   "FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 "
                                   "ORDER BY name", -1, &tables, NULL);

  while (rc == SQLITE_OK && counted && (rc = sqlite3_step (tables)) == SQLITE_ROW)
    {
      gint64 n;

      counted = msp_sqlite_pragma (db, (const char *) sqlite3_column_text (tables, 1), &n, error);
      g_string_append_printf (counts, "%s %" G_GINT64_FORMAT "\n",
                              (const char *) sqlite3_column_text (tables, 0), n);
      rc = SQLITE_OK;
    }
  sqlite3_finalize (tables);

  if (!counted || rc == SQLITE_DONE)
    return counted;

  msp_sqlite_error_set (error, db, rc);

  return FALSE;
}

static gboolean
copy_and_count (sqlite3       *db,
                const char    *path,
                GString       *counts,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (sqlite3) copy = NULL;
  int rc = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE, NULL);

  if (rc != SQLITE_OK)
    {
      msp_sqlite_error_set (error, copy, rc);
      return FALSE;
    }

  /* If it is broken off the whole file goes, and it is brought to the disk once, at the end. */
  return msp_sqlite_execute (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;", error) &&
         count_rows (db, counts, error) && copy_pages (db, copy, cancellable, error);
}

/* The copy stands for itself: nobody who opens it looks for a log. */
static gboolean
finish_file (const char  *path,
             GError     **error)
{
  static const guint8 without_log[] = { 1, 1 };
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (fd < 0 || pwrite (fd, without_log, sizeof without_log, OFFSET_VERSIONS) < 0 || fsync (fd) != 0)
    {
      set_error (error, errno);
      if (fd >= 0)
        g_close (fd, NULL);
      return FALSE;
    }

  return g_close (fd, error);
}

sqlite3 *
msp_database_copy_open (const char  *path,
                        GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *file = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *uri = g_strconcat (file, "?immutable=1", NULL);
  g_autoptr (sqlite3) db = NULL;
  int rc = sqlite3_open_v2 (uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      return g_steal_pointer (&db);
    }

  msp_sqlite_error_set (error, db, rc);

  return NULL;
}

gboolean
msp_database_copy_verify (sqlite3  *copy,
                          GError  **error)
{
  sqlite3_stmt *check = NULL;
  int rc = sqlite3_prepare_v2 (copy, "SELECT integrity_check FROM pragma_integrity_check "
                                     "WHERE integrity_check <> 'ok' LIMIT 1", -1, &check, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (check);
  if (rc == SQLITE_ROW)
    g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT,
                         (const char *) sqlite3_column_text (check, 0));
  else if (rc != SQLITE_DONE)
    msp_sqlite_error_set (error, copy, rc);
  sqlite3_finalize (check);

  return rc == SQLITE_DONE;
}

char *
msp_database_copy_hash (const char  *path,
                        GError     **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *bytes = g_malloc (READ_SIZE);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n_read = fd < 0 ? -1 : 1;

  while (n_read > 0)
    {
      n_read = read (fd, bytes, READ_SIZE);
      if (n_read > 0)
        g_checksum_update (checksum, bytes, n_read);
    }
  if (n_read < 0)
    set_error (error, errno);
  if (fd >= 0)
    g_close (fd, NULL);

  return n_read == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* With the same rows as the database had when it was copied. */
static gboolean
verify_file (const char     *path,
             const GString  *counts,
             GError        **error)
{
  g_autoptr (sqlite3) copy = msp_database_copy_open (path, error);
  g_autoptr (GString) found = g_string_new (NULL);

  if (copy == NULL || !msp_database_copy_verify (copy, error) || !count_rows (copy, found, error))
    return FALSE;

  if (g_string_equal (counts, found))
    return TRUE;

  g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_IO,
                       "the copy has other rows than the journal");

  return FALSE;
}

static gboolean
write_copy (sqlite3       *db,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  gboolean begins = sqlite3_get_autocommit (db) != 0;
  gboolean done;

  /* The rows are counted in what is copied, whoever writes meanwhile. */
  if (begins && !msp_sqlite_execute (db, "BEGIN", error))
    return FALSE;

  done = copy_and_count (db, path, counts, cancellable, error);
  if (begins)
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return done && finish_file (path, error) && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         verify_file (path, counts, error);
}

char *
msp_database_copy_new (sqlite3       *db,
                       const char    *folder,
                       GCancellable  *cancellable,
                       char         **hash,
                       GError       **error)
{
  g_autofree char *path = make_file (folder, error);
  g_autofree char *sum = NULL;

  if (path == NULL)
    return NULL;

  if (write_copy (db, path, cancellable, error))
    sum = msp_database_copy_hash (path, error);
  if (sum == NULL)
    {
      g_unlink (path);
      return NULL;
    }

  if (hash != NULL)
    *hash = g_steal_pointer (&sum);

  return g_steal_pointer (&path);
}

/* Unlike a rename, a link takes no other file's place; but not every file system has links. */
static gboolean
give_name (const char *copy,
           const char *path)
{
  if (link (copy, path) == 0)
    return g_unlink (copy) == 0;
  if (errno == EEXIST || errno == ENOSPC || errno == EIO)
    return FALSE;

  if (g_access (path, F_OK) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }

  return g_rename (copy, path) == 0;
}

gboolean
msp_database_copy_place (const char  *copy,
                         const char  *path,
                         GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (!give_name (copy, path))
    {
      if (errno == EEXIST)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, g_strerror (errno));
      else
        set_error (error, errno);
      return FALSE;
    }

  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      g_close (fd, NULL);
    }

  return TRUE;
}
