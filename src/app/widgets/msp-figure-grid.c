/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-grid"

#include "app/widgets/msp-figure-grid.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-figure-column-source.h"
#include "app/widgets/msp-figure-focus.h"
#include "app/widgets/msp-figure-header.h"
#include "app/widgets/msp-figure-rows.h"
#include "app/widgets/msp-figure-scrollbar.h"

/**
 * MspFigureGrid:
 *
 * The cells of the reach table, and the cursor among them.
 */
struct _MspFigureGrid
{
  GtkWidget              parent_instance;

  MspFigureHeader       *header;       /* in it */
  GtkListView           *list_view;    /* in it, in a window that scrolls */

  MspFigureContext      *context;      /* (owned) */
  MspFigureColumnSource *source;       /* (owned) (nullable): NULL until there is a journal */
  MspQuery              *query;        /* (owned) (nullable): of the list as it was last */
  MspFigureRows         *rows;         /* (owned) */
  MspFigureFocus        *focus;        /* (owned) */

  gint64                 key;          /* of the cursor's contribution; 0: there is none */
  MspFigurePlace         place;
};

G_DEFINE_FINAL_TYPE (MspFigureGrid, msp_figure_grid, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CURSOR_MOVED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_cursor (MspFigureGrid *self,
             gboolean       is_shown)
{
  MspFigureCell *cell = msp_figure_grid_get_cell (self);

  if (cell != NULL)
    msp_figure_cell_set_cursor (cell, is_shown);
}

static void
focus_lost (MspFigureGrid *self)
{
  MspFigureCell *cell = msp_figure_grid_get_cell (self);

  if (cell != NULL && msp_figure_cell_get_text (cell) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
focus_left (MspFigureGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
place_cursor (MspFigureGrid  *self,
              MspFigurePlace  place)
{
  show_cursor (self, FALSE);
  self->place = place;
  self->key = msp_journal_model_get_key (self->context->model, place.row);
  show_cursor (self, TRUE);
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0);
}

static void
row_bound (MspFigureGrid *self,
           gint64         key)
{
  if (key != self->key)
    return;

  show_cursor (self, TRUE);
  msp_figure_focus_recover (self->focus);
}

static void
row_unbound (MspFigureGrid *self,
             gint64         key)
{
  MspFigureCell *cell = key == self->key ? msp_figure_grid_get_cell (self) : NULL;

  if (cell == NULL)
    return;

  /* The widget is for another contribution now: what is written in it is kept, or let go. */
  if (msp_figure_cell_get_text (cell) != NULL)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  msp_figure_cell_end (cell);
  show_cursor (self, FALSE);
}

static void
figures_changed (MspFigureGrid *self,
                 gint64         key)
{
  MspFigureRow *row = msp_figure_rows_find (self->rows, key);

  if (row != NULL)
    msp_figure_row_update (row);
}

/* Whether the list was asked for other contributions since the last time. */
static gboolean
is_other_list (MspFigureGrid *self)
{
  const MspQuery *query = msp_journal_model_get_query (self->context->model);

  if (self->query != NULL && msp_query_equal (self->query, query))
    return FALSE;

  g_clear_pointer (&self->query, msp_query_free);
  self->query = msp_query_copy (query);

  return TRUE;
}

/* In its row, to a figure that there is, or is asked for. */
static void
settle_cursor (MspFigureGrid *self)
{
  MspFigurePlace place = self->place;

  if (place.row < msp_figure_context_get_n_rows (self->context) && !msp_figure_grid_is_stop (place, self) &&
      msp_figure_place_tab (&place, place.row + 1, self->context->columns->len, FALSE,
                            msp_figure_grid_is_stop, self))
    place_cursor (self, place);
}

/* The cursor goes with its contribution; if that is gone, to the one that stands there now, in another
 * list to its first. */
static void
items_changed (MspFigureGrid *self)
{
  gboolean is_other = is_other_list (self);
  guint n_rows = msp_figure_context_get_n_rows (self->context);
  guint row = self->key != 0 ? msp_journal_model_find (self->context->model, self->key) : G_MAXUINT;

  if (row != G_MAXUINT)
    {
      self->place.row = row;
      return;
    }

  if (n_rows == 0)
    {
      show_cursor (self, FALSE);
      self->key = 0;
      return;
    }

  place_cursor (self, (MspFigurePlace) { is_other ? 0 : MIN (self->place.row, n_rows - 1),
                                         self->place.column });
  if (is_other)
    {
      settle_cursor (self);
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
    }
  msp_figure_focus_recover (self->focus);
}

/* The column of that name; the first one that the cursor can stand in if it is gone. */
static guint
find_column (GPtrArray  *columns,
             const char *name)
{
  for (guint i = 0; name != NULL && i < columns->len; i++)
    {
      const MspFigureColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->name, name))
        return i;
    }

  return 0;
}

static void
measure_columns (MspFigureGrid *self)
{
  msp_figure_layout_set_columns (self->context->layout, GTK_WIDGET (self), self->context->columns);
  msp_figure_header_set_columns (self->header, self->context->columns);
  gtk_widget_queue_resize (GTK_WIDGET (self->list_view));
}

static void
take_columns (MspFigureGrid *self,
              GPtrArray     *columns)
{
  const MspFigureColumn *before = msp_figure_context_get_column (self->context, self->place.column);
  guint column = find_column (columns, before != NULL ? before->name : NULL);

  g_ptr_array_unref (self->context->columns);
  self->context->columns = g_ptr_array_ref (columns);
  measure_columns (self);
  msp_figure_rows_make_cells (self->rows);

  place_cursor (self, (MspFigurePlace) { self->place.row, column });
  if (before == NULL)
    settle_cursor (self);
  msp_figure_focus_recover (self->focus);
}

static void
columns_changed (MspFigureGrid *self)
{
  MspFigureCell *cell = msp_figure_grid_get_cell (self);

  /* What somebody is writing is not taken away. */
  if (cell == NULL || msp_figure_cell_get_text (cell) == NULL)
    take_columns (self, msp_figure_column_source_get_columns (self->source));
}

/* A screen reader, or whatever else, has moved the focus. */
static void
focus_came (MspFigureGrid *self,
            MspFigureCell *cell)
{
  MspFigureRow *row = MSP_FIGURE_ROW (gtk_widget_get_parent (GTK_WIDGET (cell)));
  MspJournalRow *entry = msp_figure_row_get_row (row);
  MspFigurePlace place = { G_MAXUINT, msp_figure_cell_get_column (cell) };

  if (cell == msp_figure_grid_get_cell (self) || entry == NULL)
    return;

  place.row = msp_journal_model_find (self->context->model, msp_journal_row_get_key (entry));
  if (place.row != G_MAXUINT)
    place_cursor (self, place);
}

/* The table is one stop of the Tab key as seen from outside. */
static gboolean
msp_figure_grid_focus_inside (GtkWidget        *widget,
                              GtkDirectionType  direction)
{
  MspFigureGrid *self = MSP_FIGURE_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->key == 0 ||
      self->context->columns->len == 0)
    return FALSE;

  msp_figure_grid_focus (self);

  return TRUE;
}

