/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-editor"

#include "app/widgets/msp-entry-editor.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-entry-dialog.h"
#include "app/widgets/msp-entry-form.h"
#include "app/widgets/msp-notice.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "journal/msp-draft.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define DRAFT_DELAY_MS 1500
#define DEFAULT_WIDTH 580
#define DEFAULT_HEIGHT 720

/**
 * MspEntryEditor:
 *
 * The window around the form of one contribution, new or to be changed.
 *
 * Save waits until what is wrong is mended. What is typed is kept in a draft until it is saved or
 * discarded, whatever becomes of the program.
 */
struct _MspEntryEditor
{
  AdwWindow        parent_instance;

  /* Template widgets */
  MspEntryForm    *form;
  MspNotice       *problem_notice;
  MspNotice       *draft_notice;
  MspNotice       *duplicate_notice;
  MspNotice       *clipboard_notice;

  MspServices     *services;     /* (owned) */
  MspContribution *opened;       /* (owned) (nullable): the fields before anything was typed */
  MspContribution *theirs;       /* (owned) (nullable): what stands in the way of saving */
  MspContribution *duplicate;    /* (owned) (nullable): what looks the same */
  char            *clipboard;    /* (owned) (nullable): a link found there */
  char            *draft_path;   /* (owned) (nullable): NULL: no draft is kept */
  guint            draft_source; /* the draft is due */
  GCancellable    *cancellable;  /* (owned): of the search for duplicates */
};

G_DEFINE_FINAL_TYPE (MspEntryEditor, msp_entry_editor, ADW_TYPE_WINDOW)

static void
clear_draft (MspEntryEditor *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->draft_path != NULL)
    msp_draft_clear (self->draft_path);
}

static gboolean
write_draft (gpointer user_data)
{
  MspEntryEditor *self = MSP_ENTRY_EDITOR (user_data);
  g_autoptr (MspContribution) entry = msp_entry_form_read (self->form, NULL);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (msp_contribution_equal (entry, self->opened))
    msp_draft_clear (self->draft_path);
  else if (!msp_draft_write (self->draft_path, entry, &error))
    g_message ("The draft cannot be kept: %s", error->message);

  return G_SOURCE_REMOVE;
}

static void
form_changed (MspEntryEditor *self)
{
  gboolean is_valid = FALSE;
  g_autoptr (MspContribution) entry = NULL;

  if (self->opened == NULL)
    return;

  entry = msp_entry_form_read (self->form, &is_valid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", is_valid);
  if (self->draft_path != NULL && self->draft_source == 0)
    self->draft_source = g_timeout_add (DRAFT_DELAY_MS, write_draft, self);
}

static void
remember (MspEntryEditor        *self,
          const MspContribution *entry)
{
  GSettings *settings = msp_services_get_settings (self->services);

  if (settings == NULL)
    return;

  g_settings_set_string (settings, "last-type", entry->type);
  g_settings_set_string (settings, "last-area", entry->area);
}

static void save (MspEntryEditor *self);

static void
conflict_answered (MspEntryEditor *self,
                   const char     *response,
                   GtkWindow      *dialog)
{
  g_autoptr (MspContribution) entry = NULL;

  gtk_window_set_transient_for (dialog, NULL); /* it may outlive this window */
  if (g_str_equal (response, MSP_ENTRY_DIALOG_THEIRS))
    {
      clear_draft (self);
      msp_entry_form_set_entry (self->form, self->theirs);
      g_clear_pointer (&self->opened, msp_contribution_free);
      self->opened = msp_entry_form_read (self->form, NULL);
      form_changed (self);
      return;
    }
  if (!g_str_equal (response, MSP_ENTRY_DIALOG_MINE))
    return;

  /* Saved over what was read last, and over nothing newer than that. */
  entry = msp_entry_form_read (self->form, NULL);
  g_clear_pointer (&entry->modified, g_free);
  if (self->theirs != NULL)
    entry->modified = g_strdup (self->theirs->modified);
  else
    g_clear_pointer (&entry->id, g_free);
  msp_entry_form_set_entry (self->form, entry);
  save (self);
}

static void
theirs_read (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MspEntryEditor) self = user_data;
  g_autoptr (MspContribution) mine = msp_entry_form_read (self->form, NULL);
  GtkWidget *dialog;

  g_clear_pointer (&self->theirs, msp_contribution_free);
  self->theirs = msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, NULL);
  dialog = msp_entry_dialog_conflict (GTK_WINDOW (self), mine, self->theirs);
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The text stays where it is, so that the same Save works once it is mended. */
static void
show_failure (MspEntryEditor  *self,
              MspJournalStore *store,
              const GError    *error)
{
  g_autoptr (MspContribution) mine = msp_entry_form_read (self->form, NULL);
  g_autofree char *text =
    msp_database_error_to_text (error, msp_services_get_journal_path (self->services));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", TRUE);
  if (g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_CHANGED) ||
      g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND))
    msp_journal_store_get_async (store, mine->id, NULL, theirs_read, g_object_ref (self));
  else
    msp_notice_say (self->problem_notice, text, _ ("Try Again"));
}

