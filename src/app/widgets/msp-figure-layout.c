/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-layout"

#include "app/widgets/msp-figure-layout.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-row-painter.h"

/* The widest figure that a column has room for. */
#define WIDE_FIGURE "0,000,000"
#define WIDE_DATE "00 Www 0000"
#define ROW_PADDING 8
#define TITLE_MIN 180
#define NARROW_TITLE_MIN 150
/* Below that the date gives way. */
#define NARROW 560
/* No figure's name makes its column wider. */
#define COLUMN_MAX 160

/**
 * MspFigureLayout:
 *
 * Where the columns of the reach table stand.
 */
struct _MspFigureLayout
{
  GObject        parent_instance;

  GtkAdjustment *adjustment; /* (owned) */
  GArray        *widths;     /* (owned) (element-type int): of what moves */
  int            date_width;
  int            row_height;
  int            width;      /* of the table */
};

G_DEFINE_FINAL_TYPE (MspFigureLayout, msp_figure_layout, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say_changed (MspFigureLayout *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
sum_widths (MspFigureLayout *self)
{
  int sum = 0;

  for (guint i = 0; i < self->widths->len; i++)
    sum += g_array_index (self->widths, int, i);

  return sum;
}

static void
configure (MspFigureLayout *self)
{
  double page = MAX (self->width - msp_figure_layout_get_frozen_end (self), 1);
  double upper = MAX (sum_widths (self), page);
  double value = CLAMP (gtk_adjustment_get_value (self->adjustment), 0, upper - page);

  gtk_adjustment_configure (self->adjustment, value, 0, upper, 40, page * 0.9, page);
}

static void
msp_figure_layout_finalize (GObject *object)
{
  MspFigureLayout *self = MSP_FIGURE_LAYOUT (object);

  g_object_unref (self->adjustment);
  g_array_unref (self->widths);

  G_OBJECT_CLASS (msp_figure_layout_parent_class)->finalize (object);
}

static void
msp_figure_layout_class_init (MspFigureLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_figure_layout_finalize;

  /**
   * MspFigureLayout::changed:
   * @self: the layout
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", MSP_TYPE_FIGURE_LAYOUT, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_figure_layout_init (MspFigureLayout *self)
{
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 40, 1, 1));
  self->widths = g_array_new (FALSE, FALSE, sizeof (int));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (say_changed), self,
                           G_CONNECT_SWAPPED);
}

MspFigureLayout *
msp_figure_layout_new (void)
{
  return g_object_new (MSP_TYPE_FIGURE_LAYOUT, NULL);
}

GtkAdjustment *
msp_figure_layout_get_adjustment (MspFigureLayout *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_LAYOUT (self), NULL);

  return self->adjustment;
}

static int
measure_text (GtkWidget   *widget,
              const char  *text,
              PangoWeight  weight,
              double       scale,
              int         *height)
{
  g_autoptr (PangoLayout) layout = msp_row_layout_new (widget, text, weight, scale);
  int width;

  pango_layout_get_pixel_size (layout, &width, height);

  return width;
}

/* The head breaks a figure's name between words. */
static int
measure_longest_word (GtkWidget  *widget,
                      const char *label)
{
  g_auto (GStrv) words = g_strsplit_set (label, " -", -1);
  int longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, measure_text (widget, words[i], PANGO_WEIGHT_BOLD, PANGO_SCALE_SMALL,
                                          NULL));

  return longest;
}

void
msp_figure_layout_set_columns (MspFigureLayout *self,
                               GtkWidget       *widget,
                               GPtrArray       *columns)
{
  int line_height;
  int figure_width;
  int updated_width;

  g_return_if_fail (MSP_IS_FIGURE_LAYOUT (self) && columns != NULL);

  figure_width = measure_text (widget, WIDE_FIGURE, PANGO_WEIGHT_NORMAL, 1.0, &line_height);
  self->row_height = line_height + 2 * ROW_PADDING;
  self->date_width = measure_text (widget, WIDE_DATE, PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL, NULL) +
                     2 * MSP_FIGURE_PADDING;
  g_array_set_size (self->widths, 0);
  for (guint i = 0; i < columns->len; i++)
    {
      const MspFigureColumn *column = g_ptr_array_index (columns, i);
      int width = MIN (measure_longest_word (widget, column->label) + 4, COLUMN_MAX);

      width = MAX (width, figure_width) + 2 * MSP_FIGURE_PADDING;
      g_array_append_val (self->widths, width);
    }
  updated_width = measure_text (widget, _ ("12 months ago"), PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL, NULL) +
                  2 * MSP_FIGURE_PADDING;
  g_array_append_val (self->widths, updated_width);

  configure (self);
  say_changed (self);
}

void
msp_figure_layout_set_width (MspFigureLayout *self,
                             int              width)
{
  g_return_if_fail (MSP_IS_FIGURE_LAYOUT (self));

  if (self->width == width)
    return;

  self->width = width;
  configure (self);
}

guint
msp_figure_layout_get_n_columns (MspFigureLayout *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_LAYOUT (self), 0);

  return self->widths->len;
}

int
msp_figure_layout_get_row_height (MspFigureLayout *self)
{
  return self->row_height;
}

guint
msp_figure_layout_count_visible (MspFigureLayout *self,
                                 GtkWidget       *list)
{
  g_return_val_if_fail (MSP_IS_FIGURE_LAYOUT (self), 1);

  return (guint) MAX (gtk_widget_get_height (gtk_widget_get_parent (list)) / MAX (self->row_height, 1), 1);
}

MspFigureSpan
msp_figure_layout_get_date (MspFigureLayout *self)
{
  return (MspFigureSpan) { 0, self->width < NARROW ? 0 : self->date_width };
}

/* What no column needs is the title's. */
MspFigureSpan
msp_figure_layout_get_title (MspFigureLayout *self)
{
  MspFigureSpan date = msp_figure_layout_get_date (self);
  int least = date.width > 0 ? TITLE_MIN : NARROW_TITLE_MIN;

  return (MspFigureSpan) { date.width, MAX (least, self->width - date.width - sum_widths (self)) };
}

int
msp_figure_layout_get_frozen_end (MspFigureLayout *self)
{
  MspFigureSpan title = msp_figure_layout_get_title (self);

  return title.start + title.width;
}

MspFigureSpan
msp_figure_layout_get_column (MspFigureLayout *self,
                              guint            column)
{
  MspFigureSpan span = { msp_figure_layout_get_frozen_end (self), 0 };

  g_return_val_if_fail (column < self->widths->len, span);

  for (guint i = 0; i < column; i++)
    span.start += g_array_index (self->widths, int, i);
  span.start -= (int) gtk_adjustment_get_value (self->adjustment);
  span.width = g_array_index (self->widths, int, column);

  return span;
}

int
msp_figure_layout_find (MspFigureLayout *self,
                        int              place)
{
  g_return_val_if_fail (MSP_IS_FIGURE_LAYOUT (self), -1);

  if (place < msp_figure_layout_get_frozen_end (self))
    return -1;

  for (guint i = 0; i < self->widths->len; i++)
    {
      MspFigureSpan span = msp_figure_layout_get_column (self, i);

      if (place < span.start + span.width)
        return (int) i;
    }

  return (int) self->widths->len - 1;
}

void
msp_figure_layout_reveal (MspFigureLayout *self,
                          guint            column)
{
  double start = 0;

  g_return_if_fail (MSP_IS_FIGURE_LAYOUT (self) && column < self->widths->len);

  for (guint i = 0; i < column; i++)
    start += g_array_index (self->widths, int, i);
  gtk_adjustment_clamp_page (self->adjustment, start,
                             start + g_array_index (self->widths, int, column));
}
