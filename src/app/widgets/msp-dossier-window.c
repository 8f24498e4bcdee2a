/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-window"

#include "app/widgets/msp-dossier-window.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-dossier-preview.h"
#include "app/widgets/msp-dossier-printer.h"
#include "app/widgets/msp-limited-text.h"
#include "app/widgets/msp-text-saver.h"
#include "base/msp-clock.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define DEFAULT_WIDTH 1040
#define DEFAULT_HEIGHT 720
#define PARENT_MARGIN 40
#define CYCLES 10
#define SERVICES "msp-dossier-services" /* of the window that has the action */
#define TYPING_PAUSE 250 /* ms: no draft of every letter of a name */

/**
 * MspDossierWindow:
 *
 * What goes into the dossier beside what it will look like; saved or printed from here.
 */
struct _MspDossierWindow
{
  AdwWindow          parent_instance;

  /* Template widgets */
  AdwToastOverlay   *toast_overlay;
  AdwLeaflet        *leaflet;
  GtkWidget         *preview_page;
  AdwEntryRow       *name_row;
  AdwComboRow       *cycle_row;
  AdwComboRow       *paper_row;
  GtkSwitch         *private_switch;
  GtkStack          *stack;
  MspDossierPreview *preview;
  GtkLabel          *count_label;
  AdwStatusPage     *problem_page;

  MspServices       *services;    /* (owned) (nullable): NULL until set and once closed */
  MspCycleRule       rule;
  GPtrArray         *own;         /* (owned) (nullable) (element-type MspCycleDates) */
  int                year;        /* of the first cycle of the list; earlier ones follow */
  MspDossierDraft   *draft;       /* (owned) (nullable): what is shown */
  GCancellable      *cancellable; /* (owned) (nullable): of the draft that is being made */
  guint              pause;       /* source that makes it; 0: none waits */
};

G_DEFINE_FINAL_TYPE (MspDossierWindow, msp_dossier_window, ADW_TYPE_WINDOW)

static MspCycle
get_cycle (MspDossierWindow *self)
{
  return msp_cycle_of_year (&self->rule, self->own,
                            self->year - (int) adw_combo_row_get_selected (self->cycle_row));
}

static void
set_actions_enabled (MspDossierWindow *self,
                     gboolean          enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.save", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.print", enabled);
}

static void
show_draft (MspDossierWindow *self)
{
  guint n_pages = msp_dossier_pages_get_n_pages (self->draft->pages);
  gboolean is_empty = self->draft->dossier->n_entries == 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  msp_dossier_preview_set_draft (self->preview, self->draft);
  gtk_label_set_text (self->count_label, is_empty ? "" : text);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "preview");
  set_actions_enabled (self, !is_empty);
}

static void
show_problem (MspDossierWindow *self,
              const char       *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->problem_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  set_actions_enabled (self, FALSE);
}

static void
draft_made (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MspDossierWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspDossierDraft) draft = msp_dossier_draft_make_finish (result, &error);
  g_autofree char *text = NULL;

  if (self->services == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (draft == NULL)
    {
      text = msp_database_error_to_text (error, msp_services_get_journal_path (self->services));
      show_problem (self, text);
      return;
    }

  g_clear_pointer (&self->draft, msp_dossier_draft_unref);
  self->draft = g_steal_pointer (&draft);
  show_draft (self);
}

static gboolean
make_draft (gpointer user_data)
{
  MspDossierWindow *self = user_data;
  MspCycle cycle = get_cycle (self);

  self->pause = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (msp_services_get_store (self->services) == NULL)
    {
      show_problem (self, _ ("The journal is not open."));
      return G_SOURCE_REMOVE;
    }

  self->cancellable = g_cancellable_new ();
  msp_dossier_draft_make_async (self->services, &cycle,
                                gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                                gtk_switch_get_active (self->private_switch),
                                (MspPaper) adw_combo_row_get_selected (self->paper_row),
                                self->cancellable, draft_made, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
choices_changed (MspDossierWindow *self)
{
  if (self->services == NULL)
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (TYPING_PAUSE, make_draft, self);
}

/* Remembered when the choice is made; typing is not one yet. */
static void
paper_changed (MspDossierWindow *self)
{
  if (self->services != NULL)
    g_settings_set_string (msp_services_get_settings (self->services), "dossier-paper",
                           msp_paper_get_name ((MspPaper) adw_combo_row_get_selected (self->paper_row)));
  choices_changed (self);
}

static void
toast_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autofree char *title = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (MSP_DOSSIER_WINDOW (widget)->toast_overlay, adw_toast_new (title));
}

static void
say (MspDossierWindow *self,
     const char       *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static const char *const endings[] = {
  [MSP_DOSSIER_PDF] = "pdf", [MSP_DOSSIER_HTML] = "html", [MSP_DOSSIER_MARKDOWN] = "md",
};

/* What a written file is called. */
typedef struct
{
  MspDossierWindow *window; /* (owned) */
  char             *name;   /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = msp_dossier_draft_write_finish (result, &error);

  if (saving->window->services == NULL)
    return;

  if (bytes != NULL)
    {
      msp_text_saver_ask_bytes (GTK_WIDGET (saving->window), _ ("Save Dossier"), saving->name, bytes);
      return;
    }

  g_message ("Cannot write the dossier: %s", error->message);
  say (saving->window, _ ("The dossier could not be made. Nothing was written."));
}

static void
save_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspDossierWindow *self = MSP_DOSSIER_WINDOW (widget);
  const char *ending = g_variant_get_string (parameter, NULL);
  Saving *saving;

  for (guint format = 0; self->draft != NULL && format < G_N_ELEMENTS (endings); format++)
    {
      if (!g_str_equal (endings[format], ending))
        continue;

      saving = g_new0 (Saving, 1);
      saving->window = g_object_ref (self);
      /* Translators: the name of a file: the year in which the cycle begins, its ending. */
      saving->name = g_strdup_printf (_ ("dossier-%d.%s"), get_cycle (self).year, ending);
      msp_dossier_draft_write_async (self->draft, (MspDossierFormat) format, NULL, written, saving);
    }
}

static void
print_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  MspDossierWindow *self = MSP_DOSSIER_WINDOW (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL)
    return;

  operation = msp_dossier_printer_new (self->draft);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_message ("Cannot print: %s", error->message);
      say (self, _ ("The dossier could not be printed. Save it as PDF and print that."));
    }
}

