/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-window-actions"

#include "app/msp-window-actions.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-export-dialog.h"
#include "base/msp-text.h"

#define FILE_MANAGER "org.freedesktop.FileManager1"

/* What the actions work with; lives as long as the window. */
typedef struct
{
  GtkWindow       *window;   /* (not owned) */
  AdwViewStack    *stack;    /* (not owned) */
  AdwToastOverlay *overlay;  /* (not owned) */
  MspServices     *services; /* (owned) */
} Context;

static void
context_free (Context *context)
{
  g_object_unref (context->services);
  g_free (context);
}

static AdwToast *
make_toast (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  return adw_toast_new (title);
}

static void
toast_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  Context *context = user_data;

  adw_toast_overlay_add_toast (context->overlay,
                               make_toast (g_variant_get_string (parameter, NULL)));
}

static void
exported_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Context *context = user_data;
  const char *text;
  const char *uri;
  AdwToast *toast;

  g_variant_get (parameter, "(&s&s)", &text, &uri);
  toast = make_toast (text);
  adw_toast_set_button_label (toast, _ ("Show in Files"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (context->overlay, toast);
}

/* Where there is no file manager that marks a file, its folder alone is shown. */
static void
file_shown (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GFile) file = user_data;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                               &error);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (answer == NULL && uri != NULL)
    gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
show_file_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  const char *uris[] = { g_variant_get_string (parameter, NULL), NULL };
  GDBusConnection *connection = g_application_get_dbus_connection (g_application_get_default ());
  g_autoptr (GFile) file = g_file_new_for_uri (uris[0]);

  if (connection != NULL)
    g_dbus_connection_call (connection, FILE_MANAGER, "/org/freedesktop/FileManager1", FILE_MANAGER,
                            "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, file_shown, g_steal_pointer (&file));
}

static void
open_uri_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Context *context = user_data;
  const char *uri = g_variant_get_string (parameter, NULL);
  MspUrlVerdict verdict = msp_url_check (uri);

  if (verdict == MSP_URL_OK)
    gtk_show_uri (context->window, uri, GDK_CURRENT_TIME);
  else
    adw_toast_overlay_add_toast (context->overlay, make_toast (msp_url_verdict_to_text (verdict)));
}

/* The journal's page knows what it shows and what is selected; before any other view it is all. */
static void
export_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Context *context = user_data;
  AdwBin *bin = ADW_BIN (adw_view_stack_get_visible_child (context->stack));
  GtkWidget *page = bin != NULL ? adw_bin_get_child (bin) : NULL;

  if (page == NULL || !gtk_widget_activate_action (page, "journal.export", NULL))
    msp_export_dialog_open (context->window, context->services, NULL, NULL, FALSE);
}

void
msp_window_actions_add (GtkApplicationWindow *window,
                        AdwViewStack         *stack,
                        AdwToastOverlay      *overlay,
                        MspServices          *services)
{
  static const GActionEntry entries[] = {
    { .name = "toast", .activate = toast_activated, .parameter_type = "s" },
    { .name = "exported", .activate = exported_activated, .parameter_type = "(ss)" },
    { .name = "show-file", .activate = show_file_activated, .parameter_type = "s" },
    { .name = "open-uri", .activate = open_uri_activated, .parameter_type = "s" },
    { .name = "export", .activate = export_activated },
  };
  Context *context = g_new0 (Context, 1);

  context->window = GTK_WINDOW (window);
  context->stack = stack;
  context->overlay = overlay;
  context->services = g_object_ref (services);
  g_object_set_data_full (G_OBJECT (window), "msp-window-actions", context,
                          (GDestroyNotify) context_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), context);
}
