/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-export-dialog"

#include "app/widgets/msp-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-notice.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "exchange/msp-export.h"
#include "exchange/msp-ical.h"
#include "progress/msp-award.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

#define DEFAULT_WIDTH 460
#define N_DEADLINES 3
/* What is done before that needs no progress. */
#define PROGRESS_AFTER_MS 400
#define PROGRESS_EVERY_MS 100

typedef enum
{
  WHAT_ALL,
  WHAT_SHOWN,
  WHAT_SELECTED,
  N_WHATS,
} What;

/**
 * MspExportDialog:
 *
 * Asks which contributions are written in which form, then where, and writes them.
 */
struct _MspExportDialog
{
  AdwWindow             parent_instance;

  /* Template widgets */
  GtkWidget            *choices;
  MspNotice            *problem_notice;
  GtkWidget            *whats[N_WHATS];
  GtkCheckButton       *what_checks[N_WHATS];
  GtkCheckButton       *form_checks[MSP_EXPORT_ICAL + 1];
  GtkLabel             *count_label;
  GtkRevealer          *progress_revealer;
  GtkProgressBar       *progress_bar;

  MspServices          *services;          /* (owned) (nullable): NULL once it is closed */
  MspQuery             *queries[N_WHATS];  /* (owned) (nullable): NULL is not offered */
  guint                 n_entries;         /* of what is chosen, once counted */
  GCancellable         *counting;          /* (owned) (nullable) */
  GtkFileChooserNative *chooser;           /* (owned) (nullable): while it is open */
  MspExport            *export;            /* (owned) (nullable): while it runs */
  GCancellable         *running;           /* (owned) (nullable): while it runs */
  guint                 progress_source;
};

G_DEFINE_FINAL_TYPE (MspExportDialog, msp_export_dialog, ADW_TYPE_WINDOW)

static guint
find_active (GtkCheckButton *const *checks,
             guint                  n_checks)
{
  for (guint i = 0; i < n_checks; i++)
    {
      if (gtk_check_button_get_active (checks[i]))
        return i;
    }

  return 0;
}

static MspExportFormat
get_format (MspExportDialog *self)
{
  return (MspExportFormat) find_active (self->form_checks, G_N_ELEMENTS (self->form_checks));
}

/* (transfer full): what is chosen would be written by this */
static MspExport *
make_export (MspExportDialog *self,
             const char      *path)
{
  return msp_export_new (get_format (self), self->queries[find_active (self->what_checks, N_WHATS)],
                         path);
}

static void
update_actions (MspExportDialog *self)
{
  gboolean has_something = self->n_entries > 0 || get_format (self) == MSP_EXPORT_ICAL;

  gtk_widget_set_sensitive (self->choices, self->export == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file",
                                 self->export == NULL && has_something);
}

static char *
describe_count (MspExportDialog *self)
{
  g_autofree char *number = msp_text_number (self->n_entries);

  if (get_format (self) == MSP_EXPORT_ICAL)
    return g_strdup_printf (ngettext ("The deadlines and %s planned contribution",
                                      "The deadlines and %s planned contributions", self->n_entries),
                            number);
  if (self->n_entries == 0)
    return g_strdup (_ ("There is nothing to export."));

  return g_strdup_printf (ngettext ("%s contribution", "%s contributions", self->n_entries), number);
}

static void
counted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MspExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  MspJournalTotals totals = { 0 };

  if (!msp_journal_store_totals_finish (MSP_JOURNAL_STORE (source), result, &totals, &error) ||
      self->services == NULL)
    return;

  self->n_entries = totals.entries;
  text = describe_count (self);
  gtk_label_set_text (self->count_label, text);
  update_actions (self);
}

static void
count (MspExportDialog *self)
{
  g_autoptr (MspExport) export = make_export (self, NULL);
  MspJournalStore *store = msp_services_get_store (self->services);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  if (store != NULL)
    msp_journal_store_totals_async (store, export->query, self->counting, counted,
                                    g_object_ref (self));
}

static void
choice_toggled (MspExportDialog *self,
                GtkCheckButton  *check)
{
  if (self->services == NULL || !gtk_check_button_get_active (check))
    return;

  msp_notice_say (self->problem_notice, NULL, NULL);
  count (self);
}

