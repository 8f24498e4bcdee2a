/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-actions"

#include "app/widgets/msp-entry-actions.h"

#include <glib/gi18n-lib.h>

#define UNDO_STEPS 30

/* What the actions know: kept by the group, and by each answer of the journal that is awaited. */
typedef struct
{
  GtkWidget       *page;     /* (unowned) (nullable): NULL once it is gone */
  AdwToastOverlay *overlay;  /* (unowned): in the page */
  MspServices     *services; /* (owned) */
  GQueue           deleting; /* ids on their way to the trash, in the order of the answers */
  GQueue           deleted;  /* ids that Undo brings back, the newest first */
} Actions;

static void
actions_clear (gpointer data)
{
  Actions *self = data;

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->services);
  g_queue_clear_full (&self->deleting, g_free);
  g_queue_clear_full (&self->deleted, g_free);
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
restore (Actions    *self,
         const char *id)
{
  const char *const ids[] = { id, NULL };

  if (msp_services_get_can_write (self->services))
    msp_journal_store_restore_async (msp_services_get_store (self->services), ids, NULL,
                                     restored, g_rc_box_acquire (self));
}

static void
undo_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Actions *self = user_data;
  g_autofree char *id = g_queue_pop_head (&self->deleted);

  if (id != NULL)
    restore (self, id);
}

static void
restore_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  Actions *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  GList *link = g_queue_find_custom (&self->deleted, id, (GCompareFunc) g_strcmp0);

  restore (self, id);
  if (link != NULL)
    {
      g_free (link->data);
      g_queue_delete_link (&self->deleted, link);
    }
}

static void
deleted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_queue_pop_head (&self->deleting);
  AdwToast *toast;

  if (!msp_journal_store_delete_finish (MSP_JOURNAL_STORE (source), result, &error))
    {
      say_error (self, error);
      return;
    }

  g_queue_push_head (&self->deleted, g_strdup (id));
  if (g_queue_get_length (&self->deleted) > UNDO_STEPS)
    g_free (g_queue_pop_tail (&self->deleted));

  if (self->page == NULL)
    return;

  toast = adw_toast_new (_ ("The contribution is in the trash."));
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "entry.restore");
  adw_toast_set_action_target (toast, "s", id);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
delete_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Actions *self = user_data;
  const char *const ids[] = { g_variant_get_string (parameter, NULL), NULL };

  if (!msp_services_get_can_write (self->services))
    return;

  g_queue_push_tail (&self->deleting, g_strdup (ids[0]));
  msp_journal_store_delete_async (msp_services_get_store (self->services), ids, NULL,
                                  deleted, g_rc_box_acquire (self));
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
  else
    say (self, _ ("The contribution was copied."));
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
copy_link_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  Actions *self = user_data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page),
                          g_variant_get_string (parameter, NULL));
  say (self, _ ("The link was copied."));
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_activated },
  { .name = "restore", .activate = restore_activated, .parameter_type = "s" },
  { .name = "delete", .activate = delete_activated, .parameter_type = "s" },
  { .name = "duplicate", .activate = duplicate_activated, .parameter_type = "s" },
  { .name = "copy-link", .activate = copy_link_activated, .parameter_type = "s" },
};

void
msp_entry_actions_add (GtkWidget       *page,
                       MspServices     *services,
                       AdwToastOverlay *overlay)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Actions *self = g_rc_box_new0 (Actions);

  g_set_weak_pointer (&self->page, page);
  self->overlay = overlay;
  self->services = g_object_ref (services);
  g_queue_init (&self->deleting);
  g_queue_init (&self->deleted);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (group), "actions", self, (GDestroyNotify) actions_unref);
  gtk_widget_insert_action_group (page, "entry", G_ACTION_GROUP (group));
}
