/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-intake"

#include "app/widgets/msp-intake.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-import-dialog.h"
#include "app/widgets/msp-link-catcher.h"

#define DATA "msp-intake"

typedef struct
{
  GtkWidget       *window;   /* (unowned): it has the actions */
  MspServices     *services; /* (owned) */
  MspImportDialog *dialog;   /* (unowned) (nullable): while it is open */
} Intake;

static void
intake_free (gpointer data)
{
  Intake *self = data;

  g_clear_weak_pointer (&self->dialog);
  g_object_unref (self->services);
  g_free (self);
}

/* Somebody may still hold a window that is gone. */
static gboolean
is_open (MspImportDialog *dialog)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  return dialog != NULL && g_list_find (windows, dialog) != NULL;
}

/* (nullable): NULL where nothing can be imported; it is said why */
static MspImportDialog *
ensure_dialog (Intake *self)
{
  if (!msp_services_get_can_write (self->services))
    {
      gtk_widget_activate_action (self->window, "win.toast", "s",
                                  _ ("Nothing can be imported while the journal is read-only."));
      return NULL;
    }

  /* What comes of it is seen there, and so is its toast. */
  gtk_widget_activate_action (self->window, "win.show-page", "s", "journal");
  if (!is_open (self->dialog))
    g_set_weak_pointer (&self->dialog,
                        msp_import_dialog_new (GTK_WINDOW (self->window), self->services));
  gtk_window_present (GTK_WINDOW (self->dialog));

  return self->dialog;
}

static void
import_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  MspImportDialog *dialog = ensure_dialog (user_data);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = NULL;

  if (dialog == NULL || *path == '\0')
    return;

  file = g_file_new_for_commandline_arg (path);
  msp_import_dialog_open (dialog, file);
}

static void
import_text_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  MspImportDialog *dialog = ensure_dialog (user_data);

  if (dialog != NULL)
    msp_import_dialog_open_text (dialog, g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "import", .activate = import_activated, .parameter_type = "s" },
  { .name = "import-text", .activate = import_text_activated, .parameter_type = "s" },
};

void
msp_intake_add (GtkApplicationWindow *window,
                MspServices          *services)
{
  Intake *self;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  self = g_new0 (Intake, 1);
  self->window = GTK_WIDGET (window);
  self->services = g_object_ref (services);
  g_object_set_data_full (G_OBJECT (window), DATA, self, intake_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  msp_link_catcher_add (GTK_WIDGET (window));
}