static gboolean
show_progress (gpointer user_data)
{
  MspExportDialog *self = MSP_EXPORT_DIALOG (user_data);
  int done = g_atomic_int_get (&self->export->entries);

  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  /* The rest is for the files and the disk, of which nobody knows how long they take. */
  if (self->n_entries > 0 && (guint) done < self->n_entries)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / self->n_entries);
  else
    gtk_progress_bar_pulse (self->progress_bar);

  return G_SOURCE_CONTINUE;
}

static gboolean
begin_progress (gpointer user_data)
{
  MspExportDialog *self = MSP_EXPORT_DIALOG (user_data);

  self->progress_source = g_timeout_add (PROGRESS_EVERY_MS, show_progress, self);
  show_progress (self);

  return G_SOURCE_REMOVE;
}

static void
end_run (MspExportDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->export, msp_export_free);
  g_clear_object (&self->running);
}

/* What is not there any more is said before what is. */
static char *
describe_done (MspExportDialog *self,
               const char      *name)
{
  g_autofree char *number = msp_text_number (self->export->entries);
  int n_missing = self->export->files_missing;

  if (n_missing > 0)
    return g_strdup_printf (ngettext ("“%s” is there, without %d attached file that the journal's "
                                      "folder does not have any more.",
                                      "“%s” is there, without %d attached files that the journal's "
                                      "folder does not have any more.", (gulong) n_missing),
                            name, n_missing);

  return g_strdup_printf (ngettext ("Exported %s contribution to “%s”",
                                    "Exported %s contributions to “%s”",
                                    (gulong) self->export->entries), number, name);
}

static void
say_done (MspExportDialog *self)
{
  g_autofree char *name = g_filename_display_basename (self->export->path);
  g_autofree char *uri = g_filename_to_uri (self->export->path, NULL, NULL);
  g_autofree char *text = describe_done (self, name);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL && uri != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.exported", "(ss)", text, uri);
}

static void
run_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MspExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_done = msp_export_run_finish (result, &error);

  if (self->services == NULL)
    {
      end_run (self);
      return;
    }

  if (is_done)
    say_done (self);
  end_run (self);
  if (is_done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  update_actions (self);
  if (error->domain == G_IO_ERROR)
    text = g_strdup (error->message);
  else
    text = msp_database_error_to_text (error, msp_services_get_journal_path (self->services));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    msp_notice_say (self->problem_notice, text, NULL);
}

/* (transfer full) (element-type MspIcalEvent): the next ones, with their alarms */
static GPtrArray *
list_deadlines (MspServices *services)
{
  MspCatalog *catalog = msp_services_get_catalog (services);
  g_autoptr (MspAward) award = msp_services_read_award (services);
  g_autoptr (GPtrArray) own = msp_services_get_cycle_dates (services);
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_ical_event_free);
  MspDeadline deadlines[N_DEADLINES] = { { NULL } };

  msp_cycle_next_deadlines (&award->rule, own, msp_clock_today (), deadlines);
  for (int i = 0; i < N_DEADLINES; i++)
    g_ptr_array_add (events,
                     msp_ical_event_new_deadline (deadlines[i].id, deadlines[i].cycle,
                                                  msp_catalog_get_deadline_title (catalog,
                                                                                  deadlines[i].id),
                                                  deadlines[i].date, award->reminder_days));

  return events;
}

static void
run (MspExportDialog *self,
     GFile           *file)
{
  MspJournalStore *store = msp_services_get_store (self->services);
  const char *path = g_file_peek_path (file);

  if (path == NULL)
    {
      msp_notice_say (self->problem_notice,
                      _ ("That place is not on this computer. Choose a folder that is."), NULL);
      return;
    }
  if (store == NULL)
    return;

  msp_notice_say (self->problem_notice, NULL, NULL);
  self->export = make_export (self, path);
  if (self->export->format == MSP_EXPORT_ICAL)
    self->export->deadlines = list_deadlines (self->services);
  self->running = g_cancellable_new ();
  self->progress_source = g_timeout_add (PROGRESS_AFTER_MS, begin_progress, self);
  update_actions (self);
  msp_export_run_async (self->export, msp_services_get_catalog (self->services), store,
                        self->running, run_done, g_object_ref (self));
}

static void
chooser_answered (GtkNativeDialog *native,
                  int              response,
                  MspExportDialog *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && self->services != NULL)
    run (self, file);
}

