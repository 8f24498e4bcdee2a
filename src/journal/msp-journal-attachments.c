/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-attachments"

#include "journal/msp-journal-attachments.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-attachment-folder.h"
#include "journal/msp-attachment-removal.h"
#include "journal/msp-entry-attachments.h"

/* One copy into the folder. */
typedef struct
{
  char                 *folder; /* (owned) */
  GFile                *source; /* (owned) */
  GFileProgressCallback progress; /* (nullable) */
  gpointer              progress_data;
} Attach;

/* What the worker does when the journal is opened and closed. */
typedef struct
{
  const char *journal_path;
  char       *folder; /* (owned) (nullable): answer */
} Care;

static void
attach_free (Attach *self)
{
  g_free (self->folder);
  g_object_unref (self->source);
  g_free (self);
}

static gboolean
check_writable (MspJournalStore  *self,
                GError          **error)
{
  if (!msp_journal_store_is_read_only (self))
    return TRUE;

  g_set_error_literal (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_READ_ONLY,
                       _ ("Nothing can be attached, because the journal can only be read."));

  return FALSE;
}

MspAttachment *
msp_journal_store_attach (MspJournalStore  *self,
                          GFile            *source,
                          GError          **error)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && G_IS_FILE (source), NULL);

  if (!check_writable (self, error))
    return NULL;

  return msp_attachment_copy_in (msp_journal_store_get_attachment_folder (self), source, NULL, NULL,
                                 NULL, error);
}

static void
attach_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Attach *attach = task_data;
  GError *error = NULL;
  MspAttachment *attachment =
    msp_attachment_copy_in (attach->folder, attach->source, attach->progress,
                            attach->progress_data, cancellable, &error);

  if (attachment != NULL)
    g_task_return_pointer (task, attachment, (GDestroyNotify) msp_attachment_free);
  else
    g_task_return_error (task, error);
}

void
msp_journal_store_attach_async (MspJournalStore       *self,
                                GFile                 *source,
                                GFileProgressCallback  progress,
                                gpointer               progress_data,
                                GCancellable          *cancellable,
                                GAsyncReadyCallback    callback,
                                gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Attach *attach;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && G_IS_FILE (source));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, msp_journal_store_attach_async);
  if (!check_writable (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  attach = g_new0 (Attach, 1);
  attach->folder = g_strdup (msp_journal_store_get_attachment_folder (self));
  attach->source = g_object_ref (source);
  attach->progress = progress;
  attach->progress_data = progress_data;
  g_task_set_task_data (task, attach, (GDestroyNotify) attach_free);
  g_task_run_in_thread (task, attach_in_thread);
}

MspAttachment *
msp_journal_store_attach_finish (MspJournalStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
release (MspDatabase  *database,
         gpointer      data,
         GError      **error)
{
  return msp_attachment_removal_release (database, data, error);
}

void
msp_journal_store_release (MspJournalStore *self,
                           const char      *hash)
{
  GTask *task;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && hash != NULL);

  if (msp_journal_store_is_read_only (self))
    return;

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, msp_journal_store_release);
  g_task_set_task_data (task, g_strdup (hash), g_free);
  msp_database_queue (msp_journal_store_get_database (self), task, release);
}

char *
msp_journal_store_find_attachment (MspJournalStore *self,
                                   const char      *hash)
{
  const char *folder;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && hash != NULL, NULL);

  folder = msp_journal_store_get_attachment_folder (self);

  return msp_attachment_is_there (folder, hash) ? msp_attachment_path (folder, hash) : NULL;
}

/* What is left over stays left over if it cannot be removed: that is no reason not to open. */
static gboolean
begin (MspDatabase  *database,
       gpointer      data,
       GError      **error)
{
  Care *care = data;
  g_autoptr (GError) local_error = NULL;

  care->folder = msp_entry_attachments_folder (database);
  if (msp_database_is_read_only (database))
    return TRUE;

  if (!msp_attachment_removal_start (database, error))
    return FALSE;
  if (!msp_attachment_removal_sweep (database, care->journal_path, &local_error))
    g_debug ("Attachments that are left over stay: %s", local_error->message);

  return TRUE;
}

char *
msp_journal_attachments_begin (MspJournalStore  *store,
                               GError          **error)
{
  Care care = { .journal_path = msp_journal_store_get_path (store) };

  if (!msp_database_call (msp_journal_store_get_database (store), begin, &care, error))
    {
      g_free (care.folder);
      return NULL;
    }

  /* A journal that is not on the disk has no name there. */
  return care.folder != NULL ? care.folder : msp_attachment_folder_of (care.journal_path);
}

static gboolean
end (MspDatabase  *database,
     gpointer      data,
     GError      **error)
{
  const Care *care = data;

  return msp_database_is_read_only (database) ||
         msp_attachment_removal_finish (database, care->journal_path, error);
}

void
msp_journal_attachments_end (MspJournalStore *store)
{
  Care care = { .journal_path = msp_journal_store_get_path (store) };
  g_autoptr (GError) error = NULL;

  if (!msp_database_call (msp_journal_store_get_database (store), end, &care, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_debug ("Attachments that nobody uses stay: %s", error->message);
}
