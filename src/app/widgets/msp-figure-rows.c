/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-rows"

#include "app/widgets/msp-figure-rows.h"

/**
 * MspFigureRows:
 *
 * The row widgets of the reach table, by the contributions that they show.
 */
struct _MspFigureRows
{
  GObject           parent_instance;

  MspFigureContext *context; /* (unowned): the table's */
  GPtrArray        *rows;    /* (owned) (element-type MspFigureRow): all there are */
  GHashTable       *bound;   /* (owned) (element-type gint64 MspFigureRow): of a contribution */
};

G_DEFINE_FINAL_TYPE (MspFigureRows, msp_figure_rows, G_TYPE_OBJECT)

enum
{
  SIGNAL_BOUND,
  SIGNAL_UNBOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_destroyed (MspFigureRows *self,
               GtkWidget     *row)
{
  g_ptr_array_remove_fast (self->rows, row);
}

static void
row_set_up (GtkListItemFactory *factory,
            GtkListItem        *item,
            MspFigureRows      *self)
{
  GtkWidget *row = msp_figure_row_new (self->context);

  /* A click is for one cell. */
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "destroy", G_CALLBACK (row_destroyed), self, G_CONNECT_SWAPPED);
}

static void
row_bound (GtkListItemFactory *factory,
           GtkListItem        *item,
           MspFigureRows      *self)
{
  MspFigureRow *row = MSP_FIGURE_ROW (gtk_list_item_get_child (item));
  MspJournalRow *entry = gtk_list_item_get_item (item);
  gint64 key = msp_journal_row_get_key (entry);

  msp_figure_row_set_row (row, entry);
  g_hash_table_replace (self->bound, g_memdup2 (&key, sizeof key), row);
  g_signal_emit (self, signals[SIGNAL_BOUND], 0, key);
}

static void
row_unbound (GtkListItemFactory *factory,
             GtkListItem        *item,
             MspFigureRows      *self)
{
  MspFigureRow *row = MSP_FIGURE_ROW (gtk_list_item_get_child (item));
  gint64 key = msp_journal_row_get_key (msp_figure_row_get_row (row));

  /* A contribution that moves has its new row before it loses the old one. */
  if (msp_figure_rows_find (self, key) == row)
    {
      g_signal_emit (self, signals[SIGNAL_UNBOUND], 0, key);
      g_hash_table_remove (self->bound, &key);
    }
  msp_figure_row_set_row (row, NULL);
}

static void
msp_figure_rows_finalize (GObject *object)
{
  MspFigureRows *self = MSP_FIGURE_ROWS (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->bound);

  G_OBJECT_CLASS (msp_figure_rows_parent_class)->finalize (object);
}

static void
msp_figure_rows_class_init (MspFigureRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_figure_rows_finalize;

  /**
   * MspFigureRows::bound:
   * @self: the rows
   * @key: the row key of a contribution
   */
  signals[SIGNAL_BOUND] =
    g_signal_new ("bound", MSP_TYPE_FIGURE_ROWS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MspFigureRows::unbound:
   * @self: the rows
   * @key: the row key of a contribution
   */
  signals[SIGNAL_UNBOUND] =
    g_signal_new ("unbound", MSP_TYPE_FIGURE_ROWS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
msp_figure_rows_init (MspFigureRows *self)
{
  self->rows = g_ptr_array_new ();
  self->bound = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

MspFigureRows *
msp_figure_rows_new (MspFigureContext *context)
{
  MspFigureRows *self = g_object_new (MSP_TYPE_FIGURE_ROWS, NULL);

  self->context = context;

  return self;
}

GtkListItemFactory *
msp_figure_rows_make_factory (MspFigureRows *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound), self, 0);

  return factory;
}

MspFigureRow *
msp_figure_rows_find (MspFigureRows *self,
                      gint64         key)
{
  g_return_val_if_fail (MSP_IS_FIGURE_ROWS (self), NULL);

  return g_hash_table_lookup (self->bound, &key);
}

void
msp_figure_rows_make_cells (MspFigureRows *self)
{
  g_return_if_fail (MSP_IS_FIGURE_ROWS (self));

  for (guint i = 0; i < self->rows->len; i++)
    msp_figure_row_make_cells (g_ptr_array_index (self->rows, i));
}
