/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-match"

#include "journal/msp-import-match.h"

#include "base/msp-text.h"
#include "journal/msp-entry-fields.h"
#include "journal/msp-entry-reader.h"
#include "journal/msp-key-list.h"
#include "storage/msp-statement.h"

/* Each is answered from one index: those of links, and of titles with the day in the position. */
#define LINK_SQL \
  "SELECT uuid FROM contribution INDEXED BY contribution_by_url WHERE url_key = :url_key " \
  "AND url_key <> '' AND type_folded = :type AND deleted IS NULL AND id <= :last ORDER BY id LIMIT 1"
#define TITLE_SQL \
  "SELECT uuid FROM contribution INDEXED BY contribution_by_title WHERE title_folded = :title " \
  "AND position >= :first AND position < :end AND deleted IS NULL AND type_folded = :type " \
  "AND id <= :last LIMIT 1"

struct _MspImportMatch
{
  MspDatabase *database;
  gint64       last_key; /* of the entries that were there before; -1: not asked yet */
  GHashTable  *numbers; /* (owned) (nullable): of what is compared, if all entries were taken here */
  GHashTable  *added;  /* (owned) (nullable) (element-type utf8): ids of what would be new */
  GHashTable  *states; /* (owned) (nullable) (element-type utf8 GBytes): entries, packed, by id */
  GHashTable  *ids;    /* (owned) (nullable) (element-type guint64 utf8): by number of what is compared */
};

/* What of an entry is compared, and with which entries. */
typedef struct
{
  char  *url_key; /* (owned): empty if there is no link */
  char  *type;    /* (owned) */
  char  *title;   /* (owned) */
  MspDay day;
  gint64 last_key; /* the entries up to this one */
} Keys;

static void
keys_init (Keys                  *self,
           const MspContribution *entry)
{
  self->url_key = *entry->url != '\0' ? msp_url_normalise (entry->url) : g_strdup ("");
  self->type = msp_text_fold (entry->type);
  self->title = msp_text_fold (entry->title);
  self->day = entry->date;
  self->last_key = G_MAXINT64;
}

static void
keys_clear (Keys *self)
{
  g_free (self->url_key);
  g_free (self->type);
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)

static gboolean
have_equal_links (const Keys *a,
                  const Keys *b)
{
  return *a->url_key != '\0' && g_str_equal (a->url_key, b->url_key) &&
         g_str_equal (a->type, b->type);
}

static gboolean
have_equal_titles (const Keys *a,
                   const Keys *b)
{
  return a->day == b->day && g_str_equal (a->title, b->title) && g_str_equal (a->type, b->type);
}

/* FNV-1a, over the ends of the texts too. */
static guint64
add_to_number (guint64     number,
               const char *text)
{
  const guint8 *p = (const guint8 *) text;

  do
    number = (number ^ *p) * G_GUINT64_CONSTANT (0x100000001b3);
  while (*p++ != '\0');

  return number;
}

static guint64
number_of_link (const Keys *keys)
{
  return add_to_number (add_to_number (G_GUINT64_CONSTANT (0xcbf29ce484222325), keys->url_key),
                        keys->type);
}

static guint64
number_of_title (const Keys *keys)
{
  guint64 number = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guint64) (guint32) keys->day << 32;

  return add_to_number (add_to_number (number, keys->title), keys->type);
}

MspImportMatch *
msp_import_match_new (MspDatabase *database,
                      gboolean     remembers)
{
  MspImportMatch *self = g_new0 (MspImportMatch, 1);

  self->database = database;
  self->last_key = -1;
  if (remembers)
    {
      self->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_bytes_unref);
      self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    }

  return self;
}

void
msp_import_match_free (MspImportMatch *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self);
}

/* In a journal that was empty it is known which entries there can be, and that is quicker than a look. */
static gboolean
may_have (MspImportMatch *self,
          guint64         number)
{
  return self->numbers == NULL ||
         g_hash_table_contains (self->numbers, GSIZE_TO_POINTER (number));
}

static gboolean
find_by_link (MspImportMatch  *self,
              const Keys      *keys,
              char           **id,
              GError         **error)
{
  MspStatement *select;

  if (*keys->url_key == '\0' || !may_have (self, number_of_link (keys)))
    return TRUE;

  select = msp_database_prepare (self->database, LINK_SQL, error);
  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":url_key", keys->url_key);
  msp_statement_bind_text (select, ":type", keys->type);
  msp_statement_bind_int (select, ":last", keys->last_key);

  return msp_statement_take_text (select, id, error);
}

static gboolean
find_by_title (MspImportMatch  *self,
               const Keys      *keys,
               char           **id,
               GError         **error)
{
  MspStatement *select;

  if (!may_have (self, number_of_title (keys)))
    return TRUE;

  select = msp_database_prepare (self->database, TITLE_SQL, error);
  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":title", keys->title);
  msp_statement_bind_text (select, ":type", keys->type);
  msp_statement_bind_int (select, ":first", (gint64) keys->day << MSP_POSITION_SEQUENCE_BITS);
  msp_statement_bind_int (select, ":end", (gint64) (keys->day + 1) << MSP_POSITION_SEQUENCE_BITS);
  msp_statement_bind_int (select, ":last", keys->last_key);

  return msp_statement_take_text (select, id, error);
}

