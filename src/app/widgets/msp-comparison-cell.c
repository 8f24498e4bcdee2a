/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-comparison-cell"

#include "app/widgets/msp-comparison-cell.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"

/* Whence the explanation comes. */
static char *
describe_sources (const MspComparisonRow *row)
{
  g_autofree char *source = msp_fact_source_to_text (row->explanation);

  return g_strdup_printf (_ ("Source: %s"), source);
}

GtkWidget *
msp_comparison_label_new (const char *text,
                          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);

  return label;
}

GtkWidget *
msp_comparison_box_new (GtkAccessibleRole  role,
                        GtkOrientation     orientation,
                        const char        *style)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", role,
                                 "orientation", orientation,
                                 NULL);

  gtk_widget_add_css_class (box, style);

  return box;
}

/**
 * msp_comparison_head_new:
 * @program: what the column shows
 *
 * Returns: (transfer floating): a column header; its child is a button that opens the program's page
 */
GtkWidget *
msp_comparison_head_new (const MspProgram *program)
{
  GtkWidget *head = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, GTK_ORIENTATION_VERTICAL,
                                            "comparison-head");
  GtkWidget *button = gtk_button_new ();
  g_autofree char *tooltip = g_strdup_printf (_ ("Read about %s"), program->name);

  gtk_button_set_child (GTK_BUTTON (button), msp_comparison_label_new (program->name, "heading"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-program");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", program->id);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_hexpand (head, TRUE);
  msp_format_add_color_class (head, program->color);
  msp_format_accessible_label (head, program->name);
  msp_format_accessible_label (button, program->name);
  gtk_box_append (GTK_BOX (head), button);

  return head;
}

/**
 * msp_comparison_explanation_new:
 * @row: a row of the comparison
 *
 * Returns: (transfer floating): a line below the row that explains it
 */
GtkWidget *
msp_comparison_explanation_new (const MspComparisonRow *row)
{
  GtkWidget *line = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_ROW, GTK_ORIENTATION_VERTICAL,
                                            "comparison-explanation");
  GtkWidget *cell = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_CELL, GTK_ORIENTATION_VERTICAL,
                                            "comparison-explanation-cell");
  GtkWidget *source_label;
  g_autofree char *source = describe_sources (row);
  g_autofree char *name = g_strdup_printf (_ ("%s, explanation: %s"), row->name,
                                           row->explanation->text);

  source_label = msp_comparison_label_new (source, "caption");
  gtk_widget_add_css_class (source_label, "dim-label");
  gtk_box_set_spacing (GTK_BOX (cell), 6);
  gtk_box_append (GTK_BOX (cell), msp_comparison_label_new (row->explanation->text, "body"));
  gtk_box_append (GTK_BOX (cell), source_label);
  gtk_box_append (GTK_BOX (line), cell);
  msp_format_accessible_label (cell, name);

  return line;
}

/**
 * msp_comparison_cell_new:
 * @row: a row of the comparison
 * @program: the column
 * @fact: what stands there
 *
 * Returns: (transfer floating): a cell that names its row and column to a screen reader
 */
GtkWidget *
msp_comparison_cell_new (const MspComparisonRow *row,
                         const MspProgram       *program,
                         const MspFact          *fact)
{
  GtkWidget *cell = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_CELL, GTK_ORIENTATION_VERTICAL,
                                            "comparison-cell");
  GtkWidget *label = msp_comparison_label_new (fact->text, "body");
  g_autofree char *source = msp_fact_source_to_text (fact);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s: %s"), row->name, program->name, fact->text);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_set_spacing (GTK_BOX (cell), 4);
  gtk_box_append (GTK_BOX (cell), label);
  if (fact->source->kind != MSP_SOURCE_GUIDE)
    {
      GtkWidget *source_label = msp_comparison_label_new (source, "caption");

      gtk_widget_add_css_class (source_label, "dim-label");
      gtk_box_append (GTK_BOX (cell), source_label);
    }
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_tooltip_text (cell, source);
  msp_format_accessible_label (cell, name);
  msp_format_accessible_description (cell, source);

  return cell;
}
