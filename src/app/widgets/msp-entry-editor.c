/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-editor"

#include "app/widgets/msp-entry-editor.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-draft-keeper.h"
#include "app/widgets/msp-entry-dialog.h"
#include "app/widgets/msp-entry-guesser.h"
#include "app/widgets/msp-entry-offers.h"
#include "app/widgets/msp-entry-saver.h"
#include "app/widgets/msp-notice.h"
#include "app/widgets/msp-portal-walk.h"
#include "app/widgets/msp-repeat-dialog.h"
#include "app/widgets/msp-template-menu.h"
#include "journal/msp-draft.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define DEFAULT_WIDTH 580
#define DEFAULT_HEIGHT 720

/* What comes when the entry is saved. */
typedef enum
{
  THEN_CLOSE,
  THEN_NEXT,
  THEN_REPEAT,
  THEN_COPY,
} Then;

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
  AdwToastOverlay *toast_overlay;
  GtkMenuButton   *menu_button;
  GMenu           *template_section;
  MspEntryForm    *form;
  MspNotice       *problem_notice;
  MspNotice       *draft_notice;
  MspEntryOffers  *offers;

  MspServices     *services;  /* (owned) */
  MspContribution *opened;    /* (owned) (nullable): the fields before anything was typed */
  MspDraftKeeper  *drafts;    /* (owned) */
  MspEntrySaver   *saver;     /* (owned) */
  MspEntryGuesser *guesser;   /* (owned) */
  MspTemplateMenu *templates; /* (owned) */
  AdwToast        *toast;     /* (unowned) (nullable): the last one, while it is shown */
  Then             then;
};

G_DEFINE_FINAL_TYPE (MspEntryEditor, msp_entry_editor, ADW_TYPE_WINDOW)

static void
say (MspEntryEditor *self,
     const char     *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  /* In place of the last one, which is old news. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, adw_toast_new (escaped));
  adw_toast_overlay_add_toast (self->toast_overlay, self->toast);
}

static void
form_changed (MspEntryEditor *self)
{
  gboolean is_valid = FALSE;
  gboolean can_save;
  g_autoptr (MspContribution) entry = NULL;

  if (self->opened == NULL)
    return;

  entry = msp_entry_form_read (self->form, &is_valid);
  can_save = is_valid && !msp_entry_saver_is_busy (self->saver);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save-and-next", can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.repeat", can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.copy-for-portal", can_save);
}

/* What stands in the form now is what it began with. */
static void
note_opened (MspEntryEditor *self)
{
  g_clear_pointer (&self->opened, msp_contribution_free);
  self->opened = msp_entry_form_read (self->form, NULL);
  msp_draft_keeper_set_opened (self->drafts, self->opened);
  form_changed (self);
}

/* A guess is nothing that was typed. */
static void
guessed (MspEntryEditor *self)
{
  g_autoptr (MspContribution) opened = msp_contribution_copy (self->opened);
  const MspContribution *guess = msp_entry_guesser_get_guess (self->guesser);

  g_free (opened->type);
  opened->type = g_strdup (guess->type);
  g_free (opened->area);
  opened->area = g_strdup (guess->area);
  g_free (opened->role);
  opened->role = g_strdup (guess->role);
  g_strfreev (opened->audience);
  opened->audience = g_strdupv (guess->audience);
  msp_contribution_free (self->opened);
  self->opened = g_steal_pointer (&opened);
  msp_draft_keeper_set_opened (self->drafts, self->opened);
}

static void
open_entry (MspEntryEditor        *self,
            const MspContribution *entry,
            char                  *draft_path)
{
  gtk_window_set_title (GTK_WINDOW (self),
                        entry->id != NULL ? _ ("Edit contribution") : _ ("Add contribution"));
  msp_notice_say (self->problem_notice, NULL, NULL);
  msp_notice_say (self->draft_notice, NULL, NULL);
  msp_entry_offers_clear (self->offers);
  msp_entry_form_set_entry (self->form, entry);
  g_clear_pointer (&self->opened, msp_contribution_free);
  self->opened = msp_entry_form_read (self->form, NULL);
  msp_draft_keeper_begin (self->drafts, draft_path, self->opened);
  form_changed (self);
  msp_template_menu_set_can_use (self->templates, entry->id == NULL);
  if (entry->id == NULL)
    msp_entry_guesser_begin (self->guesser);
  else
    msp_entry_guesser_stop (self->guesser);
}

static void
open_new (MspEntryEditor *self,
          gboolean        beside_draft)
{
  const char *journal = msp_services_get_journal_path (self->services);
  g_autoptr (MspContribution) entry = msp_entry_saver_make_new (self->services);

  open_entry (self, entry, msp_draft_path_of_new (journal, beside_draft));
}

/* One draft for a new entry and one for each that is changed. */
static void
take_up_draft (MspEntryEditor *self,
               const char     *path)
{
  g_autoptr (MspContribution) draft = msp_draft_read (path, NULL);

  if (draft == NULL)
    return;

  msp_entry_guesser_stop (self->guesser);
  msp_entry_form_set_entry (self->form, draft);
  msp_notice_say (self->draft_notice, _ ("This is what you had typed and not saved."),
                  draft->id != NULL ? _ ("Show the Saved One") : _ ("Start Empty"));
}

static void
start_empty (MspEntryEditor *self)
{
  msp_entry_form_set_entry (self->form, self->opened);
  msp_draft_keeper_clear (self->drafts);
  msp_notice_say (self->draft_notice, NULL, NULL);
  if (self->opened->id == NULL)
    msp_entry_guesser_begin (self->guesser);
  msp_entry_form_focus (self->form);
}

/* The window in front of which this one stands outlives it. */
static void
go_on (MspEntryEditor *self,
       const char     *id)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL && self->then == THEN_REPEAT)
    msp_repeat_dialog_open (parent, self->services, id);
  else if (parent != NULL && self->then == THEN_COPY)
    msp_portal_walk_open (parent, self->services, id);
}