static void
finish_saving (MspEntryEditor *self,
               GObject        *store,
               gboolean        is_saved,
               const GError   *error)
{
  if (!is_saved)
    {
      show_failure (self, MSP_JOURNAL_STORE (store), error);
      return;
    }

  clear_draft (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
entry_added (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MspEntryEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
    msp_journal_store_add_finish (MSP_JOURNAL_STORE (source), result, &error);

  finish_saving (self, source, id != NULL, error);
}

static void
entry_updated (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MspEntryEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved =
    msp_journal_store_update_finish (MSP_JOURNAL_STORE (source), result, &error);

  finish_saving (self, source, is_saved, error);
}

static void
save (MspEntryEditor *self)
{
  gboolean is_valid = FALSE;
  g_autoptr (MspContribution) entry = msp_entry_form_read (self->form, &is_valid);
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL || !is_valid)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", FALSE);
  msp_notice_say (self->problem_notice, NULL, NULL);
  remember (self, entry);
  if (entry->id != NULL)
    msp_journal_store_update_async (store, entry, NULL, entry_updated, g_object_ref (self));
  else
    msp_journal_store_add_async (store, entry, NULL, entry_added, g_object_ref (self));
}

static void
save_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  save (MSP_ENTRY_EDITOR (widget));
}

static void
duplicates_found (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (MspEntryEditor) self = user_data;
  g_autoptr (GPtrArray) list =
    msp_journal_store_duplicates_finish (MSP_JOURNAL_STORE (source), result, NULL);
  g_autofree char *text = NULL;

  if (list == NULL)
    return;

  g_clear_pointer (&self->duplicate, msp_contribution_free);
  if (list->len > 0)
    {
      g_autofree char *date = NULL;

      self->duplicate = msp_contribution_copy (g_ptr_array_index (list, 0));
      date = msp_day_to_text (self->duplicate->date);
      text = g_strdup_printf (_ ("The journal has this already: “%s” of %s."),
                              self->duplicate->title, date);
    }
  msp_notice_say (self->duplicate_notice, text, _ ("Open the Other"));
}

/* Asked when a field that decides is left, not at every key. */
static void
look_for_duplicates (MspEntryEditor *self)
{
  g_autoptr (MspContribution) entry = NULL;
  MspJournalStore *store =
    self->services != NULL ? msp_services_get_store (self->services) : NULL;

  if (store == NULL || self->opened == NULL)
    return;

  entry = msp_entry_form_read (self->form, NULL);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  msp_journal_store_duplicates_async (store, entry, self->cancellable, duplicates_found,
                                      g_object_ref (self));
}

/* In front of this form, so that nothing typed here is lost. */
static void
open_other (MspEntryEditor *self)
{
  if (self->duplicate != NULL)
    gtk_window_present (GTK_WINDOW (msp_entry_editor_new (GTK_WINDOW (self), self->services,
                                                          self->duplicate)));
}

static void
clipboard_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MspEntryEditor) self = user_data;
  g_autofree char *text =
    gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *offer = NULL;

  if (text == NULL || self->opened == NULL)
    return;

  g_strstrip (text);
  if (*text == '\0' || msp_url_check (text) != MSP_URL_OK || !g_str_has_prefix (text, "http"))
    return;

  offer = g_strdup_printf (_ ("The clipboard holds a link: %s"), text);
  self->clipboard = g_steal_pointer (&text);
  msp_notice_say (self->clipboard_notice, offer, _ ("Use It"));
}

static void
use_clipboard (MspEntryEditor *self)
{
  msp_entry_form_set_url (self->form, self->clipboard);
  msp_notice_say (self->clipboard_notice, NULL, NULL);
  look_for_duplicates (self);
}

static void
start_empty (MspEntryEditor *self)
{
  msp_entry_form_set_entry (self->form, self->opened);
  clear_draft (self);
  msp_notice_say (self->draft_notice, NULL, NULL);
}

