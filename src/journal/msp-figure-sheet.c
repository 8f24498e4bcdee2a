/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-sheet"

#include "journal/msp-figure-sheet.h"

#define PAGE_SIZE 128

/* A row that is shown, in several places perhaps. */
typedef struct
{
  guint            n_holders;
  MspEntryFigures *figures; /* (owned) (nullable): NULL until read */
} Held;

/* A figure that is not in the journal yet. */
typedef struct
{
  gint64 value;
  guint  flush; /* which will write it; 0: none yet */
} Pending;

/**
 * MspFigureSheet:
 *
 * The figures of a list's entries while somebody edits them.
 *
 * What is typed stands over what the journal has until it has been written, so that nothing waits
 * and nothing flickers; if it cannot be written, the journal's value shows again.
 */
struct _MspFigureSheet
{
  GObject          parent_instance;

  MspJournalStore *store;      /* (owned) (nullable): NULL only while disposing */
  GHashTable      *held;       /* (owned) (element-type gint64 Held) */
  GHashTable      *wanted;     /* (owned) (element-type gint64): keys to be read soon */
  GHashTable      *pending;    /* (owned) (element-type utf8 Pending): by key and name */
  GPtrArray       *staged;     /* (owned) (element-type MspFigureChange): for the next flush */
  guint            last_flush;
  guint            idle;       /* source that reads what is wanted */
};

G_DEFINE_FINAL_TYPE (MspFigureSheet, msp_figure_sheet, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
held_free (Held *held)
{
  g_clear_pointer (&held->figures, msp_entry_figures_free);
  g_free (held);
}

static char *
cell_name (gint64      key,
           const char *name)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", key, name);
}

static void
say_changed (MspFigureSheet *self,
             gint64          key)
{
  if (g_hash_table_contains (self->held, &key))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, key);
}

static void
figures_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MspFigureSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    msp_journal_store_figures_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (list == NULL)
    {
      g_message ("Cannot read figures: %s", error->message);
      return;
    }

  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      MspEntryFigures *figures = g_ptr_array_index (list, i);
      Held *held = g_hash_table_lookup (self->held, &figures->key);

      if (held == NULL)
        {
          msp_entry_figures_free (figures);
          continue;
        }

      g_clear_pointer (&held->figures, msp_entry_figures_free);
      held->figures = figures;
      say_changed (self, figures->key);
    }
}

static gboolean
read_wanted (gpointer user_data)
{
  MspFigureSheet *self = user_data;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->wanted);
  while (keys->len < PAGE_SIZE && g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_array_append_val (keys, *(gint64 *) key);
      g_hash_table_iter_remove (&iter);
    }

  if (keys->len > 0)
    msp_journal_store_figures_async (self->store, keys, figures_read, g_object_ref (self));

  if (g_hash_table_size (self->wanted) > 0)
    return G_SOURCE_CONTINUE;

  self->idle = 0;

  return G_SOURCE_REMOVE;
}

static void
want (MspFigureSheet *self,
      gint64          key)
{
  if (!g_hash_table_contains (self->held, &key))
    return;

  g_hash_table_add (self->wanted, g_memdup2 (&key, sizeof key));
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_wanted, self, NULL);
}

static void
journal_changed (MspFigureSheet *self,
                 GArray         *keys)
{
  GHashTableIter iter;
  gpointer key;

  if (keys != NULL)
    {
      for (guint i = 0; i < keys->len; i++)
        want (self, g_array_index (keys, gint64, i));
      return;
    }

  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    want (self, *(gint64 *) key);
}

