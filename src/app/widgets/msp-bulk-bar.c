/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-bulk-bar"

#include "app/widgets/msp-bulk-bar.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-bulk-dialog.h"
#include "app/widgets/msp-bulk-writer.h"
#include "app/widgets/msp-entry-actions.h"
#include "base/msp-text.h"
#include "journal/msp-bulk-edit.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

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
  GtkWidget           *change_button;
  GtkWidget           *restore_button;
  GtkWidget           *delete_button;

  MspServices         *services;  /* (owned) (nullable) */
  MspJournalSelection *selection; /* (owned) (nullable) */
  gboolean             is_in_trash;
  guint                n_running;
};

G_DEFINE_FINAL_TYPE (MspBulkBar, msp_bulk_bar, ADW_TYPE_BIN)

typedef struct _Job Job;
typedef void (*JobFunc) (Job               *job,
                         MspJournalStore   *store,
                         const char *const *ids);

/* Something done with what was selected when it began. */
struct _Job
{
  MspBulkBar  *bar;  /* (owned) */
  JobFunc      func;
  MspBulkEdit *edit; /* (owned) (nullable) */
  MspBulkForm  form; /* of what is copied or exported */
};

static void update (MspBulkBar *self);

static Job *
job_new (MspBulkBar *self,
         JobFunc     func)
{
  Job *job = g_new0 (Job, 1);

  job->bar = g_object_ref (self);
  job->func = func;
  self->n_running++;
  /* While it runs nothing here takes a key, and Undo is the list's. */
  gtk_widget_activate_action (GTK_WIDGET (self), "journal.focus-view", NULL);
  update (self);

  return job;
}

static void
job_free (Job *job)
{
  job->bar->n_running--;
  update (job->bar);
  g_clear_pointer (&job->edit, msp_bulk_edit_free);
  g_object_unref (job->bar);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
job_say (Job        *job,
         const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (job->bar), "win.toast", "s", text);
}

static void
job_say_error (Job          *job,
               const GError *error)
{
  msp_entry_actions_say_error (GTK_WIDGET (job->bar), job->bar->services, error);
}

static void
ids_read (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = msp_journal_store_ids_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (ids != NULL && ids[0] != NULL)
    {
      job->func (job, MSP_JOURNAL_STORE (source), (const char *const *) ids);
      return;
    }

  if (error != NULL)
    job_say_error (job, error);
  job_free (job);
}

/* @job: (transfer full) */
static void
job_run (Job *job)
{
  MspJournalStore *store = msp_services_get_store (job->bar->services);
  g_autoptr (GArray) keys = msp_journal_selection_list_keys (job->bar->selection);

  if (store != NULL && keys->len > 0)
    msp_journal_store_ids_async (store, keys, ids_read, job);
  else
    job_free (job);
}

static gboolean
can_start (MspBulkBar *self,
           gboolean    writes)
{
  return self->selection != NULL && msp_journal_selection_get_size (self->selection) > 0 &&
         (!writes || msp_services_get_can_write (self->services));
}

static void
edited (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  int n_edited = msp_journal_store_edit_many_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (n_edited < 0)
    job_say_error (job, error);
  else if (n_edited == 0)
    job_say (job, _ ("The selected contributions are like that already."));
}

static void
edit_entries (Job               *job,
              MspJournalStore   *store,
              const char *const *ids)
{
  msp_journal_store_edit_many_async (store, ids, msp_bulk_edit_apply, job->edit, NULL, NULL, edited,
                                     job);
}

/* @edit: (transfer full) */
static void
edit_selected (MspBulkEdit *edit,
               gpointer     user_data)
{
  Job *job = job_new (MSP_BULK_BAR (user_data), edit_entries);

  job->edit = edit;
  job_run (job);
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
deleted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_delete_finish (MSP_JOURNAL_STORE (source), result, &error))
    job_say_error (job, error);
}

static void
delete_entries (Job               *job,
                MspJournalStore   *store,
                const char *const *ids)
{
  msp_journal_store_delete_async (store, ids, NULL, deleted, job);
}

static void
removed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_remove_finish (MSP_JOURNAL_STORE (source), result, &error))
    job_say_error (job, error);
}

static void
remove_entries (Job               *job,
                MspJournalStore   *store,
                const char *const *ids)
{
  msp_journal_store_remove_async (store, ids, removed, job);
}

static void
delete_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);

  if (can_start (self, TRUE))
    job_run (job_new (self, self->is_in_trash ? remove_entries : delete_entries));
}

static void
restored (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_restore_finish (MSP_JOURNAL_STORE (source), result, &error))
    job_say_error (job, error);
}

static void
restore_entries (Job               *job,
                 MspJournalStore   *store,
                 const char *const *ids)
{
  msp_journal_store_restore_async (store, ids, NULL, restored, job);
}

static void
restore_activated (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MspBulkBar *self = MSP_BULK_BAR (widget);

  if (can_start (self, TRUE) && self->is_in_trash)
    job_run (job_new (self, restore_entries));
}

static void
write_entries (Job               *job,
               MspJournalStore   *store,
               const char *const *ids)
{
  msp_bulk_writer_run (GTK_WIDGET (job->bar), job->bar->services, ids, job->form,
                       (MspBulkWritten) job_free, job);
}

static void
write_selected (MspBulkBar *self,
                MspBulkForm form)
{
  Job *job;

  if (!can_start (self, FALSE))
    return;

  job = job_new (self, write_entries);
  job->form = form;
  job_run (job);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  write_selected (MSP_BULK_BAR (widget), MSP_BULK_FORM_TEXT);
}

static void
export_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gboolean is_csv = g_str_equal (g_variant_get_string (parameter, NULL), "csv");

  write_selected (MSP_BULK_BAR (widget), is_csv ? MSP_BULK_FORM_CSV : MSP_BULK_FORM_JSON);
}

static void
update (MspBulkBar *self)
{
  guint n_selected = 0;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  gboolean is_selecting = FALSE;

  if (self->selection != NULL)
    {
      n_selected = msp_journal_selection_get_size (self->selection);
      is_selecting = msp_journal_selection_is_selecting (self->selection);
    }
  number = msp_text_number (n_selected);
  text = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);
  gtk_label_set_text (self->count_label, text);
  gtk_action_bar_set_revealed (self->bar, is_selecting || n_selected > 1 || self->n_running > 0);
  gtk_spinner_set_spinning (self->spinner, self->n_running > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->n_running > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), n_selected > 0 && self->n_running == 0);
}

static void
msp_bulk_bar_dispose (GObject *object)
{
  MspBulkBar *self = MSP_BULK_BAR (object);

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
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, change_button);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, restore_button);
  gtk_widget_class_bind_template_child (widget_class, MspBulkBar, delete_button);
  gtk_widget_class_install_action (widget_class, "bulk.mark", "s", mark_activated);
  gtk_widget_class_install_action (widget_class, "bulk.ask", "s", ask_activated);
  gtk_widget_class_install_action (widget_class, "bulk.delete", NULL, delete_activated);
  gtk_widget_class_install_action (widget_class, "bulk.restore", NULL, restore_activated);
  gtk_widget_class_install_action (widget_class, "bulk.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "bulk.export", "s", export_activated);
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
