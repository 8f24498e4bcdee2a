/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-attachments"

#include "journal/msp-entry-attachments.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "journal/msp-attachment-folder.h"
#include "storage/msp-statement.h"

char *
msp_entry_attachments_folder (MspDatabase *database)
{
  MspStatement *select =
    msp_database_prepare (database, "SELECT file FROM pragma_database_list WHERE name = 'main'",
                          NULL);
  char *folder = NULL;

  if (select != NULL && msp_statement_next (select, NULL))
    {
      const char *path = msp_statement_column_text (select, 0);

      if (path != NULL && *path != '\0')
        folder = msp_attachment_folder_of (path);
    }
  if (select != NULL)
    msp_statement_reset (select);

  return folder;
}

/* What a damaged file does not say is empty. */
static const char *
text_of (MspStatement *row,
         int           column)
{
  const char *text = msp_statement_column_text (row, column);

  return text != NULL ? text : "";
}

MspStatement *
msp_entry_attachments_prepare (MspDatabase  *database,
                               GError      **error)
{
  return msp_database_prepare (database, "SELECT name, hash, size, added FROM attachment "
                                         "WHERE contribution = :key ORDER BY id", error);
}

gboolean
msp_entry_attachments_read (MspStatement  *prepared,
                            gint64         key,
                            GPtrArray     *list,
                            GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  msp_statement_bind_int (prepared, ":key", key);
  while (msp_statement_next (prepared, &local_error))
    g_ptr_array_add (list, msp_attachment_new (text_of (prepared, 0), text_of (prepared, 1),
                                               msp_statement_column_int (prepared, 2),
                                               text_of (prepared, 3)));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
msp_entry_attachments_use (MspDatabase *database,
                           const char  *hash)
{
  g_autoptr (GError) error = NULL;
  MspStatement *select =
    msp_database_prepare (database, "SELECT 1 FROM attachment WHERE hash = :hash", &error);
  gboolean found;

  if (select == NULL)
    return TRUE;

  msp_statement_bind_text (select, ":hash", hash);
  found = msp_statement_next (select, &error);
  msp_statement_reset (select);

  /* What cannot be known is no reason to remove anything. */
  return found || error != NULL;
}

static gboolean
check_file (MspDatabase    *database,
            const char     *hash,
            const char     *name,
            GError        **error)
{
  g_autofree char *folder = msp_entry_attachments_folder (database);

  if (folder != NULL && msp_attachment_is_there (folder, hash))
    return TRUE;

  g_set_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_MISSING,
               _ ("“%s” is not in the journal's folder any more. Nothing was saved. Attach it "
                  "again, or leave it out."), name);

  return FALSE;
}

/* A key that was never used: undo finds the row that it means, or none. */
static gboolean
next_key (MspDatabase  *database,
          gint64       *key,
          GError      **error)
{
  MspStatement *select =
    msp_database_prepare (database, "SELECT coalesce(max(id), 0) + 1 FROM attachment", error);

  if (select == NULL || !msp_statement_next (select, error))
    return FALSE;

  *key = MAX (msp_statement_column_int (select, 0), g_get_real_time ());
  msp_statement_reset (select);

  return TRUE;
}

static gboolean
insert (MspDatabase          *database,
        gint64                contribution,
        const MspAttachment  *attachment,
        GError              **error)
{
  g_autofree char *now = msp_clock_now_utc ();
  MspStatement *statement;
  gint64 key = 0;

  /* A file that has a row is not removed, and it may be its owner who took it away. */
  if (!msp_entry_attachments_use (database, attachment->hash) &&
      !check_file (database, attachment->hash, attachment->name, error))
    return FALSE;
  if (!next_key (database, &key, error))
    return FALSE;

  statement = msp_database_prepare (database, "INSERT INTO attachment "
                                              "(id, contribution, hash, name, size, added) VALUES "
                                              "(:id, :contribution, :hash, :name, :size, :added)", error);
  if (statement == NULL)
    return FALSE;

  msp_statement_bind_int (statement, ":id", key);
  msp_statement_bind_int (statement, ":contribution", contribution);
  msp_statement_bind_text (statement, ":hash", attachment->hash);
  msp_statement_bind_text (statement, ":name", attachment->name);
  msp_statement_bind_int (statement, ":size", attachment->size);
  msp_statement_bind_text (statement, ":added", *attachment->added != '\0' ? attachment->added : now);

  return msp_statement_run (statement, error);
}

static gboolean
has (GPtrArray           *list,
     const MspAttachment *attachment)
{
  const MspAttachment *other = msp_attachments_find (list, attachment->name);

  return other != NULL && g_str_equal (other->hash, attachment->hash);
}

gboolean
msp_entry_attachments_write (MspDatabase  *database,
                             gint64        key,
                             GPtrArray    *kept,
                             GPtrArray    *list,
                             GError      **error)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (kept, i);
      MspStatement *statement;

      if (has (list, attachment))
        continue;

      statement = msp_database_prepare (database, "DELETE FROM attachment WHERE contribution = :key "
                                                  "AND name = :name", error);
      if (statement == NULL)
        return FALSE;

      msp_statement_bind_int (statement, ":key", key);
      msp_statement_bind_text (statement, ":name", attachment->name);
      if (!msp_statement_run (statement, error))
        return FALSE;
    }

  for (guint i = 0; i < list->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (list, i);

      if (!has (kept, attachment) && !insert (database, key, attachment, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
msp_entry_attachments_verify (MspDatabase  *database,
                              gint64        key,
                              GError      **error)
{
  g_autoptr (GPtrArray) list = msp_attachments_new ();
  MspStatement *prepared = msp_entry_attachments_prepare (database, error);

  if (prepared == NULL || !msp_entry_attachments_read (prepared, key, list, error))
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (list, i);

      if (!check_file (database, attachment->hash, attachment->name, error))
        return FALSE;
    }

  return TRUE;
}
