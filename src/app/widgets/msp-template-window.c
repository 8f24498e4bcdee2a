/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-template-window"

#include "app/widgets/msp-template-window.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-limited-text.h"
#include "journal/msp-journal-templates.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define DEFAULT_WIDTH 460
#define DEFAULT_HEIGHT 420
#define TEMPLATE "msp-template" /* of a row: (element-type MspTemplate), in the list */

/**
 * MspTemplateWindow:
 *
 * The templates of the journal, to be renamed and removed.
 */
struct _MspTemplateWindow
{
  AdwWindow        parent_instance;

  /* Template widgets */
  AdwToastOverlay *toast_overlay;
  GtkStack        *stack;
  GtkListBox      *list;

  MspServices     *services;  /* (owned) (nullable): NULL until set and once closed */
  GPtrArray       *templates; /* (owned) (nullable) (element-type MspTemplate) */
  MspTemplate     *removed;   /* (owned) (nullable): can be put back */
};

G_DEFINE_FINAL_TYPE (MspTemplateWindow, msp_template_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say (MspTemplateWindow *self,
     const char        *text,
     const char        *button,
     const char        *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
template_changed (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (MspTemplateWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_done =
    msp_journal_store_change_template_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (self->services == NULL)
    return; /* closed meanwhile */

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0); /* a name that was refused goes back, too */
  if (is_done)
    return;

  text = msp_database_error_to_text (error, msp_services_get_journal_path (self->services));
  say (self, text, NULL, NULL);
}

static void
change (MspTemplateWindow     *self,
        const char            *name,
        const char            *new_name,
        const MspContribution *entry)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store != NULL)
    msp_journal_store_change_template_async (store, name, new_name, entry, NULL, template_changed,
                                             g_object_ref (self));
}

static void
renamed (MspTemplateWindow *self,
         AdwEntryRow       *row)
{
  const MspTemplate *template = g_object_get_data (G_OBJECT (row), TEMPLATE);

  change (self, template->name, gtk_editable_get_text (GTK_EDITABLE (row)), NULL);
}

static void
remove_clicked (MspTemplateWindow *self,
                GtkWidget         *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  const MspTemplate *template = g_object_get_data (G_OBJECT (row), TEMPLATE);
  g_autofree char *text = g_strdup_printf (_ ("The template “%s” was removed."), template->name);

  g_clear_pointer (&self->removed, msp_template_free);
  self->removed = g_new0 (MspTemplate, 1);
  self->removed->name = g_strdup (template->name);
  self->removed->entry = msp_contribution_copy (template->entry);
  change (self, template->name, NULL, NULL);
  say (self, text, _ ("Undo"), "templates.put-back");
}

static void
put_back_activated (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  MspTemplateWindow *self = MSP_TEMPLATE_WINDOW (widget);

  if (self->removed != NULL)
    change (self, NULL, self->removed->name, self->removed->entry);
  g_clear_pointer (&self->removed, msp_template_free);
}

static void
append_row (MspTemplateWindow *self,
            MspTemplate       *template)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s”"), template->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name"));
  msp_limited_text_set (GTK_EDITABLE (row), MSP_TEMPLATE_NAME_MAX);
  gtk_editable_set_text (GTK_EDITABLE (row), template->name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), TEMPLATE, template);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  msp_format_accessible_label (button, label);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (row, "apply", G_CALLBACK (renamed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
templates_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MspTemplateWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates =
    msp_journal_store_list_templates_finish (MSP_JOURNAL_STORE (source), result, &error);
  GtkWidget *row;

  if (self->services == NULL || templates == NULL)
    return;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = g_steal_pointer (&templates);
  for (guint i = 0; i < self->templates->len; i++)
    append_row (self, g_ptr_array_index (self->templates, i));
  gtk_stack_set_visible_child_name (self->stack, self->templates->len > 0 ? "list" : "empty");
}

static void
refresh (MspTemplateWindow *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store != NULL)
    msp_journal_store_list_templates_async (store, NULL, templates_read, g_object_ref (self));
}

static void
msp_template_window_dispose (GObject *object)
{
  MspTemplateWindow *self = MSP_TEMPLATE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_TEMPLATE_WINDOW);
  g_clear_object (&self->services);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->removed, msp_template_free);

  G_OBJECT_CLASS (msp_template_window_parent_class)->dispose (object);
}

static void
msp_template_window_class_init (MspTemplateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_template_window_dispose;

  /**
   * MspTemplateWindow::changed:
   * @self: the window
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_TEMPLATE_WINDOW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/template-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MspTemplateWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspTemplateWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MspTemplateWindow, list);
  gtk_widget_class_install_action (widget_class, "templates.put-back", NULL, put_back_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
msp_template_window_init (MspTemplateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MspTemplateWindow *
msp_template_window_new (GtkWindow   *parent,
                         MspServices *services)
{
  MspTemplateWindow *self = g_object_new (MSP_TYPE_TEMPLATE_WINDOW, "transient-for", parent, NULL);

  self->services = g_object_ref (services);
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  g_signal_connect (self, "changed", G_CALLBACK (refresh), NULL);
  refresh (self);

  return self;
}
