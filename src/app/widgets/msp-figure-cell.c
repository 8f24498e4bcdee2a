/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-cell"

#include "app/widgets/msp-figure-cell.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-figure-layout.h"
#include "app/widgets/msp-row-painter.h"

#define DIM_ALPHA 0.5f

/**
 * MspFigureCell:
 *
 * One figure, which draws itself; only the one that is written in holds a widget for it.
 */
struct _MspFigureCell
{
  GtkWidget    parent_instance;

  GtkText     *text;    /* (nullable) in it: while somebody writes */
  GtkPopover  *popover; /* (nullable) in it: what is wrong */

  guint        column;
  char        *shown;   /* (owned) */
  PangoLayout *layout;  /* (owned) (nullable): made when drawn */
  gboolean     is_dim;
};

G_DEFINE_FINAL_TYPE (MspFigureCell, msp_figure_cell, GTK_TYPE_WIDGET)

static void
msp_figure_cell_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MspFigureCell *self = MSP_FIGURE_CELL (widget);
  MspRowPainter painter = { widget, snapshot };
  GdkRGBA color;
  int width;
  int height;

  if (self->text != NULL)
    {
      GTK_WIDGET_CLASS (msp_figure_cell_parent_class)->snapshot (widget, snapshot);
      return;
    }
  if (*self->shown == '\0')
    return;

  if (self->layout == NULL)
    self->layout = msp_row_layout_new (widget, self->shown, PANGO_WEIGHT_NORMAL, 1.0);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->is_dim)
    color.alpha *= DIM_ALPHA;
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  width = MIN (width, gtk_widget_get_width (widget) - 2 * MSP_FIGURE_PADDING);
  msp_row_painter_draw_text (&painter, self->layout,
                             gtk_widget_get_width (widget) - MSP_FIGURE_PADDING - width,
                             (gtk_widget_get_height (widget) - height) / 2, width, &color);
}

/* Its place is the table's. */
static void
msp_figure_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
msp_figure_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MspFigureCell *self = MSP_FIGURE_CELL (widget);
  GtkAllocation place = { MSP_FIGURE_PADDING, 0, MAX (width - 2 * MSP_FIGURE_PADDING, 1), 0 };

  if (self->text != NULL)
    {
      gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_VERTICAL, -1, &place.height, NULL,
                          NULL, NULL);
      place.y = (height - place.height) / 2;
      gtk_widget_size_allocate (GTK_WIDGET (self->text), &place, -1);
    }
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

static void
msp_figure_cell_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (msp_figure_cell_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&MSP_FIGURE_CELL (widget)->layout);
}

static void
msp_figure_cell_dispose (GObject *object)
{
  MspFigureCell *self = MSP_FIGURE_CELL (object);

  msp_figure_cell_end (self);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (msp_figure_cell_parent_class)->dispose (object);
}

static void
msp_figure_cell_finalize (GObject *object)
{
  g_free (MSP_FIGURE_CELL (object)->shown);

  G_OBJECT_CLASS (msp_figure_cell_parent_class)->finalize (object);
}

static void
msp_figure_cell_class_init (MspFigureCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = msp_figure_cell_dispose;
  object_class->finalize = msp_figure_cell_finalize;
  widget_class->snapshot = msp_figure_cell_snapshot;
  widget_class->measure = msp_figure_cell_measure;
  widget_class->size_allocate = msp_figure_cell_size_allocate;
  widget_class->system_setting_changed = msp_figure_cell_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "figurecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
msp_figure_cell_init (MspFigureCell *self)
{
  self->shown = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
msp_figure_cell_new (guint column)
{
  MspFigureCell *self = g_object_new (MSP_TYPE_FIGURE_CELL, NULL);

  self->column = column;

  return GTK_WIDGET (self);
}

guint
msp_figure_cell_get_column (MspFigureCell *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_CELL (self), 0);

  return self->column;
}

void
msp_figure_cell_show (MspFigureCell *self,
                      const char    *text,
                      gboolean       is_dim)
{
  g_return_if_fail (MSP_IS_FIGURE_CELL (self) && text != NULL);

  if (self->is_dim == is_dim && g_str_equal (self->shown, text))
    return;

  g_free (self->shown);
  self->shown = g_strdup (text);
  self->is_dim = is_dim;
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
msp_figure_cell_set_cursor (MspFigureCell *self,
                            gboolean       is_cursor)
{
  g_return_if_fail (MSP_IS_FIGURE_CELL (self));

  if (is_cursor)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cursor");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cursor");
}

GtkText *
msp_figure_cell_begin (MspFigureCell *self,
                       const char    *text)
{
  g_return_val_if_fail (MSP_IS_FIGURE_CELL (self) && text != NULL, NULL);

  msp_figure_cell_end (self);
  self->text = GTK_TEXT (gtk_text_new ());
  gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), 1);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "edited");
  gtk_text_grab_focus_without_selecting (self->text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);

  return self->text;
}

void
msp_figure_cell_end (MspFigureCell *self)
{
  g_return_if_fail (MSP_IS_FIGURE_CELL (self));

  if (self->text == NULL)
    return;

  msp_figure_cell_say (self, NULL);
  gtk_widget_unparent (GTK_WIDGET (self->text));
  self->text = NULL;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "edited");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkText *
msp_figure_cell_get_text (MspFigureCell *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_CELL (self), NULL);

  return self->text;
}

static void
show_popover (MspFigureCell *self,
              const char    *problem)
{
  GtkWidget *label = gtk_label_new (problem);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 45);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_child (self->popover, label);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "figure-problem");
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  gtk_popover_popup (self->popover);
}

void
msp_figure_cell_say (MspFigureCell *self,
                     const char    *problem)
{
  g_return_if_fail (MSP_IS_FIGURE_CELL (self));

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  if (self->text == NULL)
    return;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (problem == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  msp_format_accessible_description (GTK_WIDGET (self->text), problem);
  show_popover (self, problem);
}
