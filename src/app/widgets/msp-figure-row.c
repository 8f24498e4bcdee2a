/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-row"

#include "app/widgets/msp-figure-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-row-painter.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"

#define DIM_ALPHA 0.62f
#define LINE_ALPHA 0.1f
#define UNFIT_TEXT "–"

typedef enum
{
  TEXT_DATE,
  TEXT_TITLE,
  TEXT_UPDATED,
  N_TEXTS,
} Text;

/**
 * MspFigureRow:
 *
 * One contribution in the reach table: what is only read is drawn, each figure is a cell.
 */
struct _MspFigureRow
{
  GtkWidget         parent_instance;

  GPtrArray        *cells;          /* (owned) (element-type MspFigureCell): in it */

  MspFigureContext *context;        /* (unowned): the table's */
  MspJournalRow    *row;            /* (owned) (nullable) */
  PangoLayout      *texts[N_TEXTS]; /* (owned) (nullable): made when drawn */
};

G_DEFINE_FINAL_TYPE (MspFigureRow, msp_figure_row, GTK_TYPE_WIDGET)

static const MspEntrySummary *
get_summary (MspFigureRow * self)
{
  return self->row != NULL ? msp_journal_row_get_summary (self->row) : NULL;
}

static MspDay
get_updated (MspFigureRow *self)
{
  const MspEntryFigures *figures =
    msp_figure_sheet_get_entry (self->context->sheet, msp_journal_row_get_key (self->row));

  return figures != NULL ? msp_entry_figures_get_updated (figures) : MSP_DAY_NONE;
}

static void
forget_texts (MspFigureRow *self)
{
  for (int i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]);
}

static void
make_texts (MspFigureRow          *self,
            const MspEntrySummary *summary)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gint64 key = msp_journal_row_get_key (self->row);
  g_autofree char *date = msp_day_to_short_text (summary->date, msp_clock_today ());
  g_autofree char *updated = msp_day_to_age_text (get_updated (self), msp_clock_today ());
  gboolean is_read = msp_figure_sheet_get_entry (self->context->sheet, key) != NULL;

  self->texts[TEXT_DATE] = msp_row_layout_new (widget, date, PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL);
  self->texts[TEXT_TITLE] = msp_row_layout_new (widget, summary->title, PANGO_WEIGHT_NORMAL, 1.0);
  self->texts[TEXT_UPDATED] = msp_row_layout_new (widget, is_read ? updated : "",
                                                  PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL);
}

static void
draw_text (MspFigureRow  *self,
           GtkSnapshot   *snapshot,
           Text           text,
           MspFigureSpan  span,
           const GdkRGBA *color)
{
  MspRowPainter painter = { GTK_WIDGET (self), snapshot };
  int height;

  pango_layout_get_pixel_size (self->texts[text], NULL, &height);
  msp_row_painter_draw_text (&painter, self->texts[text], span.start + MSP_FIGURE_PADDING,
                             (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2,
                             span.width - 2 * MSP_FIGURE_PADDING, color);
}

/* The side where reading begins is the left one, or the right one. */
static int
mirror (MspFigureRow  *self,
        MspFigureSpan  span)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
         ? gtk_widget_get_width (widget) - span.start - span.width : span.start;
}

static void
draw_line (MspFigureRow  *self,
           GtkSnapshot   *snapshot,
           int            start,
           const GdkRGBA *color)
{
  GdkRGBA faint = *color;
  int place = mirror (self, (MspFigureSpan) { start, 1 });

  faint.alpha *= LINE_ALPHA;
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT ((float) place, 0, 1,
                                                  (float) gtk_widget_get_height (GTK_WIDGET (self))));
}

