/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-bulk-writer"

#include "app/widgets/msp-bulk-writer.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-entry-actions.h"
#include "exchange/msp-contribution-text.h"

/* One text on its way. */
typedef struct
{
  GtkWidget     *widget;   /* (owned) */
  MspServices   *services; /* (owned) */
  GPtrArray     *entries;  /* (owned) (nullable): NULL until read */
  MspBulkWritten written;
  gpointer       user_data;
} Writing;

static void
writing_free (Writing *self)
{
  self->written (self->user_data);
  g_object_unref (self->widget);
  g_object_unref (self->services);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

/* In a thread, for many entries take a while. */
static void
make_text (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Writing *self = task_data;

  g_task_return_pointer (task, msp_contributions_to_text (self->entries), g_free);
}

static void
text_made (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Writing) self = user_data;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *said = NULL;

  /* The window may be gone by now. */
  if (gtk_widget_get_root (self->widget) == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->widget), text);
  said = g_strdup_printf (ngettext ("The contribution was copied.", "%u contributions were copied.",
                                    self->entries->len), self->entries->len);
  gtk_widget_activate_action (self->widget, "win.toast", "s", said);
}

static void
entries_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Writing *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  self->entries = msp_journal_store_entries_finish (MSP_JOURNAL_STORE (source), result, &error);
  if (self->entries == NULL)
    {
      msp_entry_actions_say_error (self->widget, self->services, error);
      writing_free (self);
      return;
    }

  task = g_task_new (NULL, NULL, text_made, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, make_text);
}

void
msp_bulk_writer_run (GtkWidget         *widget,
                     MspServices       *services,
                     const char *const *ids,
                     MspBulkWritten     written,
                     gpointer           user_data)
{
  Writing *self = g_new0 (Writing, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget) && ids != NULL && written != NULL);

  self->widget = g_object_ref (widget);
  self->services = g_object_ref (services);
  self->written = written;
  self->user_data = user_data;
  msp_journal_store_entries_async (msp_services_get_store (services), ids, NULL, entries_read, self);
}
