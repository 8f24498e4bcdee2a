/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-backup"

#include "storage/msp-backup.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "storage/msp-change-recorder.h"
#include "storage/msp-database-copy.h"
#include "storage/msp-migration.h"
#include "storage/msp-sqlite-error.h"

#define FOLDER "backups"
#define HASH_ENDING ".sha256"
#define TIME_FORM "20261125T021312.123456Z"
#define ALL_DAYS 2
#define DAYS 12
#define WEEKS 10
#define MONTHS 9
#define DAY_US (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)
/* Of the first Monday in 1970, which began on a Thursday. */
#define FIRST_MONDAY 4

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

void
msp_backup_free (MspBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

char *
msp_backup_folder (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);

  return g_build_filename (folder, FOLDER, NULL);
}

static char *
time_to_text (gint64 time)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (seconds, "%Y%m%dT%H%M%S");

  return g_strdup_printf ("%s.%06dZ", text, (int) (time % G_USEC_PER_SEC));
}

/* 0: it is none. */
static gint64
time_from_text (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) != strlen (TIME_FORM) || !g_str_has_suffix (text, "Z") || text[8] != 'T')
    return 0;

  time = g_date_time_new_from_iso8601 (text, utc);

  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time)
                      : 0;
}

gint64
msp_backup_get_time (const char *path)
{
  gsize length = strlen (path);
  gint64 time = length > strlen (TIME_FORM) ? time_from_text (path + length - strlen (TIME_FORM)) : 0;
  GStatBuf info;

  if (time == 0 && g_stat (path, &info) == 0)
    time = (gint64) info.st_mtime * G_USEC_PER_SEC;

  return time;
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const MspBackup *first = *(MspBackup *const *) a;
  const MspBackup *second = *(MspBackup *const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;

  return strcmp (first->path, second->path);
}

GPtrArray *
msp_backup_list (const char *database_path)
{
  g_autofree char *folder = msp_backup_folder (database_path);
  g_autofree char *name = g_path_get_basename (database_path);
  g_autofree char *beginning = g_strconcat (name, ".", NULL);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (MspBackup) backup = g_new0 (MspBackup, 1);
      GStatBuf info;

      if (!g_str_has_prefix (file, beginning))
        continue;

      backup->path = g_build_filename (folder, file, NULL);
      backup->time = time_from_text (file + strlen (beginning));
      if (backup->time == 0 || g_stat (backup->path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;

      backup->size = info.st_size;
      g_ptr_array_add (backups, g_steal_pointer (&backup));
    }
  g_ptr_array_sort (backups, compare_backups);

  return backups;
}

static gint64
day_of (gint64 time)
{
  return time / DAY_US;
}

static gint64
week_of (gint64 time)
{
  return (day_of (time) + 7 - FIRST_MONDAY) / 7;
}

static gint64
month_of (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return g_date_time_get_year (moment) * 12 + g_date_time_get_month (moment);
}

void
msp_backup_choose (const gint64 *times,
                   guint         n_times,
                   gint64        now,
                   gboolean     *keep)
{
  static const struct
  {
    gint64 (*of)(gint64);
    guint  most;
  } spans[] = { { day_of, DAYS }, { week_of, WEEKS }, { month_of, MONTHS } };
  guint span = 0;
  guint n_kept = 0;
  gint64 last = 0;

  for (guint i = 0; i < n_times; i++)
    {
      keep[i] = times[i] > now - ALL_DAYS * DAY_US;
      if (!keep[i] && n_kept == spans[span].most && span + 1 < G_N_ELEMENTS (spans))
        {
          span++;
          n_kept = 0;
        }
      /* The newest of each span is met first; one that has another already is passed over. */
      if (!keep[i] && n_kept < spans[span].most &&
          (last == 0 || spans[span].of (times[i]) != spans[span].of (last)))
        {
          keep[i] = TRUE;
          n_kept++;
        }
      if (keep[i])
        last = times[i];
    }
}

static void
remove_backup (const MspBackup *backup)
{
  g_autofree char *hash_path = g_strconcat (backup->path, HASH_ENDING, NULL);

  g_unlink (backup->path);
  g_unlink (hash_path);
}

static void
thin (const char *database_path)
{
  g_autoptr (GPtrArray) backups = msp_backup_list (database_path);
  g_autofree gint64 *times = g_new (gint64, backups->len + 1);
  g_autofree gboolean *keep = g_new (gboolean, backups->len + 1);

  for (guint i = 0; i < backups->len; i++)
    times[i] = ((const MspBackup *) g_ptr_array_index (backups, i))->time;
  msp_backup_choose (times, backups->len, g_get_real_time (), keep);
  for (guint i = 0; i < backups->len; i++)
    {
      if (!keep[i])
        remove_backup (g_ptr_array_index (backups, i));
    }
}

/* (transfer full) (nullable): @copy under the name of this moment, which another process may have
 * given to its own */
static char *
place_by_time (const char  *copy,
               const char  *folder,
               const char  *name,
               GError     **error)
{
  for (;;)
    {
      g_autofree char *time = time_to_text (g_get_real_time ());
      g_autofree char *file = g_strconcat (name, ".", time, NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autoptr (GError) local_error = NULL;

      if (msp_database_copy_place (copy, path, &local_error))
        return g_steal_pointer (&path);

      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          g_unlink (copy);
          return NULL;
        }
      g_usleep (1);
    }
}

/* A backup without it is verified all the same; a disk that is full by now is noticed soon enough. */
static void
write_hash (const char *path,
            const char *hash)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hash_path = g_strconcat (path, HASH_ENDING, NULL);
  g_autofree char *line = g_strdup_printf ("%s  %s\n", hash, name);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (hash_path, line, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("The checksum of a backup cannot be written: %s", error->message);
}

char *
msp_backup_make (MspDatabase   *database,
                 const char    *database_path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *folder = msp_backup_folder (database_path);
  g_autofree char *name = g_path_get_basename (database_path);
  g_autofree char *hash = NULL;
  g_autofree char *copy = msp_database_copy_new (msp_database_get_connection (database), folder,
                                                 cancellable, &hash, error);
  g_autofree char *path = NULL;

  if (copy != NULL)
    path = place_by_time (copy, folder, name, error);
  if (path == NULL)
    return NULL;

  write_hash (path, hash);
  thin (database_path);

  return g_steal_pointer (&path);
}

gboolean
msp_backup_write (MspDatabase  *database,
                  const char   *path,
                  GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, g_strerror (EEXIST));
      return FALSE;
    }

  copy = msp_database_copy_new (msp_database_get_connection (database), folder, NULL, NULL, error);
  if (copy == NULL)
    return FALSE;

  if (msp_database_copy_place (copy, path, error))
    return TRUE;

  g_unlink (copy);

  return FALSE;
}

