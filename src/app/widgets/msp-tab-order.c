/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-tab-order"

#include "app/widgets/msp-tab-order.h"

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) || !gtk_widget_get_mapped (child))
        continue;
      if (GTK_IS_LIST_BOX_ROW (child))
        g_ptr_array_add (rows, child);
      else
        collect_rows (child, rows);
    }
}

/* (nullable): NULL: a list that is popped up has the focus, or something that is in no row */
static GtkWidget *
find_row (GtkWidget *widget,
          GtkWidget *focus)
{
  GtkWidget *row = NULL;

  for (; focus != NULL && focus != widget; focus = gtk_widget_get_parent (focus))
    {
      if (GTK_IS_POPOVER (focus))
        return NULL;
      if (GTK_IS_LIST_BOX_ROW (focus))
        row = focus;
    }

  return row;
}

static gboolean
move_focus (GtkWidget        *widget,
            GtkDirectionType  direction)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *row = find_row (widget, gtk_root_get_focus (gtk_widget_get_root (widget)));
  guint at;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_child_focus (row, direction))
    return GDK_EVENT_STOP;

  collect_rows (widget, rows);
  if (!g_ptr_array_find (rows, row, &at))
    return GDK_EVENT_PROPAGATE;

  while (direction == GTK_DIR_TAB_FORWARD ? ++at < rows->len : at-- > 0)
    {
      if (gtk_widget_child_focus (g_ptr_array_index (rows, at), direction))
        return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
forward_pressed (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  return move_focus (widget, GTK_DIR_TAB_FORWARD);
}

static gboolean
backward_pressed (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  return move_focus (widget, GTK_DIR_TAB_BACKWARD);
}

void
msp_tab_order_add (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Tab|KP_Tab"),
                      gtk_callback_action_new (forward_pressed, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>Tab|<Shift>ISO_Left_Tab"),
                      gtk_callback_action_new (backward_pressed, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
}
