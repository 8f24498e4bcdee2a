/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-source"

#include "exchange/msp-import-source.h"

#include <glib/gi18n-lib.h>

#include "exchange/msp-archive.h"
#include "exchange/msp-import-columns.h"
#include "exchange/msp-import-markdown.h"
#include "exchange/msp-import-objects.h"
#include "exchange/msp-import-table.h"
#include "exchange/msp-import-text.h"

struct _MspImportSource
{
  GObject            parent_instance;

  GBytes            *bytes; /* (owned): the text in UTF-8 */
  char              *name;  /* (owned): in messages */
  char              *archive; /* (owned) (nullable): what it was taken out of */
  MspImportNames    *names; /* (owned) */
  MspImportKind      kind;
  MspDateOrder       said;  /* by somebody; UNKNOWN: nobody was asked */
  GPtrArray         *none;  /* (owned): the columns of what has none */

  /* One of them, (owned) (nullable): */
  MspImportTable    *table;
  MspImportObjects  *objects;
  MspImportMarkdown *markdown;
};

G_DEFINE_FINAL_TYPE (MspImportSource, msp_import_source, G_TYPE_OBJECT)

static void
msp_import_source_finalize (GObject *object)
{
  MspImportSource *self = MSP_IMPORT_SOURCE (object);

  g_clear_pointer (&self->table, msp_import_table_free);
  g_clear_pointer (&self->objects, msp_import_objects_free);
  g_clear_pointer (&self->markdown, msp_import_markdown_free);
  g_clear_pointer (&self->names, msp_import_names_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->none, g_ptr_array_unref);
  g_free (self->archive);
  g_free (self->name);

  G_OBJECT_CLASS (msp_import_source_parent_class)->finalize (object);
}

static void
msp_import_source_class_init (MspImportSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_import_source_finalize;
}

static void
msp_import_source_init (MspImportSource *self)
{
  self->none = g_ptr_array_new ();
}

/* What kind of file a text is, by what stands in it; what is none of the others is a table. */
static MspImportKind
detect (const char *text,
        gsize       length)
{
  gsize first = 0;

  while (first < length && g_ascii_isspace (text[first]))
    first++;

  if (first < length && (text[first] == '{' || text[first] == '['))
    return msp_import_objects_detect (text, length);

  return msp_import_markdown_detect (text, length) ? MSP_IMPORT_PORTAL_MARKDOWN : MSP_IMPORT_CSV;
}

static gboolean
open_text (MspImportSource  *self,
           GError          **error)
{
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);

  if (self->kind == MSP_IMPORT_AUTO)
    self->kind = detect (text, length);

  if (self->kind == MSP_IMPORT_CSV)
    self->table = msp_import_table_open (text, length, self->names, error);
  else if (self->kind == MSP_IMPORT_PORTAL_MARKDOWN)
    self->markdown = msp_import_markdown_open (text, length, self->names, error);
  else
    self->objects = msp_import_objects_open (text, length, self->kind, error);

  return self->table != NULL || self->markdown != NULL || self->objects != NULL;
}

MspImportSource *
msp_import_source_open_bytes (MspCatalog     *catalog,
                              GBytes         *bytes,
                              const char     *name,
                              MspImportKind   kind,
                              const char     *encoding,
                              GError        **error)
{
  g_autoptr (MspImportSource) self = NULL;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self = g_object_new (MSP_TYPE_IMPORT_SOURCE, NULL);
  self->name = g_strdup (name);
  self->kind = kind;
  self->bytes = msp_import_text_decode (bytes, name, encoding, error);
  if (self->bytes == NULL)
    return NULL;

  self->names = msp_import_names_new (catalog);
  if (!open_text (self, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return g_steal_pointer (&self);
}

MspImportSource *
msp_import_source_open (MspCatalog     *catalog,
                        const char     *path,
                        MspImportKind   kind,
                        const char     *encoding,
                        GError        **error)
{
  MspImportSource *self;
  gboolean is_archive;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  is_archive = msp_archive_is_zip_file (path);
  bytes = is_archive ? msp_archive_read_journal (path, error) : msp_import_text_read (path, error);
  if (bytes == NULL)
    return NULL;

  name = g_str_equal (path, "-") ? g_strdup (_ ("standard input"))
         : g_filename_display_basename (path);

  self = msp_import_source_open_bytes (catalog, bytes, name, kind, encoding, error);
  if (self != NULL && is_archive)
    self->archive = g_strdup (path);

  return self;
}

const char *
msp_import_source_get_archive (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), NULL);

  return self->archive;
}

