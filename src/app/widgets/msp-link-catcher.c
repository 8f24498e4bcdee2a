/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-link-catcher"

#include "app/widgets/msp-link-catcher.h"

#include <glib/gi18n-lib.h>

#include "base/msp-shared-text.h"
#include "exchange/msp-table-text.h"

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
  g_autoptr (MspSharedText) shared = NULL;

  if (gtk_widget_get_root (widget) == NULL)
    return;

  if (text != NULL && msp_table_text_is_import (text))
    {
      gtk_widget_activate_action (widget, "win.import-text", "s", text);
      return;
    }

  shared = text != NULL ? msp_shared_text_parse (text) : NULL;
  if (shared != NULL && *shared->url != '\0')
    begin_entry (widget, text);
  else
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("There is no link and no table on the clipboard."));
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

/* One at a time: each is looked at before it is imported. */
static gboolean
import_file (GtkWidget    *widget,
             const GSList *files)
{
  g_autofree char *path = NULL;

  if (files == NULL || files->next != NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _ ("Drop one file to import it."));
      return FALSE;
    }

  path = g_file_get_path (files->data);
  if (path == NULL)
    path = g_file_get_uri (files->data);

  return gtk_widget_activate_action (widget, "win.import", "s", path);
}

static gboolean
dropped (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkWidget     *widget)
{
  const char *text;
  g_autoptr (MspSharedText) shared = NULL;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return import_file (widget, g_value_get_boxed (value));

  text = g_value_get_string (value);
  if (text == NULL || g_str_has_prefix (text, "file:"))
    return FALSE;

  if (msp_table_text_is_import (text))
    return gtk_widget_activate_action (widget, "win.import-text", "s", text);

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
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_LINK);
  GType kinds[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  g_return_if_fail (GTK_IS_WIDGET (widget));

  add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), "<Control>v");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), "<Shift>Insert");
  gtk_widget_add_controller (widget, controller);
  gtk_drop_target_set_gtypes (target, kinds, G_N_ELEMENTS (kinds));
  g_signal_connect (target, "drop", G_CALLBACK (dropped), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
