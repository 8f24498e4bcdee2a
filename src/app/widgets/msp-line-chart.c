/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-line-chart"

#include "app/widgets/msp-line-chart.h"

#include <math.h>

#include "app/msp-format.h"
#include "app/widgets/msp-row-painter.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "journal/msp-contribution.h"

#define HEIGHT 110
#define LABEL_HEIGHT 18
#define MARGIN 8
#define DOT 3.5
#define DIM_ALPHA 0.62f
#define GRID_ALPHA 0.15f
#define AREA_ALPHA 0.12

/**
 * MspLineChart:
 *
 * How a figure went, over days.
 */
struct _MspLineChart
{
  GtkWidget  parent_instance;

  GArray    *points;     /* (owned) (element-type Point): the oldest first */
  gint64     top;        /* of the scale */
  char      *top_text;   /* (owned) */
  char      *first_text; /* (owned) */
  char      *last_text;  /* (owned) */
};

typedef struct
{
  MspDay day;
  gint64 value;
} Point;

/* Where the line is drawn. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
} Frame;

G_DEFINE_FINAL_TYPE (MspLineChart, msp_line_chart, GTK_TYPE_WIDGET)

/* The next round number: 1, 2 or 5 with noughts. */
static gint64
round_up (gint64 value)
{
  gint64 unit = 1;

  while (unit * 10 <= value)
    unit *= 10;
  if (value <= unit)
    return MAX (unit, 1);
  if (value <= 2 * unit)
    return 2 * unit;

  return value <= 5 * unit ? 5 * unit : 10 * unit;
}

static const Point *
get_point (MspLineChart *self,
           guint         number)
{
  return &g_array_index (self->points, Point, number);
}

static graphene_point_t
place (MspLineChart *self,
       const Frame  *frame,
       const Point  *point)
{
  MspDay first = get_point (self, 0)->day;
  MspDay last = get_point (self, self->points->len - 1)->day;
  double along = last > first ? (point->day - first) / (double) (last - first) : 0.5;
  double up = (double) point->value / (double) self->top;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    along = 1 - along;

  return GRAPHENE_POINT_INIT ((float) (frame->left + along * frame->width),
                              (float) (frame->top + (1 - up) * frame->height));
}

static void
draw_line (MspLineChart  *self,
           cairo_t       *cr,
           const Frame   *frame,
           const GdkRGBA *color)
{
  graphene_point_t first = place (self, frame, get_point (self, 0));
  graphene_point_t last = place (self, frame, get_point (self, self->points->len - 1));

  for (guint i = 0; i < self->points->len; i++)
    {
      graphene_point_t at = place (self, frame, get_point (self, i));

      cairo_line_to (cr, at.x, at.y);
    }
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);
  cairo_line_to (cr, last.x, frame->top + frame->height);
  cairo_line_to (cr, first.x, frame->top + frame->height);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, AREA_ALPHA);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (cr, color);
  for (guint i = 0; i < self->points->len; i++)
    {
      graphene_point_t at = place (self, frame, get_point (self, i));

      cairo_arc (cr, at.x, at.y, DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_scale (cairo_t       *cr,
            const Frame   *frame,
            const GdkRGBA *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * GRID_ALPHA);
  cairo_set_line_width (cr, 1);
  for (int i = 0; i <= 2; i++)
    {
      double y = floor (frame->top + frame->height * i / 2) + 0.5;

      cairo_move_to (cr, frame->left, y);
      cairo_line_to (cr, frame->left + frame->width, y);
      cairo_stroke (cr);
    }
}

/* @is_end: at the side where reading ends */
static void
draw_label (MspLineChart  *self,
            GtkSnapshot   *snapshot,
            const char    *text,
            int            y,
            gboolean       is_end,
            const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MspRowPainter painter = { widget, snapshot };
  g_autoptr (PangoLayout) layout =
    msp_row_layout_new (widget, text, PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  width = MIN (width, gtk_widget_get_width (widget) - 2 * MARGIN);
  msp_row_painter_draw_text (&painter, layout,
                             is_end ? gtk_widget_get_width (widget) - MARGIN - width : MARGIN, y,
                             width, color);
}

static void
msp_line_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MspLineChart *self = MSP_LINE_CHART (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  Frame frame = { MARGIN + DOT, LABEL_HEIGHT + DOT, width - 2 * (MARGIN + DOT),
                  height - 2 * (LABEL_HEIGHT + DOT) };
  GdkRGBA color;
  GdkRGBA accent;
  cairo_t *cr;

  if (self->points->len == 0 || frame.width < 1 || frame.height < 1)
    return;

  gtk_style_context_get_color (context, &color);
  if (!gtk_style_context_lookup_color (context, "accent_color", &accent))
    accent = color;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_scale (cr, &frame, &color);
  draw_line (self, cr, &frame, &accent);
  cairo_destroy (cr);

  color.alpha *= DIM_ALPHA;
  draw_label (self, snapshot, self->top_text, 0, FALSE, &color);
  draw_label (self, snapshot, self->first_text, height - LABEL_HEIGHT, FALSE, &color);
  if (self->points->len > 1)
    draw_label (self, snapshot, self->last_text, height - LABEL_HEIGHT, TRUE, &color);
}

static void
msp_line_chart_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : HEIGHT;
}

static void
msp_line_chart_finalize (GObject *object)
{
  MspLineChart *self = MSP_LINE_CHART (object);

  g_array_unref (self->points);
  g_free (self->top_text);
  g_free (self->first_text);
  g_free (self->last_text);

  G_OBJECT_CLASS (msp_line_chart_parent_class)->finalize (object);
}

static void
msp_line_chart_class_init (MspLineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msp_line_chart_finalize;
  widget_class->snapshot = msp_line_chart_snapshot;
  widget_class->measure = msp_line_chart_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
msp_line_chart_init (MspLineChart *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
}

GtkWidget *
msp_line_chart_new (void)
{
  return g_object_new (MSP_TYPE_LINE_CHART, NULL);
}

void
msp_line_chart_set_title (MspLineChart *self,
                          const char   *title)
{
  g_return_if_fail (MSP_IS_LINE_CHART (self) && title != NULL);

  msp_format_accessible_label (GTK_WIDGET (self), title);
}

static void
take_texts (MspLineChart *self)
{
  MspDay today = msp_clock_today ();

  g_free (self->top_text);
  g_free (self->first_text);
  g_free (self->last_text);
  self->top_text = msp_text_number (self->top);
  self->first_text = msp_day_to_short_text (get_point (self, 0)->day, today);
  self->last_text = msp_day_to_short_text (get_point (self, self->points->len - 1)->day, today);
}

void
msp_line_chart_show (MspLineChart *self,
                     GPtrArray    *figures)
{
  g_autoptr (GString) description = g_string_new (NULL);
  gint64 most = 0;

  g_return_if_fail (MSP_IS_LINE_CHART (self) && figures != NULL);

  g_array_set_size (self->points, 0);
  for (guint i = 0; i < figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (figures, i);
      Point point = { figure->recorded_on, figure->value };
      g_autofree char *day = msp_day_to_short_text (figure->recorded_on, msp_clock_today ());
      g_autofree char *value = msp_text_number (figure->value);

      g_array_append_val (self->points, point);
      most = MAX (most, figure->value);
      g_string_append_printf (description, "%s%s: %s", i > 0 ? ", " : "", day, value);
    }
  self->top = round_up (most);
  if (figures->len > 0)
    take_texts (self);
  msp_format_accessible_description (GTK_WIDGET (self), description->str);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
