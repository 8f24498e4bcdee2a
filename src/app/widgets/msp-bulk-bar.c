/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-bulk-bar"

#include "app/widgets/msp-bulk-bar.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-bulk-dialog.h"
#include "app/widgets/msp-bulk-job.h"
#include "app/widgets/msp-export-dialog.h"
#include "app/widgets/msp-entry-actions.h"
#include "base/msp-text.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

#define TICK_MS 100

/**
 * MspBulkBar:
 *
 * The bar that acts on all selected contributions.
 */
struct _MspBulkBar
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkActionBar        *bar;
  GtkLabel            *count_label;
  GtkSpinner          *spinner;
  GtkWidget           *cancel_button;
  GtkWidget           *change_button;
  GtkWidget           *restore_button;
  GtkWidget           *delete_button;

  MspServices         *services;  /* (owned) (nullable) */
  MspJournalSelection *selection; /* (owned) (nullable) */
  gboolean             is_in_trash;
  MspBulkJob          *job;       /* (unowned) (nullable): what is running */
  guint                tick_source;
};

G_DEFINE_FINAL_TYPE (MspBulkBar, msp_bulk_bar, ADW_TYPE_BIN)

static const char *const actions[] = {
  "bulk.mark", "bulk.ask", "bulk.delete", "bulk.restore", "bulk.copy", NULL,
};

static void update (MspBulkBar *self);

static gboolean
tick (gpointer user_data)
{
  update (user_data);

  return G_SOURCE_CONTINUE;
}

static void
job_finished (gpointer user_data)
{
  g_autoptr (MspBulkBar) self = user_data;

  self->job = NULL;
  g_clear_handle_id (&self->tick_source, g_source_remove);
  update (self);
}

/* Something done with what is selected now. @edit: (transfer full) (nullable) */
static void
start (MspBulkBar     *self,
       MspBulkJobKind  kind,
       MspBulkEdit    *edit)
{
  g_autoptr (GArray) keys = msp_journal_selection_list_keys (self->selection);

  /* While it runs nothing here takes a key, and Undo is the list's. */
  gtk_widget_activate_action (GTK_WIDGET (self), "journal.focus-view", NULL);
  self->job = msp_bulk_job_start (GTK_WIDGET (self), self->services, keys, kind, edit, job_finished,
                                  g_object_ref (self));
  self->tick_source = g_timeout_add (TICK_MS, tick, self);
  update (self);
}

static gboolean
can_start (MspBulkBar *self,
           gboolean    writes)
{
  return self->job == NULL && self->selection != NULL &&
         msp_journal_selection_get_size (self->selection) > 0 &&
         msp_services_get_store (self->services) != NULL &&
         (!writes || msp_services_get_can_write (self->services));
}

/* @edit: (transfer full) */
static void
edit_selected (MspBulkEdit *edit,
               gpointer     user_data)
{
  MspBulkBar *self = MSP_BULK_BAR (user_data);

  if (can_start (self, TRUE))
    start (self, MSP_BULK_JOB_EDIT, edit);
  else
    msp_bulk_edit_free (edit);
}

static void
mark_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *mark = g_variant_get_string (parameter, NULL);
  MspBulkEdit *edit;

  if (!can_start (MSP_BULK_BAR (widget), TRUE))
    return;

  edit = msp_bulk_edit_new ();
  if (g_str_equal (mark, "done"))
    edit->status = MSP_STATUS_FILTER_DONE;
  else if (g_str_equal (mark, "planned"))
    edit->status = MSP_STATUS_FILTER_PLANNED;
  else if (g_str_equal (mark, "in-portal"))
    edit->in_portal = MSP_WHETHER_YES;
  else if (g_str_equal (mark, "not-in-portal"))
    edit->in_portal = MSP_WHETHER_NO;
  else
    edit->high_impact = g_str_equal (mark, "high-impact") ? MSP_WHETHER_YES : MSP_WHETHER_NO;
  edit_selected (edit, widget);
}

static void
ask_activated (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  static const char *const fields[] = {
    [MSP_BULK_ADD_TAGS] = "add-tags", [MSP_BULK_REMOVE_TAGS] = "remove-tags",
    [MSP_BULK_SET_AREA] = "area", [MSP_BULK_SET_AUDIENCE] = "audience",
  };
  MspBulkBar *self = MSP_BULK_BAR (widget);

  if (!can_start (self, TRUE))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i], g_variant_get_string (parameter, NULL)))
        msp_bulk_dialog_ask (GTK_WINDOW (gtk_widget_get_root (widget)), self->services,
                             (MspBulkField) i, msp_journal_selection_get_size (self->selection),
                             edit_selected, g_object_ref (self), g_object_unref);
    }
}

static void
delete_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);

  if (can_start (self, TRUE))
    start (self, self->is_in_trash ? MSP_BULK_JOB_REMOVE : MSP_BULK_JOB_DELETE, NULL);
}

static void
restore_activated (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);

  if (can_start (self, TRUE) && self->is_in_trash)
    start (self, MSP_BULK_JOB_RESTORE, NULL);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);

  if (can_start (self, FALSE))
    start (self, MSP_BULK_JOB_COPY, NULL);
}