static void
msp_figure_sheet_dispose (GObject *object)
{
  MspFigureSheet *self = MSP_FIGURE_SHEET (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  /* What is still to be written holds the sheet until it is. */
  if (self->store != NULL)
    msp_figure_sheet_flush (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (msp_figure_sheet_parent_class)->dispose (object);
}

static void
msp_figure_sheet_finalize (GObject *object)
{
  MspFigureSheet *self = MSP_FIGURE_SHEET (object);

  g_hash_table_unref (self->held);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->pending);
  g_ptr_array_unref (self->staged);

  G_OBJECT_CLASS (msp_figure_sheet_parent_class)->finalize (object);
}

static void
msp_figure_sheet_class_init (MspFigureSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_figure_sheet_dispose;
  object_class->finalize = msp_figure_sheet_finalize;

  /**
   * MspFigureSheet::changed:
   * @self: the sheet
   * @key: the row key of an entry that is held
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", MSP_TYPE_FIGURE_SHEET, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MspFigureSheet::failed:
   * @self: the sheet
   * @error: why nothing was written
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", MSP_TYPE_FIGURE_SHEET, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static GPtrArray *
new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) msp_figure_change_free);
}

static void
msp_figure_sheet_init (MspFigureSheet *self)
{
  self->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) held_free);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->staged = new_changes ();
}

MspFigureSheet *
msp_figure_sheet_new (MspJournalStore *store)
{
  MspFigureSheet *self;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (store), NULL);

  self = g_object_new (MSP_TYPE_FIGURE_SHEET, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (journal_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
msp_figure_sheet_hold (MspFigureSheet *self,
                       gint64          key)
{
  Held *held;

  g_return_if_fail (MSP_IS_FIGURE_SHEET (self));

  held = g_hash_table_lookup (self->held, &key);
  if (held == NULL)
    {
      held = g_new0 (Held, 1);
      g_hash_table_insert (self->held, g_memdup2 (&key, sizeof key), held);
      want (self, key);
    }
  held->n_holders++;
}

void
msp_figure_sheet_release (MspFigureSheet *self,
                          gint64          key)
{
  Held *held;

  g_return_if_fail (MSP_IS_FIGURE_SHEET (self));

  held = g_hash_table_lookup (self->held, &key);
  g_return_if_fail (held != NULL);

  held->n_holders--;
  if (held->n_holders > 0)
    return;

  g_hash_table_remove (self->wanted, &key);
  g_hash_table_remove (self->held, &key);
}

const MspEntryFigures *
msp_figure_sheet_get_entry (MspFigureSheet *self,
                            gint64          key)
{
  const Held *held;

  g_return_val_if_fail (MSP_IS_FIGURE_SHEET (self), NULL);

  held = g_hash_table_lookup (self->held, &key);

  return held != NULL ? held->figures : NULL;
}

MspSheetFigure
msp_figure_sheet_get (MspFigureSheet *self,
                      gint64          key,
                      const char     *name)
{
  MspSheetFigure answer = { -1, FALSE };
  const MspEntryFigures *entry = msp_figure_sheet_get_entry (self, key);
  const MspFigure *figure = entry != NULL ? msp_entry_figures_find (entry, name) : NULL;

  if (figure != NULL)
    answer.value = figure->value;

  if (g_hash_table_size (self->pending) > 0)
    {
      g_autofree char *cell = cell_name (key, name);
      const Pending *pending = g_hash_table_lookup (self->pending, cell);

      if (pending != NULL)
        {
          answer.value = pending->value;
          answer.is_pending = TRUE;
        }
    }

  return answer;
}

void
msp_figure_sheet_set (MspFigureSheet *self,
                      gint64          key,
                      const char     *name,
                      gint64          value)
{
  Pending *pending;

  g_return_if_fail (MSP_IS_FIGURE_SHEET (self) && name != NULL);

  pending = g_new0 (Pending, 1);
  pending->value = value;
  g_hash_table_replace (self->pending, cell_name (key, name), pending);
  g_ptr_array_add (self->staged, msp_figure_change_new (key, name, value));
  say_changed (self, key);
}

/* What a flush writes, until it is written. */
typedef struct
{
  MspFigureSheet *sheet;   /* (owned) */
  GPtrArray      *changes; /* (owned) (element-type MspFigureChange) */
  guint           number;
} Flush;

static void
flush_free (Flush *self)
{
  g_object_unref (self->sheet);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flush, flush_free)

/* What was typed over it since stays pending. */
static void
settle (Flush    *flush,
        gboolean  is_written)
{
  MspFigureSheet *self = flush->sheet;

  for (guint i = 0; i < flush->changes->len; i++)
    {
      const MspFigureChange *change = g_ptr_array_index (flush->changes, i);
      g_autofree char *cell = cell_name (change->key, change->name);
      const Pending *pending = g_hash_table_lookup (self->pending, cell);
      const Held *held = g_hash_table_lookup (self->held, &change->key);

      if (pending != NULL && pending->flush == flush->number)
        g_hash_table_remove (self->pending, cell);
      if (is_written && held != NULL && held->figures != NULL)
        msp_entry_figures_set (held->figures, change->name, change->value);
      say_changed (self, change->key);
    }
}

static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Flush) flush = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_written =
    msp_journal_store_set_figures_finish (MSP_JOURNAL_STORE (source), result, &error);

  settle (flush, is_written);
  if (!is_written)
    g_signal_emit (flush->sheet, signals[SIGNAL_FAILED], 0, error);
}

/* Of one flush, each cell once: the last. */
static void
number_pending (MspFigureSheet *self,
                guint           number)
{
  for (guint i = 0; i < self->staged->len; i++)
    {
      const MspFigureChange *change = g_ptr_array_index (self->staged, i);
      g_autofree char *cell = cell_name (change->key, change->name);
      Pending *pending = g_hash_table_lookup (self->pending, cell);

      if (pending != NULL)
        pending->flush = number;
    }
}

void
msp_figure_sheet_flush (MspFigureSheet *self)
{
  Flush *flush;

  g_return_if_fail (MSP_IS_FIGURE_SHEET (self));

  if (self->staged->len == 0)
    return;

  flush = g_new0 (Flush, 1);
  flush->number = ++self->last_flush;
  number_pending (self, flush->number);
  flush->changes = g_steal_pointer (&self->staged);
  self->staged = new_changes ();
  flush->sheet = g_object_ref (self);
  msp_journal_store_set_figures_async (self->store, flush->changes, written, flush);
}
