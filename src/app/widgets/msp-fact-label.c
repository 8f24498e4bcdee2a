/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-fact-label"

#include "app/widgets/msp-fact-label.h"

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);

  return label;
}

/**
 * msp_fact_label_new:
 * @fact: a fact of the catalogue
 *
 * Returns: (transfer floating): the fact, with its kind of source and its date in a line below
 */
GtkWidget *
msp_fact_label_new (const MspFact *fact)
{
  GtkWidget *box;
  GtkWidget *source_label;
  g_autofree char *source = NULL;

  g_return_val_if_fail (fact != NULL, NULL);

  source = msp_fact_source_to_text (fact);
  source_label = make_label (source, "caption");
  gtk_widget_add_css_class (source_label, "dim-label");

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), make_label (fact->text, "body"));
  gtk_box_append (GTK_BOX (box), source_label);

  return box;
}
