/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-actions"

#include "app/widgets/msp-entry-actions.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-entry-editor.h"
#include "app/widgets/msp-evidence-attach.h"
#include "app/widgets/msp-portal-walk.h"
#include "app/widgets/msp-repeat-dialog.h"
#include "app/widgets/msp-undo-actions.h"
#include "journal/msp-bulk-edit.h"

/* What the actions know: kept by the group, and by each answer of the journal that is awaited. */
typedef struct
{
  GtkWidget   *page;     /* (unowned) (nullable): NULL once it is gone */
  MspServices *services; /* (owned) */
} Actions;

static void
actions_clear (gpointer data)
{
  Actions *self = data;

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->services);
}

static Actions *
actions_new (GtkWidget   *page,
             MspServices *services)
{
  Actions *self = g_rc_box_new0 (Actions);

  g_set_weak_pointer (&self->page, page);
  self->services = g_object_ref (services);

  return self;
}

static void
actions_unref (Actions *self)
{
  g_rc_box_release_full (self, actions_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Actions, actions_unref)

static void
say (Actions        *self,
     const char     *text)
{
  if (self->page != NULL)
    gtk_widget_activate_action (self->page, "win.toast", "s", text);
}

void
msp_entry_actions_say_error (GtkWidget    *page,
                             MspServices  *services,
                             const GError *error)
{
  g_autofree char *text =
    msp_database_error_to_text (error, msp_services_get_journal_path (services));

  g_return_if_fail (GTK_IS_WIDGET (page));

  gtk_widget_activate_action (page, "win.toast", "s", text);
}

static void
say_error (Actions      *self,
           const GError *error)
{
  if (self->page != NULL)
    msp_entry_actions_say_error (self->page, self->services, error);
}

static MspJournalStore *
get_store (Actions *self)
{
  return msp_services_get_can_write (self->services) ? msp_services_get_store (self->services) : NULL;
}

static void
deleted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_delete_finish (MSP_JOURNAL_STORE (source), result, &error))
    say_error (self, error);
}

static void
delete_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Actions *self = user_data;
  const char *const ids[] = { g_variant_get_string (parameter, NULL), NULL };
  MspJournalStore *store = get_store (self);

  if (store != NULL)
    msp_journal_store_delete_async (store, ids, NULL, deleted, g_rc_box_acquire (self));
}

static void
restored (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_restore_finish (MSP_JOURNAL_STORE (source), result, &error))
    say_error (self, error);
}

static void
restore_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  Actions *self = user_data;
  const char *const ids[] = { g_variant_get_string (parameter, NULL), NULL };
  MspJournalStore *store = get_store (self);

  if (store != NULL)
    msp_journal_store_restore_async (store, ids, NULL, restored, g_rc_box_acquire (self));
}

static void
removed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_remove_finish (MSP_JOURNAL_STORE (source), result, &error))
    say_error (self, error);
}

static void
remove_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Actions *self = user_data;
  const char *const ids[] = { g_variant_get_string (parameter, NULL), NULL };
  MspJournalStore *store = get_store (self);

  if (store != NULL)
    msp_journal_store_remove_async (store, ids, removed, g_rc_box_acquire (self));
}

static void
empty_trash_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  Actions *self = user_data;
  MspJournalStore *store = get_store (self);

  if (store != NULL)
    msp_journal_store_remove_async (store, NULL, removed, g_rc_box_acquire (self));
}

static void
edited (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;

  if (msp_journal_store_edit_many_finish (MSP_JOURNAL_STORE (source), result, &error) < 0)
    say_error (self, error);
}

/* @edit: (transfer full) */
static void
edit_entry (Actions     *self,
            GVariant    *id,
            MspBulkEdit *edit)
{
  const char *const ids[] = { g_variant_get_string (id, NULL), NULL };
  MspJournalStore *store = get_store (self);

  if (store != NULL)
    msp_journal_store_edit_many_async (store, ids, msp_bulk_edit_apply, edit,
                                       (GDestroyNotify) msp_bulk_edit_free, NULL, edited,
                                       g_rc_box_acquire (self));
  else
    msp_bulk_edit_free (edit);
}

static void
mark_done_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  MspBulkEdit *edit = msp_bulk_edit_new ();

  edit->status = MSP_STATUS_FILTER_DONE;
  edit_entry (user_data, parameter, edit);
}

static void
mark_in_portal_activated (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  MspBulkEdit *edit = msp_bulk_edit_new ();

  edit->in_portal = MSP_WHETHER_YES;
  edit_entry (user_data, parameter, edit);
}