/* @ids: (nullable): what is selected */
static void
ask_export (MspBulkBar        *self,
            const char *const *ids)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const MspQuery *shown = NULL;

  /* The window may be gone by now. */
  if (root == NULL || self->services == NULL)
    return;

  if (self->selection != NULL)
    shown = msp_journal_model_get_query (msp_journal_selection_get_model (self->selection));
  msp_export_dialog_open (GTK_WINDOW (root), self->services, shown, ids,
                          gtk_action_bar_get_revealed (self->bar));
}

static void
ids_read (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MspBulkBar) self = user_data;
  g_auto (GStrv) ids = msp_journal_store_ids_finish (MSP_JOURNAL_STORE (source), result, NULL);

  ask_export (self, ids != NULL && ids[0] != NULL ? (const char *const *) ids : NULL);
}

static void
id_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MspBulkBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = msp_journal_store_ids_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (self->services == NULL)
    return; /* closed meanwhile */

  if (ids == NULL)
    msp_entry_actions_say_error (GTK_WIDGET (self), self->services, error);
  else if (ids[0] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "entry.copy-for-portal", "s", ids[0]);
}

static void
copy_for_portal_activated (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);
  g_autoptr (GArray) keys = NULL;

  if (!can_start (self, FALSE) || self->is_in_trash)
    return;

  keys = msp_journal_selection_list_keys (self->selection);
  if (keys->len > 1)
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("Select one contribution to copy it for the portal."));
  else
    msp_journal_store_ids_async (msp_services_get_store (self->services), keys, id_read,
                                 g_object_ref (self));
}

static void
export_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);
  g_autoptr (GArray) keys = NULL;

  if (!can_start (self, FALSE))
    {
      ask_export (self, NULL);
      return;
    }

  keys = msp_journal_selection_list_keys (self->selection);
  msp_journal_store_ids_async (msp_services_get_store (self->services), keys, ids_read,
                               g_object_ref (self));
}

static void
cancel_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);

  if (self->job != NULL)
    msp_bulk_job_cancel (self->job);
}

static void
show_progress (MspBulkBar *self,
               guint       n_selected)
{
  g_autofree char *number = msp_text_number (n_selected);
  g_autofree char *text = self->job != NULL ? msp_bulk_job_make_text (self->job) : NULL;

  if (text == NULL)
    text = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);
  gtk_label_set_text (self->count_label, text);
  gtk_spinner_set_spinning (self->spinner, self->job != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->job != NULL);
  gtk_widget_set_visible (self->cancel_button,
                          self->job != NULL && msp_bulk_job_offers_cancel (self->job));
}

static void
update (MspBulkBar *self)
{
  guint n_selected = 0;
  gboolean is_selecting = FALSE;
  gboolean is_usable;

  /* A job may end after the window. */
  if (self->bar == NULL)
    return;

  if (self->selection != NULL)
    {
      n_selected = msp_journal_selection_get_size (self->selection);
      is_selecting = msp_journal_selection_is_selecting (self->selection);
    }
  is_usable = n_selected > 0 && self->job == NULL;

  show_progress (self, n_selected);
  gtk_action_bar_set_revealed (self->bar, is_selecting || n_selected > 1 || self->job != NULL);
  gtk_widget_set_sensitive (self->change_button, is_usable);
  for (guint i = 0; actions[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_usable);
}

static void
msp_bulk_bar_dispose (GObject *object)
{
  MspBulkBar *self = MSP_BULK_BAR (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_object (&self->services);
  g_clear_object (&self->selection);
  /* Before the template goes: AdwBin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_BULK_BAR);

  G_OBJECT_CLASS (msp_bulk_bar_parent_class)->dispose (object);
}

static void
msp_bulk_bar_class_init (MspBulkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_bulk_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/bulk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, bar);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, change_button);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, restore_button);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, delete_button);
  gtk_widget_class_install_action (widget_class, "bulk.mark", "s", mark_activated);
  gtk_widget_class_install_action (widget_class, "bulk.ask", "s", ask_activated);
  gtk_widget_class_install_action (widget_class, "bulk.delete", NULL, delete_activated);
  gtk_widget_class_install_action (widget_class, "bulk.restore", NULL, restore_activated);
  gtk_widget_class_install_action (widget_class, "bulk.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "bulk.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "bulk.copy-for-portal", NULL,
                                   copy_for_portal_activated);
  gtk_widget_class_install_action (widget_class, "bulk.cancel", NULL, cancel_activated);
}

static void
msp_bulk_bar_init (MspBulkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
msp_bulk_bar_set_services (MspBulkBar  *self,
                           MspServices *services)
{
  g_return_if_fail (MSP_IS_BULK_BAR (self) && self->services == NULL);

  self->services = g_object_ref (services);
}

void
msp_bulk_bar_set_selection (MspBulkBar          *self,
                            MspJournalSelection *selection)
{
  g_return_if_fail (MSP_IS_BULK_BAR (self) && self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::selecting", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

void
msp_bulk_bar_set_in_trash (MspBulkBar *self,
                           gboolean    is_in_trash)
{
  const char *tip = is_in_trash ? _ ("Remove for Good") : _ ("Delete");

  g_return_if_fail (MSP_IS_BULK_BAR (self));

  self->is_in_trash = is_in_trash;
  gtk_widget_set_visible (self->change_button, !is_in_trash);
  gtk_widget_set_visible (self->restore_button, is_in_trash);
  gtk_widget_set_tooltip_text (self->delete_button, tip);
  msp_format_accessible_label (self->delete_button, tip);
}
