/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-status-row"

#include "app/widgets/msp-status-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-clock.h"

#define STATUS_KEY "award-status"

/**
 * Editor:
 *
 * One word of the award status, with the day since when it holds.
 */
typedef struct
{
  GSettings  *settings; /* (owned) */
  char       *status;   /* (owned) */
  char       *date_key; /* (owned) (nullable) */
  GtkSwitch  *on;       /* in the row that owns this */
  GtkWidget  *date;     /* (nullable): an entry row in the row that owns this */
} Editor;

static void
editor_free (Editor *editor)
{
  g_object_unref (editor->settings);
  g_free (editor->status);
  g_free (editor->date_key);
  g_free (editor);
}

static void
switched (Editor *editor)
{
  g_auto (GStrv) kept = g_settings_get_strv (editor->settings, STATUS_KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;
  gboolean on = gtk_switch_get_active (editor->on);

  if (editor->date != NULL)
    gtk_widget_set_visible (editor->date, on);
  if (g_strv_contains ((const char *const *) kept, editor->status) == on)
    return;

  for (guint i = 0; kept[i] != NULL; i++)
    {
      if (!g_str_equal (kept[i], editor->status))
        g_strv_builder_add (builder, kept[i]);
    }
  if (on)
    g_strv_builder_add (builder, editor->status);

  changed = g_strv_builder_end (builder);
  g_settings_set_strv (editor->settings, STATUS_KEY, (const char *const *) changed);
}

/* A date that is not one stays in the entry, marked, and is not kept. */
static void
date_typed (Editor *editor)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (editor->date));
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  MspDay day = MSP_DAY_NONE;

  if (*text != '\0' && !msp_day_parse_typed (text, msp_clock_today (), &day, &error))
    {
      gtk_widget_add_css_class (editor->date, "error");
      gtk_widget_set_tooltip_text (editor->date, error->message);
      msp_format_accessible_description (editor->date, error->message);
      return;
    }

  gtk_widget_remove_css_class (editor->date, "error");
  gtk_widget_set_tooltip_text (editor->date, NULL);
  iso = day != MSP_DAY_NONE ? msp_day_to_iso (day) : g_strdup ("");
  g_settings_set_string (editor->settings, editor->date_key, iso);
}

static GtkWidget *
make_date_row (Editor     *editor,
               const char *title)
{
  g_autofree char *kept = g_settings_get_string (editor->settings, editor->date_key);
  g_autofree char *label = g_strdup_printf (_ ("%s (year-month-day)"), title);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_editable_set_text (GTK_EDITABLE (row), kept);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (date_typed), editor);

  return row;
}

/**
 * msp_status_row_new:
 * @settings: the settings
 * @status: a word of the award status
 * @date_key: (nullable): the key of the day since when it holds
 * @title: the status, for people
 * @date_title: (nullable): the day, for people
 *
 * Returns: (transfer floating): a list of one or two rows
 */
GtkWidget *
msp_status_row_new (GSettings  *settings,
                    const char *status,
                    const char *date_key,
                    const char *title,
                    const char *date_title)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  Editor *editor = g_new0 (Editor, 1);
  g_auto (GStrv) kept = g_settings_get_strv (settings, STATUS_KEY);
  gboolean on = g_strv_contains ((const char *const *) kept, status);

  editor->settings = g_object_ref (settings);
  editor->status = g_strdup (status);
  editor->date_key = g_strdup (date_key);
  editor->on = GTK_SWITCH (gtk_switch_new ());
  g_object_set_data_full (G_OBJECT (list), "editor", editor, (GDestroyNotify) editor_free);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "status-list");
  gtk_switch_set_active (editor->on, on);
  gtk_widget_set_valign (GTK_WIDGET (editor->on), GTK_ALIGN_CENTER);
  msp_format_accessible_label (GTK_WIDGET (editor->on), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (editor->on));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (editor->on));
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  if (date_key != NULL)
    {
      editor->date = make_date_row (editor, date_title);
      gtk_widget_set_visible (editor->date, on);
      gtk_list_box_append (GTK_LIST_BOX (list), editor->date);
    }

  g_signal_connect_swapped (editor->on, "notify::active", G_CALLBACK (switched), editor);

  return list;
}
