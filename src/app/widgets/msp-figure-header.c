/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-header"

#include "app/widgets/msp-figure-header.h"

#include <glib/gi18n-lib.h>

#define PADDING 6

/**
 * MspFigureHeader:
 *
 * The names of the reach table's columns.
 */
struct _MspFigureHeader
{
  GtkWidget        parent_instance;

  GtkWidget       *date;    /* in it */
  GtkWidget       *title;   /* in it */
  GPtrArray       *columns; /* (owned) (element-type GtkWidget): in it */

  MspFigureLayout *layout;  /* (owned) (nullable): NULL only while disposing */
};

G_DEFINE_FINAL_TYPE (MspFigureHeader, msp_figure_header, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (MspFigureHeader * self,
           const char      *text,
           float xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                   "label", text,
                                   "xalign", xalign,
                                   "yalign", 1.0,
                                   "justify", xalign > 0.5f ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT,
                                   "wrap", TRUE,
                                   "lines", 2,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
remove_columns (MspFigureHeader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->columns, i));
  g_ptr_array_set_size (self->columns, 0);
}

static void
msp_figure_header_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  MspFigureHeader *self = MSP_FIGURE_HEADER (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    {
      MspFigureSpan span = msp_figure_layout_get_column (self->layout, i);
      int height;

      gtk_widget_measure (g_ptr_array_index (self->columns, i), orientation,
                          span.width - 2 * MSP_FIGURE_PADDING, &height, NULL, NULL, NULL);
      *minimum = MAX (*minimum, height + 2 * PADDING);
    }
  *natural = *minimum;
}

static void
place_label (MspFigureHeader *self,
             GtkWidget       *label,
             MspFigureSpan    span,
             int              width,
             int              height)
{
  GtkAllocation place = { span.start + MSP_FIGURE_PADDING, PADDING,
                          MAX (span.width - 2 * MSP_FIGURE_PADDING, 1),
                          MAX (height - 2 * PADDING, 1) };
  int least;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place.width = MAX (place.width, least);
  if (gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL)
    place.x = width - place.x - place.width;
  gtk_widget_size_allocate (label, &place, -1);
}

static void
msp_figure_header_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  MspFigureHeader *self = MSP_FIGURE_HEADER (widget);
  MspFigureSpan date;

  msp_figure_layout_set_width (self->layout, width);
  date = msp_figure_layout_get_date (self->layout);
  gtk_widget_set_child_visible (self->date, date.width > 0);
  if (date.width > 0)
    place_label (self, self->date, date, width, height);
  place_label (self, self->title, msp_figure_layout_get_title (self->layout), width, height);
  for (guint i = 0; i < self->columns->len; i++)
    place_label (self, g_ptr_array_index (self->columns, i),
                 msp_figure_layout_get_column (self->layout, i), width, height);
}

static void
msp_figure_header_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MspFigureHeader *self = MSP_FIGURE_HEADER (widget);
  int width = gtk_widget_get_width (widget);
  int frozen = MIN (msp_figure_layout_get_frozen_end (self->layout), width);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_snapshot_child (widget, self->date, snapshot);
  gtk_widget_snapshot_child (widget, self->title, snapshot);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (is_mirrored ? 0 : (float) frozen, 0,
                                               (float) (width - frozen),
                                               (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->columns, i), snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
msp_figure_header_dispose (GObject *object)
{
  MspFigureHeader *self = MSP_FIGURE_HEADER (object);

  g_clear_pointer (&self->date, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  remove_columns (self);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (msp_figure_header_parent_class)->dispose (object);
}

static void
msp_figure_header_finalize (GObject *object)
{
  g_ptr_array_unref (MSP_FIGURE_HEADER (object)->columns);

  G_OBJECT_CLASS (msp_figure_header_parent_class)->finalize (object);
}

static void
msp_figure_header_class_init (MspFigureHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = msp_figure_header_dispose;
  object_class->finalize = msp_figure_header_finalize;
  widget_class->snapshot = msp_figure_header_snapshot;
  widget_class->measure = msp_figure_header_measure;
  widget_class->size_allocate = msp_figure_header_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "figureheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
msp_figure_header_init (MspFigureHeader *self)
{
  self->columns = g_ptr_array_new ();
  self->date = add_label (self, _ ("Date"), 0);
  self->title = add_label (self, _ ("Title"), 0);
}

GtkWidget *
msp_figure_header_new (MspFigureLayout *layout)
{
  MspFigureHeader *self = g_object_new (MSP_TYPE_FIGURE_HEADER, NULL);

  self->layout = g_object_ref (layout);
  g_signal_connect_object (layout, "changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
msp_figure_header_set_columns (MspFigureHeader *self,
                               GPtrArray       *columns)
{
  g_return_if_fail (MSP_IS_FIGURE_HEADER (self) && columns != NULL);

  remove_columns (self);
  for (guint i = 0; i < columns->len; i++)
    {
      const MspFigureColumn *column = g_ptr_array_index (columns, i);

      g_ptr_array_add (self->columns, add_label (self, column->label, 1));
    }
  g_ptr_array_add (self->columns, add_label (self, _ ("Updated"), 0));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
