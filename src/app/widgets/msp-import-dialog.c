/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-dialog"

#include "app/widgets/msp-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-import-file-page.h"
#include "app/widgets/msp-import-mapping-page.h"
#include "app/widgets/msp-import-preview-page.h"
#include "app/widgets/msp-import-rejects-page.h"
#include "app/widgets/msp-import-result-page.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define DEFAULT_WIDTH 560
#define DEFAULT_HEIGHT 640
#define WINDOWS_ENCODING "windows-1252"

#define PAGE_FILE "file"
#define PAGE_COLUMNS "columns"
#define PAGE_PREVIEW "preview"
#define PAGE_REJECTS "rejects"
#define PAGE_RESULT "result"

/**
 * MspImportDialog:
 *
 * From a file or a pasted table to the journal: its pages, and the way between them.
 */
struct _MspImportDialog
{
  AdwWindow             parent_instance;

  /* Template widgets */
  AdwWindowTitle       *title;
  GtkWidget            *back_button;
  GtkWidget            *cancel_button;
  GtkWidget            *import_button;
  GtkWidget            *next_button;
  AdwToastOverlay      *toast_overlay;
  GtkStack             *stack;

  MspImportJob         *job;     /* (owned) (nullable): NULL until set */
  GtkFileChooserNative *chooser; /* (owned) (nullable): while it is open */
};

G_DEFINE_FINAL_TYPE (MspImportDialog, msp_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_shown (MspImportDialog *self,
          const char      *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static const char *
get_title (MspImportDialog *self)
{
  if (is_shown (self, PAGE_COLUMNS))
    return _ ("Columns");
  if (is_shown (self, PAGE_REJECTS))
    return _ ("Rejected Rows");

  return _ ("Import");
}

static gboolean
can_import (MspImportDialog *self)
{
  const MspImportReport *report = msp_import_job_get_report (self->job);

  return msp_import_job_get_state (self->job) == MSP_IMPORT_JOB_READY && report != NULL &&
         report->added + report->updated > 0 &&
         msp_services_get_can_write (msp_import_job_get_services (self->job));
}

static void
update_header (MspImportDialog *self)
{
  gboolean is_columns = is_shown (self, PAGE_COLUMNS);
  gboolean is_done = msp_import_job_get_state (self->job) == MSP_IMPORT_JOB_DONE;

  adw_window_title_set_title (self->title, get_title (self));
  gtk_widget_set_visible (self->back_button, is_shown (self, PAGE_REJECTS));
  gtk_widget_set_visible (self->cancel_button, !is_shown (self, PAGE_REJECTS) && !is_done);
  gtk_widget_set_visible (self->import_button, is_shown (self, PAGE_PREVIEW));
  gtk_widget_set_visible (self->next_button, is_columns);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.start", can_import (self));
}

/* On what leads on, unless something of the page has it. */
static void
focus_next (MspImportDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *next = is_shown (self, PAGE_COLUMNS) ? self->next_button : self->import_button;
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  /* What is on the page that is just left is mapped until that has faded. */
  if ((focus == NULL || !gtk_widget_is_ancestor (focus, page)) && gtk_widget_get_visible (next) && gtk_widget_is_sensitive (next))
    gtk_widget_grab_focus (next);
}

static void
show_page (MspImportDialog *self,
           const char      *page)
{
  if (!is_shown (self, page))
    gtk_stack_set_visible_child_name (self->stack, page);
  update_header (self);
  focus_next (self);
}

/* Whoever brings such a table for the first time is asked about what was not recognised. */
static gboolean
has_unknown_columns (MspImportDialog *self)
{
  GPtrArray *columns = msp_import_source_get_columns (msp_import_job_get_source (self->job));

  for (guint i = 0; i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      if (column->field == NULL && column->samples != NULL && column->samples[0] != NULL)
        return !msp_import_job_is_remembered (self->job);
    }

  return FALSE;
}

static void
job_opened (MspImportDialog *self)
{
  show_page (self, has_unknown_columns (self) ? PAGE_COLUMNS : PAGE_PREVIEW);
}

static void
job_changed (MspImportDialog *self)
{
  switch (msp_import_job_get_state (self->job))
    {
    case MSP_IMPORT_JOB_IDLE:
    case MSP_IMPORT_JOB_OPENING:
    case MSP_IMPORT_JOB_FAILED:
      show_page (self, PAGE_FILE);
      break;

    case MSP_IMPORT_JOB_IMPORTING:
    case MSP_IMPORT_JOB_DONE:
      show_page (self, PAGE_RESULT);
      break;

    case MSP_IMPORT_JOB_WAITING:
    case MSP_IMPORT_JOB_COUNTING:
    case MSP_IMPORT_JOB_READY:
    default:
      /* An import that was stopped leads back to where it began. */
      if (is_shown (self, PAGE_RESULT))
        show_page (self, PAGE_PREVIEW);
      update_header (self);
      focus_next (self);
      break;
    }
}

static void
file_chosen (MspImportDialog *self,
             int              response,
             GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    msp_import_dialog_open (self, file);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (suffixes, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, each[i]);
  if (*suffixes == '\0')
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspImportDialog *self = MSP_IMPORT_DIALOG (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_ ("Import"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                               _ ("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Tables, JSON and Markdown"),
              "csv tsv txt json md markdown zip");
  add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("All files"), "");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
read_as_windows_activated (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  msp_import_job_reopen (MSP_IMPORT_DIALOG (widget)->job, WINDOWS_ENCODING);
}

static void
show_page_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  if (g_str_equal (action_name, "import.show-columns"))
    show_page (MSP_IMPORT_DIALOG (widget), PAGE_COLUMNS);
  else if (g_str_equal (action_name, "import.show-rejects"))
    show_page (MSP_IMPORT_DIALOG (widget), PAGE_REJECTS);
  else
    show_page (MSP_IMPORT_DIALOG (widget), PAGE_PREVIEW);
}

static void
start_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  MspImportDialog *self = MSP_IMPORT_DIALOG (widget);

  if (is_shown (self, PAGE_PREVIEW) && can_import (self))
    msp_import_job_start (self->job);
}

/* Of what is going on, else of the window. */
static void
cancel_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspImportDialog *self = MSP_IMPORT_DIALOG (widget);

  if (is_shown (self, PAGE_REJECTS))
    show_page (self, PAGE_PREVIEW);
  else if (msp_import_job_get_state (self->job) == MSP_IMPORT_JOB_IMPORTING)
    msp_import_job_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
toast_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autofree char *title = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (MSP_IMPORT_DIALOG (widget)->toast_overlay, adw_toast_new (title));
}

