/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-key-list"

#include "journal/msp-key-list.h"

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
msp_key_list_place (const GArray *keys,
                    gint64        position,
                    gboolean      reversed)
{
  guint low = 0;
  guint high = keys->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 other = g_array_index (keys, MspEntryKey, middle).position;

      if (reversed ? other < position : other > position)
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
  GHashTable   *in_before; /* (element-type gint64): borrowed from the list */
  GHashTable   *in_after;
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
  g_hash_table_remove (self->in_before, &g_array_index (self->before, MspEntryKey, self->i).key);
  self->i++;
}

static void
skip_added (Comparison *self)
{
  open_change (self)->n_added++;
  g_hash_table_remove (self->in_after, &g_array_index (self->after, MspEntryKey, self->j).key);
  self->j++;
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
      return;
    }

  if (has_before && !g_hash_table_contains (self->in_after,
                                            &g_array_index (self->before, MspEntryKey, self->i).key))
    skip_removed (self);
  else if (has_after && !g_hash_table_contains (self->in_before,
                                                &g_array_index (self->after, MspEntryKey, self->j).key))
    skip_added (self);
  else if (self->i + 1 < self->before_end && has_after &&
           key_at (self->before, self->i + 1) == key_at (self->after, self->j))
    skip_removed (self); /* moved further down */
  else if (has_after)
    skip_added (self); /* moved further up */
  else
    skip_removed (self);
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
      self.in_before = make_set (before, self.i, self.before_end);
      self.in_after = make_set (after, self.j, self.after_end);
      while ((self.i < self.before_end || self.j < self.after_end) && self.changes->len <= most)
        compare_one (&self);
      g_hash_table_unref (self.in_before);
      g_hash_table_unref (self.in_after);
      if (self.changes->len <= most)
        return self.changes;
    }

  g_array_set_size (self.changes, 0);
  g_array_append_val (self.changes, whole);

  return self.changes;
}

gint64
msp_key_list_sum_reach (const GArray *keys)
{
  gint64 sum = 0;

  for (guint i = 0; i < keys->len; i++)
    sum += g_array_index (keys, MspEntryKey, i).reach;

  return sum;
}
