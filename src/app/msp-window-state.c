/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-window-state"

#include "app/msp-window-state.h"

#define LEAST_WIDTH 360
#define LEAST_HEIGHT 300

void
msp_window_state_restore (GtkWindow    *window,
                          AdwViewStack *stack,
                          GSettings    *settings)
{
  g_autofree char *page = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && ADW_IS_VIEW_STACK (stack));

  if (settings == NULL)
    return;

  gtk_window_set_default_size (window,
                               MAX (g_settings_get_int (settings, "window-width"), LEAST_WIDTH),
                               MAX (g_settings_get_int (settings, "window-height"), LEAST_HEIGHT));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);

  page = g_settings_get_string (settings, "page");
  if (adw_view_stack_get_child_by_name (stack, page) != NULL)
    adw_view_stack_set_visible_child_name (stack, page);
}

void
msp_window_state_save (GtkWindow    *window,
                       AdwViewStack *stack,
                       GSettings    *settings)
{
  int width = 0;
  int height = 0;

  g_return_if_fail (GTK_IS_WINDOW (window) && ADW_IS_VIEW_STACK (stack));

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_delay (settings);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_string (settings, "page", adw_view_stack_get_visible_child_name (stack));
  g_settings_apply (settings);
  g_settings_sync ();
}
