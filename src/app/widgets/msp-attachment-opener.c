/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-attachment-opener"

#include "app/widgets/msp-attachment-opener.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-attachment-folder.h"
#include "journal/msp-attachment-view.h"

/* One file being opened. */
typedef struct
{
  char          *folder;     /* (owned) */
  MspAttachment *attachment; /* (owned) */
  GtkWindow     *parent;     /* (owned) (nullable) */
  char          *path;       /* (owned) (nullable): its copy */
  gboolean       can_run;
} Opening;

static void
opening_free (Opening *self)
{
  g_free (self->folder);
  msp_attachment_free (self->attachment);
  g_clear_object (&self->parent);
  g_free (self->path);
  g_free (self);
}

static void
make_view_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;

  opening->path = msp_attachment_make_view (opening->folder, opening->attachment, cancellable,
                                            &opening->can_run, &error);
  if (opening->path != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
shown (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_FAILED,
                             _ ("“%s” cannot be opened (%s). Is there a program for it?"),
                             opening->attachment->name, error->message);
}

static void
view_made (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Opening *opening = g_task_get_task_data (task);
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  folder = g_path_get_dirname (opening->path);
  uri = g_filename_to_uri (opening->can_run ? folder : opening->path, NULL, NULL);
  gtk_show_uri_full (opening->parent, uri, GDK_CURRENT_TIME, g_task_get_cancellable (task), shown,
                     g_object_ref (task));
}

void
msp_attachment_open_async (MspJournalStore     *store,
                           const MspAttachment *attachment,
                           GtkWindow           *parent,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;
  g_autoptr (GTask) copying = NULL;
  Opening *opening;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (store) && attachment != NULL && GTK_IS_WINDOW (parent));

  opening = g_new0 (Opening, 1);
  opening->folder = g_strdup (msp_journal_store_get_attachment_folder (store));
  opening->attachment = msp_attachment_copy (attachment);
  opening->parent = g_object_ref (parent);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, msp_attachment_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  /* The task above keeps what this one works with. */
  copying = g_task_new (store, cancellable, view_made, task);
  g_task_set_source_tag (copying, make_view_in_thread);
  g_task_set_task_data (copying, opening, NULL);
  g_task_run_in_thread (copying, make_view_in_thread);
}

gboolean
msp_attachment_open_finish (MspJournalStore  *store,
                            GAsyncResult     *result,
                            char            **remark,
                            GError          **error)
{
  const Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  opening = g_task_get_task_data (G_TASK (result));
  *remark = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (opening->can_run)
    *remark = g_strdup_printf (_ ("“%s” is a program, so it was not started. Its folder was opened "
                                  "instead."), opening->attachment->name);

  return TRUE;
}