/* What moves is cut where the title ends. */
static void
draw_moving (MspFigureRow  *self,
             GtkSnapshot   *snapshot,
             const GdkRGBA *color,
             const GdkRGBA *dim)
{
  MspFigureLayout *layout = self->context->layout;
  int frozen = msp_figure_layout_get_frozen_end (layout);
  guint n_columns = msp_figure_layout_get_n_columns (layout);
  MspFigureSpan moving = { frozen, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - frozen, 0) };

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) mirror (self, moving), 0, (float) moving.width,
                                               (float) gtk_widget_get_height (GTK_WIDGET (self))));
  for (guint i = 0; i < n_columns; i++)
    draw_line (self, snapshot, msp_figure_layout_get_column (layout, i).start, color);
  if (self->texts[TEXT_UPDATED] != NULL && n_columns > 0)
    draw_text (self, snapshot, TEXT_UPDATED, msp_figure_layout_get_column (layout, n_columns - 1), dim);
  GTK_WIDGET_CLASS (msp_figure_row_parent_class)->snapshot (GTK_WIDGET (self), snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
msp_figure_row_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MspFigureRow *self = MSP_FIGURE_ROW (widget);
  MspFigureLayout *layout = self->context->layout;
  const MspEntrySummary *summary = get_summary (self);
  MspFigureSpan date = msp_figure_layout_get_date (layout);
  GdkRGBA color;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  dim.alpha *= DIM_ALPHA;
  if (summary != NULL && self->texts[TEXT_TITLE] == NULL)
    make_texts (self, summary);

  if (summary != NULL)
    {
      if (date.width > 0)
        draw_text (self, snapshot, TEXT_DATE, date, &dim);
      draw_text (self, snapshot, TEXT_TITLE, msp_figure_layout_get_title (layout), &color);
    }
  draw_line (self, snapshot, msp_figure_layout_get_frozen_end (layout) - 1, &color);
  draw_moving (self, snapshot, &color, &dim);
}

static void
msp_figure_row_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  MspFigureRow *self = MSP_FIGURE_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 280;
      *natural = 800;
    }
  else
    {
      *minimum = *natural = msp_figure_layout_get_row_height (self->context->layout);
    }
}

static void
msp_figure_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  MspFigureRow *self = MSP_FIGURE_ROW (widget);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      MspFigureSpan span = msp_figure_layout_get_column (self->context->layout, i);
      GtkAllocation place = { mirror (self, span), 0, span.width, height };

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (cell, &place, -1);
    }
}

/* @value: -1 for none */
static void
show_cell (MspFigureRow          *self,
           MspFigureCell         *cell,
           const MspEntrySummary *summary)
{
  guint number_of_column = msp_figure_cell_get_column (cell);
  const MspFigureColumn *column = msp_figure_context_get_column (self->context, number_of_column);
  MspFigureFit fit = msp_figure_context_get_fit (self->context, summary->type, number_of_column);
  MspSheetFigure figure = msp_figure_sheet_get (self->context->sheet,
                                                msp_journal_row_get_key (self->row), column->name);
  g_autofree char *number = figure.value >= 0 ? msp_text_number (figure.value) : NULL;
  g_autofree char *spoken = NULL;
  const char *told = number;

  if (number == NULL)
    told = fit == MSP_FIGURE_UNFIT ? _ ("not applicable") : _ ("not recorded");
  spoken = g_strdup_printf ("%s, %s, %s", column->label, summary->title, told);
  msp_format_accessible_label (GTK_WIDGET (cell), spoken);
  if (number == NULL && fit == MSP_FIGURE_UNFIT && !figure.is_pending)
    msp_figure_cell_show (cell, UNFIT_TEXT, TRUE);
  else
    msp_figure_cell_show (cell, number != NULL ? number : "", figure.is_pending);
}

static void
say_summary (MspFigureRow          *self,
             const MspEntrySummary *summary)
{
  g_autofree char *date = msp_day_to_short_text (summary->date, msp_clock_today ());
  g_autofree char *updated = msp_day_to_age_text (get_updated (self), msp_clock_today ());
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s, figures updated: %s"), summary->title, date,
                                             updated);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  msp_format_accessible_label (GTK_WIDGET (self), spoken);
  /* GTK 4.8 shows the list's own widget to a screen reader, and nobody else can name it. */
  if (item != NULL)
    msp_format_accessible_label (item, spoken);
}