static void
discard_answered (MspEntryEditor *self,
                  const char     *response,
                  GtkWindow      *dialog)
{
  gtk_window_set_transient_for (dialog, NULL); /* it may outlive this window */
  if (!g_str_equal (response, MSP_ENTRY_DIALOG_DISCARD))
    return;

  clear_draft (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
msp_entry_editor_close_request (GtkWindow *window)
{
  MspEntryEditor *self = MSP_ENTRY_EDITOR (window);
  g_autoptr (MspContribution) entry = msp_entry_form_read (self->form, NULL);
  GtkWidget *dialog;

  if (msp_contribution_equal (entry, self->opened))
    {
      clear_draft (self);
      return GTK_WINDOW_CLASS (msp_entry_editor_parent_class)->close_request (window);
    }

  dialog = msp_entry_dialog_discard (window);
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return GDK_EVENT_STOP;
}

static void
msp_entry_editor_dispose (GObject *object)
{
  MspEntryEditor *self = MSP_ENTRY_EDITOR (object);

  if (self->draft_source != 0) /* the program ends with the form open */
    write_draft (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_ENTRY_EDITOR);
  g_clear_object (&self->services);
  g_clear_pointer (&self->opened, msp_contribution_free);
  g_clear_pointer (&self->theirs, msp_contribution_free);
  g_clear_pointer (&self->duplicate, msp_contribution_free);
  g_clear_pointer (&self->clipboard, g_free);
  g_clear_pointer (&self->draft_path, g_free);

  G_OBJECT_CLASS (msp_entry_editor_parent_class)->dispose (object);
}

static void
msp_entry_editor_class_init (MspEntryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = msp_entry_editor_close_request;

  g_type_ensure (MSP_TYPE_ENTRY_FORM);
  g_type_ensure (MSP_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/entry-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, form);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, problem_notice);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, draft_notice);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, duplicate_notice);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, clipboard_notice);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, look_for_duplicates);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, start_empty);
  gtk_widget_class_bind_template_callback (widget_class, open_other);
  gtk_widget_class_bind_template_callback (widget_class, use_clipboard);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
msp_entry_editor_init (MspEntryEditor *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A new entry begins with today and what was chosen last. */
static MspContribution *
make_new_entry (MspServices *services)
{
  MspContribution *entry = msp_contribution_new ();
  GSettings *settings = msp_services_get_settings (services);

  entry->date = msp_clock_today ();
  if (settings != NULL)
    {
      g_free (entry->type);
      entry->type = g_settings_get_string (settings, "last-type");
      g_free (entry->area);
      entry->area = g_settings_get_string (settings, "last-area");
    }

  return entry;
}

/* One draft for a new entry and one for each that is changed. */
static void
take_up_draft (MspEntryEditor        *self,
               const MspContribution *entry)
{
  g_autofree char *path = msp_draft_path (msp_services_get_journal_path (self->services));
  g_autoptr (MspContribution) draft = NULL;

  self->draft_path = entry != NULL ? g_strconcat (path, "-", entry->id, NULL)
                                   : g_steal_pointer (&path);
  draft = msp_draft_read (self->draft_path, NULL);
  if (draft == NULL)
    return;

  msp_entry_form_set_entry (self->form, draft);
  msp_notice_say (self->draft_notice, _ ("This is what you had typed and not saved."),
                  entry != NULL ? _ ("Show the Saved One") : _ ("Start Empty"));
}

/**
 * msp_entry_editor_new:
 * @parent: the window in front of which it stands
 * @services: the services, with a journal
 * @entry: (nullable): what is to be changed, or `NULL` for a new contribution
 *
 * Returns: (transfer none): the form, not shown yet
 */
MspEntryEditor *
msp_entry_editor_new (GtkWindow             *parent,
                      MspServices           *services,
                      const MspContribution *entry)
{
  MspEntryEditor *self = g_object_new (MSP_TYPE_ENTRY_EDITOR, "transient-for", parent, NULL);
  g_autoptr (MspContribution) begun = entry != NULL ? msp_contribution_copy (entry)
                                                    : make_new_entry (services);

  self->services = g_object_ref (services);
  if (gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self),
                                 MIN (DEFAULT_WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))),
                                 DEFAULT_HEIGHT);
  gtk_window_set_title (GTK_WINDOW (self),
                        entry != NULL ? _ ("Edit contribution") : _ ("Add contribution"));
  msp_entry_form_set_services (self->form, services);
  msp_entry_form_set_entry (self->form, begun);
  self->opened = msp_entry_form_read (self->form, NULL);
  take_up_draft (self, entry);
  form_changed (self);
  if (entry == NULL)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                   clipboard_read, g_object_ref (self));
  msp_entry_form_focus (self->form);

  return self;
}