static void
saved (MspEntryEditor *self,
       const char     *title,
       const char     *id)
{
  g_autofree char *text = NULL;

  msp_draft_keeper_clear (self->drafts);
  if (self->then == THEN_NEXT)
    {
      text = g_strdup_printf (_ ("Saved: %s"), title);
      say (self, text);
      open_new (self, TRUE);
      msp_entry_form_focus (self->form);
      return;
    }

  go_on (self, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_failed (MspEntryEditor *self,
             const char     *text)
{
  form_changed (self);
  msp_notice_say (self->problem_notice, text, _ ("Try Again"));
}

/* The form holds what somebody else has saved. */
static void
replaced (MspEntryEditor *self)
{
  msp_draft_keeper_clear (self->drafts);
  note_opened (self);
}

static void
save (MspEntryEditor *self)
{
  msp_notice_say (self->problem_notice, NULL, NULL);
  msp_entry_saver_save (self->saver);
  form_changed (self);
}

static void
save_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MSP_ENTRY_EDITOR (widget)->then = THEN_CLOSE;
  save (MSP_ENTRY_EDITOR (widget));
}

static void
save_and_next_activated (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  MSP_ENTRY_EDITOR (widget)->then = THEN_NEXT;
  save (MSP_ENTRY_EDITOR (widget));
}

/* What is repeated or copied is saved before. */
static void
go_on_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  MspEntryEditor *self = MSP_ENTRY_EDITOR (widget);
  g_autoptr (MspContribution) entry = msp_entry_form_read (self->form, NULL);

  self->then = g_str_equal (action_name, "editor.repeat") ? THEN_REPEAT : THEN_COPY;
  if (entry->id != NULL && msp_contribution_equal (entry, self->opened))
    saved (self, entry->title, entry->id);
  else
    save (self);
}

static void
template_used (MspEntryEditor *self)
{
  msp_entry_guesser_stop (self->guesser);
  msp_notice_say (self->draft_notice, NULL, NULL);
  form_changed (self);
  msp_entry_form_focus (self->form);
}

static void
show_menu_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_menu_button_popup (MSP_ENTRY_EDITOR (widget)->menu_button);
}

/* In front of this form, so that nothing typed here is lost. */
static void
open_other (MspEntryEditor        *self,
            const MspContribution *other)
{
  gtk_window_present (GTK_WINDOW (msp_entry_editor_new (GTK_WINDOW (self), self->services, other)));
}