static void
msp_figure_grid_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  MspFigureGrid *self = MSP_FIGURE_GRID (widget);

  GTK_WIDGET_CLASS (msp_figure_grid_parent_class)->system_setting_changed (widget, setting);
  if (self->context->columns->len > 0)
    measure_columns (self);
}

static void
msp_figure_grid_dispose (GObject *object)
{
  MspFigureGrid *self = MSP_FIGURE_GRID (object);
  GtkWidget *child;

  /* The rows go before what they share. */
  if (self->list_view != NULL)
    gtk_list_view_set_factory (self->list_view, NULL);
  self->list_view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (msp_figure_grid_parent_class)->dispose (object);
}

static void
msp_figure_grid_finalize (GObject *object)
{
  MspFigureGrid *self = MSP_FIGURE_GRID (object);

  g_clear_pointer (&self->query, msp_query_free);
  g_object_unref (self->rows);
  g_object_unref (self->focus);
  msp_figure_context_free (self->context);

  G_OBJECT_CLASS (msp_figure_grid_parent_class)->finalize (object);
}

static void
msp_figure_grid_class_init (MspFigureGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = msp_figure_grid_dispose;
  object_class->finalize = msp_figure_grid_finalize;
  widget_class->focus = msp_figure_grid_focus_inside;
  widget_class->system_setting_changed = msp_figure_grid_system_setting_changed;

  /**
   * MspFigureGrid::cursor-moved:
   * @self: the cells
   */
  signals[SIGNAL_CURSOR_MOVED] =
    g_signal_new ("cursor-moved", MSP_TYPE_FIGURE_GRID, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MspFigureGrid::left:
   * @self: the cells
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", MSP_TYPE_FIGURE_GRID, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
msp_figure_grid_init (MspFigureGrid *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->context = msp_figure_context_new ();
  self->rows = msp_figure_rows_new (self->context);
  g_signal_connect_object (self->rows, "bound", G_CALLBACK (row_bound), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "unbound", G_CALLBACK (row_unbound), self, G_CONNECT_SWAPPED);

  self->list_view = GTK_LIST_VIEW (gtk_list_view_new (NULL, msp_figure_rows_make_factory (self->rows)));
  self->focus = msp_figure_focus_new (GTK_WIDGET (self->list_view));
  g_signal_connect_object (self->focus, "cell", G_CALLBACK (focus_came), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "lost", G_CALLBACK (focus_lost), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "left", G_CALLBACK (focus_left), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_show_separators (self->list_view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "figure-list");
  msp_format_accessible_label (GTK_WIDGET (self->list_view), _ ("Figures"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list_view));
  gtk_widget_set_vexpand (window, TRUE);

  self->header = MSP_FIGURE_HEADER (msp_figure_header_new (self->context->layout));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  gtk_widget_set_parent (window, GTK_WIDGET (self));
  gtk_widget_set_parent (msp_figure_scrollbar_new (self->context->layout, window), GTK_WIDGET (self));
}

GtkWidget *
msp_figure_grid_new (void)
{
  return g_object_new (MSP_TYPE_FIGURE_GRID, NULL);
}

void
msp_figure_grid_set_journal (MspFigureGrid       *self,
                             MspServices         *services,
                             MspJournalSelection *selection)
{
  MspJournalStore *store = msp_services_get_store (services);

  g_return_if_fail (MSP_IS_FIGURE_GRID (self) && store != NULL && self->context->model == NULL);

  self->context->model = g_object_ref (msp_journal_selection_get_model (selection));
  self->context->catalog = g_object_ref (msp_services_get_catalog (services));
  self->context->sheet = msp_figure_sheet_new (store);
  g_signal_connect_object (self->context->sheet, "changed", G_CALLBACK (figures_changed), self,
                           G_CONNECT_SWAPPED);
  self->source = msp_figure_column_source_new (store, self->context->model, self->context->catalog);
  g_signal_connect_object (self->source, "changed", G_CALLBACK (columns_changed), self,
                           G_CONNECT_SWAPPED);
  measure_columns (self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  /* After the list itself, so that its rows stand. */
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (items_changed), self,
                           G_CONNECT_SWAPPED);
  items_changed (self);
}

MspFigureContext *
msp_figure_grid_get_context (MspFigureGrid *self)
{
  return self->context;
}

GtkWidget *
msp_figure_grid_get_list (MspFigureGrid *self)
{
  return GTK_WIDGET (self->list_view);
}

gboolean
msp_figure_grid_get_cursor (MspFigureGrid  *self,
                            MspFigurePlace *place)
{
  g_return_val_if_fail (MSP_IS_FIGURE_GRID (self), FALSE);

  *place = self->place;

  return self->key != 0 && self->context->columns->len > 0;
}

void
msp_figure_grid_go_to (MspFigureGrid  *self,
                       MspFigurePlace  place)
{
  MspFigureCell *cell;

  g_return_if_fail (MSP_IS_FIGURE_GRID (self));
  g_return_if_fail (place.row < msp_figure_context_get_n_rows (self->context));
  g_return_if_fail (place.column < self->context->columns->len);

  place_cursor (self, place);
  msp_figure_layout_reveal (self->context->layout, place.column);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                              self->place.row);
  cell = msp_figure_grid_get_cell (self);
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  else
    msp_figure_focus_expect (self->focus);
}

void
msp_figure_grid_place (MspFigureGrid *self,
                       guint          row)
{
  place_cursor (self, (MspFigurePlace) { row, self->place.column });
  settle_cursor (self);
}

void
msp_figure_grid_focus (MspFigureGrid *self)
{
  MspFigurePlace place;

  if (msp_figure_grid_get_cursor (self, &place))
    msp_figure_grid_go_to (self, place);
  else
    msp_figure_focus_expect (self->focus);
}

MspFigureCell *
msp_figure_grid_get_cell (MspFigureGrid *self)
{
  MspFigureRow *row = msp_figure_rows_find (self->rows, self->key);

  return row != NULL ? msp_figure_row_get_cell (row, self->place.column) : NULL;
}

gint64
msp_figure_grid_get_key (MspFigureGrid *self)
{
  return self->key;
}

MspJournalRow *
msp_figure_grid_get_row (MspFigureGrid *self,
                         guint          row)
{
  return g_list_model_get_item (G_LIST_MODEL (self->context->model), row);
}

gboolean
msp_figure_grid_is_stop (MspFigurePlace place,
                         gpointer       grid)
{
  MspFigureGrid *self = MSP_FIGURE_GRID (grid);
  g_autoptr (MspJournalRow) row = msp_figure_grid_get_row (self, place.row);
  const MspEntrySummary *summary = row != NULL ? msp_journal_row_get_summary (row) : NULL;
  const MspFigureColumn *column = msp_figure_context_get_column (self->context, place.column);

  /* What has not been read may have one. */
  if (summary == NULL || column == NULL)
    return TRUE;

  return msp_figure_context_get_fit (self->context, summary->type, place.column) == MSP_FIGURE_FITS ||
         msp_figure_sheet_get (self->context->sheet, summary->key, column->name).value >= 0;
}
