/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-table-row"

#include "app/widgets/msp-table-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-entry-text.h"
#include "app/widgets/msp-row-painter.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"

#define PADDING_X 12
#define PADDING_Y 7
#define ICON_SIZE 16
#define DIM_ALPHA 0.7f

/**
 * MspTableRow:
 *
 * One contribution in the journal's table; all rows have the same height.
 */
struct _MspTableRow
{
  GtkWidget        parent_instance;

  MspTableColumns *columns;                    /* (owned) */
  MspJournalRow   *row;                        /* (owned) (nullable) */
  char            *search;                     /* (owned) (nullable) */
  PangoLayout     *texts[MSP_TABLE_N_COLUMNS]; /* (owned) (nullable): made when drawn */
  int              line_height;                /* 0: not known */
  gboolean         shows_mark;
  gboolean         is_selected;
};

G_DEFINE_FINAL_TYPE (MspTableRow, msp_table_row, GTK_TYPE_WIDGET)

static void
forget_texts (MspTableRow *self)
{
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    g_clear_object (&self->texts[i]);
}

static int
get_line_height (MspTableRow *self)
{
  if (self->line_height == 0)
    {
      g_autoptr (PangoLayout) line =
        msp_row_layout_new (GTK_WIDGET (self), "Ág漢", PANGO_WEIGHT_NORMAL, 1.0);

      pango_layout_get_pixel_size (line, NULL, &self->line_height);
    }

  return self->line_height;
}

/* Whose page it is, as people say it. */
static char *
get_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return g_strdup (url);

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

static char *
get_text (const MspEntrySummary *summary,
          MspTableColumn         column)
{
  switch (column)
    {
    case MSP_TABLE_COLUMN_DATE:
      return msp_day_to_short_text (summary->date, msp_clock_today ());

    case MSP_TABLE_COLUMN_TITLE:
      return g_strdup (summary->title);

    case MSP_TABLE_COLUMN_TYPE:
      return g_strdup (summary->type);

    case MSP_TABLE_COLUMN_AREA:
      return g_strdup (summary->area);

    case MSP_TABLE_COLUMN_REACH:
      return summary->reach > 0 ? msp_text_number (summary->reach) : g_strdup ("");

    case MSP_TABLE_COLUMN_STATUS:
      return g_strdup (summary->status == MSP_STATUS_PLANNED ? _ ("Planned") : _ ("Done"));

    case MSP_TABLE_COLUMN_PORTAL:
      return summary->in_portal != MSP_DAY_NONE
             ? msp_day_to_short_text (summary->in_portal, msp_clock_today ()) : g_strdup ("");

    case MSP_TABLE_COLUMN_LINK:
      return get_host (summary->url);

    case MSP_TABLE_COLUMN_IMPACT:
    case MSP_TABLE_N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

static PangoLayout *
get_layout (MspTableRow           *self,
            const MspEntrySummary *summary,
            MspTableColumn         column)
{
  g_autofree char *text = NULL;

  if (self->texts[column] != NULL)
    return self->texts[column];

  text = get_text (summary, column);
  self->texts[column] = msp_row_layout_new (GTK_WIDGET (self), text, PANGO_WEIGHT_NORMAL, 1.0);
  if (column == MSP_TABLE_COLUMN_TITLE)
    msp_row_layout_mark (self->texts[column], self->search);
  if (msp_table_column_is_numeric (column))
    {
      /* The end of the cell, whichever way the window runs. */
      pango_layout_set_alignment (self->texts[column], PANGO_ALIGN_RIGHT);
      pango_layout_set_auto_dir (self->texts[column], FALSE);
    }

  return self->texts[column];
}

static void
draw_cell (MspTableRow           *self,
           const MspRowPainter   *painter,
           const MspTableCell    *cell,
           const MspEntrySummary *summary,
           const GdkRGBA         *color)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int start = cell->x + PADDING_X;
  int width = cell->width - 2 * PADDING_X;
  GdkRGBA dim = *color;

  dim.alpha *= DIM_ALPHA;
  if (cell->x == 0 && self->shows_mark)
    {
      msp_row_painter_draw_icon (painter, self->is_selected ? "checkbox-checked-symbolic"
                                                            : "checkbox-symbolic",
                                 start, (height - ICON_SIZE) / 2, ICON_SIZE, color);
      start += ICON_SIZE + PADDING_X;
      width -= ICON_SIZE + PADDING_X;
    }
  if (cell->column == MSP_TABLE_COLUMN_IMPACT)
    {
      if (summary->is_high_impact)
        msp_row_painter_draw_icon (painter, "starred-symbolic", start,
                                   (height - ICON_SIZE) / 2, ICON_SIZE, color);
      return;
    }

  msp_row_painter_draw_text (painter, get_layout (self, summary, cell->column), start,
                             (height - get_line_height (self)) / 2, width,
                             cell->column == MSP_TABLE_COLUMN_TITLE ||
                             cell->column == MSP_TABLE_COLUMN_REACH ? color : &dim);
}

static void
msp_table_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MspTableRow *self = MSP_TABLE_ROW (widget);
  const MspEntrySummary *summary = msp_table_row_get_summary (self);
  MspRowPainter painter = { widget, snapshot };
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  GdkRGBA color;
  guint n_cells;

  if (summary == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  n_cells = msp_table_columns_lay_out (self->columns, gtk_widget_get_width (widget), cells);
  for (guint i = 0; i < n_cells; i++)
    draw_cell (self, &painter, &cells[i], summary, &color);
}

static void
msp_table_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  MspTableRow *self = MSP_TABLE_ROW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                        ? msp_table_columns_get_width (self->columns)
                        : get_line_height (self) + 2 * PADDING_Y;
}

