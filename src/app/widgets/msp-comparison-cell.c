/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-comparison-cell"

#include "app/widgets/msp-comparison-cell.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"

#define NAME_WIDTH 190
#define COLUMN_WIDTH 200

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

static int
count_columns (GtkWidget *box)
{
  int n = -1;

  for (GtkWidget *child = gtk_widget_get_first_child (box);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return MAX (n, 1);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The same width for each column whatever stands in it, so that all rows agree. */
static int
get_column_width (GtkWidget *box,
                  int        width)
{
  return MAX (width - NAME_WIDTH, 0) / count_columns (box);
}

static void
measure_columns (GtkWidget      *box,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  int n = count_columns (box);
  int width = for_size < 0 ? NAME_WIDTH + n * COLUMN_WIDTH : for_size;

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (box);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean first = child == gtk_widget_get_first_child (box);
      int child_size = first ? NAME_WIDTH : get_column_width (box, width);
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, orientation,
                          orientation == GTK_ORIENTATION_VERTICAL ? child_size : -1,
                          &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL && first)
        continue;
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NAME_WIDTH + n * MAX (*minimum, 0);
      *natural = NAME_WIDTH + n * MAX (*natural, COLUMN_WIDTH);
    }
}

static void
allocate_columns (GtkWidget *box,
                  int        width,
                  int        height,
                  int        baseline)
{
  gboolean rtl = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  int column_width = get_column_width (box, width);
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean first = child == gtk_widget_get_first_child (box);
      gboolean last = gtk_widget_get_next_sibling (child) == NULL;
      int child_width = first ? NAME_WIDTH : last ? width - x : column_width;
      GtkAllocation allocation = { rtl ? width - x - child_width : x, 0, child_width, height };

      gtk_widget_size_allocate (child, &allocation, baseline);
      x += child_width;
    }
}

/**
 * msp_comparison_box_use_columns:
 * @box: a row of the table
 *
 * Lays out the row's name and cells so that they stand in columns with those of every other row.
 */
void
msp_comparison_box_use_columns (GtkWidget *box)
{
  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (get_request_mode, measure_columns,
                                                             allocate_columns));
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
