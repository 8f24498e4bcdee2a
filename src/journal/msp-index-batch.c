/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-index-batch"

#include "journal/msp-index-batch.h"

#include "journal/msp-entry-index.h"
#include "journal/msp-entry-reader.h"
#include "journal/msp-search-text.h"

#define TEXTS_CHUNK (256 * 1024)
#define STEPS_BETWEEN_CALLS 256

/* A change; the later of two at one position counts. */
typedef struct
{
  gint64      position;
  guint       order;
  const char *text; /* (nullable): in the batch's texts; NULL: it goes */
} Change;

struct _MspIndexBatch
{
  GArray       *changes; /* (owned) (element-type Change) */
  GStringChunk *texts;   /* (owned) */
};

MspIndexBatch *
msp_index_batch_new (void)
{
  MspIndexBatch *self = g_new0 (MspIndexBatch, 1);

  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  self->texts = g_string_chunk_new (TEXTS_CHUNK);

  return self;
}

void
msp_index_batch_free (MspIndexBatch *self)
{
  g_array_unref (self->changes);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
msp_index_batch_add (MspIndexBatch         *self,
                     gint64                 position,
                     const MspContribution *entry)
{
  g_autofree char *text = msp_search_text_of_entry (entry);
  Change change = { position, self->changes->len, g_string_chunk_insert (self->texts, text) };

  g_array_append_val (self->changes, change);
}

void
msp_index_batch_remove (MspIndexBatch *self,
                        gint64         position)
{
  Change change = { position, self->changes->len, NULL };

  g_array_append_val (self->changes, change);
}

gboolean
msp_index_batch_add_key (MspIndexBatch  *self,
                         MspDatabase    *database,
                         gint64          key,
                         GError        **error)
{
  g_autoptr (MspContribution) entry = NULL;
  g_autofree char *uuid = NULL;
  gint64 position = 0;

  if (!msp_entry_index_find (database, key, &position, &uuid, error))
    return FALSE;
  if (uuid == NULL)
    return TRUE;

  entry = msp_entry_reader_get (database, uuid, error);
  if (entry != NULL)
    msp_index_batch_add (self, position, entry);

  return entry != NULL;
}

gboolean
msp_index_batch_remove_key (MspIndexBatch  *self,
                            MspDatabase    *database,
                            gint64          key,
                            GError        **error)
{
  g_autofree char *uuid = NULL;
  gint64 position = 0;

  if (!msp_entry_index_find (database, key, &position, &uuid, error))
    return FALSE;

  if (uuid != NULL)
    msp_index_batch_remove (self, position);

  return TRUE;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *first = a;
  const Change *second = b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return first->order < second->order ? -1 : 1;
}

/* The changes at one position, of which the first and the last matter: if the first takes a text away,
 * the index has one. */
static gboolean
write_position (MspDatabase   *database,
                const Change  *first,
                const Change  *last,
                GError       **error)
{
  if (first->text == NULL && !msp_entry_index_remove (database, first->position, error))
    return FALSE;

  return last->text == NULL ||
         msp_entry_index_add_text (database, last->position, last->text, error);
}

gboolean
msp_index_batch_write (MspIndexBatch      *self,
                       MspDatabase        *database,
                       MspIndexBatchFunc   func,
                       gpointer            data,
                       GError            **error)
{
  guint first = 0;
  guint n_written = 0;

  g_array_sort (self->changes, compare_changes);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      if (i + 1 < self->changes->len && change[1].position == change->position)
        continue;

      if (!write_position (database, &g_array_index (self->changes, Change, first), change, error))
        return FALSE;
      if (func != NULL && ++n_written % STEPS_BETWEEN_CALLS == 0 &&
          !func ((double) i / self->changes->len, data, error))
        return FALSE;
      first = i + 1;
    }

  return TRUE;
}