/* The whole of what has no room in its cell. */
static gboolean
msp_table_row_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    is_keyboard,
                             GtkTooltip *tooltip)
{
  MspTableRow *self = MSP_TABLE_ROW (widget);
  int width = gtk_widget_get_width (widget);
  int from_start = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - x : x;
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  guint n_cells = msp_table_columns_lay_out (self->columns, width, cells);

  for (guint i = 0; i < n_cells; i++)
    {
      PangoLayout *layout = self->texts[cells[i].column];
      GdkRectangle area = { cells[i].x, 0, cells[i].width, gtk_widget_get_height (widget) };

      if (from_start < area.x || from_start >= area.x + area.width)
        continue;
      if (layout == NULL || !pango_layout_is_ellipsized (layout))
        return FALSE;

      if (from_start != x)
        area.x = width - area.x - area.width;
      gtk_tooltip_set_text (tooltip, pango_layout_get_text (layout));
      gtk_tooltip_set_tip_area (tooltip, &area);
      return TRUE;
    }

  return FALSE;
}

static void
update (MspTableRow *self)
{
  const MspEntrySummary *summary = msp_table_row_get_summary (self);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  forget_texts (self);
  if (summary != NULL && item != NULL)
    {
      g_autofree char *spoken = msp_entry_text_speak (summary);

      msp_format_accessible_label (item, spoken);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fonts_changed (MspTableRow *self)
{
  self->line_height = 0;
  forget_texts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
msp_table_row_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (msp_table_row_parent_class)->system_setting_changed (widget, setting);
  fonts_changed (MSP_TABLE_ROW (widget));
}

static void
msp_table_row_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (msp_table_row_parent_class)->direction_changed (widget, before);
  fonts_changed (MSP_TABLE_ROW (widget));
}

static void
msp_table_row_dispose (GObject *object)
{
  MspTableRow *self = MSP_TABLE_ROW (object);
  GtkWidget *child;

  msp_table_row_set_row (self, NULL);
  g_clear_pointer (&self->search, g_free);
  forget_texts (self);
  /* A menu that is open on it. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (msp_table_row_parent_class)->dispose (object);
}

static void
msp_table_row_finalize (GObject *object)
{
  g_clear_object (&MSP_TABLE_ROW (object)->columns);

  G_OBJECT_CLASS (msp_table_row_parent_class)->finalize (object);
}

static void
msp_table_row_class_init (MspTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_table_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_table_row_finalize;
  widget_class->snapshot = msp_table_row_snapshot;
  widget_class->measure = msp_table_row_measure;
  widget_class->query_tooltip = msp_table_row_query_tooltip;
  widget_class->system_setting_changed = msp_table_row_system_setting_changed;
  widget_class->direction_changed = msp_table_row_direction_changed;
}

static void
msp_table_row_init (MspTableRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
msp_table_row_new (MspTableColumns *columns)
{
  MspTableRow *self = g_object_new (MSP_TYPE_TABLE_ROW, NULL);

  self->columns = g_object_ref (columns);

  return GTK_WIDGET (self);
}

void
msp_table_row_set_row (MspTableRow   *self,
                       MspJournalRow *row)
{
  g_return_if_fail (MSP_IS_TABLE_ROW (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    {
      g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (update), self);
      update (self);
    }
}

MspJournalRow *
msp_table_row_get_row (MspTableRow *self)
{
  g_return_val_if_fail (MSP_IS_TABLE_ROW (self), NULL);

  return self->row;
}

const MspEntrySummary *
msp_table_row_get_summary (MspTableRow *self)
{
  g_return_val_if_fail (MSP_IS_TABLE_ROW (self), NULL);

  return self->row != NULL ? msp_journal_row_get_summary (self->row) : NULL;
}

void
msp_table_row_set_search (MspTableRow *self,
                          const char  *search)
{
  g_return_if_fail (MSP_IS_TABLE_ROW (self));

  if (g_strcmp0 (self->search, search) == 0)
    return;

  g_free (self->search);
  self->search = g_strdup (search);
  g_clear_object (&self->texts[MSP_TABLE_COLUMN_TITLE]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
msp_table_row_set_marked (MspTableRow *self,
                          gboolean     shows_mark,
                          gboolean     is_selected)
{
  g_return_if_fail (MSP_IS_TABLE_ROW (self));

  if (self->shows_mark == shows_mark && self->is_selected == is_selected)
    return;

  self->shows_mark = shows_mark;
  self->is_selected = is_selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
msp_table_row_follow_columns (MspTableRow *self)
{
  g_return_if_fail (MSP_IS_TABLE_ROW (self));

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
