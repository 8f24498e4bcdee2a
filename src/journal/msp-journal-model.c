/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-model"

#include "journal/msp-journal-model.h"

#define PAGE_SIZE 128

/**
 * MspJournalModel:
 *
 * The journal as a list that is read where it is looked at.
 *
 * The keys of all rows are known at once; a row object is made when somebody asks for it, and it
 * fills in when its page has been read. When the journal changes, the keys are read again and the
 * difference is told as exactly the stretch that differs.
 */
struct _MspJournalModel
{
  GObject          parent_instance;

  MspJournalStore *store;       /* (owned) */
  MspQuery        *query;       /* (owned) */
  GArray          *keys;        /* (owned) (element-type MspEntryKey) */
  GHashTable      *rows;        /* (owned) (element-type gint64 MspJournalRow): weak */
  GHashTable      *wanted;      /* (owned) (element-type gint64): keys to be read soon */
  GCancellable    *cancellable; /* (owned): of the query that runs */
  guint            idle;        /* source that reads what is wanted */
  MspJournalTotals totals;
  gboolean         loading;
};

static GType
get_item_type (GListModel *model)
{
  return MSP_TYPE_JOURNAL_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MSP_JOURNAL_MODEL (model)->keys->len;
}

static const MspEntryKey *
key_at (MspJournalModel *self,
        guint            position)
{
  return &g_array_index (self->keys, MspEntryKey, position);
}

/* The month, if the row above belongs to another one. */
static char *
heading_at (MspJournalModel *self,
            guint            position)
{
  MspDay day = key_at (self, position)->date;

  if (self->query->sort != MSP_SORT_DATE)
    return NULL;

  if (position > 0 &&
      msp_day_month_index (key_at (self, position - 1)->date) == msp_day_month_index (day))
    return NULL;

  return msp_day_to_month_text (day);
}

static void
row_gone (gpointer  data,
          GObject  *where)
{
  MspJournalModel *self = data;
  GHashTableIter iter;
  gpointer key;
  gpointer row;

  /* The row is being finalized: its key is not to be read any more. */
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      if (row == where)
        {
          g_hash_table_remove (self->wanted, key);
          g_hash_table_iter_remove (&iter);
          return;
        }
    }
}

static void
summaries_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MspJournalModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    msp_journal_store_summaries_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (list == NULL)
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
  MspJournalModel *self = user_data;
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

static void
want (MspJournalModel *self,
      gint64           key)
{
  g_hash_table_add (self->wanted, g_memdup2 (&key, sizeof key));
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_wanted, self, NULL);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MspJournalModel *self = MSP_JOURNAL_MODEL (model);
  MspJournalRow *row;
  gint64 key;

  if (position >= self->keys->len)
    return NULL;

  key = key_at (self, position)->key;
  row = g_hash_table_lookup (self->rows, &key);
  if (row != NULL)
    return g_object_ref (row);

  row = msp_journal_row_new (key, heading_at (self, position));
  g_hash_table_insert (self->rows, g_memdup2 (&key, sizeof key), row);
  g_object_weak_ref (G_OBJECT (row), row_gone, self);
  want (self, key);

  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MspJournalModel, msp_journal_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  SIGNAL_REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Rows that somebody holds: read again, and their headings set right. */
static void
refresh_rows (MspJournalModel *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      gint64 key = key_at (self, i)->key;
      MspJournalRow *row = g_hash_table_lookup (self->rows, &key);

      if (row == NULL)
        continue;

      msp_journal_row_take_heading (row, heading_at (self, i));
      want (self, key);
    }
}

/* Tells the stretch between the rows that are the same at both ends. */
static void
take_keys (MspJournalModel *self,
           GArray          *keys)
{
  GArray *before = self->keys;
  guint shorter = MIN (before->len, keys->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && g_array_index (before, MspEntryKey, head).key ==
         g_array_index (keys, MspEntryKey, head).key)
    head++;

  while (tail < shorter - head &&
         g_array_index (before, MspEntryKey, before->len - 1 - tail).key ==
         g_array_index (keys, MspEntryKey, keys->len - 1 - tail).key)
    tail++;

  self->keys = keys;
  if (before->len != head + tail || keys->len != head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                                keys->len - head - tail);
  g_array_unref (before);
}

