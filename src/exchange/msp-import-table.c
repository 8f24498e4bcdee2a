/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-table"

#include "exchange/msp-import-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/msp-text.h"
#include "exchange/msp-csv-reader.h"
#include "exchange/msp-csv.h"
#include "exchange/msp-import-columns.h"

#define SAMPLES_MAX 3
/* Characters of a sample that are kept. */
#define SAMPLE_LENGTH 100
/* Characters of the header that a message shows. */
#define HEADER_SHOWN 200

struct _MspImportTable
{
  MspCsvReader *reader;  /* (owned) */
  GPtrArray    *columns; /* (owned) (element-type MspImportMappedColumn) */
  guint         n_cells; /* of the header */
  char         *raw;     /* (owned): the text up to the end of the header */
  char         *header;  /* (owned): in one line */
};

static char *
join_header (GPtrArray *columns)
{
  GString *header = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      g_string_append (header, i > 0 ? "," : "");
      g_string_append (header, column->name);
    }

  return g_strdelimit (g_string_free (header, FALSE), "\r\n", ' ');
}

static gboolean
read_header (MspImportTable  *self,
             const char      *text,
             GError         **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *raw;
  gsize length;

  if (!msp_csv_reader_next (self->reader, error))
    {
      if (error == NULL || *error == NULL)
        g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_INVALID,
                     _ ("line 1: there is nothing but empty lines"));
      return FALSE;
    }

  for (guint i = 0; i < msp_csv_reader_get_n_cells (self->reader); i++)
    g_ptr_array_add (names, (char *) msp_csv_pass_mark (msp_csv_reader_get_cell (self->reader, i)));

  self->n_cells = names->len;
  self->columns = msp_import_columns_new ((const char *const *) names->pdata, names->len, error);
  if (self->columns == NULL)
    {
      g_prefix_error (error, _ ("line %u: "), msp_csv_reader_get_line (self->reader));
      return FALSE;
    }

  /* With what stands above it, which may name the separator. */
  raw = msp_csv_reader_get_raw (self->reader, &length);
  self->raw = g_strndup (text, (gsize) (raw + length - text));
  self->header = join_header (self->columns);

  return TRUE;
}

static void
add_sample (MspImportMappedColumn *column,
            const char            *cell)
{
  guint n = g_strv_length (column->shown.samples);
  g_autofree char *sample = NULL;

  if (n == SAMPLES_MAX)
    return;

  sample = g_utf8_substring (cell, 0, MIN (g_utf8_strlen (cell, -1), SAMPLE_LENGTH));
  if (!msp_text_is_blank (sample) &&
      !g_strv_contains ((const char *const *) column->shown.samples, sample))
    column->shown.samples[n] = g_steal_pointer (&sample);
}

static gboolean
is_empty_row (MspCsvReader *reader)
{
  for (guint i = 0; i < msp_csv_reader_get_n_cells (reader); i++)
    {
      if (!msp_text_is_blank (msp_csv_reader_get_cell (reader, i)))
        return FALSE;
    }

  return TRUE;
}

static void
look_at_row (MspImportTable *self)
{
  guint n_cells = msp_csv_reader_get_n_cells (self->reader);

  for (guint i = 0; i < self->columns->len; i++)
    {
      MspImportMappedColumn *column = g_ptr_array_index (self->columns, i);
      const char *cell;

      if (column->cell >= n_cells)
        continue;

      cell = msp_csv_pass_mark (msp_csv_reader_get_cell (self->reader, column->cell));
      if (*cell == '\0')
        continue;

      msp_date_evidence_add (&column->dates, cell);
      if (column->is_numeric)
        column->is_numeric = cell[strspn (cell, "0123456789 .,'")] == '\0';
      if (column->shown.samples[SAMPLES_MAX - 1] == NULL)
        add_sample (column, cell);
    }
}

/* The whole file is looked at before any of it is given out. */
static gboolean
look_over (MspImportTable  *self,
           GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  guint rows = 0;

  while (msp_csv_reader_next (self->reader, &local_error))
    {
      if (is_empty_row (self->reader))
        continue;

      if (++rows > MSP_IMPORT_ROWS_MAX)
        {
          g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_TOO_LARGE,
                       _ ("line %u: there are more than 100,000 rows; import the file in parts"),
                       msp_csv_reader_get_line (self->reader));
          return FALSE;
        }
      look_at_row (self);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (rows == 0)
    {
      g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_INVALID,
                   _ ("line %u: there is no row below the header"),
                   msp_csv_reader_get_line (self->reader));
      return FALSE;
    }

  return TRUE;
}

