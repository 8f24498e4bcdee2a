/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-model"

#include "journal/msp-journal-model.h"

#include "journal/msp-row-cache.h"

/* The rows that a window shows at most, or nearly: they come first. */
#define FIRST_ROWS 48
/* More than that are told in fewer stretches, where nobody looks. */
#define CHANGES_MAX 64
/* From there on all keys are read again. */
#define PENDING_MAX 64

/**
 * MspJournalModel:
 *
 * The journal as a list that is read where it is looked at.
 *
 * Another query is answered by its first rows at once, filled in, and by the keys of all rows a
 * moment later. A row object is made when somebody asks for it, and it fills in when its page has
 * been read. When entries change, their old and new places are told, and nothing else.
 */
struct _MspJournalModel
{
  GObject          parent_instance;

  MspJournalStore *store;       /* (owned) */
  MspQuery        *query;       /* (owned) */
  GArray          *keys;        /* (owned) (element-type MspEntryKey) */
  MspRowCache     *rows;        /* (owned) (nullable): NULL only while disposing */
  GArray          *pending;     /* (owned) (element-type gint64): changed, their places not known yet */
  GCancellable    *cancellable; /* (owned): of the query that runs */
  MspJournalTotals totals;
  gboolean         loading;
  gboolean         is_begun;    /* a query was set */
  gboolean         moves_rows;  /* other entries into the rows that are held */
  gboolean         is_fresh;    /* that was done for the first rows, the rest is on its way */
  gboolean         is_stale;    /* rows that are held may show what was before */
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
  row = msp_row_cache_find (self->rows, key);

