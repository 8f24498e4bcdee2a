/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-key-list"

#include "journal/msp-key-list.h"

/* As many as a list view has row widgets for. */
#define PLACES_MAX 256
/* How many rows to either side are looked at before all are. */
#define NEAR 8

static gint64
key_at (const GArray *keys,
        guint         index)
{
  return g_array_index (keys, MspEntryKey, index).key;
}

MspDay
msp_entry_key_get_date (const MspEntryKey *self)
{
  return (MspDay) (self->position >> MSP_POSITION_SEQUENCE_BITS);
}

guint
msp_key_list_find (const GArray *keys,
                   gint64        key)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (key_at (keys, i) == key)
        return i;
    }

  return G_MAXUINT;
}

guint
msp_key_list_place (const GArray      *keys,
                    const MspEntryKey *key,
                    GCompareDataFunc   compare,
                    gpointer           data)
{
  guint low = 0;
  guint high = keys->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (&g_array_index (keys, MspEntryKey, middle), key, data) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The stretch of two lists that is not the same, and how far the comparison has come in it. */
typedef struct
{
  const GArray *before;
  const GArray *after;
  guint         i;
  guint         j;
  guint         before_end;
  guint         after_end;
  GHashTable   *in_before; /* (nullable) (element-type gint64): borrowed from the list */
  GHashTable   *in_after;  /* (nullable) */
  GArray       *changes;
} Comparison;

static GHashTable *
make_set (const GArray *keys,
          guint         start,
          guint         end)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = start; i < end; i++)
    g_hash_table_add (set, &g_array_index (keys, MspEntryKey, i).key);

  return set;
}

/* The change that the comparison stands in, begun if there is none. */
static MspKeyChange *
open_change (Comparison *self)
{
  MspKeyChange begun = { .position = self->i, .from = self->j };
  MspKeyChange *last = NULL;

  if (self->changes->len > 0)
    last = &g_array_index (self->changes, MspKeyChange, self->changes->len - 1);
  if (last != NULL && last->position + last->n_removed == self->i &&
      last->from + last->n_added == self->j)
    return last;

  g_array_append_val (self->changes, begun);

  return &g_array_index (self->changes, MspKeyChange, self->changes->len - 1);
}

static void
skip_removed (Comparison *self)
{
  open_change (self)->n_removed++;
  /* What comes back elsewhere is an addition there. */
  if (self->in_before != NULL)
    g_hash_table_remove (self->in_before, &g_array_index (self->before, MspEntryKey, self->i).key);
  self->i++;
}

static void
skip_added (Comparison *self)
{
  open_change (self)->n_added++;
  if (self->in_after != NULL)
    g_hash_table_remove (self->in_after, &g_array_index (self->after, MspEntryKey, self->j).key);
  self->j++;
}

/* The next row that both lists have, if it is near: most changes are of a row or two, and cost no
 * more than that. */
static gboolean
skip_to_same (Comparison *self)
{
  for (guint distance = 1; distance <= NEAR; distance++)
    {
      for (guint n_removed = 0; n_removed <= distance; n_removed++)
        {
          guint n_added = distance - n_removed;

          if (self->i + n_removed >= self->before_end || self->j + n_added >= self->after_end ||
              key_at (self->before, self->i + n_removed) != key_at (self->after, self->j + n_added))
            continue;

          for (guint n = 0; n < n_removed; n++)
            skip_removed (self);
          for (guint n = 0; n < n_added; n++)
            skip_added (self);
          return TRUE;
        }
    }

  return FALSE;
}

static void
skip_one (Comparison *self)
{
  gboolean has_before = self->i < self->before_end;
  gboolean has_after = self->j < self->after_end;

  if (self->in_before == NULL)
    {
      self->in_before = make_set (self->before, self->i, self->before_end);
      self->in_after = make_set (self->after, self->j, self->after_end);
    }

  if (has_before && !g_hash_table_contains (self->in_after,
                                            &g_array_index (self->before, MspEntryKey, self->i).key))
    skip_removed (self);
  else if (has_after && !g_hash_table_contains (self->in_before,
                                                &g_array_index (self->after, MspEntryKey, self->j).key))
    skip_added (self);
  else if (has_after)
    skip_added (self); /* moved further up */
  else
    skip_removed (self);
}

