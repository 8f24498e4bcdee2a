/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-file-page"

#include "app/widgets/msp-import-file-page.h"

#include <glib/gi18n-lib.h>

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspImportFilePage:
 *
 * Asks for a file, shows that it is being opened, and says why it cannot be read.
 */
struct _MspImportFilePage
{
  AdwBin         parent_instance;

  /* Template widgets */
  GtkStack      *stack;
  AdwStatusPage *status;
  GtkWidget     *encoding_button;
  GtkWidget     *choose_button;
  GtkSpinner    *spinner;
  GtkLabel      *opening_label;

  MspImportJob  *job; /* (owned) (nullable): NULL until set */
};

G_DEFINE_FINAL_TYPE (MspImportFilePage, msp_import_file_page, ADW_TYPE_BIN)

static void
show_status (MspImportFilePage *self,
             const char        *icon,
             const char        *title,
             const char        *description)
{
  /* It is parsed as markup, and names the file. */
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
}

static void
focus (MspImportFilePage *self)
{
  gboolean is_encoding = gtk_widget_get_visible (self->encoding_button);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (is_encoding ? self->encoding_button : self->choose_button);
}

static void
changed (MspImportFilePage *self)
{
  MspImportJobState state = msp_import_job_get_state (self->job);
  gboolean has_failed = state == MSP_IMPORT_JOB_FAILED;
  gboolean is_opening = state == MSP_IMPORT_JOB_OPENING;
  g_autofree char *opening = NULL;

  gtk_spinner_set_spinning (self->spinner, is_opening);
  gtk_widget_set_visible (self->encoding_button,
                          has_failed && msp_import_job_is_encoding (self->job));
  gtk_button_set_label (GTK_BUTTON (self->choose_button),
                        has_failed ? _ ("Choose Another File…") : _ ("Choose a File…"));
  if (has_failed)
    show_status (self, "dialog-warning-symbolic", _ ("This Cannot Be Imported"),
                 msp_import_job_get_problem (self->job));
  else if (state == MSP_IMPORT_JOB_IDLE)
    show_status (self, "document-open-symbolic", _ ("Bring Your Contributions"),
                 _ ("A table in CSV, the data export of the portal, entries in JSON or Markdown. Choose "
                    "the file, drop it here, or paste a table."));
  if (is_opening)
    {
      /* Translators: the name of a file. */
      opening = g_strdup_printf (_ ("Reading %s"), msp_import_job_get_name (self->job));
      gtk_label_set_text (self->opening_label, opening);
    }
  gtk_stack_set_visible_child_name (self->stack, is_opening ? "opening" : "choose");
  focus (self);
}

static void
msp_import_file_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (msp_import_file_page_parent_class)->map (widget);

  focus (MSP_IMPORT_FILE_PAGE (widget));
}

static void
msp_import_file_page_dispose (GObject *object)
{
  MspImportFilePage *self = MSP_IMPORT_FILE_PAGE (object);

  /* Before the template goes: AdwBin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_IMPORT_FILE_PAGE);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (msp_import_file_page_parent_class)->dispose (object);
}

static void
msp_import_file_page_class_init (MspImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_import_file_page_dispose;
  widget_class->map = msp_import_file_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspImportFilePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MspImportFilePage, status);
  gtk_widget_class_bind_template_child (widget_class, MspImportFilePage, encoding_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportFilePage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportFilePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MspImportFilePage, opening_label);
}

static void
msp_import_file_page_init (MspImportFilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
msp_import_file_page_new (MspImportJob *job)
{
  MspImportFilePage *self = g_object_new (MSP_TYPE_IMPORT_FILE_PAGE, NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  changed (self);

  return GTK_WIDGET (self);
}
