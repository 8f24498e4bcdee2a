/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-backup"

#include "journal/msp-journal-backup.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "storage/msp-statement.h"

#define ASIDE_MAX 3

typedef struct
{
  const char *journal;
  const char *path;   /* (nullable) */
  char       *result; /* (owned) (nullable): answer */
} Request;

static gboolean
back_up (MspDatabase  *database,
         gpointer      data,
         GError      **error)
{
  Request *request = data;

  if (request->path != NULL)
    return msp_backup_write (database, request->path, error);

  request->result = msp_backup_make (database, request->journal, NULL, error);

  return request->result != NULL;
}

char *
msp_journal_store_back_up (MspJournalStore  *self,
                           const char       *path,
                           GError          **error)
{
  Request request = { msp_journal_store_get_path (self), path, NULL };

  if (!msp_database_call (msp_journal_store_get_database (self), back_up, &request, error))
    return NULL;

  return path != NULL ? g_strdup (path) : request.result;
}

static gboolean
read_contents (MspDatabase  *database,
               gpointer      data,
               GError      **error)
{
  MspJournalContents *contents = data;
  MspStatement *select =
    msp_database_prepare (database, "SELECT count(*) FILTER (WHERE deleted IS NULL), "
                                    "count(*) FILTER (WHERE deleted IS NOT NULL), "
                                    "coalesce (min (day) FILTER (WHERE deleted IS NULL), 0), "
                                    "coalesce (max (day) FILTER (WHERE deleted IS NULL), 0) "
                                    "FROM contribution", error);

  if (select == NULL || !msp_statement_next (select, error))
    return FALSE;

  contents->entries = (guint) msp_statement_column_int (select, 0);
  contents->in_trash = (guint) msp_statement_column_int (select, 1);
  contents->first = (MspDay) msp_statement_column_int (select, 2);
  contents->last = (MspDay) msp_statement_column_int (select, 3);
  msp_statement_reset (select);

  return TRUE;
}

gboolean
msp_journal_store_get_contents (MspJournalStore     *self,
                                MspJournalContents  *contents,
                                GError             **error)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && contents != NULL, FALSE);

  return msp_database_call (msp_journal_store_get_database (self), read_contents, contents, error);
}

gboolean
msp_journal_look_at_backup (const char          *path,
                            MspJournalContents  *contents,
                            GError             **error)
{
  g_autoptr (MspDatabase) database = msp_backup_open (path, msp_journal_get_schema (), error);
  gboolean done;

  if (database == NULL)
    return FALSE;

  done = msp_database_call (database, read_contents, contents, error);
  msp_database_close (database);

  return done;
}

static gboolean
restore (MspDatabase  *database,
         gpointer      data,
         GError      **error)
{
  Request *request = data;

  request->result = msp_backup_make (database, request->journal, NULL, error);

  return request->result != NULL &&
         msp_backup_restore (database, request->journal, request->path, msp_journal_get_schema (),
                             error);
}

gboolean
msp_journal_store_restore_backup (MspJournalStore  *self,
                                  const char       *path,
                                  char            **replaced,
                                  GError          **error)
{
  Request request = { msp_journal_store_get_path (self), path, NULL };
  gboolean done;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && path != NULL, FALSE);

  done = msp_database_call (msp_journal_store_get_database (self), restore, &request, error);
  if (done)
    msp_journal_store_emit_changed (self);
  if (done && replaced != NULL)
    *replaced = g_steal_pointer (&request.result);
  g_free (request.result);

  return done;
}

static gboolean
move_with_companions (const char  *from,
                      const char  *to,
                      GError     **error)
{
  static const char *const endings[] = { "-wal", "-journal", "-shm", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *source = g_strconcat (from, endings[i], NULL);
      g_autofree char *target = g_strconcat (to, endings[i], NULL);

      if (g_rename (source, target) == 0 || errno == ENOENT)
        continue;

      g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CANT_OPEN,
                           g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The oldest ones go. */
static void
keep_few (const char *folder,
          const char *beginning)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, beginning) && g_str_has_suffix (name, "Z"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  for (guint i = ASIDE_MAX; i < names->len; i++)
    {
      static const char *const endings[] = { "", "-wal", "-journal", "-shm" };

      for (gsize j = 0; j < G_N_ELEMENTS (endings); j++)
        {
          g_autofree char *file = g_strconcat (g_ptr_array_index (names, i), endings[j], NULL);
          g_autofree char *path = g_build_filename (folder, file, NULL);

          g_unlink (path);
        }
    }
}

char *
msp_journal_put_aside (const char  *journal_path,
                       GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *folder = g_path_get_dirname (journal_path);
  g_autofree char *name = g_path_get_basename (journal_path);
  g_autofree char *beginning = g_strconcat (name, ".corrupt-", NULL);
  g_autofree char *aside = g_strconcat (folder, "/", beginning, time, NULL);

  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_BUSY,
                           g_strerror (EEXIST));
      return NULL;
    }
  if (!move_with_companions (journal_path, aside, error))
    return NULL;

  keep_few (folder, beginning);

  return g_steal_pointer (&aside);
}