static void
compare_one (Comparison *self)
{
  gboolean has_before = self->i < self->before_end;
  gboolean has_after = self->j < self->after_end;

  if (has_before && has_after && key_at (self->before, self->i) == key_at (self->after, self->j))
    {
      self->i++;
      self->j++;
    }
  else if (!has_before)
    {
      skip_added (self);
    }
  else if (!has_after)
    {
      skip_removed (self);
    }
  else if (!skip_to_same (self))
    {
      skip_one (self);
    }
}

GArray *
msp_key_list_compare (const GArray *before,
                      const GArray *after,
                      guint         most)
{
  Comparison self = { before, after, 0, 0, before->len, after->len, NULL, NULL, NULL };
  MspKeyChange whole;

  while (self.i < MIN (before->len, after->len) && key_at (before, self.i) == key_at (after, self.i))
    self.i++;
  self.j = self.i;
  while (self.before_end > self.i && self.after_end > self.j &&
         key_at (before, self.before_end - 1) == key_at (after, self.after_end - 1))
    {
      self.before_end--;
      self.after_end--;
    }

  self.changes = g_array_new (FALSE, FALSE, sizeof (MspKeyChange));
  whole = (MspKeyChange) { self.i, self.before_end - self.i, self.after_end - self.j, self.j };
  if (whole.n_removed == 0 && whole.n_added == 0)
    return self.changes;

  if (most > 1 && whole.n_removed > 0 && whole.n_added > 0)
    {
      while ((self.i < self.before_end || self.j < self.after_end) && self.changes->len <= most)
        compare_one (&self);
      g_clear_pointer (&self.in_before, g_hash_table_unref);
      g_clear_pointer (&self.in_after, g_hash_table_unref);
      if (self.changes->len <= most)
        return self.changes;
    }

  g_array_set_size (self.changes, 0);
  g_array_append_val (self.changes, whole);

  return self.changes;
}

void
msp_key_list_merge_changes (GArray         *changes,
                            MspStretchFunc  is_kept,
                            gpointer        data)
{
  guint n_merged = 1;

  for (guint i = 1; i < changes->len; i++)
    {
      const MspKeyChange *next = &g_array_index (changes, MspKeyChange, i);
      MspKeyChange *last = &g_array_index (changes, MspKeyChange, n_merged - 1);

      if (is_kept (last->position + last->n_removed, next->position, data))
        {
          g_array_index (changes, MspKeyChange, n_merged++) = *next;
          continue;
        }

      last->n_removed = next->position + next->n_removed - last->position;
      last->n_added = next->from + next->n_added - last->from;
    }
  g_array_set_size (changes, MIN (n_merged, changes->len));
}

gint64
msp_key_list_sum_reach (const GArray *keys)
{
  gint64 sum = 0;

  for (guint i = 0; i < keys->len; i++)
    sum += g_array_index (keys, MspEntryKey, i).reach;

  return sum;
}

void
msp_key_list_add_places (GArray *keys,
                         guint   length)
{
  MspEntryKey place = { 0 };

  /* The month of the last row. */
  if (keys->len > 0)
    place.position = g_array_index (keys, MspEntryKey, keys->len - 1).position;
  for (guint i = keys->len; i < MIN (length, PLACES_MAX); i++)
    {
      place.key = -(gint64) i - 1;
      g_array_append_val (keys, place);
    }
}

char *
msp_key_list_heading (const GArray *keys,
                      guint         index,
                      MspSort       sort)
{
  MspDay day = msp_entry_key_get_date (&g_array_index (keys, MspEntryKey, index));

  if (sort != MSP_SORT_DATE)
    return NULL;

  if (index > 0 &&
      msp_day_month_index (msp_entry_key_get_date (&g_array_index (keys, MspEntryKey, index - 1))) ==
      msp_day_month_index (day))
    return NULL;

  return msp_day_to_month_text (day);
}

void
msp_keys_add (GArray *keys,
              gint64  key)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (g_array_index (keys, gint64, i) == key)
        return;
    }

  g_array_append_val (keys, key);
}
