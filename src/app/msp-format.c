/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-format"

#include "app/msp-format.h"

/**
 * msp_format_color_class:
 * @color: a program's colour
 *
 * Returns: (transfer none): the style class that gives a widget this colour
 */
const char *
msp_format_color_class (MspProgramColor color)
{
  switch (color)
    {
    case MSP_PROGRAM_COLOR_GREEN:
      return "program-green";

    case MSP_PROGRAM_COLOR_PURPLE:
      return "program-purple";

    case MSP_PROGRAM_COLOR_BLUE:
    default:
      return "program-blue";
    }
}

void
msp_format_add_color_class (GtkWidget       *widget,
                            MspProgramColor  color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_css_class (widget, msp_format_color_class (color));
}

/**
 * msp_format_accessible_label:
 * @widget: a widget
 * @label: what a screen reader calls it
 */
void
msp_format_accessible_label (GtkWidget  *widget,
                             const char *label)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (label != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * msp_format_accessible_description:
 * @widget: a widget
 * @description: what a screen reader adds to its name
 */
void
msp_format_accessible_description (GtkWidget  *widget,
                                   const char *description)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (description != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
widget_mapped (GtkWidget *widget)
{
  gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN);
}

static void
widget_unmapped (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/**
 * msp_format_hide_when_unmapped:
 * @widget: a page of a stack
 *
 * Takes a page that was left out of the accessible tree: GTK 4.8 keeps it there.
 */
void
msp_format_hide_when_unmapped (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect (widget, "map", G_CALLBACK (widget_mapped), NULL);
  g_signal_connect (widget, "unmap", G_CALLBACK (widget_unmapped), NULL);
}
