/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-date-row"

#include "app/widgets/msp-date-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-field-text.h"
#include "app/widgets/msp-limited-text.h"
#include "base/msp-clock.h"

/**
 * MspDateRow:
 *
 * A date, typed or chosen from a calendar.
 */
struct _MspDateRow
{
  AdwEntryRow    parent_instance;

  GtkMenuButton *button;   /* behind the text */
  GtkCalendar   *calendar; /* in the button's popover */
  gboolean       showing;  /* not a person's choice */
};

G_DEFINE_FINAL_TYPE (MspDateRow, msp_date_row, ADW_TYPE_ENTRY_ROW)

static void
day_selected (MspDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");

  if (self->showing)
    return;

  msp_field_text_set (self, iso);
  gtk_menu_button_popdown (self->button);
}

/* The calendar opens at the date that stands in the row. */
static void
calendar_shown (MspDateRow *self)
{
  MspDay day = MSP_DAY_NONE;
  int year = 0;
  int month = 0;
  int day_of_month = 0;
  g_autoptr (GDateTime) date = NULL;

  if (!msp_day_parse_typed (msp_field_text (self), msp_clock_today (), &day, NULL))
    day = msp_clock_today ();

  msp_day_get_parts (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
}

static void
msp_date_row_class_init (MspDateRowClass *klass)
{
}

static void
msp_date_row_init (MspDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  msp_limited_text_set (GTK_EDITABLE (self), MSP_LIMIT_NUMBER);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose a date"));
  msp_format_accessible_label (GTK_WIDGET (self->button), _ ("Choose a date"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (calendar_shown), self);
}

void
msp_date_row_set_day (MspDateRow *self,
                      MspDay      day)
{
  g_autofree char *iso = day != MSP_DAY_NONE ? msp_day_to_iso (day) : g_strdup ("");

  g_return_if_fail (MSP_IS_DATE_ROW (self));

  msp_field_text_set (self, iso);
}

MspDay
msp_date_row_read (MspDateRow *self,
                   gboolean    needed,
                   gboolean   *is_valid)
{
  g_autoptr (GError) error = NULL;
  const char *text = msp_field_text (self);
  MspDay day = MSP_DAY_NONE;

  g_return_val_if_fail (MSP_IS_DATE_ROW (self) && is_valid != NULL, MSP_DAY_NONE);

  if ((*text != '\0' || needed) &&
      !msp_day_parse_typed (text, msp_clock_today (), &day, &error))
    *is_valid = FALSE;
  msp_field_problem_set (GTK_WIDGET (self), error != NULL ? error->message : NULL, TRUE);

  return day;
}
