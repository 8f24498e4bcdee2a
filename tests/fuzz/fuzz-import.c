/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads any bytes as a file of one kind. Whatever they are, a reader gives entries that the journal
 * takes or says what is wrong; rejected rows make a file that gives as many rows again, and an entry
 * comes back from a file of ours as it was.
 */

#include <stdint.h>
#include <stdlib.h>

#include "exchange/msp-contribution-csv.h"
#include "exchange/msp-contribution-json.h"
#include "exchange/msp-import-source.h"

typedef struct
{
  MspImportSource *source;
  MspContribution *first;   /* (owned) (nullable): the first entry */
  GString         *rejects; /* (owned) */
  guint            n_entries;
  guint            n_rejects;
} Reading;

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* The fuzzer keeps the input of an abort, not of a trap. */
static GLogWriterOutput
message_came (GLogLevelFlags   level,
              const GLogField *fields,
              gsize            n_fields,
              gpointer         data)
{
  g_log_writer_standard_streams (level, fields, n_fields, NULL);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    abort ();

  return G_LOG_WRITER_HANDLED;
}

static MspCatalog *
load_catalog (void)
{
  static MspCatalog *catalog;
  g_autoptr (GError) error = NULL;

  if (catalog == NULL)
    {
      g_log_set_writer_func (message_came, NULL, NULL);
      catalog = msp_catalog_load (NULL, NULL, &error);
    }
  g_assert_no_error (error);

  return catalog;
}

static void
assert_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static gboolean
record_came (MspImportRecord  *record,
             gpointer          data,
             GError          **error)
{
  Reading *reading = data;

  g_assert_cmpuint (record->line, >, 0);
  assert_text (record->field);
  assert_text (record->value);
  assert_text (record->reason);
  assert_text (record->raw);
  g_assert_true ((record->entry == NULL) == (record->reason != NULL));
  if (record->entry != NULL)
    {
      g_autoptr (GPtrArray) problems = msp_contribution_check (record->entry);

      g_assert_cmpuint (problems->len, ==, 0);
      reading->n_entries++;
      if (reading->first == NULL)
        reading->first = g_steal_pointer (&record->entry);
      return TRUE;
    }

  if (reading->n_rejects++ > 0)
    g_string_append (reading->rejects, msp_import_source_between_rejects (reading->source));
  g_string_append (reading->rejects, record->raw);

  return TRUE;
}

static void
reading_clear (Reading *reading)
{
  g_clear_object (&reading->source);
  g_clear_pointer (&reading->first, msp_contribution_free);
  if (reading->rejects != NULL)
    g_string_free (reading->rejects, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Answers what a person would be asked. */
static void
answer (MspImportSource *source,
        MspDateOrder     order)
{
  GPtrArray *columns = msp_import_source_get_columns (source);

  for (guint i = 0; i < columns->len && i < 2; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      if (column->field == NULL)
        g_assert_true (msp_import_source_map (source, column->name, i == 0 ? "title" : "date", NULL));
    }
  if (msp_import_source_get_date_order (source) == MSP_DATE_ORDER_UNKNOWN)
    msp_import_source_set_date_order (source, order);
}

static gboolean
read_all (Reading    *reading,
          const char *text,
          gsize       size,
          const char *encoding)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *begin = NULL;

  reading->source = msp_import_source_open_bytes (load_catalog (), bytes, "input", FUZZ_KIND, encoding,
                                                  &error);
  g_assert_true ((reading->source == NULL) == (error != NULL));
  if (error != NULL)
    assert_text (error->message);
  if (reading->source == NULL)
    return FALSE;

  answer (reading->source, MSP_DATE_ORDER_DMY);
  begin = msp_import_source_begin_rejects (reading->source);
  reading->rejects = g_string_new (begin);
  if (!msp_import_source_read (reading->source, record_came, reading, NULL, NULL, &error))
    {
      assert_text (error->message);
      return FALSE;
    }
  g_assert_no_error (error);
  g_string_append (reading->rejects, msp_import_source_end_rejects (reading->source));

  return TRUE;
}

static void
check_rejects (const Reading *reading)
{
  g_auto (Reading) again = { NULL };

  if (reading->n_rejects == 0)
    return;

  if (!read_all (&again, reading->rejects->str, reading->rejects->len, NULL))
    g_error ("the rejected rows cannot be read");
  g_assert_cmpuint (again.n_rejects + again.n_entries, ==, reading->n_rejects);
}

static gboolean
copy_came (MspImportRecord  *record,
           gpointer          data,
           GError          **error)
{
  if (record->entry == NULL)
    g_error ("%s: %s", record->field, record->reason);
  g_assert_true (msp_contribution_equal (data, record->entry));

  return TRUE;
}

static void
check_file_of_ours (const MspContribution *entry,
                    char                  *file)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (file, strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (MspImportSource) source = msp_import_source_open_bytes (load_catalog (), bytes, "ours",
                                                                     MSP_IMPORT_AUTO, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (msp_import_source_read (source, copy_came, (gpointer) entry, NULL, NULL, &error));
}

static void
check_copies (MspContribution *entry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_ptr_array_add (entries, entry);
  check_file_of_ours (entry, msp_contributions_to_json (entries));

  /* As the journal has it. */
  if (entry->id == NULL)
    entry->id = g_uuid_string_random ();
  if (entry->created == NULL)
    entry->created = g_strdup ("2026-01-02T03:04:05Z");
  if (entry->modified == NULL)
    entry->modified = g_strdup ("2026-01-02T03:04:05Z");
  g_ptr_array_set_size (entry->attachments, 0);
  check_file_of_ours (entry, msp_contributions_to_csv (entries));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_auto (Reading) reading = { NULL };
  g_auto (Reading) older = { NULL };

  if (read_all (&reading, (const char *) data, size, NULL))
    check_rejects (&reading);
  else
    read_all (&older, (const char *) data, size, "windows-1252");

  if (reading.first != NULL)
    check_copies (reading.first);

  return 0;
}
