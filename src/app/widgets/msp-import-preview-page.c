/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-preview-page"

#include "app/widgets/msp-import-preview-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-import-labels.h"
#include "app/widgets/msp-import-words.h"
#include "app/widgets/msp-notice.h"
#include "base/msp-text.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspImportPreviewPage:
 *
 * What a file is, what is still to be said about it, and what its import would do.
 */
struct _MspImportPreviewPage
{
  AdwBin          parent_instance;

  /* Template widgets */
  MspNotice      *problem_notice;
  AdwActionRow   *file_row;
  AdwActionRow   *columns_row;
  AdwComboRow    *duplicates_row;
  GtkWidget      *dates_group;
  AdwActionRow   *day_row;
  AdwActionRow   *month_row;
  GtkCheckButton *day_button;
  GtkCheckButton *month_button;
  GtkWidget      *counts_group;
  GtkSpinner     *spinner;
  GtkLabel       *new_label;
  GtkWidget      *changed_row;
  GtkLabel       *changed_label;
  AdwActionRow   *same_row;
  GtkLabel       *same_label;
  AdwActionRow   *rejected_row;
  GtkLabel       *rejected_label;
  GtkWidget      *rejected_image;
  GtkLabel       *hint_label;

  MspImportJob   *job; /* (owned) (nullable): NULL until set */
};

G_DEFINE_FINAL_TYPE (MspImportPreviewPage, msp_import_preview_page, ADW_TYPE_BIN)

static void
duplicates_chosen (MspImportPreviewPage *self)
{
  if (self->job != NULL)
    msp_import_job_set_duplicates (self->job,
                                   (MspOnDuplicate) adw_combo_row_get_selected (self->duplicates_row));
}

static void
order_chosen (MspImportPreviewPage *self)
{
  if (self->job == NULL)
    return;

  if (gtk_check_button_get_active (self->day_button))
    msp_import_job_set_date_order (self->job, MSP_DATE_ORDER_DMY);
  else if (gtk_check_button_get_active (self->month_button))
    msp_import_job_set_date_order (self->job, MSP_DATE_ORDER_MDY);
}

static void
show_columns (MspImportPreviewPage *self)
{
  GPtrArray *columns = msp_import_source_get_columns (msp_import_job_get_source (self->job));
  g_autofree char *text = msp_import_words_columns (columns, msp_import_job_is_remembered (self->job));

  adw_action_row_set_subtitle (self->columns_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), columns->len > 0);
}

/* What went wrong, or what is missing before anything can be counted. */
static void
show_problem (MspImportPreviewPage *self)
{
  GPtrArray *columns = msp_import_source_get_columns (msp_import_job_get_source (self->job));
  const char *problem = msp_import_job_get_problem (self->job);
  g_autofree char *missing = problem == NULL ? msp_import_words_missing (columns) : NULL;

  msp_notice_say (self->problem_notice, problem != NULL ? problem : missing,
                  missing != NULL ? _ ("Columns") : NULL);
}

static void
columns_wanted (MspImportPreviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "import.show-columns", NULL);
}

static void
show_file (MspImportPreviewPage *self)
{
  MspImportSource *source = msp_import_job_get_source (self->job);
  const MspImportReport *report = msp_import_job_get_report (self->job);
  const char *kind = msp_import_labels_kind (msp_import_source_get_kind (source));
  g_autofree char *rows = NULL;
  g_autofree char *text = NULL;

  if (report != NULL)
    {
      g_autofree char *number = msp_text_number (report->read);

      rows = g_strdup_printf (ngettext ("%s row", "%s rows", report->read), number);
    }
  text = rows != NULL ? g_strdup_printf ("%s · %s", kind, rows) : g_strdup (kind);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row),
                                 msp_import_job_get_name (self->job));
  adw_action_row_set_subtitle (self->file_row, text);
}

static void
show_number (GtkLabel *label,
             guint     number)
{
  g_autofree char *text = msp_text_number (number);

  gtk_label_set_text (label, text);
}

