/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-result-page"

#include "app/widgets/msp-import-result-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-import-rejects-saver.h"
#include "app/widgets/msp-import-words.h"
#include "journal/msp-journal-undo.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define TICK_MS 100

/**
 * MspImportResultPage:
 *
 * How far an import has come, and then what it has done.
 */
struct _MspImportResultPage
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkStack       *stack;
  GtkProgressBar *progress_bar;
  AdwStatusPage  *status;
  GtkWidget      *done_button;
  GtkWidget      *save_button;
  GtkWidget      *undo_button;

  MspImportJob   *job;  /* (owned) (nullable): NULL until set */
  guint           tick; /* 0: nothing is imported */
};

G_DEFINE_FINAL_TYPE (MspImportResultPage, msp_import_result_page, ADW_TYPE_BIN)

static gboolean
tick (gpointer user_data)
{
  MspImportResultPage *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar,
                                 CLAMP (msp_import_job_get_fraction (self->job), 0, 1));

  return G_SOURCE_CONTINUE;
}

static void
show_result (MspImportResultPage *self)
{
  const MspImportReport *report = msp_import_job_get_report (self->job);
  g_autofree char *text = msp_import_words_result (report);

  adw_status_page_set_title (self->status, _ ("Imported"));
  adw_status_page_set_description (self->status, text);
  gtk_widget_set_visible (self->save_button, report->rejected > 0);
  gtk_widget_set_visible (self->undo_button, msp_import_job_get_step (self->job) != 0);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (self->done_button);
}

static void
changed (MspImportResultPage *self)
{
  MspImportJobState state = msp_import_job_get_state (self->job);

  if (state != MSP_IMPORT_JOB_IMPORTING)
    g_clear_handle_id (&self->tick, g_source_remove);
  if (state == MSP_IMPORT_JOB_IMPORTING && self->tick == 0)
    {
      gtk_progress_bar_set_fraction (self->progress_bar, 0);
      gtk_stack_set_visible_child_name (self->stack, "importing");
      self->tick = g_timeout_add (TICK_MS, tick, self);
    }
  else if (state == MSP_IMPORT_JOB_DONE)
    show_result (self);
}

static void
undone (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MspImportResultPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->job == NULL)
    return; /* closed meanwhile */

  if (msp_journal_store_undo_finish (MSP_JOURNAL_STORE (source), result, NULL, &error))
    {
      adw_status_page_set_icon_name (self->status, "edit-undo-symbolic");
      adw_status_page_set_title (self->status, _ ("Taken Back"));
      adw_status_page_set_description (self->status, _ ("The journal is as it was before."));
      gtk_widget_set_visible (self->undo_button, FALSE);
      gtk_widget_grab_focus (self->done_button);
      return;
    }

  text = msp_database_error_to_text (error, msp_services_get_journal_path (
                                       msp_import_job_get_services (self->job)));
  gtk_widget_activate_action (GTK_WIDGET (self), "import.toast", "s", text);
}

static void
undo_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspImportResultPage *self = MSP_IMPORT_RESULT_PAGE (widget);
  MspJournalStore *store =
    msp_services_get_store (msp_import_job_get_services (self->job));

  if (store != NULL)
    msp_journal_store_undo_async (store, msp_import_job_get_step (self->job), undone,
                                  g_object_ref (self));
}

static void
save_rejects_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  msp_import_rejects_saver_ask (widget, MSP_IMPORT_RESULT_PAGE (widget)->job);
}

static void
msp_import_result_page_dispose (GObject *object)
{
  MspImportResultPage *self = MSP_IMPORT_RESULT_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  /* Before the template goes: AdwBin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_IMPORT_RESULT_PAGE);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (msp_import_result_page_parent_class)->dispose (object);
}

static void
msp_import_result_page_class_init (MspImportResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_import_result_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "widgets/import-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspImportResultPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MspImportResultPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MspImportResultPage, status);
  gtk_widget_class_bind_template_child (widget_class, MspImportResultPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportResultPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportResultPage, undo_button);
  gtk_widget_class_install_action (widget_class, "result.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "result.save-rejects", NULL,
                                   save_rejects_activated);
}

static void
msp_import_result_page_init (MspImportResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
msp_import_result_page_new (MspImportJob *job)
{
  MspImportResultPage *self = g_object_new (MSP_TYPE_IMPORT_RESULT_PAGE, NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
