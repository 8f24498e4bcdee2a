/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-program-page"

#include "app/pages/msp-program-page.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-fact-label.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspProgramPage:
 *
 * All that the catalogue says of one program.
 */
struct _MspProgramPage
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkLabel          *badge_label;
  GtkLabel          *name_label;
  GtkLabel          *tagline_label;
  GtkButton         *compare_button;
  GtkBox            *section_box;
  GtkWidget         *link_box;
  GtkListBox        *link_list;

  MspServices       *services; /* (owned) (nullable): NULL only while disposing */
};

G_DEFINE_FINAL_TYPE (MspProgramPage, msp_program_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
} MspProgramPageProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

static GtkWidget *
make_section (const MspSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (section->title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-3");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  msp_format_accessible_label (list, section->title);

  for (guint i = 0; i < section->facts->len; i++)
    {
      GtkWidget *fact = msp_fact_label_new (g_ptr_array_index (section->facts, i));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_widget_add_css_class (fact, "row-details");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

static GtkWidget *
make_link (const MspLink *link)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("adw-external-link-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), link->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), link->url);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link->url);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");

  return row;
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
msp_program_page_dispose (GObject *object)
{
  MspProgramPage *self = MSP_PROGRAM_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_PROGRAM_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_program_page_parent_class)->dispose (object);
}

static void
msp_program_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MspProgramPage *self = MSP_PROGRAM_PAGE (object);

  switch ((MspProgramPageProperty) prop_id)
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
msp_program_page_class_init (MspProgramPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = msp_program_page_dispose;
  object_class->set_property = msp_program_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, MSP_TYPE_SERVICES,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "pages/program-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, badge_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, tagline_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, section_box);
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, link_box);
  gtk_widget_class_bind_template_child (widget_class, MspProgramPage, link_list);
}

static void
msp_program_page_init (MspProgramPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The colour classes of all programs go, the one of this program comes. */
static void
set_color (MspProgramPage  *self,
           MspProgramColor  color)
{
  GtkWidget *badge = GTK_WIDGET (self->badge_label);

  for (int other = MSP_PROGRAM_COLOR_GREEN; other <= MSP_PROGRAM_COLOR_PURPLE; other++)
    gtk_widget_remove_css_class (badge, msp_format_color_class ((MspProgramColor) other));
  msp_format_add_color_class (badge, color);
}

/**
 * msp_program_page_show:
 * @self: the page
 * @program: a program of the catalogue
 *
 * Fills the page, from its top.
 */
void
msp_program_page_show (MspProgramPage   *self,
                       const MspProgram *program)
{
  g_return_if_fail (MSP_IS_PROGRAM_PAGE (self));
  g_return_if_fail (program != NULL);

  gtk_label_set_label (self->badge_label, program->short_name);
  gtk_label_set_label (self->name_label, program->name);
  gtk_label_set_label (self->tagline_label, program->tagline);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "s", "mlsa,mvp,rd");
  set_color (self, program->color);

  clear_box (self->section_box);
  for (guint i = 0; i < program->sections->len; i++)
    gtk_box_append (self->section_box, make_section (g_ptr_array_index (program->sections, i)));

  clear_list (self->link_list);
  for (guint i = 0; i < program->links->len; i++)
    gtk_list_box_append (self->link_list, make_link (g_ptr_array_index (program->links, i)));
  gtk_widget_set_visible (self->link_box, program->links->len > 0);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
