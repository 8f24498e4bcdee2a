/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-undo-actions"

#include "app/widgets/msp-undo-actions.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-entry-actions.h"
#include "journal/msp-journal-undo.h"

/* Long enough to be read and reached by keyboard. */
#define TOAST_SECONDS 10

/* What the actions know: kept by the group, and by each answer of the journal that is awaited. */
typedef struct
{
  GtkWidget          *page;      /* (unowned) (nullable): NULL once it is gone */
  AdwToastOverlay    *overlay;   /* (unowned): in the page */
  MspServices        *services;  /* (owned) */
  GSimpleActionGroup *group;     /* (unowned) (nullable): NULL once it is gone */
  AdwToast           *toast;     /* (unowned) (nullable): the last one, while it is shown */
  gint64              shown;     /* when it was */
  guint64             last_step; /* of undo, that was told */
} Actions;

/* A toast that is dismissed while it still moves in takes the program with it (libadwaita up to 1.2 at
 * least): it must have come to rest. */
#define TOAST_REST (G_TIME_SPAN_SECOND / 2)

static void
actions_clear (gpointer data)
{
  Actions *self = data;

  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->group);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->services);
}

static void
actions_unref (Actions *self)
{
  g_rc_box_release_full (self, actions_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Actions, actions_unref)

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
enable (Actions    *self,
        const char *name,
        gboolean    is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
fill_toast (AdwToast   *toast,
            const char *text,
            const char *action,
            guint64     step)
{
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, step != 0 ? _ ("Undo") : _ ("Redo"));
  /* No action stands there with the target of another. */
  adw_toast_set_action_name (toast, NULL);
  adw_toast_set_action_target_value (toast, step != 0 ? g_variant_new_uint64 (step) : NULL);
  adw_toast_set_action_name (toast, action);
}

/* In place of the last one, which is old news. */
static void
show_toast (Actions    *self,
            const char *text,
            const char *action,
            guint64     step)
{
  AdwToast *toast;

  if (self->page == NULL)
    return;

  if (self->toast != NULL && g_get_monotonic_time () < self->shown + TOAST_REST)
    {
      fill_toast (self->toast, text, action, step);
      return;
    }

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);

  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  fill_toast (toast, text, action, step);
  g_set_weak_pointer (&self->toast, toast);
  self->shown = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static char *
describe_step (const MspUndoStep *step)
{
  guint n = step->entries;

  switch (step->kind)
    {
    case MSP_UNDO_ADDED:
      return g_strdup_printf (ngettext ("The contribution was added.",
                                        "%u contributions were added.", n), n);

    case MSP_UNDO_DELETED:
      return g_strdup_printf (ngettext ("The contribution is in the trash.",
                                        "%u contributions are in the trash.", n), n);

    case MSP_UNDO_RESTORED:
      return g_strdup_printf (ngettext ("The contribution is back in the journal.",
                                        "%u contributions are back in the journal.", n), n);

    case MSP_UNDO_REMOVED:
      return g_strdup_printf (ngettext ("The contribution was removed for good.",
                                        "%u contributions were removed for good.", n), n);

    case MSP_UNDO_EDITED:
    default:
      return g_strdup_printf (ngettext ("The contribution was changed.",
                                        "%u contributions were changed.", n), n);
    }
}

static char *
describe_undone_step (const MspUndoStep *step)
{
  guint n = step->entries;

  switch (step->kind)
    {
    case MSP_UNDO_ADDED:
      return g_strdup_printf (ngettext ("The new contribution was taken out again.",
                                        "%u new contributions were taken out again.", n), n);

    case MSP_UNDO_DELETED:
      return g_strdup_printf (ngettext ("The contribution is back in the journal.",
                                        "%u contributions are back in the journal.", n), n);

    case MSP_UNDO_RESTORED:
    case MSP_UNDO_REMOVED:
      return g_strdup_printf (ngettext ("The contribution is in the trash again.",
                                        "%u contributions are in the trash again.", n), n);

    case MSP_UNDO_EDITED:
    default:
      return g_strdup_printf (ngettext ("The change was taken back.",
                                        "The change of %u contributions was taken back.", n), n);
    }
}

/* Each step of undo is told once, whatever made it. */
static void
journal_changed (Actions *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);
  MspUndoStep step = { 0 };
  gboolean can_undo = store != NULL && msp_journal_store_get_undo (store, &step);
  g_autofree char *text = NULL;

  if (self->group == NULL)
    return;

  enable (self, "undo", can_undo);
  enable (self, "redo", store != NULL && msp_journal_store_get_redo (store, NULL));
  if (!can_undo || step.serial <= self->last_step || step.entries == 0)
    return;

  self->last_step = step.serial;
  text = describe_step (&step);
  show_toast (self, text, "entry.undo-step", step.serial);
}

static void
undone (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  MspUndoStep step = { 0 };

  if (!msp_journal_store_undo_finish (MSP_JOURNAL_STORE (source), result, &step, &error))
    {
      say_error (self, error);
      return;
    }

  text = describe_undone_step (&step);
  show_toast (self, text, "entry.redo", 0);
}

static void
redone (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Actions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  MspUndoStep step = { 0 };

  if (!msp_journal_store_undo_finish (MSP_JOURNAL_STORE (source), result, &step, &error))
    {
      say_error (self, error);
      return;
    }

  text = describe_step (&step);
  show_toast (self, text, "entry.undo-step", step.serial);
}

static void
undo_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Actions *self = user_data;
  MspJournalStore *store = get_store (self);
  guint64 serial = parameter != NULL ? g_variant_get_uint64 (parameter) : 0;

  if (store != NULL)
    msp_journal_store_undo_async (store, serial, undone, g_rc_box_acquire (self));
}

static void
redo_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Actions *self = user_data;
  MspJournalStore *store = get_store (self);

  if (store != NULL)
    msp_journal_store_redo_async (store, redone, g_rc_box_acquire (self));
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_activated },
  { .name = "undo-step", .activate = undo_activated, .parameter_type = "t" },
  { .name = "redo", .activate = redo_activated },
};

/* The actions, which the group keeps for as long as its own. */
static void
watch_store (GSimpleActionGroup *group)
{
  Actions *self = g_object_get_data (G_OBJECT (group), "undo-actions");
  MspJournalStore *store = msp_services_get_store (self->services);
  MspUndoStep step;

  /* What was done before is no news. */
  if (store != NULL && msp_journal_store_get_undo (store, &step))
    self->last_step = step.serial;
  if (store != NULL)
    g_signal_connect_data (store, "changed", G_CALLBACK (journal_changed), g_rc_box_acquire (self),
                           (GClosureNotify) (void (*)(void))actions_unref, G_CONNECT_SWAPPED);
  journal_changed (self);
}

void
msp_undo_actions_add (GSimpleActionGroup *group,
                      GtkWidget          *page,
                      MspServices        *services,
                      AdwToastOverlay    *overlay)
{
  Actions *self = g_rc_box_new0 (Actions);

  g_return_if_fail (G_IS_SIMPLE_ACTION_GROUP (group) && GTK_IS_WIDGET (page));

  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->group, group);
  self->overlay = overlay;
  self->services = g_object_ref (services);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (group), "undo-actions", self, (GDestroyNotify) actions_unref);
  g_signal_connect_object (services, "notify::store", G_CALLBACK (watch_store), group,
                           G_CONNECT_SWAPPED);
  watch_store (group);
}
