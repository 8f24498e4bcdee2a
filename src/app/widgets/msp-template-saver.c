/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-template-saver"

#include "app/widgets/msp-template-saver.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-limited-text.h"
#include "base/msp-text.h"
#include "journal/msp-journal-templates.h"

#define SAVE "save"
#define SAVING "msp-saving"

/* What is to be kept, until it is or is not wanted. */
typedef struct
{
  GtkEditable     *name_row; /* (unowned): in the dialog */
  MspServices     *services; /* (owned) */
  MspContribution *entry;    /* (owned) */
  char            *name;     /* (owned) (nullable): that was chosen */
  MspTemplateSaved done;
  gpointer         owner;    /* (owned) */
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->services);
  msp_contribution_free (self->entry);
  g_free (self->name);
  g_object_unref (self->owner);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
template_saved (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (msp_journal_store_change_template_finish (MSP_JOURNAL_STORE (source), result, &error))
    text = g_strdup_printf (_ ("The template “%s” was saved."), self->name);
  else
    text = msp_database_error_to_text (error, msp_services_get_journal_path (self->services));
  self->done (text, self->owner);
}

static void
answered (GtkWindow  *dialog,
          const char *response)
{
  g_autoptr (Saving) self = g_object_steal_data (G_OBJECT (dialog), SAVING);
  MspJournalStore *store = msp_services_get_store (self->services);

  gtk_window_set_transient_for (dialog, NULL); /* it may outlive the parent */
  if (!g_str_equal (response, SAVE) || store == NULL)
    return;

  self->name = msp_text_clean (gtk_editable_get_text (self->name_row), FALSE);
  msp_journal_store_change_template_async (store, NULL, self->name, self->entry, NULL,
                                           template_saved, self);
  self = NULL;
}

static void
name_changed (AdwMessageDialog *dialog,
              GtkEditable      *row)
{
  adw_message_dialog_set_response_enabled (dialog, SAVE,
                                           !msp_text_is_blank (gtk_editable_get_text (row)));
}

static GtkWidget *
make_name_list (AdwMessageDialog *dialog,
                Saving           *saving,
                const char       *name)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *cut =
    g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MSP_TEMPLATE_NAME_MAX));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name"));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  msp_limited_text_set (GTK_EDITABLE (row), MSP_TEMPLATE_NAME_MAX);
  gtk_editable_set_text (GTK_EDITABLE (row), cut);
  saving->name_row = GTK_EDITABLE (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (name_changed), dialog, G_CONNECT_SWAPPED);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);

  return list;
}

void
msp_template_saver_ask (GtkWindow             *parent,
                        MspServices           *services,
                        const MspContribution *entry,
                        MspTemplateSaved       done,
                        gpointer               owner)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _ ("Save as Template"),
                                                _ ("New entries can begin with what stands in this one. "
                                                   "Date and figures are not kept. A template of the "
                                                   "same name is replaced.")));
  Saving *saving = g_new0 (Saving, 1);

  saving->services = g_object_ref (services);
  saving->entry = msp_contribution_copy (entry);
  saving->done = done;
  saving->owner = owner;
  adw_message_dialog_set_extra_child (dialog, make_name_list (dialog, saving, entry->title));
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, SAVE, _ ("_Save"));
  adw_message_dialog_set_response_appearance (dialog, SAVE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, SAVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  name_changed (dialog, saving->name_row);
  g_object_set_data_full (G_OBJECT (dialog), SAVING, saving, (GDestroyNotify) saving_free);
  g_signal_connect (dialog, "response", G_CALLBACK (answered), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (saving->name_row));
}
