/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-notification-server"

#include "reminders/msp-notification-server.h"

#define CALL_TIMEOUT_MS 3000

/* Names under which a desktop takes notifications. */
static const char *const servers[] = {
  "org.gtk.Notifications", "org.freedesktop.Notifications", "org.freedesktop.portal.Desktop",
};

static gboolean
lists (GDBusConnection *connection,
       const char      *method,
       const char      *name)
{
  g_autoptr (GVariant) reply = NULL;
  g_autofree const char **names = NULL;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", method, NULL,
                                       G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE,
                                       CALL_TIMEOUT_MS, NULL, NULL);
  if (reply == NULL)
    return FALSE;

  g_variant_get (reply, "(^a&s)", &names);

  return g_strv_contains (names, name);
}

/**
 * msp_notification_server_is_there:
 * @connection: (nullable): the session bus
 *
 * Returns: whether somebody takes notifications, now or as soon as one is sent
 */
gboolean
msp_notification_server_is_there (GDBusConnection *connection)
{
  for (gsize i = 0; connection != NULL && i < G_N_ELEMENTS (servers); i++)
    {
      if (lists (connection, "ListNames", servers[i]) ||
          lists (connection, "ListActivatableNames", servers[i]))
        return TRUE;
    }

  return FALSE;
}