MspImportKind
msp_import_source_get_kind (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), MSP_IMPORT_AUTO);

  return self->kind;
}

GPtrArray *
msp_import_source_get_columns (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), NULL);

  return self->table != NULL ? msp_import_table_get_columns (self->table) : self->none;
}

const char *
msp_import_source_get_header (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), NULL);

  return self->table != NULL ? msp_import_table_get_header (self->table) : "";
}

gboolean
msp_import_source_map (MspImportSource  *self,
                       const char       *column,
                       const char       *field,
                       GError          **error)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), FALSE);
  g_return_val_if_fail (column != NULL, FALSE);

  return msp_import_columns_map (msp_import_source_get_columns (self), self->names, column, field,
                                 error);
}

/* Of what has no columns. */
static const MspDateEvidence *
get_evidence (MspImportSource *self)
{
  return self->objects != NULL ? msp_import_objects_get_dates (self->objects)
         : msp_import_markdown_get_dates (self->markdown);
}

MspDateOrder
msp_import_source_get_date_order (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), MSP_DATE_ORDER_UNKNOWN);

  if (self->said != MSP_DATE_ORDER_UNKNOWN)
    return self->said;

  if (self->table != NULL)
    return msp_import_table_get_date_order (self->table);

  return msp_date_evidence_decide (get_evidence (self));
}

void
msp_import_source_set_date_order (MspImportSource *self,
                                  MspDateOrder     order)
{
  g_return_if_fail (MSP_IS_IMPORT_SOURCE (self));

  self->said = order;
}

static char *
dup_example (MspImportSource *self)
{
  const MspDateEvidence *evidence;

  if (self->table != NULL)
    return msp_import_table_dup_example (self->table);

  evidence = get_evidence (self);

  return evidence->open ? g_strdup (evidence->example) : NULL;
}

static gboolean
is_ours (MspImportSource *self)
{
  if (self->table != NULL)
    return msp_import_table_is_ours (self->table);

  return self->objects != NULL && msp_import_objects_are_ours (self->objects);
}

static gboolean
read_rows (MspImportSource  *self,
           MspImportSink    *sink,
           GError          **error)
{
  if (self->table != NULL)
    return msp_import_table_read (self->table, sink, error);
  if (self->objects != NULL)
    return msp_import_objects_read (self->objects, sink, error);

  return msp_import_markdown_read (self->markdown, sink, error);
}

static gboolean
check_date_order (MspImportSource  *self,
                  GError          **error)
{
  g_autofree char *example = NULL;

  if (msp_import_source_get_date_order (self) != MSP_DATE_ORDER_UNKNOWN)
    return TRUE;

  example = dup_example (self);
  if (example != NULL)
    g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_DATE_ORDER,
                 _ ("the date “%s” can be read in two ways; say whether the day or the month stands "
                    "first"), example);
  else
    g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_DATE_ORDER,
                 _ ("some dates have the day first and some the month; say which stands first"));

  return FALSE;
}

gboolean
msp_import_source_read (MspImportSource  *self,
                        MspImportFunc     func,
                        gpointer          data,
                        GCancellable     *cancellable,
                        volatile double  *fraction,
                        GError          **error)
{
  g_autoptr (MspImportRow) row = NULL;
  MspImportSink sink = { .func = func, .data = data, .cancellable = cancellable,
                         .fraction = fraction };

  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if ((self->table != NULL && !msp_import_table_check (self->table, error)) ||
      !check_date_order (self, error))
    {
      g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }

  row = msp_import_row_new (self->names, is_ours (self), msp_import_source_get_date_order (self));
  sink.row = row;
  sink.length = g_bytes_get_size (self->bytes);
  if (!read_rows (self, &sink, error))
    return FALSE;

  if (fraction != NULL)
    *fraction = 1;

  return TRUE;
}

char *
msp_import_source_begin_rejects (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), NULL);

  if (self->table != NULL)
    return msp_import_table_begin_rejects (self->table);

  return g_strdup (self->objects != NULL ? msp_import_objects_begin_rejects (self->objects) : "");
}

const char *
msp_import_source_between_rejects (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), NULL);

  return self->table != NULL ? "\r\n" : self->objects != NULL ? ",\n" : "\n\n";
}

const char *
msp_import_source_end_rejects (MspImportSource *self)
{
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (self), NULL);

  if (self->objects != NULL)
    return msp_import_objects_end_rejects (self->objects);

  return self->table != NULL ? "\r\n" : "\n";
}
