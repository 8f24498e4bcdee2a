/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-file-fields"

#include "app/widgets/msp-file-fields.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-attachment-opener.h"
#include "journal/msp-attachment-folder.h"
#include "journal/msp-journal-attachments.h"

#define PROGRESS_DELAY_MS 1000
#define PROGRESS_STEP_MS 100
#define PROGRESS_SCALE 1000
#define ROW_NAME "msp-attachment-name"

/**
 * MspFileFields:
 *
 * The files attached to a contribution, a row for each. One after the other is copied into the
 * journal's folder, and belongs to the contribution once that is saved.
 */
struct _MspFileFields
{
  AdwPreferencesGroup   parent_instance;

  GtkWidget            *attach_button; /* in it */
  AdwActionRow         *progress_row;  /* in it, shown while a long copy runs */
  GtkProgressBar       *progress_bar;  /* in that */

  MspJournalStore      *store;         /* (owned) (nullable) */
  GPtrArray            *attachments;   /* (owned) (element-type MspAttachment) */
  GPtrArray            *rows;          /* (owned) (element-type AdwActionRow): in it, one each */
  GtkFileChooserNative *chooser;       /* (owned) (nullable): while it is open */
  GQueue                waiting;       /* (element-type GFile): to be copied */
  GFile                *copying;       /* (owned) (nullable) */
  GCancellable         *cancellable;   /* (owned): of the copies */
  GCancellable         *closing;       /* (owned): of what else is under way */
  GString              *problems;      /* (owned): of this lot of files */
  guint                 progress_source;
  int                   progress;      /* atomic: of PROGRESS_SCALE */
};

G_DEFINE_FINAL_TYPE (MspFileFields, msp_file_fields, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say (MspFileFields *self,
     const char    *text)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0, text);
}

static const MspAttachment *
attachment_of (MspFileFields *self,
               GtkWidget     *row)
{
  return msp_attachments_find (self->attachments, g_object_get_data (G_OBJECT (row), ROW_NAME));
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MspFileFields) self = user_data;
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;

  if (msp_attachment_open_finish (MSP_JOURNAL_STORE (source), result, &remark, &error))
    say (self, remark);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
open_row (GtkWidget *row)
{
  MspFileFields *self = MSP_FILE_FIELDS (gtk_widget_get_ancestor (row, MSP_TYPE_FILE_FIELDS));

  msp_attachment_open_async (self->store, attachment_of (self, row),
                             GTK_WINDOW (gtk_widget_get_root (row)), self->closing, opened,
                             g_object_ref (self));
}

static void
remove_row (GtkWidget *row)
{
  MspFileFields *self = MSP_FILE_FIELDS (gtk_widget_get_ancestor (row, MSP_TYPE_FILE_FIELDS));

  msp_attachments_remove (self->attachments, g_object_get_data (G_OBJECT (row), ROW_NAME));
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_remove (self->rows, row);
  say (self, NULL);
  gtk_widget_grab_focus (self->attach_button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            const char *tooltip,
            const char *name,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  msp_format_accessible_label (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return button;
}

static void
add_row (MspFileFields       *self,
         const MspAttachment *attachment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *size = g_format_size ((guint64) attachment->size);
  g_autofree char *path = self->store != NULL
                          ? msp_journal_store_find_attachment (self->store, attachment->hash) : NULL;
  g_autofree char *kind = g_content_type_guess (attachment->name, NULL, 0, NULL);
  g_autoptr (GIcon) icon = g_content_type_get_symbolic_icon (kind);
  g_autofree char *open = g_strdup_printf (_ ("Open %s"), attachment->name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), attachment->name);
  GtkWidget *open_button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), attachment->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               path != NULL ? size : _ ("This file is missing in the journal's folder."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_gicon (icon));
  g_object_set_data_full (G_OBJECT (row), ROW_NAME, g_strdup (attachment->name), g_free);
  open_button = add_button (row, "document-open-symbolic", _ ("Open"), open, G_CALLBACK (open_row));
  gtk_widget_set_sensitive (open_button, path != NULL);
  add_button (row, "edit-delete-symbolic", _ ("Remove"), remove, G_CALLBACK (remove_row));
  msp_format_accessible_label (row, attachment->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* On the thread that copies. */
static void
copy_progressed (goffset  done,
                 goffset  total,
                 gpointer data)
{
  MspFileFields *self = data;

  if (total > 0)
    g_atomic_int_set (&self->progress, (int) (MIN (done, total) * PROGRESS_SCALE / total));
}

static gboolean
show_progress (gpointer data)
{
  MspFileFields *self = data;
  g_autofree char *name = g_file_get_basename (self->copying);
  g_autofree char *shown = msp_attachment_clean_name (name);
  g_autofree char *title = g_strdup_printf (_ ("Copying %s"), shown);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->progress_row), title);
  msp_format_accessible_label (GTK_WIDGET (self->progress_bar), title);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 (double) g_atomic_int_get (&self->progress) / PROGRESS_SCALE);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->progress_row)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->progress_row), TRUE);
      self->progress_source = g_timeout_add (PROGRESS_STEP_MS, show_progress, self);
      return G_SOURCE_REMOVE;
    }

  return G_SOURCE_CONTINUE;
}

static void
stop_progress (MspFileFields *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_row), FALSE);
}

static void copy_next (MspFileFields *self);

