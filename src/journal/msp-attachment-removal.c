/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-attachment-removal"

#include "journal/msp-attachment-removal.h"

#include "base/msp-clock.h"
#include "journal/msp-attachment-folder.h"
#include "journal/msp-draft.h"
#include "journal/msp-entry-attachments.h"
#include "storage/msp-statement.h"

#define DAY_SECONDS (24 * 60 * 60)
#define SWEPT_SETTING "attachments-swept"

/* What the two ways of removing share. */
typedef struct
{
  MspDatabase *database;
  const char  *journal_path;
  char        *folder; /* (owned) */
  GString     *drafts; /* (owned): the text of all drafts */
} Removal;

static gboolean
run (MspDatabase  *database,
     const char   *sql,
     GError      **error)
{
  MspStatement *statement = msp_database_prepare (database, sql, error);

  return statement != NULL && msp_statement_run (statement, error);
}

/* Kept by SQLite with the rows, whatever removes them: an edit, the trash, an undo; and forgotten
 * with a transaction that is taken back. */
gboolean
msp_attachment_removal_start (MspDatabase  *database,
                              GError      **error)
{
  return run (database, "CREATE TEMP TABLE released (hash TEXT PRIMARY KEY)", error) &&
         run (database, "CREATE TEMP TRIGGER attachment_released AFTER DELETE ON main.attachment BEGIN "
                        "INSERT OR IGNORE INTO released (hash) VALUES (old.hash); END", error);
}

gboolean
msp_attachment_removal_release (MspDatabase  *database,
                                const char   *hash,
                                GError      **error)
{
  MspStatement *statement =
    msp_database_prepare (database, "INSERT OR IGNORE INTO temp.released (hash) VALUES (:hash)", error);

  if (statement == NULL)
    return FALSE;

  msp_statement_bind_text (statement, ":hash", hash);

  return msp_statement_run (statement, error);
}

/* Their text as it is: a hash in a draft that cannot be read any more counts too. */
static void
read_drafts (Removal *removal)
{
  g_autofree char *place = g_path_get_dirname (removal->journal_path);
  g_autofree char *draft = msp_draft_path (removal->journal_path);
  g_autofree char *prefix = g_path_get_basename (draft);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_str_has_prefix (name, prefix) && g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
          g_file_get_contents (path, &text, &length, NULL))
        g_string_append_len (removal->drafts, text, (gssize) length);
    }
}

static gboolean
is_unused (const char *hash,
           gpointer    data)
{
  const Removal *removal = data;

  return !msp_entry_attachments_use (removal->database, hash) &&
         g_strstr_len (removal->drafts->str, (gssize) removal->drafts->len, hash) == NULL;
}

static gboolean
remove_released (MspDatabase  *database,
                 gpointer      data,
                 GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  Removal *removal = data;
  MspStatement *select = msp_database_prepare (database, "SELECT hash FROM temp.released", error);

  if (select == NULL)
    return FALSE;

  while (msp_statement_next (select, &local_error))
    g_ptr_array_add (hashes, g_strdup (msp_statement_column_text (select, 0)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  read_drafts (removal);
  for (guint i = 0; i < hashes->len; i++)
    {
      const char *hash = g_ptr_array_index (hashes, i);

      if (is_unused (hash, removal))
        msp_attachment_remove (removal->folder, hash);
    }

  return run (database, "DELETE FROM temp.released", error);
}

static gboolean
sweep (MspDatabase  *database,
       gpointer      data,
       GError      **error)
{
  g_autofree char *today = msp_day_to_iso (msp_clock_today ());
  Removal *removal = data;
  MspStatement *note;

  read_drafts (removal);
  msp_attachment_sweep (removal->folder, g_get_real_time () / G_USEC_PER_SEC - DAY_SECONDS,
                        is_unused, removal);

  note = msp_database_prepare (database, "INSERT OR REPLACE INTO setting (name, value) "
                                         "VALUES ('" SWEPT_SETTING "', :today)", error);
  if (note == NULL)
    return FALSE;

  msp_statement_bind_text (note, ":today", today);

  return msp_statement_run (note, error);
}

static gboolean
remove_in_transaction (MspDatabase      *database,
                       const char       *journal_path,
                       MspDatabaseFunc   func,
                       GError          **error)
{
  Removal removal = {
    .database = database, .journal_path = journal_path,
    .folder = msp_entry_attachments_folder (database), .drafts = g_string_new (NULL),
  };
  gboolean done = TRUE;

  if (removal.folder != NULL && g_file_test (removal.folder, G_FILE_TEST_IS_DIR))
    done = msp_database_transaction (database, func, &removal, error);
  g_free (removal.folder);
  g_string_free (removal.drafts, TRUE);

  return done;
}

/* Whether a statement without parameters answers at least one row. */
static gboolean
answers (MspDatabase *database,
         const char  *sql)
{
  MspStatement *select = msp_database_prepare (database, sql, NULL);
  gboolean found = select != NULL && msp_statement_next (select, NULL);

  if (select != NULL)
    msp_statement_reset (select);

  return found;
}

gboolean
msp_attachment_removal_finish (MspDatabase  *database,
                               const char   *journal_path,
                               GError      **error)
{
  return !answers (database, "SELECT 1 FROM temp.released LIMIT 1") ||
         remove_in_transaction (database, journal_path, remove_released, error);
}

gboolean
msp_attachment_removal_sweep (MspDatabase  *database,
                              const char   *journal_path,
                              GError      **error)
{
  g_autofree char *today = msp_day_to_iso (msp_clock_today ());
  MspStatement *select =
    msp_database_prepare (database, "SELECT 1 FROM setting WHERE name = '" SWEPT_SETTING "' "
                                                                                         "AND value = :today", error);
  gboolean is_swept;

  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":today", today);
  is_swept = msp_statement_next (select, NULL);
  msp_statement_reset (select);

  return is_swept || remove_in_transaction (database, journal_path, sweep, error);
}