void
msp_figure_row_update (MspFigureRow *self)
{
  const MspEntrySummary *summary = get_summary (self);

  g_return_if_fail (MSP_IS_FIGURE_ROW (self));

  forget_texts (self);
  if (summary != NULL)
    say_summary (self, summary);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (summary != NULL)
        show_cell (self, g_ptr_array_index (self->cells, i), summary);
      else
        msp_figure_cell_show (g_ptr_array_index (self->cells, i), "", FALSE);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
msp_figure_row_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    is_keyboard,
                              GtkTooltip *tooltip)
{
  MspFigureRow *self = MSP_FIGURE_ROW (widget);
  const MspEntrySummary *summary = get_summary (self);
  int place = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
              ? gtk_widget_get_width (widget) - x : x;
  int column = msp_figure_layout_find (self->context->layout, place);
  g_autofree char *text = NULL;

  if (summary == NULL)
    return FALSE;

  if (column < 0)
    {
      g_autofree char *date = msp_day_to_text (summary->date);

      text = g_strdup_printf ("%s\n%s · %s", summary->title, date, summary->type);
    }
  else if ((guint) column == self->cells->len && get_updated (self) != MSP_DAY_NONE)
    {
      text = msp_day_to_text (get_updated (self));
    }
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
layout_changed (MspFigureRow *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
remove_cells (MspFigureRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);
}

static void
msp_figure_row_dispose (GObject *object)
{
  MspFigureRow *self = MSP_FIGURE_ROW (object);

  if (self->row != NULL)
    msp_figure_row_set_row (self, NULL);
  remove_cells (self);
  forget_texts (self);

  G_OBJECT_CLASS (msp_figure_row_parent_class)->dispose (object);
}

static void
msp_figure_row_finalize (GObject *object)
{
  g_ptr_array_unref (MSP_FIGURE_ROW (object)->cells);

  G_OBJECT_CLASS (msp_figure_row_parent_class)->finalize (object);
}

static void
msp_figure_row_class_init (MspFigureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = msp_figure_row_dispose;
  object_class->finalize = msp_figure_row_finalize;
  widget_class->snapshot = msp_figure_row_snapshot;
  widget_class->measure = msp_figure_row_measure;
  widget_class->size_allocate = msp_figure_row_size_allocate;
  widget_class->query_tooltip = msp_figure_row_query_tooltip;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
msp_figure_row_init (MspFigureRow *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
msp_figure_row_new (MspFigureContext *context)
{
  MspFigureRow *self = g_object_new (MSP_TYPE_FIGURE_ROW, NULL);

  self->context = context;
  g_signal_connect_object (context->layout, "changed", G_CALLBACK (layout_changed), self,
                           G_CONNECT_SWAPPED);
  msp_figure_row_make_cells (self);

  return GTK_WIDGET (self);
}

void
msp_figure_row_set_row (MspFigureRow  *self,
                        MspJournalRow *row)
{
  g_return_if_fail (MSP_IS_FIGURE_ROW (self));

  if (self->row != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->row, msp_figure_row_update, self);
      msp_figure_sheet_release (self->context->sheet, msp_journal_row_get_key (self->row));
    }
  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  msp_figure_sheet_hold (self->context->sheet, msp_journal_row_get_key (row));
  g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (msp_figure_row_update), self);
  msp_figure_row_update (self);
}

MspJournalRow *
msp_figure_row_get_row (MspFigureRow *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_ROW (self), NULL);

  return self->row;
}

void
msp_figure_row_make_cells (MspFigureRow *self)
{
  g_return_if_fail (MSP_IS_FIGURE_ROW (self));

  remove_cells (self);
  for (guint i = 0; i < self->context->columns->len; i++)
    {
      GtkWidget *cell = msp_figure_cell_new (i);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
  msp_figure_row_update (self);
}

MspFigureCell *
msp_figure_row_get_cell (MspFigureRow *self,
                         guint         column)
{
  g_return_val_if_fail (MSP_IS_FIGURE_ROW (self), NULL);

  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : NULL;
}

MspFigureRow *
msp_figure_row_pick (GtkWidget *list,
                     double     x,
                     double     y,
                     int       *column)
{
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *widget = picked != NULL ? gtk_widget_get_ancestor (picked, MSP_TYPE_FIGURE_ROW) : NULL;
  MspFigureRow *self;
  double place;

  if (widget == NULL || GTK_IS_TEXT (picked))
    return NULL;

  self = MSP_FIGURE_ROW (widget);
  gtk_widget_translate_coordinates (list, widget, x, y, &place, NULL);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place = gtk_widget_get_width (widget) - place;
  *column = msp_figure_layout_find (self->context->layout, (int) place);

  return self->row != NULL ? self : NULL;
}
