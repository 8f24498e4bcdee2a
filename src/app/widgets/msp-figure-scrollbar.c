/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-scrollbar"

#include "app/widgets/msp-figure-scrollbar.h"

#include <math.h>

static gboolean
scrolled (GtkEventControllerScroll *controller,
          double                    dx,
          double                    dy,
          GtkAdjustment            *adjustment)
{
  GtkWidget *area = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double by = (state & GDK_SHIFT_MASK) != 0 ? dx + dy : dx;

  if (fabs (by) < 0.01)
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_direction (area) == GTK_TEXT_DIR_RTL)
    by = -by;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                            by * gtk_adjustment_get_step_increment (adjustment));

  return GDK_EVENT_STOP;
}

static gboolean
show (gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollbar_get_adjustment (user_data);

  gtk_widget_set_visible (user_data, adjustment != NULL &&
                          gtk_adjustment_get_upper (adjustment) >
                          gtk_adjustment_get_page_size (adjustment) + 1);

  return G_SOURCE_REMOVE;
}

/* While sizes are being given out, none may be asked for. */
static void
adjustment_changed (GtkWidget *scrollbar)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, show, g_object_ref (scrollbar), g_object_unref);
}

GtkWidget *
msp_figure_scrollbar_new (MspFigureLayout *layout,
                          GtkWidget       *area)
{
  GtkAdjustment *adjustment = msp_figure_layout_get_adjustment (layout);
  GtkWidget *scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, adjustment);
  GtkEventController *controller =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "scroll", G_CALLBACK (scrolled), adjustment, 0);
  gtk_widget_add_controller (area, controller);
  gtk_widget_add_css_class (scrollbar, "figure-scrollbar");
  gtk_widget_set_visible (scrollbar, FALSE);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_changed), scrollbar,
                           G_CONNECT_SWAPPED);

  return scrollbar;
}
