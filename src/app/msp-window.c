/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-window"

#include "app/msp-window.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/msp-preferences.h"
#include "app/msp-window-actions.h"
#include "app/msp-window-state.h"
#include "app/pages/msp-compare-page.h"
#include "app/pages/msp-eligibility-page.h"
#include "app/pages/msp-journal-page.h"
#include "app/pages/msp-overview-page.h"
#include "app/pages/msp-program-page.h"
#include "app/pages/msp-progress-page.h"
#include "app/widgets/msp-draft-notice.h"
#include "app/widgets/msp-entry-actions.h"
#include "app/widgets/msp-intake.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspWindow:
 *
 * The window: five views, a program's own page above them, and what goes wrong said in a bar.
 *
 * A view is made when it is first shown, so that the first frame waits for one of them only.
 */
struct _MspWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template widgets */
  AdwLeaflet           *leaflet;
  AdwViewStack         *stack;
  GtkWidget            *main_page;
  MspProgramPage       *program_page;
  AdwBin               *program_bin;
  AdwWindowTitle       *program_title;
  AdwToastOverlay      *toast_overlay;
  GtkRevealer          *problem_revealer;
  GtkLabel             *problem_label;
  GtkButton            *problem_button;

  MspServices          *services;   /* (owned) (nullable): NULL only while disposing */
  gboolean              is_painted; /* pages wait for the first frame */
};

G_DEFINE_FINAL_TYPE (MspWindow, msp_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_SERVICES = 1,
} MspWindowProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

static GtkWidget *
make_page (MspWindow  *self,
           const char *name)
{
  GType type;

  if (g_str_equal (name, "compare"))
    type = MSP_TYPE_COMPARE_PAGE;
  else if (g_str_equal (name, "eligibility"))
    type = MSP_TYPE_ELIGIBILITY_PAGE;
  else if (g_str_equal (name, "journal"))
    type = MSP_TYPE_JOURNAL_PAGE;
  else if (g_str_equal (name, "progress"))
    type = MSP_TYPE_PROGRESS_PAGE;
  else
    type = MSP_TYPE_OVERVIEW_PAGE;

  return g_object_new (type, "services", self->services, NULL);
}

/* The page called @name, made now if it was never shown. */
static GtkWidget *
ensure_page (MspWindow  *self,
             const char *name)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, name));
  GtkWidget *page;

  if (bin == NULL)
    return NULL;

  page = adw_bin_get_child (bin);
  if (page == NULL)
    {
      page = make_page (self, name);
      adw_bin_set_child (bin, page);
      msp_format_hide_when_unmapped (GTK_WIDGET (bin));
    }

  return page;
}

static void
visible_page_changed (MspWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (name != NULL && self->services != NULL && self->is_painted)
    ensure_page (self, name);
}

static gboolean
make_visible_page (gpointer user_data)
{
  g_autoptr (MspWindow) self = user_data;

  visible_page_changed (self);

  return G_SOURCE_REMOVE;
}

/* The window answers first; the page that was asked for, and no other, is in the next frame. */
static void
first_frame_painted (GdkFrameClock *clock,
                     MspWindow     *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_painted, self);
  self->is_painted = TRUE;
  g_idle_add (make_visible_page, g_object_ref (self));
}

static void
msp_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (msp_window_parent_class)->map (widget);

  if (!MSP_WINDOW (widget)->is_painted)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (first_frame_painted), widget, 0);
}

static void
go_to_views (MspWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->main_page);
}

static void
leaflet_changed (MspWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-back",
                                 adw_leaflet_get_visible_child (self->leaflet) != self->main_page);
}

static void
go_back_activated (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  go_to_views (MSP_WINDOW (widget));
}

static void
show_page_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  msp_window_show_page (MSP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_program_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  MspWindow *self = MSP_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  const MspProgram *program =
    msp_catalog_find_program (msp_services_get_catalog (self->services), id);

  if (program == NULL)
    return;

  if (self->program_page == NULL)
    {
      self->program_page = g_object_new (MSP_TYPE_PROGRAM_PAGE, "services", self->services, NULL);
      adw_bin_set_child (self->program_bin, GTK_WIDGET (self->program_page));
    }

  msp_program_page_show (self->program_page, program);
  adw_window_title_set_title (self->program_title, program->name);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (self->program_page), GTK_DIR_TAB_FORWARD);
}

static void
show_compare_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  MspWindow *self = MSP_WINDOW (widget);

  msp_window_show_page (self, "compare");
  msp_compare_page_set_programs (MSP_COMPARE_PAGE (ensure_page (self, "compare")),
                                 g_variant_get_string (parameter, NULL));
}

static void
start_wizard_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  MspWindow *self = MSP_WINDOW (widget);

  msp_window_show_page (self, "eligibility");
  msp_eligibility_page_start (MSP_ELIGIBILITY_PAGE (ensure_page (self, "eligibility")));
}

static MspJournalPage *
show_journal (MspWindow *self)
{
  msp_window_show_page (self, "journal");

  return MSP_JOURNAL_PAGE (ensure_page (self, "journal"));
}

static void
show_journal_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  msp_journal_page_set_filter_text (show_journal (MSP_WINDOW (widget)),
                                    g_variant_get_string (parameter, NULL));
}

static void
new_entry_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  msp_window_new_entry (MSP_WINDOW (widget));
}

