/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-migration"

#include "storage/msp-migration.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "storage/msp-backup.h"
#include "storage/msp-database-copy.h"
#include "storage/msp-sqlite-error.h"

/* Of the file's first page: https://www.sqlite.org/fileformat.html */
#define HEADER_SIZE 100
#define OFFSET_SCHEMA_COOKIE 40
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68
#define MAGIC "SQLite format 3"

static gint32
read_big_endian (const guint8 *bytes)
{
  return (gint32) ((guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 |
                   (guint32) bytes[3]);
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The scripts are numbered from 1 without gaps: the n-th one takes a database
 * from version n - 1 to n, and a published one is never edited. */
static char **
list_scripts (const MspDatabaseSchema  *schema,
              GError                  **error)
{
  char **files = g_resources_enumerate_children (schema->sql_folder,
                                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* A resource lists its children in no particular order. */
  if (files != NULL)
    qsort (files, g_strv_length (files), sizeof *files, compare_names);

  return files;
}

/* A database without a name is ours to make only as long as nothing was made in it (@is_used). */
static gboolean
check_identity (gint64                    application_id,
                gint64                    version,
                gboolean                  is_used,
                gint64                    latest,
                const MspDatabaseSchema  *schema,
                GError                  **error)
{
  if (application_id != schema->application_id && (application_id != 0 || version != 0 || is_used))
    {
      g_set_error (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_FOREIGN,
                   "application id 0x%08x instead of 0x%08x", (guint) application_id,
                   (guint) schema->application_id);
      return FALSE;
    }

  if (version < 0 || version > latest)
    {
      g_set_error (error, MSP_DATABASE_ERROR,
                   version < 0 ? MSP_DATABASE_ERROR_CORRUPT : MSP_DATABASE_ERROR_TOO_NEW,
                   _ ("the file has version %d, this release knows up to %d"), (int) version,
                   (int) latest);
      return FALSE;
    }

  return TRUE;
}

static gboolean
holds_something (const char *path,
                 const char *ending)
{
  g_autofree char *companion = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_stat (companion, &info) == 0 && info.st_size > 0;
}

/* The power went while the very first page was written: its beginning is missing, and beside the
 * file stands what takes the page back. */
static gboolean
is_torn_beginning (const char   *path,
                   const guint8 *header)
{
  static const guint8 nothing[HEADER_SIZE];

  return memcmp (header, nothing, HEADER_SIZE) == 0 && holds_something (path, "-journal");
}

/**
 * msp_migration_check_header:
 * @path: (type filename): the database file, which need not exist
 * @schema: what it should be
 * @error: return location for an error
 *
 * Looks at the file's first bytes, so that one that is not ours is not even opened.
 *
 * Returns: whether it is absent, empty or may be ours
 */
gboolean
msp_migration_check_header (const char               *path,
                            const MspDatabaseSchema  *schema,
                            GError                  **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  g_auto (GStrv) scripts = list_scripts (schema, error);
  gboolean has_log;
  gboolean is_absent;
  gssize n_read = 0;
  int fd;

  if (scripts == NULL)
    return FALSE;

  /* Asked first, as a process that begins a journal fills the file before the log. */
  has_log = holds_something (path, "-wal");
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  is_absent = fd < 0 && errno == ENOENT;
  if (fd >= 0)
    {
      n_read = read (fd, header, sizeof header);
      g_close (fd, NULL);
    }

  /* SQLite throws the log of an empty file away. */
  if (has_log && n_read == 0 && (fd >= 0 || is_absent))
    {
      g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT,
                           "the file is empty, but its log is not");
      return FALSE;
    }

  if (n_read <= 0 || (n_read == HEADER_SIZE && is_torn_beginning (path, header)))
    return TRUE;

  if (n_read < HEADER_SIZE || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    {
      g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT,
                           "file is not a database");
      return FALSE;
    }

  return check_identity (read_big_endian (header + OFFSET_APPLICATION_ID),
                         read_big_endian (header + OFFSET_USER_VERSION),
                         read_big_endian (header + OFFSET_SCHEMA_COOKIE) != 0,
                         g_strv_length (scripts), schema, error);
}

/**
 * msp_migration_check:
 * @db: an open connection
 * @schema: what it should be
 * @version: (out): the version of what is in it, 0 if it holds nothing
 * @error: return location for an error
 *
 * Looks at a database as a whole: what tells whose it is may stand in its log only.
 *
 * Returns: whether it is ours or nobody's
 */
gboolean
msp_migration_check (sqlite3                  *db,
                     const MspDatabaseSchema  *schema,
                     gint64                   *version,
                     GError                  **error)
{
  g_auto (GStrv) scripts = list_scripts (schema, error);
  gint64 application_id;
  gint64 n_objects;

  /* In one transaction: another process may be making it. */
  return scripts != NULL && msp_sqlite_execute (db, "BEGIN", error) &&
         msp_sqlite_pragma (db, "PRAGMA user_version", version, error) &&
         msp_sqlite_pragma (db, "PRAGMA application_id", &application_id, error) &&
         msp_sqlite_pragma (db, "SELECT count(*) FROM sqlite_schema", &n_objects, error) &&
         msp_sqlite_execute (db, "COMMIT", error) &&
         check_identity (application_id, *version, n_objects > 0, g_strv_length (scripts), schema,
                         error);
}

static gboolean
apply (sqlite3                  *db,
       const char               *file,
       int                       version,
       const MspDatabaseSchema  *schema,
       GError                  **error)
{
  g_autofree char *path = g_build_path ("/", schema->sql_folder, file, NULL);
  g_autofree char *script = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gint64 found;

  if (bytes == NULL)
    return FALSE;

  /* Another process may have taken the same step while this one waited. */
  if (!msp_sqlite_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!msp_sqlite_pragma (db, "PRAGMA user_version", &found, error))
    {
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  if (found >= version)
    return msp_sqlite_execute (db, "ROLLBACK", error);

  script = g_strdup_printf ("%s PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT;",
                            (const char *) g_bytes_get_data (bytes, NULL),
                            schema->application_id, version);

  if (!msp_sqlite_execute (db, script, error))
    {
      g_prefix_error (error, "%s: ", file);
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }

  return TRUE;
}

/* A copy as it was before the step, beside the journal. */
static gboolean
copy_before (sqlite3     *db,
             const char  *path,
             gint64       version,
             GError     **error)
{
  g_autofree char *backups = msp_backup_folder (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy = g_strdup_printf ("%s/%s.version-%d", backups, name, (int) version);
  g_autofree char *made = NULL;
  g_autoptr (GError) local_error = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;

  made = msp_database_copy_new (db, backups, NULL, NULL, error);

  if (made == NULL)
    return FALSE;
  if (msp_database_copy_place (made, copy, &local_error))
    return TRUE;

  g_unlink (made);
  /* Another process takes the same step now, and was quicker. */
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * msp_migration_run:
 * @db: an open connection, checked
 * @path: (type filename): its file
 * @schema: what it should become
 * @version: what it is
 * @read_only: whether the file must stay as it is
 * @error: return location for an error
 *
 * Brings the schema up to date, one transaction a step.
 *
 * Returns: whether it is up to date
 */
gboolean
msp_migration_run (sqlite3                  *db,
                   const char               *path,
                   const MspDatabaseSchema  *schema,
                   gint64                    version,
                   gboolean                  read_only,
                   GError                  **error)
{
  g_auto (GStrv) scripts = list_scripts (schema, error);
  gint64 latest;

  if (scripts == NULL)
    return FALSE;

  latest = g_strv_length (scripts);
  if (version == latest)
    return TRUE;

  if (read_only)
    {
      g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_READ_ONLY,
                           "an older version cannot be brought up to date");
      return FALSE;
    }

  if (version > 0 && !copy_before (db, path, version, error))
    return FALSE;

  for (; version < latest; version++)
    {
      if (!apply (db, scripts[version], (int) version + 1, schema, error))
        return FALSE;
    }

  return TRUE;
}
