/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-bar-chart"

#include "app/widgets/msp-bar-chart.h"

/**
 * MspBarChart:
 *
 * Figures as horizontal bars, each with its name and its value in text: what the eye sees as a
 * length, a screen reader finds in the description.
 */
struct _MspBarChart
{
  AdwBin    parent_instance;

  GtkLabel *title_label; /* (unowned): a child */
  GtkGrid  *grid;        /* (unowned): a child */
  GString  *description; /* (owned): every name with its value */
  int       n_bars;
};

G_DEFINE_FINAL_TYPE (MspBarChart, msp_bar_chart, ADW_TYPE_BIN)

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

/* The bar itself says nothing that the two labels beside it do not say. */
static GtkWidget *
make_bar (double      value,
          double      maximum,
          const char *css_class)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "max-value", MAX (maximum, 1e-9),
                                 "hexpand", TRUE,
                                 "valign", GTK_ALIGN_CENTER,
                                 NULL);

  /* Colours by level mean something else here. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (value, 0, MAX (maximum, 1e-9)));
  gtk_widget_add_css_class (bar, "chart-bar");
  if (css_class != NULL)
    gtk_widget_add_css_class (bar, css_class);

  return bar;
}

static void
msp_bar_chart_finalize (GObject *object)
{
  MspBarChart *self = MSP_BAR_CHART (object);

  g_string_free (self->description, TRUE);

  G_OBJECT_CLASS (msp_bar_chart_parent_class)->finalize (object);
}

static void
msp_bar_chart_class_init (MspBarChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = msp_bar_chart_finalize;

  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
msp_bar_chart_init (MspBarChart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->description = g_string_new (NULL);
  self->title_label = GTK_LABEL (make_label (NULL, "heading"));
  self->grid = GTK_GRID (gtk_grid_new ());

  gtk_widget_set_visible (GTK_WIDGET (self->title_label), FALSE);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 8);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
msp_bar_chart_new (void)
{
  return g_object_new (MSP_TYPE_BAR_CHART, NULL);
}

/**
 * msp_bar_chart_set_title:
 * @self: a chart
 * @title: what the bars measure; empty for none
 */
void
msp_bar_chart_set_title (MspBarChart *self,
                         const char  *title)
{
  g_return_if_fail (MSP_IS_BAR_CHART (self));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), *title != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
msp_bar_chart_clear (MspBarChart *self)
{
  GtkWidget *child;

  g_return_if_fail (MSP_IS_BAR_CHART (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  self->n_bars = 0;
  g_string_truncate (self->description, 0);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * msp_bar_chart_add:
 * @self: a chart
 * @label: what the bar stands for, plain text
 * @value: its length, from 0 to @maximum
 * @maximum: what a full bar means
 * @value_text: the value as people read it
 * @css_class: (nullable): a colour, "program-green" say; the accent colour without
 */
void
msp_bar_chart_add (MspBarChart *self,
                   const char  *label,
                   double       value,
                   double       maximum,
                   const char  *value_text,
                   const char  *css_class)
{
  GtkWidget *name_label;
  GtkWidget *value_label;

  g_return_if_fail (MSP_IS_BAR_CHART (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (value_text != NULL);

  name_label = make_label (label, "body");
  gtk_label_set_max_width_chars (GTK_LABEL (name_label), 22);
  value_label = make_label (value_text, "numeric");
  gtk_label_set_xalign (GTK_LABEL (value_label), 1);
  gtk_label_set_wrap (GTK_LABEL (value_label), FALSE);

  gtk_grid_attach (self->grid, name_label, 0, self->n_bars, 1, 1);
  gtk_grid_attach (self->grid, make_bar (value, maximum, css_class), 1, self->n_bars, 1, 1);
  gtk_grid_attach (self->grid, value_label, 2, self->n_bars, 1, 1);
  self->n_bars++;

  if (self->description->len > 0)
    g_string_append (self->description, ", ");
  g_string_append_printf (self->description, "%s: %s", label, value_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description->str, -1);
}