/* Where a checksum stands beside it, the file must be what it was. */
static gboolean
check_hash (const char  *path,
            GError     **error)
{
  g_autofree char *hash_path = g_strconcat (path, HASH_ENDING, NULL);
  g_autofree char *kept = NULL;
  g_autofree char *hash = NULL;

  if (!g_file_get_contents (hash_path, &kept, NULL, NULL))
    return TRUE;

  hash = msp_database_copy_hash (path, error);
  if (hash == NULL)
    return FALSE;
  if (g_str_has_prefix (kept, hash))
    return TRUE;

  g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT,
                       "the backup is not as it was when it was made");

  return FALSE;
}

/* (transfer full) (nullable): of the version @version */
static sqlite3 *
open_verified (const char               *path,
               const MspDatabaseSchema  *schema,
               gint64                   *version,
               GError                  **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CANT_OPEN,
                           g_strerror (ENOENT));
      return NULL;
    }
  if (!msp_migration_check_header (path, schema, error) || !check_hash (path, error))
    return NULL;

  db = msp_database_copy_open (path, error);
  if (db == NULL || !msp_database_copy_verify (db, error) ||
      !msp_migration_check (db, schema, version, error))
    return NULL;

  if (*version > 0)
    return g_steal_pointer (&db);

  g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT, "the backup is empty");

  return NULL;
}

MspDatabase *
msp_backup_open (const char               *path,
                 const MspDatabaseSchema  *schema,
                 GError                  **error)
{
  gint64 version;
  sqlite3 *db = open_verified (path, schema, &version, error);

  return db != NULL ? msp_database_new_for_reading (db) : NULL;
}

gboolean
msp_backup_restore (MspDatabase              *database,
                    const char               *database_path,
                    const char               *path,
                    const MspDatabaseSchema  *schema,
                    GError                  **error)
{
  sqlite3 *db = msp_database_get_connection (database);
  gint64 version;
  g_autoptr (sqlite3) copy = open_verified (path, schema, &version, error);
  sqlite3_backup *backup;
  int rc;

  if (copy == NULL)
    return FALSE;

  backup = sqlite3_backup_init (db, "main", copy, "main");
  rc = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_errcode (db);
  sqlite3_backup_finish (backup);
  if (rc != SQLITE_DONE)
    {
      msp_sqlite_error_set (error, NULL, rc);
      return FALSE;
    }

  return msp_migration_run (db, database_path, schema, version, FALSE, error);
}