static void
choose_file_activated (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  static const char *const names[] = {
    [MSP_EXPORT_CSV] = "contributions.csv",
    [MSP_EXPORT_JSON] = "contributions.json",
    [MSP_EXPORT_ARCHIVE] = "contributions.zip",
    [MSP_EXPORT_PORTAL_MARKDOWN] = "contributions.md",
    [MSP_EXPORT_ICAL] = "contributions.ics",
  };
  MspExportDialog *self = MSP_EXPORT_DIALOG (widget);

  self->chooser = gtk_file_chooser_native_new (_ ("Export Contributions"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                               _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), names[get_format (self)]);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chooser_answered), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* What runs is cancelled first; then there is a dialog again that can be closed. */
static void
cancel_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspExportDialog *self = MSP_EXPORT_DIALOG (widget);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
msp_export_dialog_dispose (GObject *object)
{
  MspExportDialog *self = MSP_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_cancellable_cancel (self->running);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_export_dialog_parent_class)->dispose (object);
}

static void
msp_export_dialog_finalize (GObject *object)
{
  MspExportDialog *self = MSP_EXPORT_DIALOG (object);

  for (int i = 0; i < N_WHATS; i++)
    g_clear_pointer (&self->queries[i], msp_query_free);

  G_OBJECT_CLASS (msp_export_dialog_parent_class)->finalize (object);
}

static void
bind_check (GtkWidgetClass *widget_class,
            const char     *name,
            gsize           offset)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, (gssize) offset);
}

static void
msp_export_dialog_class_init (MspExportDialogClass *klass)
{
  static const char *const rows[] = { "all_row", "shown_row", "selected_row" };
  static const char *const whats[] = { "all_check", "shown_check", "selected_check" };
  static const char *const forms[] = {
    [MSP_EXPORT_CSV] = "csv_check", [MSP_EXPORT_JSON] = "json_check",
    [MSP_EXPORT_ARCHIVE] = "archive_check", [MSP_EXPORT_PORTAL_MARKDOWN] = "markdown_check",
    [MSP_EXPORT_ICAL] = "calendar_check",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_export_dialog_finalize;

  g_type_ensure (MSP_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MspExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, MspExportDialog, problem_notice);
  gtk_widget_class_bind_template_child (widget_class, MspExportDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, MspExportDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, MspExportDialog, progress_bar);
  for (gsize i = 0; i < N_WHATS; i++)
    {
      bind_check (widget_class, rows[i],
                  G_STRUCT_OFFSET (MspExportDialog, whats) + i * sizeof (GtkWidget *));
      bind_check (widget_class, whats[i],
                  G_STRUCT_OFFSET (MspExportDialog, what_checks) + i * sizeof (GtkWidget *));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    bind_check (widget_class, forms[i],
                G_STRUCT_OFFSET (MspExportDialog, form_checks) + i * sizeof (GtkWidget *));
  gtk_widget_class_bind_template_callback (widget_class, choice_toggled);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file_activated);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "export.choose-file", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
msp_export_dialog_init (MspExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msp_export_dialog_open (GtkWindow         *parent,
                        MspServices       *services,
                        const MspQuery    *shown,
                        const char *const *ids,
                        gboolean           is_for_selected)
{
  MspExportDialog *self;
  What what = WHAT_ALL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && MSP_IS_SERVICES (services));

  self = g_object_new (MSP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, -1);
  self->queries[WHAT_ALL] = msp_query_new ();
  if (shown != NULL && (shown->trash || msp_query_is_filtering (shown)))
    self->queries[what = WHAT_SHOWN] = msp_query_copy (shown);
  if (shown != NULL && ids != NULL)
    {
      self->queries[WHAT_SELECTED] = msp_query_new ();
      self->queries[WHAT_SELECTED]->ids = g_strdupv ((char **) ids);
      self->queries[WHAT_SELECTED]->trash = shown->trash;
      self->queries[WHAT_SELECTED]->sort = shown->sort;
      self->queries[WHAT_SELECTED]->reversed = shown->reversed;
    }
  if (is_for_selected && self->queries[WHAT_SELECTED] != NULL)
    what = WHAT_SELECTED;
  for (int i = 0; i < N_WHATS; i++)
    gtk_widget_set_visible (self->whats[i], self->queries[i] != NULL);

  gtk_check_button_set_active (self->what_checks[what], TRUE);
  gtk_check_button_set_active (self->form_checks[MSP_EXPORT_CSV], TRUE);
  self->services = g_object_ref (services);
  count (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form_checks[MSP_EXPORT_CSV]));
  gtk_window_present (GTK_WINDOW (self));
}
