/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-area-button"

#include "app/widgets/msp-area-button.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"

static void
area_chosen (GtkListBox    *list,
             GtkListBoxRow *row,
             gpointer       user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (user_data), g_object_get_data (G_OBJECT (row), "area"));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
append_row (GtkListBox *list,
            const char *text,
            gboolean    is_category)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  if (is_category)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
    }
  else
    {
      g_object_set_data_full (G_OBJECT (row), "area", g_strdup (text), g_free);
    }
  gtk_list_box_append (list, row);
}

/* Filled when it is first opened: most forms never do. */
static void
popover_shown (GtkPopover *popover,
               MspCatalog *catalog)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (popover), "list");
  GPtrArray *categories = msp_catalog_get_area_categories (catalog);

  if (gtk_widget_get_first_child (list) != NULL)
    return;

  for (guint i = 0; i < categories->len; i++)
    {
      const MspAreaCategory *category = g_ptr_array_index (categories, i);

      append_row (GTK_LIST_BOX (list), category->name, TRUE);
      for (guint j = 0; category->areas[j] != NULL; j++)
        append_row (GTK_LIST_BOX (list), category->areas[j], FALSE);
    }
}

/**
 * msp_area_button_new:
 * @catalog: knows the areas
 * @target: where the chosen one is written
 *
 * Returns: (transfer floating): a button that offers the areas by category
 */
GtkWidget *
msp_area_button_new (MspCatalog  *catalog,
                     GtkEditable *target)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_object_set_data (G_OBJECT (popover), "list", list);
  g_signal_connect (list, "row-activated", G_CALLBACK (area_chosen), target);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown), catalog, 0);

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose an area"));
  msp_format_accessible_label (button, _ ("Choose an area"));

  return button;
}