static void
show_counts (MspImportPreviewPage *self)
{
  const MspImportReport *report = msp_import_job_get_report (self->job);
  g_autofree char *same = NULL;
  g_autofree char *hint = NULL;
  gboolean is_counting = msp_import_job_get_state (self->job) == MSP_IMPORT_JOB_COUNTING;

  gtk_spinner_set_spinning (self->spinner, is_counting);
  gtk_widget_set_visible (self->counts_group, report != NULL || is_counting);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), report != NULL);
  if (report == NULL)
    return;

  show_number (self->new_label, report->added);
  show_number (self->changed_label, report->updated);
  show_number (self->same_label, report->duplicates);
  show_number (self->rejected_label, report->rejected);
  gtk_widget_set_visible (self->changed_row,
                          adw_combo_row_get_selected (self->duplicates_row) ==
                          MSP_ON_DUPLICATE_UPDATE);
  same = msp_import_words_same (report);
  adw_action_row_set_subtitle (self->same_row, same);
  adw_action_row_set_subtitle (self->rejected_row, report->rejected > 0
                               ? _ ("See the lines and what is wrong with them") : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->rejected_row), report->rejected > 0);
  gtk_widget_set_visible (self->rejected_image, report->rejected > 0);
  hint = msp_import_words_hint (report);
  gtk_label_set_text (self->hint_label, hint);
}

static void
changed (MspImportPreviewPage *self)
{
  MspImportSource *source = msp_import_job_get_source (self->job);
  MspImportJobState state = msp_import_job_get_state (self->job);

  if (source == NULL || state == MSP_IMPORT_JOB_IMPORTING || state == MSP_IMPORT_JOB_DONE)
    return;

  show_file (self);
  show_columns (self);
  show_problem (self);
  /* Once asked it stays, to be answered otherwise. */
  if (state == MSP_IMPORT_JOB_WAITING &&
      msp_import_source_get_date_order (source) == MSP_DATE_ORDER_UNKNOWN)
    gtk_widget_set_visible (self->dates_group, TRUE);
  show_counts (self);
}

/* What the dates of the new file mean is open again. */
static void
opened (MspImportPreviewPage *self)
{
  GPtrArray *columns = msp_import_source_get_columns (msp_import_job_get_source (self->job));
  g_autofree char *day = msp_import_words_dates (columns, MSP_DATE_ORDER_DMY);
  g_autofree char *month = msp_import_words_dates (columns, MSP_DATE_ORDER_MDY);

  gtk_check_button_set_active (self->day_button, FALSE);
  gtk_check_button_set_active (self->month_button, FALSE);
  gtk_widget_set_visible (self->dates_group, FALSE);
  adw_action_row_set_subtitle (self->day_row, day);
  adw_action_row_set_subtitle (self->month_row, month);
}

static void
msp_import_preview_page_dispose (GObject *object)
{
  MspImportPreviewPage *self = MSP_IMPORT_PREVIEW_PAGE (object);

  /* Before the template goes: AdwBin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_IMPORT_PREVIEW_PAGE);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (msp_import_preview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "widgets/import-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, problem_notice);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, columns_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, duplicates_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, dates_group);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, day_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, month_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, counts_group);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, new_label);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, changed_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, changed_label);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, same_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, same_label);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, rejected_row);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, rejected_label);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, rejected_image);
  gtk_widget_class_bind_template_child (widget_class, MspImportPreviewPage, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, duplicates_chosen);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen);
  gtk_widget_class_bind_template_callback (widget_class, columns_wanted);
}

static void
msp_import_preview_page_class_init (MspImportPreviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_import_preview_page_dispose;

  g_type_ensure (MSP_TYPE_NOTICE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
msp_import_preview_page_init (MspImportPreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
msp_import_preview_page_new (MspImportJob *job)
{
  MspImportPreviewPage *self = g_object_new (MSP_TYPE_IMPORT_PREVIEW_PAGE, NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "opened", G_CALLBACK (opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