static void
copied (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
    msp_journal_store_add_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (id == NULL)
    say_error (self, error);
}

static void
read_for_copy (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry =
    msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (entry == NULL)
    {
      say_error (self, error);
      return;
    }

  /* The portal does not have the copy. */
  entry->in_portal = MSP_DAY_NONE;
  msp_journal_store_add_async (MSP_JOURNAL_STORE (source), entry, NULL, copied,
                               g_rc_box_acquire (self));
}

static void
duplicate_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  Actions *self = user_data;

  if (msp_services_get_can_write (self->services))
    msp_journal_store_get_async (msp_services_get_store (self->services),
                                 g_variant_get_string (parameter, NULL), NULL, read_for_copy,
                                 g_rc_box_acquire (self));
}

static void
attached (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *remark = NULL;

  if (!msp_evidence_attach_finish (MSP_SERVICES (source), result, &remark, &error))
    say_error (self, error);
  else if (remark != NULL)
    say (self, remark);
}

static void
attach_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Actions *self = user_data;
  const char *id;
  g_autofree const char **uris = NULL;

  if (!msp_services_get_can_write (self->services))
    return;

  g_variant_get (parameter, "(&s^a&s)", &id, &uris);
  msp_evidence_attach_async (self->services, id, uris, NULL, attached, g_rc_box_acquire (self));
}

static void
repeat_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Actions *self = user_data;

  if (self->page != NULL && msp_services_get_can_write (self->services))
    msp_repeat_dialog_open (GTK_WINDOW (gtk_widget_get_root (self->page)), self->services,
                            g_variant_get_string (parameter, NULL));
}

static void
copy_for_portal_activated (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  Actions *self = user_data;

  if (self->page != NULL)
    msp_portal_walk_open (GTK_WINDOW (gtk_widget_get_root (self->page)), self->services,
                          g_variant_get_string (parameter, NULL));
}

static void
copy_link_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  Actions *self = user_data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page),
                          g_variant_get_string (parameter, NULL));
  say (self, _ ("The link was copied."));
}

void
msp_entry_actions_open (GtkWidget             *page,
                        MspServices           *services,
                        const MspContribution *entry)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));

  gtk_window_present (GTK_WINDOW (msp_entry_editor_new (window, services, entry)));
}

void
msp_entry_actions_open_from (GtkWidget   *page,
                             MspServices *services,
                             const char  *text)
{
  GtkWindow *window;

  g_return_if_fail (GTK_IS_WIDGET (page) && text != NULL);

  window = GTK_WINDOW (gtk_widget_get_root (page));
  gtk_window_present (GTK_WINDOW (msp_entry_editor_new_from_text (window, services, text)));
}

static void
read_for_editor (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry =
    msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (self->page == NULL)
    return;

  if (entry != NULL)
    msp_entry_actions_open (self->page, self->services, entry);
  else
    say_error (self, error);
}

void
msp_entry_actions_edit (GtkWidget   *page,
                        MspServices *services,
                        const char  *id)
{
  MspJournalStore *store = msp_services_get_store (services);

  if (store != NULL)
    msp_journal_store_get_async (store, id, NULL, read_for_editor, actions_new (page, services));
}

static const GActionEntry actions[] = {
  { .name = "mark-done", .activate = mark_done_activated, .parameter_type = "s" },
  { .name = "mark-in-portal", .activate = mark_in_portal_activated, .parameter_type = "s" },
  { .name = "delete", .activate = delete_activated, .parameter_type = "s" },
  { .name = "restore", .activate = restore_activated, .parameter_type = "s" },
  { .name = "remove", .activate = remove_activated, .parameter_type = "s" },
  { .name = "empty-trash", .activate = empty_trash_activated },
  { .name = "duplicate", .activate = duplicate_activated, .parameter_type = "s" },
  { .name = "attach", .activate = attach_activated, .parameter_type = "(sas)" },
  { .name = "repeat", .activate = repeat_activated, .parameter_type = "s" },
  { .name = "copy-for-portal", .activate = copy_for_portal_activated, .parameter_type = "s" },
  { .name = "copy-link", .activate = copy_link_activated, .parameter_type = "s" },
};

void
msp_entry_actions_add (GtkWidget       *page,
                       MspServices     *services,
                       AdwToastOverlay *overlay)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Actions *self = actions_new (page, services);

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (group), "actions", self, (GDestroyNotify) actions_unref);
  msp_undo_actions_add (group, page, services, overlay);
  gtk_widget_insert_action_group (page, "entry", G_ACTION_GROUP (group));
}