  return row != NULL ? g_object_ref (row)
                     : msp_row_cache_make (self->rows, key,
                                           msp_key_list_heading (self->keys, position,
                                                                 self->query->sort));
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

/* The months of rows that somebody holds, which others coming and going make or unmake the first. */
static void
refresh_headings (MspJournalModel *self)
{
  guint n_held = msp_row_cache_get_size (self->rows);

  for (guint i = 0; i < self->keys->len && n_held > 0; i++)
    {
      MspJournalRow *row = msp_row_cache_find (self->rows, key_at (self, i)->key);

      if (row == NULL)
        continue;

      msp_journal_row_take_heading (row, msp_key_list_heading (self->keys, i, self->query->sort));
      n_held--;
    }
}

static void
splice (MspJournalModel   *self,
        guint              position,
        guint              n_removed,
        const MspEntryKey *added,
        guint              n_added)
{
  if (n_removed > 0)
    g_array_remove_range (self->keys, position, n_removed);
  if (n_added > 0)
    g_array_insert_vals (self->keys, position, added, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static gboolean
is_held (guint    start,
         guint    end,
         gpointer data)
{
  MspJournalModel *self = data;

  for (guint i = start; i < end; i++)
    {
      if (msp_row_cache_find (self->rows, key_at (self, i)->key) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* From the back, so that each place is right while it is told. */
static void
take_keys (MspJournalModel *self,
           GArray          *keys,
           guint            most)
{
  g_autoptr (GArray) changes = msp_key_list_compare (self->keys, keys, most);

  if (changes->len > CHANGES_MAX)
    msp_key_list_merge_changes (changes, is_held, self);
  for (guint i = changes->len; i > 0; i--)
    {
      const MspKeyChange *change = &g_array_index (changes, MspKeyChange, i - 1);
      const MspEntryKey *added = change->n_added > 0
                                 ? &g_array_index (keys, MspEntryKey, change->from) : NULL;

      splice (self, change->position, change->n_removed, added, change->n_added);
    }

  /* The same rows, with what else their keys say. */
  g_array_unref (self->keys);
  self->keys = g_array_ref (keys);
}

/* Other entries in the same places: only that the list is longer or shorter is told. */
static void
replace_keys (MspJournalModel *self,
              GArray          *keys)
{
  g_autoptr (GArray) before = self->keys;
  guint kept = MIN (before->len, keys->len);

  self->keys = g_array_ref (keys);
  msp_row_cache_replace (self->rows, before, keys);
  if (before->len != keys->len)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, before->len - kept, keys->len - kept);
}

static void
count_totals (MspJournalModel *self)
{
  self->totals.entries = self->keys->len;
  self->totals.reach = msp_key_list_sum_reach (self->keys);
  self->loading = FALSE;
}

static void
say_refreshed (MspJournalModel *self)
{
  refresh_headings (self);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
finish_loading (MspJournalModel *self)
{
  count_totals (self);
  say_refreshed (self);
}

static void
say_error (MspJournalModel *self,
           const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->loading = FALSE;
  g_message ("Cannot read the journal's list: %s", error->message);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

/* What runs is not wanted any more. */
static void
renew_cancellable (MspJournalModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
keys_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MspJournalModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys =
    msp_journal_store_keys_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (keys == NULL)
    {
      say_error (self, error);
      return;
    }

  if (self->is_fresh)
    replace_keys (self, keys);
  else
    take_keys (self, keys, G_MAXUINT);
  self->is_fresh = FALSE;
  if (self->is_stale)
    msp_row_cache_want_all (self->rows);
  self->is_stale = FALSE;
  finish_loading (self);
}

static void
read_keys (MspJournalModel *self)
{
  self->loading = TRUE;
  msp_journal_store_keys_async (self->store, self->query, self->cancellable,
                                keys_read, g_object_ref (self));
}

static void
read_again (MspJournalModel *self)
{
  renew_cancellable (self);
  g_array_set_size (self->pending, 0);
  self->is_fresh = FALSE;
  self->is_stale = TRUE;
  read_keys (self);
}

static void
first_rows_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MspJournalModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GArray) keys = msp_journal_store_first_rows_finish (MSP_JOURNAL_STORE (source),
                                                                 result, &summaries, &error);
  gboolean is_all;

  if (keys == NULL)
    {
      say_error (self, error);
      return;
    }

  is_all = keys->len < FIRST_ROWS;
  if (self->moves_rows && !is_all)
    msp_key_list_add_places (keys, self->keys->len);
  msp_row_cache_take (self->rows, g_steal_pointer (&summaries));
  if (self->moves_rows)
    replace_keys (self, keys);
  else
    take_keys (self, keys, 1);
  msp_row_cache_forget (self->rows);
  self->is_fresh = self->moves_rows;
  if (is_all)
    {
      renew_cancellable (self); /* these are all there are */
      count_totals (self);
    }
  say_refreshed (self);
}

static void
read_query (MspJournalModel *self)
{
  renew_cancellable (self);
  /* Their rows are read again with the others. */
  self->is_stale |= self->pending->len > 0;
  g_array_set_size (self->pending, 0);
  msp_journal_store_first_rows_async (self->store, self->query, FIRST_ROWS, self->cancellable,
                                      first_rows_read, g_object_ref (self));
  read_keys (self);
}

static void
changed_keys_read (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (MspJournalModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GArray) keys = msp_journal_store_changed_keys_finish (MSP_JOURNAL_STORE (source),
                                                                   result, &summaries, &error);

  if (keys == NULL)
    {
      say_error (self, error);
      return;
    }

  g_array_set_size (self->pending, 0);
  msp_row_cache_take (self->rows, g_steal_pointer (&summaries));
  take_keys (self, keys, G_MAXUINT);
  msp_row_cache_forget (self->rows);
  finish_loading (self);
}

static void
entries_changed (MspJournalModel *self,
                 GArray          *changed)
{
  if (!self->is_begun)
    return;

  if (changed == NULL || self->pending->len + changed->len > PENDING_MAX || self->loading ||
      self->query->limit > 0)
    {
      read_again (self);
      return;
    }

  /* One answer for all whose places are not known: each place is worked out beside the others'. */
  renew_cancellable (self);
  for (guint i = 0; i < changed->len; i++)
    msp_keys_add (self->pending, g_array_index (changed, gint64, i));
  msp_journal_store_changed_keys_async (self->store, self->query, self->keys, self->pending,
                                        self->cancellable, changed_keys_read, g_object_ref (self));
}

static void
msp_journal_model_dispose (GObject *object)
{
  MspJournalModel *self = MSP_JOURNAL_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  if (self->rows != NULL)
    msp_row_cache_close (self->rows);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (msp_journal_model_parent_class)->dispose (object);
}

static void
msp_journal_model_finalize (GObject *object)
{
  MspJournalModel *self = MSP_JOURNAL_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->query, msp_query_free);

  G_OBJECT_CLASS (msp_journal_model_parent_class)->finalize (object);
}

static void
msp_journal_model_class_init (MspJournalModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_journal_model_dispose;
  object_class->finalize = msp_journal_model_finalize;

  /* After each new answer of the journal, whether or not a row differs. */
  signals[SIGNAL_REFRESHED] =
    g_signal_new ("refreshed", MSP_TYPE_JOURNAL_MODEL, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_journal_model_init (MspJournalModel *self)
{
  self->query = msp_query_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (MspEntryKey));
  self->pending = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cancellable = g_cancellable_new ();
}

MspJournalModel *
msp_journal_model_new (MspJournalStore *store)
{
  MspJournalModel *self;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (store), NULL);

  self = g_object_new (MSP_TYPE_JOURNAL_MODEL, NULL);
  self->store = g_object_ref (store);
  self->rows = msp_row_cache_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (entries_changed), self, G_CONNECT_SWAPPED);
  self->loading = TRUE;

  return self;
}

void
msp_journal_model_set_query (MspJournalModel *self,
                             const MspQuery  *query)
{
  g_return_if_fail (MSP_IS_JOURNAL_MODEL (self));
  g_return_if_fail (query != NULL);

  if (self->is_begun && msp_query_equal (self->query, query))
    return;

  msp_query_free (self->query);
  self->query = msp_query_copy (query);
  self->is_begun = TRUE;
  read_query (self);
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
                        gint64           key)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_MODEL (self), G_MAXUINT);

  return msp_key_list_find (self->keys, key);
}

gint64
msp_journal_model_get_key (MspJournalModel *self,
                           guint            position)
{
  return position < self->keys->len ? key_at (self, position)->key : 0;
}

void
msp_journal_model_set_moves_rows (MspJournalModel *self,
                                  gboolean         moves_rows)
{
  g_return_if_fail (MSP_IS_JOURNAL_MODEL (self));

  self->moves_rows = moves_rows;
}