/* Another file or table may come as long as nothing is imported. */
static gboolean
can_open (MspImportDialog *self)
{
  MspImportJobState state = msp_import_job_get_state (self->job);

  return state != MSP_IMPORT_JOB_IMPORTING && state != MSP_IMPORT_JOB_DONE;
}

static gboolean
file_dropped (GtkDropTarget   *target,
              const GValue    *value,
              double           x,
              double           y,
              MspImportDialog *self)
{
  const GSList *files = g_value_get_boxed (value);

  if (files == NULL || files->next != NULL || !can_open (self))
    return FALSE;

  msp_import_dialog_open (self, files->data);

  return TRUE;
}

static void
clipboard_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MspImportDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->job == NULL || !can_open (self))
    return; /* closed meanwhile */

  if (text != NULL && *text != '\0')
    msp_import_dialog_open_text (self, text);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "import.toast", "s",
                                _ ("There is no text on the clipboard."));
}

static void
paste_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read,
                                 g_object_ref (widget));
}

/* What is being imported is either stopped or done before the window goes. */
static gboolean
msp_import_dialog_close_request (GtkWindow *window)
{
  MspImportDialog *self = MSP_IMPORT_DIALOG (window);

  if (msp_import_job_get_state (self->job) == MSP_IMPORT_JOB_IMPORTING)
    {
      msp_import_job_cancel (self->job);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (msp_import_dialog_parent_class)->close_request (window);
}

static void
msp_import_dialog_dispose (GObject *object)
{
  MspImportDialog *self = MSP_IMPORT_DIALOG (object);

  if (self->job != NULL)
    msp_import_job_cancel (self->job);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (msp_import_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "import.read-as-windows", NULL,
                                   read_as_windows_activated);
  gtk_widget_class_install_action (widget_class, "import.show-columns", NULL, show_page_activated);
  gtk_widget_class_install_action (widget_class, "import.show-rejects", NULL, show_page_activated);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, show_page_activated);
  gtk_widget_class_install_action (widget_class, "import.start", NULL, start_activated);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_activated);
  gtk_widget_class_install_action (widget_class, "import.toast", "s", toast_activated);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose",
                                       NULL);
}

static void
msp_import_dialog_class_init (MspImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = msp_import_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MspImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MspImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, MspImportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspImportDialog, stack);
  install_actions (widget_class);
}

static void
msp_import_dialog_init (MspImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (file_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
add_page (MspImportDialog *self,
          GtkWidget       *page,
          const char      *name)
{
  gtk_stack_add_named (self->stack, page, name);
  msp_format_hide_when_unmapped (page);
}

MspImportDialog *
msp_import_dialog_new (GtkWindow   *parent,
                       MspServices *services)
{
  MspImportDialog *self = g_object_new (MSP_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self),
                               width > 0 ? MIN (DEFAULT_WIDTH, width) : DEFAULT_WIDTH,
                               DEFAULT_HEIGHT);
  self->job = msp_import_job_new (services);
  add_page (self, msp_import_file_page_new (self->job), PAGE_FILE);
  add_page (self, msp_import_mapping_page_new (self->job), PAGE_COLUMNS);
  add_page (self, msp_import_preview_page_new (self->job), PAGE_PREVIEW);
  add_page (self, msp_import_rejects_page_new (self->job), PAGE_REJECTS);
  add_page (self, msp_import_result_page_new (self->job), PAGE_RESULT);
  /* After the pages, which show what is new before they are shown. */
  g_signal_connect_object (self->job, "opened", G_CALLBACK (job_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "changed", G_CALLBACK (job_changed), self, G_CONNECT_SWAPPED);
  job_changed (self);

  return self;
}

void
msp_import_dialog_open (MspImportDialog *self,
                        GFile           *file)
{
  g_return_if_fail (MSP_IS_IMPORT_DIALOG (self));

  msp_import_job_open (self->job, file);
}

void
msp_import_dialog_open_text (MspImportDialog *self,
                             const char      *text)
{
  g_return_if_fail (MSP_IS_IMPORT_DIALOG (self));

  msp_import_job_open_text (self->job, text);
}