static void
discard_answered (MspEntryEditor *self,
                  const char     *response,
                  GtkWindow      *dialog)
{
  gtk_window_set_transient_for (dialog, NULL); /* it may outlive this window */
  if (!g_str_equal (response, MSP_ENTRY_DIALOG_DISCARD))
    return;

  msp_draft_keeper_clear (self->drafts);
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
      msp_draft_keeper_clear (self->drafts);
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

  if (self->drafts != NULL)
    msp_draft_keeper_flush (self->drafts);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->drafts);
  g_clear_object (&self->saver);
  g_clear_object (&self->guesser);
  g_clear_object (&self->templates);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_ENTRY_EDITOR);
  g_clear_object (&self->services);
  g_clear_pointer (&self->opened, msp_contribution_free);

  G_OBJECT_CLASS (msp_entry_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "editor.save-and-next", NULL,
                                   save_and_next_activated);
  gtk_widget_class_install_action (widget_class, "editor.repeat", NULL, go_on_activated);
  gtk_widget_class_install_action (widget_class, "editor.copy-for-portal", NULL, go_on_activated);
  gtk_widget_class_install_action (widget_class, "editor.show-menu", NULL, show_menu_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK,
                                       "editor.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
msp_entry_editor_class_init (MspEntryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = msp_entry_editor_close_request;

  g_type_ensure (MSP_TYPE_ENTRY_FORM);
  g_type_ensure (MSP_TYPE_ENTRY_OFFERS);
  g_type_ensure (MSP_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/entry-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, template_section);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, form);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, problem_notice);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, draft_notice);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, offers);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, start_empty);
  gtk_widget_class_bind_template_callback (widget_class, open_other);
  install_actions (widget_class);
}

static void
msp_entry_editor_init (MspEntryEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Everything but the entry. */
static MspEntryEditor *
make_editor (GtkWindow   *parent,
             MspServices *services)
{
  MspEntryEditor *self = g_object_new (MSP_TYPE_ENTRY_EDITOR, "transient-for", parent, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (parent));

  self->services = g_object_ref (services);
  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (DEFAULT_WIDTH, width), DEFAULT_HEIGHT);
  msp_entry_form_set_services (self->form, services);
  msp_entry_offers_set_form (self->offers, self->form, services);
  self->drafts = msp_draft_keeper_new (self->form);
  self->saver = msp_entry_saver_new (GTK_WINDOW (self), self->form, services);
  self->guesser = msp_entry_guesser_new (self->form, services);
  self->templates = msp_template_menu_new (GTK_WINDOW (self), self->form, services);
  g_menu_append_section (self->template_section, NULL,
                         msp_template_menu_get_model (self->templates));
  g_signal_connect_object (self->saver, "saved", G_CALLBACK (saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (save_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "replaced", G_CALLBACK (replaced), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->templates, "used", G_CALLBACK (template_used), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->templates, "told", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guesser, "guessed", G_CALLBACK (guessed), self, G_CONNECT_SWAPPED);

  return self;
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
  MspEntryEditor *self = make_editor (parent, services);
  const char *journal = msp_services_get_journal_path (services);
  g_autofree char *draft_path = entry != NULL ? msp_draft_path_of_entry (journal, entry->id)
                                              : msp_draft_path_of_new (journal, FALSE);

  if (entry != NULL)
    open_entry (self, entry, g_strdup (draft_path));
  else
    open_new (self, FALSE);
  take_up_draft (self, draft_path);
  if (entry == NULL)
    msp_entry_offers_look_at_clipboard (self->offers);
  msp_entry_form_focus (self->form);

  return self;
}

MspEntryEditor *
msp_entry_editor_new_from_text (GtkWindow   *parent,
                                MspServices *services,
                                const char  *text)
{
  MspEntryEditor *self = make_editor (parent, services);
  g_autoptr (MspSharedText) shared = msp_shared_text_parse (text);

  open_new (self, TRUE);
  msp_entry_form_take (self->form, shared);
  msp_entry_form_focus (self->form);

  return self;
}
