/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-preferences"

#include "app/msp-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-month-day-row.h"
#include "app/widgets/msp-status-row.h"

/* The window is put together here, as AdwPreferencesWindow is deprecated in
 * later releases: one file to change. */

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);

  return group;
}

static void
add_status_group (AdwPreferencesPage *page,
                  GSettings          *settings)
{
  AdwPreferencesGroup *group =
    add_group (page, _ ("Award status"),
               _ ("Whoever has a status sees the days left and is reminded of the yearly dates."));

  adw_preferences_group_add (group, msp_status_row_new (settings, "nominated", "nominated-on",
                                                        _ ("Nominated"), _ ("Nominated on")));
  adw_preferences_group_add (group, msp_status_row_new (settings, "mvp", "mvp-since",
                                                        _ ("Most Valuable Professional"),
                                                        _ ("Awarded on")));
  adw_preferences_group_add (group, msp_status_row_new (settings, "rd", "rd-since",
                                                        _ ("Regional Director"), _ ("Since")));
  adw_preferences_group_add (group, msp_status_row_new (settings, "student-ambassador", NULL,
                                                        _ ("Student Ambassador"), NULL));
}

static void
add_cycle_group (AdwPreferencesPage *page,
                 GSettings          *settings)
{
  AdwPreferencesGroup *group =
    add_group (page, _ ("Yearly dates"),
               _ ("Microsoft moves these dates now and then. Change them when it does."));

  adw_preferences_group_add (group, msp_month_day_row_new (settings, "window-start",
                                                           _ ("Window opens"),
                                                           _ ("The first day that counts")));
  adw_preferences_group_add (group, msp_month_day_row_new (settings, "window-end",
                                                           _ ("Window closes"),
                                                           _ ("The last day that counts")));
  adw_preferences_group_add (group, msp_month_day_row_new (settings, "record-by",
                                                           _ ("Record by"),
                                                           _ ("The last day to file in the portal")));
  adw_preferences_group_add (group, msp_month_day_row_new (settings, "announce-on",
                                                           _ ("Awards announced"),
                                                           _ ("On this day or shortly after")));
}

static void
add_reminder_group (AdwPreferencesPage *page,
                    GSettings          *settings)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Reminders"), NULL);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *reminders = gtk_switch_new ();

  gtk_widget_set_valign (reminders, GTK_ALIGN_CENTER);
  g_settings_bind (settings, "reminders", reminders, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Remind me of deadlines"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("30, 14, 7, 3 and 1 days before the window closes and the "
                                  "record-by date, and on the day"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), reminders);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), reminders);
  msp_format_accessible_label (reminders, _ ("Remind me of deadlines"));
  adw_preferences_group_add (group, row);
}

/**
 * msp_preferences_present:
 * @parent: the window in front of which it stands
 * @services: where the settings are
 *
 * Shows the preferences. Changes are kept at once.
 */
void
msp_preferences_present (GtkWindow   *parent,
                         MspServices *services)
{
  GtkWidget *window = adw_preferences_window_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GSettings *settings = msp_services_get_settings (services);

  adw_preferences_page_set_title (page, _ ("General"));
  adw_preferences_page_set_icon_name (page, "preferences-system-symbolic");

  if (settings != NULL)
    {
      add_status_group (page, settings);
      add_cycle_group (page, settings);
      add_reminder_group (page, settings);
    }
  else
    {
      add_group (page, _ ("Settings are not available"),
                 _ ("The settings schema of MS Programs is not installed, so the defaults are used. "
                    "Install the program again to mend this."));
    }

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 720);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
