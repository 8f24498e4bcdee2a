/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-text-saver"

#include "app/widgets/msp-text-saver.h"

#include <glib/gi18n-lib.h>

#include "base/msp-output-file.h"

/* One question for a file, until the text is written. */
typedef struct
{
  GtkWidget            *widget;  /* (owned): who asked */
  GtkFileChooserNative *chooser; /* (owned) */
  GBytes               *text;    /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->chooser);
  g_clear_object (&saving->widget);
  g_bytes_unref (saving->text);
  g_free (saving);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Saving *saving = task_data;
  const char *path = g_file_peek_path (G_FILE (source));
  GError *error = NULL;
  gboolean is_written;

  /* A place that is not on this computer is its file system's affair. */
  if (path != NULL)
    is_written = msp_output_file_save (path, g_bytes_get_data (saving->text, NULL),
                                       g_bytes_get_size (saving->text), &error);
  else
    is_written = g_file_replace_contents (G_FILE (source), g_bytes_get_data (saving->text, NULL),
                                          g_bytes_get_size (saving->text), NULL, FALSE,
                                          G_FILE_CREATE_PRIVATE, NULL, NULL, &error);

  if (is_written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
text_written (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Saving *saving = user_data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      message = g_strdup_printf (_ ("Saved “%s”"), shown);
    }
  else
    {
      g_message ("Cannot save: %s", error->message);
      message = g_strdup_printf (_ ("“%s” could not be saved. Choose another folder, or check that the "
                                    "disk has space."), shown);
    }

  gtk_widget_activate_action (saving->widget, "win.toast", "s", message);
  saving_free (saving);
}

static void
chooser_answered (GtkNativeDialog *chooser,
                  int              response,
                  Saving          *saving)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (file == NULL)
    {
      saving_free (saving);
      return;
    }

  task = g_task_new (file, NULL, text_written, saving);
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * msp_text_saver_ask_bytes:
 * @widget: who asks, in a window
 * @title: the title of the question
 * @file_name: the name suggested
 * @bytes: what is saved
 *
 * Asks for a file and writes @bytes to it, whole or not at all; what came of it is said in a toast.
 */
void
msp_text_saver_ask_bytes (GtkWidget  *widget,
                          const char *title,
                          const char *file_name,
                          GBytes     *bytes)
{
  Saving *saving;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (title != NULL);
  g_return_if_fail (file_name != NULL);
  g_return_if_fail (bytes != NULL);

  saving = g_new0 (Saving, 1);
  saving->widget = g_object_ref (widget);
  saving->text = g_bytes_ref (bytes);
  saving->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)),
                                                 GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), file_name);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (chooser_answered), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

void
msp_text_saver_ask (GtkWidget  *widget,
                    const char *title,
                    const char *file_name,
                    const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (text != NULL);

  bytes = g_bytes_new (text, strlen (text));
  msp_text_saver_ask_bytes (widget, title, file_name, bytes);
}