static void
show_preview_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  adw_leaflet_navigate (MSP_DOSSIER_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
show_options_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  adw_leaflet_navigate (MSP_DOSSIER_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
new_entry_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.new-entry", NULL);
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
msp_dossier_window_close_request (GtkWindow *window)
{
  MspDossierWindow *self = MSP_DOSSIER_WINDOW (window);

  g_settings_set_string (msp_services_get_settings (self->services), "dossier-name",
                         gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  return GTK_WINDOW_CLASS (msp_dossier_window_parent_class)->close_request (window);
}

static void
msp_dossier_window_dispose (GObject *object)
{
  MspDossierWindow *self = MSP_DOSSIER_WINDOW (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_DOSSIER_WINDOW);
  g_clear_pointer (&self->draft, msp_dossier_draft_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);

  G_OBJECT_CLASS (msp_dossier_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_activated);
  gtk_widget_class_install_action (widget_class, "dossier.save", "s", save_activated);
  gtk_widget_class_install_action (widget_class, "dossier.print", NULL, print_activated);
  gtk_widget_class_install_action (widget_class, "dossier.new-entry", NULL, new_entry_activated);
  gtk_widget_class_install_action (widget_class, "dossier.show-preview", NULL, show_preview_activated);
  gtk_widget_class_install_action (widget_class, "dossier.show-options", NULL, show_options_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "dossier.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dossier.save", "s",
                                       "pdf");
}

static void
msp_dossier_window_class_init (MspDossierWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_dossier_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = msp_dossier_window_close_request;

  g_type_ensure (MSP_TYPE_DOSSIER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/dossier-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, preview_page);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, cycle_row);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, paper_row);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, private_switch);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, MspDossierWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed);
  gtk_widget_class_bind_template_callback (widget_class, paper_changed);
  install_actions (widget_class);
}

static void
msp_dossier_window_init (MspDossierWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msp_limited_text_set (GTK_EDITABLE (self->name_row), MSP_NAME_MAX);
  set_actions_enabled (self, FALSE);
}

/* The running cycle and those before it. */
static void
fill_cycles (MspDossierWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (int i = 0; i < CYCLES; i++)
    {
      MspCycle cycle = msp_cycle_of_year (&self->rule, self->own, self->year - i);
      g_autofree char *start = msp_day_to_month_text (cycle.window_start);
      g_autofree char *end = msp_day_to_month_text (cycle.window_end);
      g_autofree char *text = g_strdup_printf (_ ("%s – %s"), start, end);

      gtk_string_list_append (list, text);
    }
  adw_combo_row_set_model (self->cycle_row, G_LIST_MODEL (list));
}

/* Not larger than the window before which it stands. */
static void
set_size (MspDossierWindow *self,
          GtkWindow        *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent)) - PARENT_MARGIN;
  int height = gtk_widget_get_height (GTK_WIDGET (parent)) - PARENT_MARGIN;

  gtk_window_set_default_size (GTK_WINDOW (self), MIN (DEFAULT_WIDTH, MAX (width, 360)),
                               MIN (DEFAULT_HEIGHT, MAX (height, 300)));
}

MspDossierWindow *
msp_dossier_window_new (GtkWindow   *parent,
                        MspServices *services)
{
  MspDossierWindow *self = g_object_new (MSP_TYPE_DOSSIER_WINDOW, "transient-for", parent, NULL);
  GSettings *settings = msp_services_get_settings (services);
  g_autoptr (MspAward) award = msp_services_read_award (services);
  g_autofree char *name = g_settings_get_string (settings, "dossier-name");
  g_autofree char *paper_name = g_settings_get_string (settings, "dossier-paper");
  MspPaper paper = msp_paper_default ();

  set_size (self, parent);
  self->rule = award->rule;
  self->own = msp_services_get_cycle_dates (services);
  self->year = msp_cycle_of_day (&self->rule, self->own, msp_clock_today ()).year;
  fill_cycles (self);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  msp_paper_parse (paper_name, &paper);
  adw_combo_row_set_selected (self->paper_row, paper);
  self->services = g_object_ref (services);
  make_draft (self);

  return self;
}

static void
dossier_activated (GtkApplicationWindow *window)
{
  MspServices *services = g_object_get_data (G_OBJECT (window), SERVICES);

  gtk_window_present (GTK_WINDOW (msp_dossier_window_new (GTK_WINDOW (window), services)));
}

void
msp_dossier_window_add_action (GtkApplicationWindow *window,
                               MspServices          *services)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("dossier", NULL);

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window) && MSP_IS_SERVICES (services));

  g_object_set_data_full (G_OBJECT (window), SERVICES, g_object_ref (services), g_object_unref);
  g_signal_connect_object (action, "activate", G_CALLBACK (dossier_activated), window,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
}
