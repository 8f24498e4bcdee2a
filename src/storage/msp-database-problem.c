/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-database-problem"

#include "storage/msp-database-problem.h"

#include <glib/gi18n-lib.h>

#include "storage/msp-statement.h"

static const char *
explain (MspDatabaseError code)
{
  switch (code)
    {
    case MSP_DATABASE_ERROR_FULL:
      return _ ("The disk is full. Nothing that was saved is lost. Free some space, then save again.");

    case MSP_DATABASE_ERROR_READ_ONLY:
      return _ ("The journal can be read but not written. Check the permissions of the file and of "
                "its folder.");

    case MSP_DATABASE_ERROR_CORRUPT:
      return _ ("The journal is damaged. It was left as it is. Put a copy of it in a safe place, "
                "then replace it by a backup.");

    case MSP_DATABASE_ERROR_TOO_NEW:
      return _ ("The journal was written by a newer release of MS Programs. It was left as it is. "
                "Install the newer release to open it.");

    case MSP_DATABASE_ERROR_FOREIGN:
      return _ ("The file belongs to another application. It was left as it is. Choose another file.");

    case MSP_DATABASE_ERROR_BUSY:
      return _ ("Another program has been writing to the journal for too long. Nothing is lost. Try "
                "again in a moment.");

    case MSP_DATABASE_ERROR_IO:
      return _ ("The disk did not read or write as it should. Nothing that was saved is lost. Check "
                "the disk, then try again.");

    case MSP_DATABASE_ERROR_CANT_OPEN:
      return _ ("The journal cannot be opened. Check that its folder exists and that you may write "
                "in it.");

    case MSP_DATABASE_ERROR_CHANGED:
      return _ ("This cannot be taken back any more. Nothing is lost.");

    case MSP_DATABASE_ERROR_CONSTRAINT:
    case MSP_DATABASE_ERROR_FAILED:
    default:
      return _ ("The journal refused this. Nothing that was saved is lost.");
    }
}

/**
 * msp_database_error_to_text:
 * @error: what went wrong
 * @path: (nullable) (type filename): the file
 *
 * Returns: (transfer full): for people: what happened, that nothing is lost, what to do, and where
 */
char *
msp_database_error_to_text (const GError *error,
                            const char   *path)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != MSP_DATABASE_ERROR)
    return g_strdup (error->message);

  if (shown == NULL)
    return g_strdup_printf ("%s (%s)", explain ((MspDatabaseError) error->code), error->message);

  return g_strdup_printf ("%s (%s: %s)", explain ((MspDatabaseError) error->code), shown,
                          error->message);
}

static gboolean
collect (MspDatabase   *database,
         const char    *sql,
         const char    *healthy,
         GStrvBuilder  *problems,
         GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *statement = msp_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  while (msp_statement_next (statement, &local_error))
    {
      const char *text = msp_statement_column_text (statement, 0);

      if (g_strcmp0 (text, healthy) != 0)
        g_strv_builder_add (problems, text != NULL ? text : "?");
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * msp_database_check:
 * @database: a database, on its worker
 * @problems: what is wrong is added here, a line each
 * @error: return location for an error
 *
 * Checks every page and every reference between tables.
 *
 * Returns: whether the check could be made
 */
gboolean
msp_database_check (MspDatabase   *database,
                    GStrvBuilder  *problems,
                    GError       **error)
{
  return collect (database, "PRAGMA integrity_check", "ok", problems, error) &&
         collect (database, "SELECT 'foreign key: ' || \"table\" || ' row ' || rowid "
                            "FROM pragma_foreign_key_check", NULL, problems, error);
}
