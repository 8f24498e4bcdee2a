/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-rejects-saver"

#include "app/widgets/msp-import-rejects-saver.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget            *widget;  /* (owned) */
  MspImportJob         *job;     /* (owned): keeps source and report */
  GtkFileChooserNative *chooser; /* (owned) */
  char                 *path;    /* (owned) (nullable): NULL until chosen */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_clear_object (&self->chooser);
  g_clear_object (&self->widget);
  g_clear_object (&self->job);
  g_free (self->path);
  g_free (self);
}

static const char *
suggest_name (MspImportJob *job)
{
  switch (msp_import_source_get_kind (msp_import_job_get_source (job)))
    {
    case MSP_IMPORT_CSV:
      return _ ("rejected-rows.csv");

    case MSP_IMPORT_PORTAL_MARKDOWN:
      return _ ("rejected-rows.md");

    case MSP_IMPORT_JSON:
    case MSP_IMPORT_PRIVACY_EXPORT:
    case MSP_IMPORT_COMPANION_JSON:
    case MSP_IMPORT_AUTO:
    default:
      return _ ("rejected-rows.json");
    }
}

static void
save_on_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Saving *self = task_data;
  GError *error = NULL;

  if (msp_import_save_rejects (msp_import_job_get_source (self->job),
                               msp_import_job_get_report (self->job), self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  const Saving *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      text = g_strdup_printf (_ ("Saved “%s”"), name);
    }
  else
    {
      g_message ("Cannot save the rejected rows: %s", error->message);
      text = g_strdup_printf (_ ("“%s” could not be saved. Choose another folder, or check that the "
                                 "disk has space."), name);
    }
  gtk_widget_activate_action (self->widget, "import.toast", "s", text);
}

static void
answered (GtkNativeDialog *chooser,
          int              response,
          Saving          *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      saving_free (self);
      return;
    }

  task = g_task_new (NULL, NULL, saved, NULL);
  g_task_set_task_data (task, self, saving_free);
  g_task_run_in_thread (task, save_on_worker);
}

void
msp_import_rejects_saver_ask (GtkWidget    *widget,
                              MspImportJob *job)
{
  Saving *self;

  g_return_if_fail (GTK_IS_WIDGET (widget) && MSP_IS_IMPORT_JOB (job));

  self = g_new0 (Saving, 1);
  self->widget = g_object_ref (widget);
  self->job = g_object_ref (job);
  self->chooser = gtk_file_chooser_native_new (_ ("Save Rejected Rows"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), suggest_name (job));
  g_signal_connect (self->chooser, "response", G_CALLBACK (answered), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