static void
keys_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MspJournalModel) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *keys = msp_journal_store_keys_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&keys, g_array_unref);
      return;
    }

  self->loading = FALSE;
  if (keys != NULL)
    {
      self->totals.entries = keys->len;
      self->totals.reach = 0;
      for (guint i = 0; i < keys->len; i++)
        self->totals.reach += g_array_index (keys, MspEntryKey, i).reach;
      take_keys (self, keys);
      refresh_rows (self);
    }
  else
    {
      g_message ("Cannot read the journal's list: %s", error->message);
    }

  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
read_keys (MspJournalModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = TRUE;

  msp_journal_store_keys_async (self->store, self->query, self->cancellable,
                                keys_read, g_object_ref (self));
}

static void
msp_journal_model_dispose (GObject *object)
{
  MspJournalModel *self = MSP_JOURNAL_MODEL (object);
  GHashTableIter iter;
  gpointer row;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->rows != NULL)
    {
      g_hash_table_iter_init (&iter, self->rows);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        g_object_weak_unref (row, row_gone, self);
    }
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (msp_journal_model_parent_class)->dispose (object);
}

static void
msp_journal_model_finalize (GObject *object)
{
  MspJournalModel *self = MSP_JOURNAL_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->query, msp_query_free);

  G_OBJECT_CLASS (msp_journal_model_parent_class)->finalize (object);
}

static void
msp_journal_model_class_init (MspJournalModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_journal_model_dispose;
  object_class->finalize = msp_journal_model_finalize;

  /**
   * MspJournalModel::refreshed:
   * @self: the list
   *
   * Emitted after each new answer of the journal, whether or not a row differs.
   */
  signals[SIGNAL_REFRESHED] =
    g_signal_new ("refreshed", MSP_TYPE_JOURNAL_MODEL, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_journal_model_init (MspJournalModel *self)
{
  self->query = msp_query_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (MspEntryKey));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

/**
 * msp_journal_model_new:
 * @store: the journal
 *
 * Returns: (transfer full): a list of all entries, newest first, being read
 */
MspJournalModel *
msp_journal_model_new (MspJournalStore *store)
{
  MspJournalModel *self;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (store), NULL);

  self = g_object_new (MSP_TYPE_JOURNAL_MODEL, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (read_keys), self, G_CONNECT_SWAPPED);
  read_keys (self);

  return self;
}

void
msp_journal_model_set_query (MspJournalModel *self,
                             const MspQuery  *query)
{
  g_return_if_fail (MSP_IS_JOURNAL_MODEL (self));
  g_return_if_fail (query != NULL);

  if (msp_query_equal (self->query, query))
    return;

  msp_query_free (self->query);
  self->query = msp_query_copy (query);
  read_keys (self);
}

const MspQuery *
msp_journal_model_get_query (MspJournalModel *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_MODEL (self), NULL);

  return self->query;
}

MspJournalTotals
msp_journal_model_get_totals (MspJournalModel *self)
{
  return self->totals;
}

gboolean
msp_journal_model_is_loading (MspJournalModel *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_MODEL (self), FALSE);

  return self->loading;
}

guint
msp_journal_model_find (MspJournalModel *self,
                        const char      *id)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_MODEL (self) && id != NULL, G_MAXUINT);

  for (guint i = 0; i < self->keys->len; i++)
    {
      MspJournalRow *row = g_hash_table_lookup (self->rows, &key_at (self, i)->key);
      const MspEntrySummary *summary = row != NULL ? msp_journal_row_get_summary (row) : NULL;

      if (summary != NULL && g_str_equal (summary->id, id))
        return i;
    }

  return G_MAXUINT;
}
