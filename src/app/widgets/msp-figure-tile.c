/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-tile"

#include "app/widgets/msp-figure-tile.h"

#include "app/msp-format.h"

static void
append_label (GtkWidget  *box,
              const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * msp_figure_tile_new:
 * @figure: the figure, formatted
 * @caption: what it counts
 * @detail: (nullable): a line more
 *
 * Returns: (transfer floating): a card with one figure, read as one sentence
 */
GtkWidget *
msp_figure_tile_new (const char *figure,
                     const char *caption,
                     const char *detail)
{
  GtkWidget *box;
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (figure != NULL && caption != NULL, NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure-tile");

  append_label (box, figure, "figure-number");
  append_label (box, caption, "heading");
  if (detail != NULL)
    append_label (box, detail, "dim-label");

  spoken = g_strdup_printf ("%s %s", figure, caption);
  msp_format_accessible_label (box, spoken);

  return box;
}
