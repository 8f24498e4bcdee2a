/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-month-day-row"

#include "app/widgets/msp-month-day-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-day.h"

/* A year that has a 29 February. */
#define LEAP_YEAR 2024

/**
 * Editor:
 *
 * A month and a day of the settings, chosen in a row.
 */
typedef struct
{
  GSettings     *settings; /* (owned) */
  char          *key;      /* (owned) */
  GtkDropDown   *month;    /* in the row that owns this */
  GtkSpinButton *day;      /* in the row that owns this */
} Editor;

static void
editor_free (Editor *editor)
{
  g_object_unref (editor->settings);
  g_free (editor->key);
  g_free (editor);
}

static GtkStringList *
list_months (void)
{
  GtkStringList *months = gtk_string_list_new (NULL);

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) first = g_date_time_new_utc (LEAP_YEAR, month, 1, 0, 0, 0);
      g_autofree char *name = g_date_time_format (first, "%OB");

      gtk_string_list_append (months, name);
    }

  return months;
}

static void
value_chosen (Editor *editor)
{
  int month = (int) gtk_drop_down_get_selected (editor->month) + 1;
  int last = g_date_get_days_in_month ((GDateMonth) month, LEAP_YEAR);
  MspMonthDay chosen = { month, MIN (gtk_spin_button_get_value_as_int (editor->day), last) };
  g_autofree char *text = msp_month_day_to_text (chosen);
  g_autofree char *kept = g_settings_get_string (editor->settings, editor->key);

  gtk_spin_button_set_range (editor->day, 1, last);
  if (!g_str_equal (text, kept))
    g_settings_set_string (editor->settings, editor->key, text);
}

static void
show_setting (Editor *editor)
{
  g_autofree char *text = g_settings_get_string (editor->settings, editor->key);
  MspMonthDay shown;

  if (!msp_month_day_parse (text, &shown, NULL))
    return;

  gtk_drop_down_set_selected (editor->month, (guint) shown.month - 1);
  gtk_spin_button_set_value (editor->day, shown.day);
}

/**
 * msp_month_day_row_new:
 * @settings: the settings
 * @key: a key that holds a month and a day, as 04-01
 * @title: what the day is
 * @subtitle: what it means
 *
 * Returns: (transfer floating): a row for the preferences
 */
GtkWidget *
msp_month_day_row_new (GSettings  *settings,
                       const char *key,
                       const char *title,
                       const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  Editor *editor = g_new0 (Editor, 1);
  g_autofree char *month_label = g_strdup_printf (_ ("%s, month"), title);
  g_autofree char *day_label = g_strdup_printf (_ ("%s, day"), title);

  editor->settings = g_object_ref (settings);
  editor->key = g_strdup (key);
  editor->month = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list_months ()), NULL));
  editor->day = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 31, 1));
  g_object_set_data_full (G_OBJECT (row), "editor", editor, (GDestroyNotify) editor_free);

  gtk_widget_set_valign (GTK_WIDGET (editor->month), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (editor->day), GTK_ALIGN_CENTER);
  msp_format_accessible_label (GTK_WIDGET (editor->month), month_label);
  msp_format_accessible_label (GTK_WIDGET (editor->day), day_label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (editor->day));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (editor->month));

  show_setting (editor);
  g_signal_connect_swapped (editor->month, "notify::selected", G_CALLBACK (value_chosen), editor);
  g_signal_connect_swapped (editor->day, "value-changed", G_CALLBACK (value_chosen), editor);

  return row;
}
