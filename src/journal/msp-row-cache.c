/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-row-cache"

#include "journal/msp-row-cache.h"

#define PAGE_SIZE 128

/**
 * MspRowCache:
 *
 * The rows of a list that somebody holds, filled in by pages.
 */
struct _MspRowCache
{
  GObject          parent_instance;

  MspJournalStore *store;  /* (owned) (nullable): NULL once closed */
  GHashTable      *rows;   /* (owned) (element-type gint64 MspJournalRow): weak */
  GHashTable      *wanted; /* (owned) (element-type gint64): keys to be read soon */
  GHashTable      *fresh;  /* (owned) (element-type gint64 MspEntrySummary): read before its row */
  guint            idle;   /* source that reads what is wanted */
};

G_DEFINE_FINAL_TYPE (MspRowCache, msp_row_cache, G_TYPE_OBJECT)

static void
row_gone (gpointer  data,
          GObject  *where)
{
  MspRowCache *self = data;
  gint64 key = msp_journal_row_get_key ((MspJournalRow *) where);

  /* Another row may stand for that entry by now. */
  if (g_hash_table_lookup (self->rows, &key) != where)
    return;

  g_hash_table_remove (self->rows, &key);
  g_hash_table_remove (self->wanted, &key);
}

static void
summaries_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MspRowCache) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    msp_journal_store_summaries_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (list == NULL || self->store == NULL)
    return;

  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      MspEntrySummary *summary = g_ptr_array_index (list, i);
      MspJournalRow *row = g_hash_table_lookup (self->rows, &summary->key);

      if (row != NULL)
        msp_journal_row_take_summary (row, summary);
      else
        msp_entry_summary_free (summary);
    }
}

static gboolean
read_wanted (gpointer user_data)
{
  MspRowCache *self = user_data;
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
    msp_journal_store_summaries_async (self->store, (const gint64 *) (gpointer) keys->data,
                                       keys->len, NULL, summaries_read, g_object_ref (self));

  if (g_hash_table_size (self->wanted) > 0)
    return G_SOURCE_CONTINUE;

  self->idle = 0;

  return G_SOURCE_REMOVE;
}

void
msp_row_cache_want (MspRowCache *self,
                    gint64       key)
{
  if (key < 0 || !g_hash_table_contains (self->rows, &key))
    return;

  g_hash_table_add (self->wanted, g_memdup2 (&key, sizeof key));
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_wanted, self, NULL);
}

void
msp_row_cache_want_all (MspRowCache *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    msp_row_cache_want (self, *(gint64 *) key);
}

guint
msp_row_cache_get_size (MspRowCache *self)
{
  return g_hash_table_size (self->rows);
}

MspJournalRow *
msp_row_cache_find (MspRowCache *self,
                    gint64       key)
{
  return g_hash_table_lookup (self->rows, &key);
}

MspJournalRow *
msp_row_cache_make (MspRowCache *self,
                    gint64       key,
                    char        *heading)
{
  MspJournalRow *row = msp_journal_row_new (key, heading);
  g_autofree gpointer fresh_key = NULL;
  gpointer summary = NULL;

  g_hash_table_insert (self->rows, g_memdup2 (&key, sizeof key), row);
  g_object_weak_ref (G_OBJECT (row), row_gone, self);
  if (g_hash_table_steal_extended (self->fresh, &key, &fresh_key, &summary))
    msp_journal_row_take_summary (row, summary);
  else
    msp_row_cache_want (self, key);

  return row;
}

void
msp_row_cache_take (MspRowCache *self,
                    GPtrArray   *summaries)
{
  g_ptr_array_set_free_func (summaries, NULL);
  for (guint i = 0; i < summaries->len; i++)
    {
      MspEntrySummary *summary = g_ptr_array_index (summaries, i);

      g_hash_table_insert (self->fresh, g_memdup2 (&summary->key, sizeof summary->key), summary);
    }
  g_ptr_array_unref (summaries);
}

