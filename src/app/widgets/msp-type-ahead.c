/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-type-ahead"

#include "app/widgets/msp-type-ahead.h"

static gboolean
key_pressed (GtkEventController *controller,
             guint               keyval,
             guint               keycode,
             GdkModifierType     state,
             GtkWidget          *entry)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || letter == 0 ||
      !g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (entry);

  return gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), entry);
}

void
msp_type_ahead_add (GtkWidget *widget,
                    GtkWidget *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WIDGET (entry));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), entry, 0);
  gtk_widget_add_controller (widget, keys);
}
