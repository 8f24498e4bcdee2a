/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-backup"

#include "cli/msp-cli-backup.h"

#include <glib/gi18n-lib.h>

#include "base/msp-json.h"
#include "cli/msp-cli-output.h"
#include "journal/msp-journal-backup.h"

int
msp_cli_backup (MspCliSession *session,
                char         **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  MspJournalStore *store;
  const char *file;
  int status;

  session->summary = _ ("Copies the journal and verifies the copy: to a file that is not there yet, or "
                        "among the backups.");
  if (!msp_cli_session_parse (session, arguments, NULL, "[FILE]", 0, 1, &status))
    return status;

  journal = msp_cli_session_path (session);
  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return msp_cli_failed (_ ("there is no journal yet: %s"), journal);

  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  file = session->rest != NULL ? session->rest[0] : NULL;
  path = msp_journal_store_back_up (store, file, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return msp_cli_failed (_ ("\"%s\" is there already; name a file that is not"), file);
  if (path == NULL)
    return msp_cli_journal_error (session, error);

  shown = g_filename_display_name (path);
  g_print ("%s\n", shown);

  return MSP_CLI_DONE;
}

static char *
time_to_text (gint64      time,
              const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) shown = g_str_has_suffix (format, "Z") ? g_date_time_ref (utc)
                                                              : g_date_time_to_local (utc);

  return g_date_time_format (shown, format);
}

static void
append_json (GString         *json,
             const MspBackup *backup,
             gboolean         is_first)
{
  g_autofree char *path = g_filename_display_name (backup->path);
  g_autofree char *time = time_to_text (backup->time, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append (json, is_first ? "\n  {\"file\": " : ",\n  {\"file\": ");
  msp_json_append_string (json, path);
  g_string_append_printf (json, ", \"time\": \"%s\", \"size\": %" G_GINT64_FORMAT "}", time,
                          backup->size);
}

static void
append_text (GString         *text,
             const MspBackup *backup)
{
  g_autofree char *path = g_filename_display_name (backup->path);
  g_autofree char *shown = msp_cli_shown (path, FALSE);
  g_autofree char *time = time_to_text (backup->time, "%Y-%m-%d %H:%M:%S");
  g_autofree char *size = g_format_size ((guint64) backup->size);

  g_string_append_printf (text, "%s  %s  %s\n", time, size, shown);
}

int
msp_cli_backups (MspCliSession *session,
                 char         **arguments)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text or json"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *journal = NULL;
  int status;
  int format;

  session->summary = _ ("The backups of the journal, the newest first.");
  if (!msp_cli_session_parse (session, arguments, entries, NULL, 0, 0, &status))
    return status;

  format = msp_cli_session_format (session, "text|json");
  if (format < 0)
    return MSP_CLI_WRONG;

  journal = msp_cli_session_path (session);
  backups = msp_backup_list (journal);
  g_string_append (text, format > 0 ? "[" : "");
  for (guint i = 0; i < backups->len; i++)
    {
      if (format > 0)
        append_json (text, g_ptr_array_index (backups, i), i == 0);
      else
        append_text (text, g_ptr_array_index (backups, i));
    }
  g_string_append (text, format == 0 ? "" : backups->len > 0 ? "\n]\n" : "]\n");
  msp_cli_output_put (text, FALSE);

  return MSP_CLI_DONE;
}

static void
print_contents (const char               *what,
                const MspJournalContents *contents)
{
  g_autofree char *first = contents->first != MSP_DAY_NONE ? msp_day_to_iso (contents->first) : NULL;
  g_autofree char *last = contents->last != MSP_DAY_NONE ? msp_day_to_iso (contents->last) : NULL;
  g_autofree char *entries =
    g_strdup_printf (ngettext ("%u contribution", "%u contributions", contents->entries),
                     contents->entries);

  if (first != NULL)
    g_print (_ ("%s: %s from %s to %s, %u in the trash\n"), what, entries, first, last,
             contents->in_trash);
  else
    g_print (_ ("%s: %s, %u in the trash\n"), what, entries, contents->in_trash);
}

/* (transfer full): the file that is meant: a path, or the name of one of the backups */
static char *
find_backup (MspCliSession *session,
             const char    *file)
{
  g_autofree char *journal = msp_cli_session_path (session);
  g_autofree char *folder = msp_backup_folder (journal);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (!g_file_test (file, G_FILE_TEST_EXISTS) && strchr (file, '/') == NULL &&
      g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  return g_strdup (file);
}

/* (transfer full) (nullable): the journal, or an empty one in place of one that is damaged, which is
 * put aside */
static MspJournalStore *
open_to_restore (MspCliSession  *session,
                 gboolean        dry_run,
                 GError        **error)
{
  g_autofree char *path = msp_cli_session_path (session);
  g_autofree char *aside = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) local_error = NULL;
  MspJournalStore *store = msp_journal_store_open (path, dry_run, &local_error);

  if (store != NULL)
    return store;

  if (!dry_run && g_error_matches (local_error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT))
    aside = msp_journal_put_aside (path, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (aside == NULL)
    return NULL;

  shown = g_filename_display_name (aside);
  g_print (_ ("The journal is damaged. It was put aside: %s\n"), shown);

  return msp_journal_store_open (path, FALSE, error);
}

static int
restore (MspCliSession *session,
         const char    *path,
         gboolean       dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *shown = NULL;
  MspJournalContents contents;

  session->store = open_to_restore (session, dry_run, &error);
  if (session->store == NULL ||
      !msp_journal_store_get_contents (session->store, &contents, &error))
    return msp_cli_journal_error (session, error);

  print_contents (_ ("Journal"), &contents);
  if (dry_run)
    return MSP_CLI_DONE;

  if (!msp_journal_store_restore_backup (session->store, path, &replaced, &error))
    return msp_cli_journal_error (session, error);

  shown = g_filename_display_name (replaced);
  g_print (_ ("The journal is what the backup was. What it was before is kept: %s\n"), shown);

  return MSP_CLI_DONE;
}

int
msp_cli_restore_backup (MspCliSession *session,
                        char         **arguments)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what is in both"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *time = NULL;
  g_autofree char *what = NULL;
  MspJournalContents contents;
  int status;

  session->summary = _ ("Makes the journal what a backup is, and keeps what it was as another backup.");
  if (!msp_cli_session_parse (session, arguments, entries, "FILE", 1, 1, &status))
    return status;

  path = find_backup (session, session->rest[0]);
  if (!msp_journal_look_at_backup (path, &contents, &error))
    return msp_cli_failed (_ ("\"%s\" cannot be restored: %s"), path, error->message);

  time = time_to_text (msp_backup_get_time (path), "%Y-%m-%d %H:%M:%S");
  what = g_strdup_printf (_ ("Backup of %s"), time);
  print_contents (what, &contents);

  return restore (session, path, dry_run);
}
