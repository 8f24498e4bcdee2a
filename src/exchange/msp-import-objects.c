/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-objects"

#include "exchange/msp-import-objects.h"

#include <glib/gi18n-lib.h>

#include "exchange/msp-import-object.h"
#include "exchange/msp-json-split.h"

/* How much of a text is looked at to tell what it is. */
#define HEAD_LENGTH (64 * 1024)

static const char *const date_names[] = {
  "date", "dateEnd", "inPortal", "dateCreated", "StartDate", NULL,
};
static const char *const no_path[] = { NULL };
static const char *const entries_path[] = { "entries", NULL };
static const char *const account_path[] = { "mostValuableProfessionalProgram", "activities", NULL };

struct _MspImportObjects
{
  const char      *text; /* not owned */
  gsize            length;
  MspImportKind    kind;
  MspJsonItems     items;
  MspImportObject *reader; /* (owned) */
  gboolean         are_ours;
};

static gboolean
holds_name (const char *text,
            gsize       length,
            const char *name)
{
  g_autofree char *quoted = g_strconcat ("\"", name, "\"", NULL);

  return g_strstr_len (text, (gssize) length, quoted) != NULL;
}

static char
first_character (const char *text,
                 gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        return text[i];
    }

  return 0;
}

MspImportKind
msp_import_objects_detect (const char *text,
                           gsize       length)
{
  gsize head = MIN (length, HEAD_LENGTH);

  if (first_character (text, length) == '[')
    return holds_name (text, head, "ContributionTypeName") || holds_name (text, head, "StartDate") ||
           holds_name (text, head, "ContributionTechnology")
           ? MSP_IMPORT_COMPANION_JSON : MSP_IMPORT_JSON;

  return holds_name (text, length, account_path[0]) ? MSP_IMPORT_PRIVACY_EXPORT : MSP_IMPORT_JSON;
}

/* A list of our entries alone has what no other program's has. */
static gboolean
is_written_by_us (const char *text,
                  gsize       length)
{
  gsize head = MIN (length, HEAD_LENGTH);

  return holds_name (text, head, "ms-programs-journal") ||
         (holds_name (text, head, "status") && holds_name (text, head, "links") &&
          holds_name (text, head, "metrics"));
}

/* An entry alone, as the program shows one. */
static gboolean
is_single (const char    *text,
           gsize          length,
           MspImportKind  kind)
{
  return kind == MSP_IMPORT_JSON && first_character (text, length) == '{' &&
         !holds_name (text, length, "entries") && !holds_name (text, length, account_path[0]) &&
         holds_name (text, length, "title");
}

/* Where the entries are: (nullable): NULL: the whole text is one. */
static const char *const *
find_path (const char    *text,
           gsize          length,
           MspImportKind  kind)
{
  if (kind == MSP_IMPORT_PRIVACY_EXPORT)
    return account_path;
  if (kind == MSP_IMPORT_COMPANION_JSON || first_character (text, length) == '[')
    return no_path;
  if (is_single (text, length, kind))
    return NULL;

  return entries_path;
}

MspImportObjects *
msp_import_objects_open (const char     *text,
                         gsize           length,
                         MspImportKind   kind,
                         GError        **error)
{
  g_autoptr (MspImportObjects) self = g_new0 (MspImportObjects, 1);

  self->text = text;
  self->length = length;
  self->kind = kind;
  self->are_ours = kind == MSP_IMPORT_JSON && is_written_by_us (text, length);
  if (!msp_json_split (text, length, find_path (text, length, kind), date_names, &self->items, error))
    return NULL;

  self->reader = msp_import_object_new (kind);

  return g_steal_pointer (&self);
}

void
msp_import_objects_free (MspImportObjects *self)
{
  msp_json_items_clear (&self->items);
  g_clear_pointer (&self->reader, msp_import_object_free);
  g_free (self);
}

gboolean
msp_import_objects_are_ours (MspImportObjects *self)
{
  return self->are_ours;
}

const MspDateEvidence *
msp_import_objects_get_dates (MspImportObjects *self)
{
  return &self->items.dates;
}

gboolean
msp_import_objects_read (MspImportObjects  *self,
                         MspImportSink     *sink,
                         GError           **error)
{
  for (guint i = 0; i < self->items.items->len; i++)
    {
      const MspJsonItem *item = &g_array_index (self->items.items, MspJsonItem, i);
      const char *text = self->text + item->start;
      gsize length = item->end - item->start;

      /* What the portal has wiped is no entry. */
      if (!msp_import_object_fill (self->reader, text, length, item->line, sink->row))
        continue;
      if (!msp_import_sink_give (sink, item->line, text, length, item->end, error))
        return FALSE;
    }

  return TRUE;
}

const char *
msp_import_objects_begin_rejects (MspImportObjects *self)
{
  if (self->kind == MSP_IMPORT_PRIVACY_EXPORT)
    return "{\"mostValuableProfessionalProgram\": {\"activities\": [\n";
  if (!self->are_ours)
    return "[\n";

  return "{\"format\": \"ms-programs-journal\", \"version\": 1, \"entries\": [\n";
}

const char *
msp_import_objects_end_rejects (MspImportObjects *self)
{
  if (self->kind == MSP_IMPORT_PRIVACY_EXPORT)
    return "\n]}}\n";
  if (!self->are_ours)
    return "\n]\n";

  return "\n]}\n";
}
