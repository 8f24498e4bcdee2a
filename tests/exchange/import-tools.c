/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-tools.h"

MspCatalog *
import_tools_load_catalog (void)
{
  static MspCatalog *catalog;
  g_autoptr (GError) error = NULL;

  if (catalog == NULL)
    catalog = msp_catalog_load (NULL, NULL, &error);
  g_assert_no_error (error);

  return catalog;
}

static void
record_free (MspImportRecord *record)
{
  g_free (record->field);
  g_free (record->value);
  g_free (record->reason);
  g_free (record->raw);
  g_free (record);
}

static Import *
import_new (void)
{
  Import *self = g_new0 (Import, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  self->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);

  return self;
}

void
import_free (Import *self)
{
  g_clear_object (&self->source);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->rejects);
  g_clear_error (&self->error);
  g_free (self);
}

Import *
import_open_text (const char    *text,
                  gssize         length,
                  MspImportKind  kind,
                  const char    *encoding)
{
  Import *self = import_new ();
  gsize size = length >= 0 ? (gsize) length : strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  self->source = msp_import_source_open_bytes (import_tools_load_catalog (), bytes, "test", kind,
                                               encoding, &self->error);
  g_assert_true ((self->source == NULL) == (self->error != NULL));

  return self;
}

Import *
import_open_fixture (const char *name)
{
  Import *self = import_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "import", name, NULL);

  self->source = msp_import_source_open (import_tools_load_catalog (), path, MSP_IMPORT_AUTO, NULL,
                                         &self->error);
  g_assert_no_error (self->error);

  return self;
}

static gboolean
record_came (MspImportRecord  *record,
             gpointer          data,
             GError          **error)
{
  Import *self = data;

  g_assert_cmpuint (record->line, >, 0);
  if (record->entry != NULL)
    {
      g_assert_null (record->reason);
      g_ptr_array_add (self->entries, g_steal_pointer (&record->entry));
      return TRUE;
    }

  g_assert_nonnull (record->reason);
  g_assert_nonnull (record->raw);
  g_ptr_array_add (self->rejects, g_memdup2 (record, sizeof *record));
  memset (record, 0, sizeof *record);

  return TRUE;
}

gboolean
import_read (Import *self)
{
  volatile double fraction = -1;

  g_assert_nonnull (self->source);
  g_ptr_array_set_size (self->entries, 0);
  g_ptr_array_set_size (self->rejects, 0);
  g_clear_error (&self->error);
  if (!msp_import_source_read (self->source, record_came, self, NULL, &fraction, &self->error))
    {
      g_assert_nonnull (self->error);
      return FALSE;
    }

  g_assert_no_error (self->error);
  g_assert_cmpfloat (fraction, >=, 1);

  return TRUE;
}

Import *
import_text (const char *text)
{
  Import *self = import_open_text (text, -1, MSP_IMPORT_AUTO, NULL);

  if (self->source != NULL)
    import_read (self);

  return self;
}

Import *
import_fixture (const char *name)
{
  Import *self = import_open_fixture (name);

  import_read (self);
  g_assert_no_error (self->error);

  return self;
}

const MspContribution *
import_entry (Import *self,
              guint   index)
{
  g_assert_cmpuint (index, <, self->entries->len);

  return g_ptr_array_index (self->entries, index);
}

const MspImportRecord *
import_reject (Import *self,
               guint   index)
{
  g_assert_cmpuint (index, <, self->rejects->len);

  return g_ptr_array_index (self->rejects, index);
}

char *
import_dup_rejects (Import *self)
{
  g_autofree char *begin = msp_import_source_begin_rejects (self->source);
  GString *file = g_string_new (begin);

  for (guint i = 0; i < self->rejects->len; i++)
    {
      if (i > 0)
        g_string_append (file, msp_import_source_between_rejects (self->source));
      g_string_append (file, import_reject (self, i)->raw);
    }
  g_string_append (file, msp_import_source_end_rejects (self->source));

  return g_string_free (file, FALSE);
}
