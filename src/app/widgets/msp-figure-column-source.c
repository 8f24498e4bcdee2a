/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-column-source"

#include "app/widgets/msp-figure-column-source.h"

#include "journal/msp-journal-figures.h"

/* Columns follow a search that is being typed at a distance. */
#define DELAY_MS 150

/**
 * MspFigureColumnSource:
 *
 * Which columns the contributions of a list need.
 */
struct _MspFigureColumnSource
{
  GObject          parent_instance;

  MspJournalStore *store;       /* (owned) */
  MspJournalModel *model;       /* (owned) */
  MspCatalog      *catalog;     /* (owned) */
  GPtrArray       *columns;     /* (owned) (element-type MspFigureColumn) */
  GCancellable    *cancellable; /* (owned): of the question that runs */
  guint            ask_source;  /* the next question is due */
};

G_DEFINE_FINAL_TYPE (MspFigureColumnSource, msp_figure_column_source, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
use_read (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MspFigureColumnSource) self = user_data;
  g_autoptr (MspFigureUse) use =
    msp_journal_store_figure_use_finish (MSP_JOURNAL_STORE (source), result, NULL);
  g_autoptr (GPtrArray) columns = NULL;

  /* Another question was asked since, or the list tells what is wrong with the journal. */
  if (use == NULL)
    return;

  columns = msp_figure_columns_new (self->catalog, use);
  if (msp_figure_columns_equal (columns, self->columns))
    return;

  g_ptr_array_unref (self->columns);
  self->columns = g_steal_pointer (&columns);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
ask (gpointer user_data)
{
  MspFigureColumnSource *self = user_data;

  self->ask_source = 0;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  msp_journal_store_figure_use_async (self->store, msp_journal_model_get_query (self->model),
                                      self->cancellable, use_read, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
list_refreshed (MspFigureColumnSource *self)
{
  if (self->ask_source == 0)
    self->ask_source = g_timeout_add (self->columns->len == 0 ? 0 : DELAY_MS, ask, self);
}

static void
msp_figure_column_source_dispose (GObject *object)
{
  MspFigureColumnSource *self = MSP_FIGURE_COLUMN_SOURCE (object);

  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (msp_figure_column_source_parent_class)->dispose (object);
}

static void
msp_figure_column_source_finalize (GObject *object)
{
  MspFigureColumnSource *self = MSP_FIGURE_COLUMN_SOURCE (object);

  g_object_unref (self->store);
  g_object_unref (self->model);
  g_object_unref (self->catalog);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (msp_figure_column_source_parent_class)->finalize (object);
}

static void
msp_figure_column_source_class_init (MspFigureColumnSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_figure_column_source_dispose;
  object_class->finalize = msp_figure_column_source_finalize;

  /**
   * MspFigureColumnSource::changed:
   * @self: the source
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", MSP_TYPE_FIGURE_COLUMN_SOURCE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_figure_column_source_init (MspFigureColumnSource *self)
{
  self->columns = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

MspFigureColumnSource *
msp_figure_column_source_new (MspJournalStore *store,
                              MspJournalModel *model,
                              MspCatalog      *catalog)
{
  MspFigureColumnSource *self = g_object_new (MSP_TYPE_FIGURE_COLUMN_SOURCE, NULL);

  self->store = g_object_ref (store);
  self->model = g_object_ref (model);
  self->catalog = g_object_ref (catalog);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (list_refreshed), self,
                           G_CONNECT_SWAPPED);
  list_refreshed (self);

  return self;
}

GPtrArray *
msp_figure_column_source_get_columns (MspFigureColumnSource *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_COLUMN_SOURCE (self), NULL);

  return self->columns;
}