static void
new_entry_from_activated (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  MspWindow *self = MSP_WINDOW (widget);

  msp_entry_actions_open_from (GTK_WIDGET (show_journal (self)), self->services,
                               g_variant_get_string (parameter, NULL));
}

static void
edit_entry_activated (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  msp_journal_page_edit_entry (show_journal (MSP_WINDOW (widget)),
                               g_variant_get_string (parameter, NULL));
}

static void
search_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspWindow *self = MSP_WINDOW (widget);
  const char *visible = adw_view_stack_get_visible_child_name (self->stack);

  go_to_views (self);
  if (g_strcmp0 (visible, "compare") == 0)
    {
      msp_compare_page_focus_search (MSP_COMPARE_PAGE (ensure_page (self, "compare")));
      return;
    }

  msp_journal_page_focus_search (show_journal (self));
}

static void
preferences_activated (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  msp_window_show_preferences (MSP_WINDOW (widget));
}

static void
retry_clicked (MspWindow *self)
{
  msp_services_reopen (self->services);
}

/* The journal's trouble comes first: it keeps people from writing. */
static void
problem_changed (MspWindow *self)
{
  const char *journal = msp_services_get_problem (self->services);
  const char *catalog = msp_services_get_catalog_problem (self->services);
  const char *shown = journal != NULL ? journal : catalog;

  if (shown != NULL)
    gtk_label_set_label (self->problem_label, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_button),
                          journal != NULL && msp_services_get_store (self->services) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_revealer), shown != NULL);
  gtk_revealer_set_reveal_child (self->problem_revealer, shown != NULL);
}

static gboolean
msp_window_close_request (GtkWindow *window)
{
  MspWindow *self = MSP_WINDOW (window);

  msp_window_state_save (window, self->stack, msp_services_get_settings (self->services));

  return GTK_WINDOW_CLASS (msp_window_parent_class)->close_request (window);
}

static void
msp_window_constructed (GObject *object)
{
  MspWindow *self = MSP_WINDOW (object);

  G_OBJECT_CLASS (msp_window_parent_class)->constructed (object);

  g_signal_connect_object (self->services, "notify::problem",
                           G_CALLBACK (problem_changed), self, G_CONNECT_SWAPPED);
  msp_window_state_restore (GTK_WINDOW (self), self->stack,
                            msp_services_get_settings (self->services));
  msp_window_actions_add (GTK_APPLICATION_WINDOW (self), self->stack, self->toast_overlay,
                          self->services);
  msp_draft_notice_add (GTK_BOX (self->main_page), self->services);
  msp_intake_add (GTK_APPLICATION_WINDOW (self), self->services);
  problem_changed (self);
  leaflet_changed (self);
}

static void
msp_window_dispose (GObject *object)
{
  MspWindow *self = MSP_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_WINDOW);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_window_parent_class)->dispose (object);
}

static void
msp_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MspWindow *self = MSP_WINDOW (object);

  switch ((MspWindowProperty) prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back_activated);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_activated);
  gtk_widget_class_install_action (widget_class, "win.show-program", "s", show_program_activated);
  gtk_widget_class_install_action (widget_class, "win.show-compare", "s", show_compare_activated);
  gtk_widget_class_install_action (widget_class, "win.start-wizard", NULL, start_wizard_activated);
  gtk_widget_class_install_action (widget_class, "win.show-journal", "s", show_journal_activated);
  gtk_widget_class_install_action (widget_class, "win.new-entry", NULL, new_entry_activated);
  gtk_widget_class_install_action (widget_class, "win.new-entry-from", "s", new_entry_from_activated);
  gtk_widget_class_install_action (widget_class, "win.edit-entry", "s", edit_entry_activated);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_activated);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_activated);
}

static void
msp_window_class_init (MspWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = msp_window_constructed;
  object_class->dispose = msp_window_dispose;
  object_class->set_property = msp_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = msp_window_close_request;
  widget_class->map = msp_window_map;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, MSP_TYPE_SERVICES,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "window.ui");
  gtk_widget_class_bind_template_child (widget_class, MspWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, main_page);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, program_bin);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, program_title);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MspWindow, problem_button);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked);
  install_actions (widget_class);
}

static void
msp_window_init (MspWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MspWindow *
msp_window_new (GtkApplication *application,
                MspServices    *services)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (MSP_IS_SERVICES (services), NULL);

  return g_object_new (MSP_TYPE_WINDOW, "application", application, "services", services, NULL);
}

/**
 * msp_window_show_page:
 * @self: the window
 * @name: overview, compare, eligibility, journal or progress; others are ignored
 *
 * Shows a view, above whatever was open.
 */
void
msp_window_show_page (MspWindow  *self,
                      const char *name)
{
  g_return_if_fail (MSP_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  if (adw_view_stack_get_child_by_name (self->stack, name) == NULL)
    return;

  adw_view_stack_set_visible_child_name (self->stack, name);
  go_to_views (self);
}

void
msp_window_new_entry (MspWindow *self)
{
  g_return_if_fail (MSP_IS_WINDOW (self));

  msp_journal_page_new_entry (show_journal (self));
}

void
msp_window_show_preferences (MspWindow *self)
{
  g_return_if_fail (MSP_IS_WINDOW (self));

  msp_preferences_present (GTK_WINDOW (self), self->services);
}
