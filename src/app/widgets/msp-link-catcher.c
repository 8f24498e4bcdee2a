/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-link-catcher"

#include "app/widgets/msp-link-catcher.h"

#include <glib/gi18n-lib.h>

#include "base/msp-shared-text.h"

#define ACTION "win.new-entry-from"

/* Only as much as is looked at, and never a piece of a character. */
static void
begin_entry (GtkWidget  *widget,
             const char *text)
{
  g_autofree char *cut = g_strndup (text, MSP_SHARED_TEXT_MAX);
  const char *end;

  g_utf8_validate (cut, -1, &end);
  cut[end - cut] = '\0';
  gtk_widget_activate_action (widget, ACTION, "s", cut);
}

static void
clipboard_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autofree char *text =
    gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (MspSharedText) shared = text != NULL ? msp_shared_text_parse (text) : NULL;

  if (gtk_widget_get_root (widget) == NULL)
    return;

  if (shared != NULL && *shared->url != '\0')
    begin_entry (widget, text);
  else
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("There is no link on the clipboard to begin an entry with."));
}

/* A text field with the focus takes the key before it comes here. */
static gboolean
paste_pressed (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read,
                                 g_object_ref (widget));

  return GDK_EVENT_STOP;
}

static gboolean
text_dropped (GtkDropTarget *target,
              const GValue  *value,
              double         x,
              double         y,
              GtkWidget     *widget)
{
  const char *text = g_value_get_string (value);
  g_autoptr (MspSharedText) shared = NULL;

  if (text == NULL || g_str_has_prefix (text, "file:"))
    return FALSE;

  shared = msp_shared_text_parse (text);
  if (*shared->url == '\0' && *shared->title == '\0')
    return FALSE;

  begin_entry (widget, text);

  return TRUE;
}

static void
add_shortcut (GtkShortcutController *controller,
              const char            *trigger)
{
  gtk_shortcut_controller_add_shortcut (
    controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                  gtk_callback_action_new (paste_pressed, NULL, NULL)));
}

void
msp_link_catcher_add (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_LINK);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), "<Control>v");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), "<Shift>Insert");
  gtk_widget_add_controller (widget, controller);
  g_signal_connect (target, "drop", G_CALLBACK (text_dropped), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