static void
take (MspFileFields *self,
      MspAttachment *attachment)
{
  g_autofree char *name = g_strdup (attachment->name);

  if (self->attachments->len >= MSP_ATTACHMENTS_MAX)
    {
      g_string_append_printf (self->problems, _ ("“%s” is one file too many: at most %d fit.\n"), name,
                              MSP_ATTACHMENTS_MAX);
      msp_attachment_free (attachment);
      return;
    }

  if (msp_attachments_add (self->attachments, attachment))
    add_row (self, g_ptr_array_index (self->attachments, self->attachments->len - 1));
  else
    g_string_append_printf (self->problems, _ ("“%s” is attached already.\n"), name);
}

static void
copied (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MspFileFields) self = user_data;
  g_autoptr (GError) error = NULL;
  MspAttachment *attachment =
    msp_journal_store_attach_finish (MSP_JOURNAL_STORE (source), result, &error);

  g_clear_object (&self->copying);
  if (self->closing == NULL) /* the form is gone */
    {
      g_clear_pointer (&attachment, msp_attachment_free);
      return;
    }

  if (attachment != NULL)
    take (self, attachment);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append_printf (self->problems, "%s\n", error->message);
  copy_next (self);
}

static void
copy_next (MspFileFields *self)
{
  self->copying = g_queue_pop_head (&self->waiting);
  if (self->copying == NULL)
    {
      stop_progress (self);
      g_string_truncate (self->problems, self->problems->len > 0 ? self->problems->len - 1 : 0);
      say (self, self->problems->len > 0 ? self->problems->str : NULL);
      g_string_truncate (self->problems, 0);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }

  g_atomic_int_set (&self->progress, 0);
  msp_journal_store_attach_async (self->store, self->copying, copy_progressed, self,
                                  self->cancellable, copied, g_object_ref (self));
}

static void
cancel_clicked (MspFileFields *self)
{
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_cancellable_cancel (self->cancellable);
}

static void
files_chosen (MspFileFields *self,
              int            response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GListModel) files = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  msp_file_fields_add (self, files);
}

static void
attach_clicked (MspFileFields *self)
{
  if (self->chooser != NULL)
    return;

  self->chooser =
    gtk_file_chooser_native_new (_ ("Attach Files"),
                                 GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (files_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
msp_file_fields_dispose (GObject *object)
{
  MspFileFields *self = MSP_FILE_FIELDS (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_cancellable_cancel (self->cancellable);
  if (self->closing != NULL)
    g_cancellable_cancel (self->closing);
  g_clear_object (&self->closing);
  g_clear_object (&self->chooser);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (msp_file_fields_parent_class)->dispose (object);
}

static void
msp_file_fields_finalize (GObject *object)
{
  MspFileFields *self = MSP_FILE_FIELDS (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->attachments);
  g_ptr_array_unref (self->rows);
  g_string_free (self->problems, TRUE);

  G_OBJECT_CLASS (msp_file_fields_parent_class)->finalize (object);
}

static void
msp_file_fields_class_init (MspFileFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_file_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_file_fields_finalize;

  /**
   * MspFileFields::changed:
   * @self: the fields
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_FILE_FIELDS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MspFileFields::said:
   * @self: the fields
   * @text: (nullable): what people should know
   */
  signals[SIGNAL_SAID] = g_signal_new ("said", MSP_TYPE_FILE_FIELDS, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_progress_row (MspFileFields *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->progress_row = ADW_ACTION_ROW (row);
  self->progress_bar = GTK_PROGRESS_BAR (bar);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), cancel);
  gtk_widget_set_visible (row, FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
msp_file_fields_init (MspFileFields *self)
{
  self->attachments = msp_attachments_new ();
  self->rows = g_ptr_array_new ();
  self->problems = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
  self->closing = g_cancellable_new ();
  g_queue_init (&self->waiting);

  self->attach_button = gtk_button_new_with_mnemonic (_ ("Attach a _File…"));
  gtk_widget_set_valign (self->attach_button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->attach_button, FALSE);
  gtk_widget_add_css_class (self->attach_button, "flat");
  g_signal_connect_swapped (self->attach_button, "clicked", G_CALLBACK (attach_clicked), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Files"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("What proves the contribution. Drop files here, or choose them."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->attach_button);
  make_progress_row (self);
}

GtkWidget *
msp_file_fields_new (void)
{
  return g_object_new (MSP_TYPE_FILE_FIELDS, NULL);
}

void
msp_file_fields_set_store (MspFileFields   *self,
                           MspJournalStore *store)
{
  g_return_if_fail (MSP_IS_FILE_FIELDS (self));

  g_set_object (&self->store, store);
  gtk_widget_set_sensitive (self->attach_button,
                            store != NULL && !msp_journal_store_is_read_only (store));
}

void
msp_file_fields_show (MspFileFields         *self,
                      const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_FILE_FIELDS (self) && entry != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_unref (self->attachments);
  self->attachments = msp_attachments_copy (entry->attachments);
  for (guint i = 0; i < self->attachments->len; i++)
    add_row (self, g_ptr_array_index (self->attachments, i));
}

gboolean
msp_file_fields_read (MspFileFields   *self,
                      MspContribution *entry)
{
  g_return_val_if_fail (MSP_IS_FILE_FIELDS (self) && entry != NULL, FALSE);

  g_ptr_array_unref (entry->attachments);
  entry->attachments = msp_attachments_copy (self->attachments);

  return self->copying == NULL;
}

void
msp_file_fields_add (MspFileFields *self,
                     GListModel    *files)
{
  g_return_if_fail (MSP_IS_FILE_FIELDS (self) && G_IS_LIST_MODEL (files));

  if (self->store == NULL || self->closing == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_queue_push_tail (&self->waiting, g_list_model_get_item (files, i));
  if (self->copying != NULL || g_queue_is_empty (&self->waiting))
    return;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->progress_source = g_timeout_add (PROGRESS_DELAY_MS, show_progress, self);
  copy_next (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