MspImportTable *
msp_import_table_open (const char      *text,
                       gsize            length,
                       MspImportNames  *names,
                       GError         **error)
{
  g_autoptr (MspImportTable) self = g_new0 (MspImportTable, 1);
  g_autoptr (GError) local_error = NULL;

  self->reader = msp_csv_reader_new (text, length);
  if (!read_header (self, text, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  msp_import_columns_recognise (self->columns, names);
  if (!look_over (self, error))
    return NULL;

  msp_import_columns_settle (self->columns);

  return g_steal_pointer (&self);
}

void
msp_import_table_free (MspImportTable *self)
{
  g_clear_pointer (&self->reader, msp_csv_reader_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->raw);
  g_free (self->header);
  g_free (self);
}

GPtrArray *
msp_import_table_get_columns (MspImportTable *self)
{
  return self->columns;
}

const char *
msp_import_table_get_header (MspImportTable *self)
{
  return self->header;
}

gboolean
msp_import_table_is_ours (MspImportTable *self)
{
  return msp_import_columns_are_ours (self->columns);
}

static MspDateEvidence
collect_evidence (MspImportTable *self)
{
  MspDateEvidence evidence = { 0 };

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MspImportMappedColumn *column = g_ptr_array_index (self->columns, i);

      if (msp_import_field_is_date (column->field))
        msp_date_evidence_merge (&evidence, &column->dates);
    }

  return evidence;
}

MspDateOrder
msp_import_table_get_date_order (MspImportTable *self)
{
  MspDateEvidence evidence = collect_evidence (self);
  MspDateOrder order = msp_date_evidence_decide (&evidence);

  /* The tools that write this header put the day first. */
  if (order == MSP_DATE_ORDER_UNKNOWN && !evidence.month_first &&
      msp_import_columns_day_first (self->columns))
    return MSP_DATE_ORDER_DMY;

  return order;
}

char *
msp_import_table_dup_example (MspImportTable *self)
{
  MspDateEvidence evidence = collect_evidence (self);

  return evidence.open ? g_strdup (evidence.example) : NULL;
}

static void
fill_row (MspImportTable *self,
          MspImportRow   *row)
{
  guint n_cells = msp_csv_reader_get_n_cells (self->reader);

  msp_import_row_begin (row);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MspImportMappedColumn *column = g_ptr_array_index (self->columns, i);

      if (column->field != MSP_IMPORT_FIELD_NONE && column->cell < n_cells)
        msp_import_row_set (row, column->field, column->figure,
                            msp_csv_pass_mark (msp_csv_reader_get_cell (self->reader,
                                                                        column->cell)));
    }

  for (guint i = self->n_cells; i < n_cells; i++)
    {
      const char *cell = msp_csv_reader_get_cell (self->reader, i);
      g_autofree char *reason = NULL;

      if (msp_text_is_blank (cell))
        continue;

      reason = g_strdup_printf (_ ("The row has %u cells, the header %u; a separator inside a cell needs "
                                   "quotes around the cell."), n_cells, self->n_cells);
      msp_import_row_fail (row, NULL, cell, reason);
    }
}

gboolean
msp_import_table_check (MspImportTable  *self,
                        GError         **error)
{
  const char *missing = !msp_import_columns_have (self->columns, MSP_IMPORT_FIELD_TITLE) ? "title"
                        : !msp_import_columns_have (self->columns, MSP_IMPORT_FIELD_DATE) ? "date"
                        : NULL;
  g_autofree char *shown = NULL;

  if (missing == NULL)
    return TRUE;

  shown = g_utf8_substring (self->header, 0, MIN (g_utf8_strlen (self->header, -1), HEADER_SHOWN));
  g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN,
               _ ("no column is known to be the %s; say which one fills “%s” (the columns are: %s%s)"),
               missing, missing, shown, g_str_equal (shown, self->header) ? "" : "…");

  return FALSE;
}

gboolean
msp_import_table_read (MspImportTable  *self,
                       MspImportSink   *sink,
                       GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  msp_csv_reader_rewind (self->reader);
  msp_csv_reader_next (self->reader, NULL);
  while (msp_csv_reader_next (self->reader, &local_error))
    {
      const char *raw;
      gsize length;

      if (is_empty_row (self->reader))
        continue;

      fill_row (self, sink->row);
      raw = msp_csv_reader_get_raw (self->reader, &length);
      if (!msp_import_sink_give (sink, msp_csv_reader_get_line (self->reader), raw, length,
                                 msp_csv_reader_get_position (self->reader), error))
        return FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

char *
msp_import_table_begin_rejects (MspImportTable *self)
{
  return g_strconcat (self->raw, "\r\n", NULL);
}