void
msp_row_cache_forget (MspRowCache *self)
{
  GHashTableIter iter;
  gpointer key;
  gpointer summary;

  g_hash_table_iter_init (&iter, self->fresh);
  while (g_hash_table_iter_next (&iter, &key, &summary))
    {
      MspJournalRow *row = g_hash_table_lookup (self->rows, key);

      if (row == NULL)
        continue;

      g_hash_table_iter_steal (&iter);
      g_free (key);
      msp_journal_row_take_summary (row, summary);
    }
  g_hash_table_remove_all (self->fresh);
}

/* (nullable): the row in that place, if it is held and has to become another; let go of as what it was */
static MspJournalRow *
release_row (MspRowCache  *self,
             const GArray *before,
             const GArray *after,
             guint         place,
             guint        *n_held)
{
  gint64 key = g_array_index (before, MspEntryKey, place).key;
  MspJournalRow *row = g_hash_table_lookup (self->rows, &key);

  if (row == NULL)
    return NULL;

  (*n_held)--;
  if (place < after->len && g_array_index (after, MspEntryKey, place).key == key)
    return NULL;

  g_object_weak_unref (G_OBJECT (row), row_gone, self);
  g_hash_table_remove (self->rows, &key);
  g_hash_table_remove (self->wanted, &key);

  return row;
}

static void
change_row (MspRowCache   *self,
            MspJournalRow *row,
            gint64         key)
{
  MspJournalRow *other = g_hash_table_lookup (self->rows, &key);
  g_autofree gpointer fresh_key = NULL;
  gpointer summary = NULL;

  /* Held by somebody, though it is not in the list any more. */
  if (other != NULL)
    g_object_weak_unref (G_OBJECT (other), row_gone, self);
  g_hash_table_insert (self->rows, g_memdup2 (&key, sizeof key), row);
  g_object_weak_ref (G_OBJECT (row), row_gone, self);
  g_hash_table_steal_extended (self->fresh, &key, &fresh_key, &summary);
  msp_journal_row_become (row, key, summary);
  if (summary == NULL)
    msp_row_cache_want (self, key);
}

void
msp_row_cache_replace (MspRowCache  *self,
                       const GArray *before,
                       const GArray *after)
{
  guint n_held = g_hash_table_size (self->rows);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  /* All are let go of before one becomes another that was held. */
  for (guint i = 0; i < before->len && n_held > 0; i++)
    {
      MspJournalRow *row = release_row (self, before, after, i, &n_held);

      if (row == NULL || i >= after->len)
        continue;

      g_ptr_array_add (rows, row);
      g_array_append_val (places, i);
    }

  for (guint i = 0; i < rows->len; i++)
    change_row (self, g_ptr_array_index (rows, i),
                g_array_index (after, MspEntryKey, g_array_index (places, guint, i)).key);
}

void
msp_row_cache_close (MspRowCache *self)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (MSP_IS_ROW_CACHE (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, row_gone, self);
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->wanted);
  g_clear_object (&self->store);
}

static void
msp_row_cache_dispose (GObject *object)
{
  msp_row_cache_close (MSP_ROW_CACHE (object));

  G_OBJECT_CLASS (msp_row_cache_parent_class)->dispose (object);
}

static void
msp_row_cache_finalize (GObject *object)
{
  MspRowCache *self = MSP_ROW_CACHE (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->fresh, g_hash_table_unref);

  G_OBJECT_CLASS (msp_row_cache_parent_class)->finalize (object);
}

static void
msp_row_cache_class_init (MspRowCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_row_cache_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_row_cache_finalize;
}

static void
msp_row_cache_init (MspRowCache *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->fresh = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) msp_entry_summary_free);
}

MspRowCache *
msp_row_cache_new (MspJournalStore *store)
{
  MspRowCache *self;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (store), NULL);

  self = g_object_new (MSP_TYPE_ROW_CACHE, NULL);
  self->store = g_object_ref (store);

  return self;
}