/* The id of @number, if the entry that would have it is like @keys by now. */
static char *
recall (MspImportMatch *self,
        guint64 number,
        const Keys     *keys,
        gboolean (*is_like)(const Keys *, const Keys *))
{
  const char *id = self->ids != NULL ? g_hash_table_lookup (self->ids, &number) : NULL;
  g_autoptr (MspContribution) entry = NULL;
  g_auto (Keys) own = { NULL };

  if (id == NULL || (keys->last_key != G_MAXINT64 && g_hash_table_contains (self->added, id)))
    return NULL;

  entry = msp_entry_fields_unpack (g_hash_table_lookup (self->states, id));
  keys_init (&own, entry);

  return is_like (&own, keys) ? g_strdup (id) : NULL;
}

/* What the journal has may have become another by now. */
static void
drop_stale (MspImportMatch  *self,
            const Keys      *keys,
            gboolean (*is_like)(const Keys *, const Keys *),
            char           **id)
{
  GBytes *state = *id != NULL && self->states != NULL ? g_hash_table_lookup (self->states, *id)
                                                      : NULL;
  g_autoptr (MspContribution) entry = NULL;
  g_auto (Keys) own = { NULL };

  if (state == NULL)
    return;

  entry = msp_entry_fields_unpack (state);
  keys_init (&own, entry);
  if (!is_like (&own, keys))
    g_clear_pointer (id, g_free);
}

gboolean
msp_import_match_has_id (MspImportMatch  *self,
                         const char      *id,
                         gboolean        *found,
                         gboolean        *in_trash,
                         GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *select;

  *in_trash = FALSE;
  *found = self->states != NULL && g_hash_table_contains (self->states, id);
  if (*found)
    return TRUE;

  select = msp_database_prepare (self->database, "SELECT deleted IS NOT NULL FROM contribution "
                                                 "WHERE uuid = :uuid", error);
  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":uuid", id);
  *found = msp_statement_next (select, &local_error);
  if (*found)
    *in_trash = msp_statement_column_int (select, 0) != 0;
  msp_statement_reset (select);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Asked before the first entry is added. */
static gboolean
find_last_key (MspImportMatch  *self,
               GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  MspStatement *select;

  if (self->last_key >= 0)
    return TRUE;

  select = msp_database_prepare (self->database, "SELECT coalesce (max (id), 0) FROM contribution",
                                 error);
  if (select == NULL)
    return FALSE;

  if (msp_statement_next (select, &local_error))
    self->last_key = msp_statement_column_int (select, 0);
  msp_statement_reset (select);
  if (self->last_key == 0 && self->states == NULL)
    self->numbers = g_hash_table_new (NULL, NULL);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
msp_import_match_is_ours (const MspContribution *entry)
{
  return entry->id != NULL && entry->created != NULL;
}

gboolean
msp_import_match_find (MspImportMatch         *self,
                       const MspContribution  *entry,
                       char                  **id,
                       gboolean               *in_trash,
                       GError                **error)
{
  g_auto (Keys) keys = { NULL };
  gboolean found = FALSE;

  *id = NULL;
  *in_trash = FALSE;
  if (!find_last_key (self, error) ||
      (entry->id != NULL && !msp_import_match_has_id (self, entry->id, &found, in_trash, error)))
    return FALSE;
  if (found)
    {
      *id = g_strdup (entry->id);
      return TRUE;
    }

  keys_init (&keys, entry);
  /* Two that a journal had beside each other are two. */
  if (msp_import_match_is_ours (entry))
    keys.last_key = self->last_key;
  if (!find_by_link (self, &keys, id, error))
    return FALSE;
  drop_stale (self, &keys, have_equal_links, id);
  if (*id == NULL && *keys.url_key != '\0')
    *id = recall (self, number_of_link (&keys), &keys, have_equal_links);
  if (*id != NULL)
    return TRUE;

  if (!find_by_title (self, &keys, id, error))
    return FALSE;
  drop_stale (self, &keys, have_equal_titles, id);
  if (*id == NULL)
    *id = recall (self, number_of_title (&keys), &keys, have_equal_titles);

  return TRUE;
}

MspContribution *
msp_import_match_get (MspImportMatch  *self,
                      const char      *id,
                      GError         **error)
{
  GBytes *state = self->states != NULL ? g_hash_table_lookup (self->states, id) : NULL;
  MspContribution *entry;

  if (state == NULL)
    return msp_entry_reader_get (self->database, id, error);

  entry = msp_entry_fields_unpack (state);
  entry->id = g_strdup (id);

  return entry;
}

static void
remember_number (MspImportMatch *self,
                 guint64         number,
                 const char     *id)
{
  /* The first of several that are alike is the one that is found. */
  if (!g_hash_table_contains (self->ids, &number))
    g_hash_table_insert (self->ids, g_memdup2 (&number, sizeof number), g_strdup (id));
}

void
msp_import_match_remember (MspImportMatch        *self,
                           const char            *id,
                           const MspContribution *entry,
                           gboolean               is_new)
{
  g_auto (Keys) keys = { NULL };

  if (self->states == NULL && self->numbers == NULL)
    return;

  keys_init (&keys, entry);
  if (self->numbers != NULL)
    {
      g_hash_table_add (self->numbers, GSIZE_TO_POINTER (number_of_link (&keys)));
      g_hash_table_add (self->numbers, GSIZE_TO_POINTER (number_of_title (&keys)));
      return;
    }

  if (is_new)
    g_hash_table_add (self->added, g_strdup (id));
  g_hash_table_insert (self->states, g_strdup (id), msp_entry_fields_pack (entry));
  if (*keys.url_key != '\0')
    remember_number (self, number_of_link (&keys), id);
  remember_number (self, number_of_title (&keys), id);
}
