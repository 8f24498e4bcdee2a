/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-csv-reader"

#include "exchange/msp-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/msp-import-error.h"

/* The marks of a line of its own that some spreadsheets write first: "sep=;". */
#define SEPARATOR_MARK "sep="
/* Bytes for a record, before one needs more. */
#define ROOM_AT_FIRST 1024

struct _MspCsvReader
{
  const char *text; /* not owned */
  gsize       length;
  gsize       start;       /* where the first record begins */
  guint       start_line;
  char        separator;

  gsize       position;
  guint       line;        /* of position, from 1 */
  gsize       raw_start;   /* of the record */
  gsize       raw_end;
  guint       record_line;
  char       *cells;       /* (owned): of the record, each with a NUL behind it */
  gsize       n_bytes;     /* in cells */
  gsize       room;
  gsize       offsets[MSP_IMPORT_COLUMNS_MAX]; /* where they begin in cells */
  guint       n_cells;
};

static gboolean
at_line_end (const MspCsvReader *self)
{
  return self->position >= self->length || self->text[self->position] == '\n' ||
         self->text[self->position] == '\r';
}

/* CRLF, LF or CR. */
static void
pass_line_end (MspCsvReader *self)
{
  if (self->position >= self->length)
    return;

  if (self->text[self->position] == '\r' && self->position + 1 < self->length &&
      self->text[self->position + 1] == '\n')
    self->position++;
  self->position++;
  self->line++;
}

/* The separator that parts the first record into most cells. */
static char
find_separator (const char *text,
                gsize       length)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  gsize best = 0;

  for (gsize i = 0; i < length && i < MSP_IMPORT_LINE_MAX; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      if (!quoted && (text[i] == '\n' || text[i] == '\r'))
        break;
      for (gsize j = 0; j < G_N_ELEMENTS (candidates) && !quoted; j++)
        counts[j] += text[i] == candidates[j] ? 1 : 0;
    }

  for (gsize j = 1; j < G_N_ELEMENTS (candidates); j++)
    {
      if (counts[j] > counts[best])
        best = j;
    }

  return candidates[best];
}

MspCsvReader *
msp_csv_reader_new (const char *text,
                    gsize       length)
{
  MspCsvReader *self = g_new0 (MspCsvReader, 1);

  self->text = text;
  self->length = length;
  self->line = 1;
  self->room = ROOM_AT_FIRST;
  self->cells = g_malloc (self->room);

  while (self->position < length && at_line_end (self))
    pass_line_end (self);

  if (length - self->position > strlen (SEPARATOR_MARK) &&
      g_ascii_strncasecmp (text + self->position, SEPARATOR_MARK, strlen (SEPARATOR_MARK)) == 0)
    {
      self->position += strlen (SEPARATOR_MARK) + 1;
      if (at_line_end (self))
        self->separator = text[self->position - 1];
      else
        self->position -= strlen (SEPARATOR_MARK) + 1;
    }

  if (self->separator != 0 && strchr (",;\t|", self->separator) != NULL)
    pass_line_end (self);
  else
    self->separator = find_separator (text + self->position, length - self->position);
  self->start = self->position;
  self->start_line = self->line;

  return self;
}

void
msp_csv_reader_free (MspCsvReader *self)
{
  g_free (self->cells);
  g_free (self);
}

char
msp_csv_reader_get_separator (MspCsvReader *self)
{
  return self->separator;
}

void
msp_csv_reader_rewind (MspCsvReader *self)
{
  self->position = self->start;
  self->line = self->start_line;
  self->n_cells = 0;
}

static void
append (MspCsvReader *self,
        const char   *text,
        gsize         length)
{
  if (self->n_bytes + length > self->room)
    {
      self->room = MAX (self->room * 2, self->n_bytes + length);
      self->cells = g_realloc (self->cells, self->room);
    }

  memcpy (self->cells + self->n_bytes, text, length);
  self->n_bytes += length;
}

/* From behind the opening quote to behind the closing one. */
static gboolean
read_quoted (MspCsvReader  *self,
             GError       **error)
{
  guint opened = self->line;
  gsize begin = self->position;

  while (TRUE)
    {
      const char *run = self->text + self->position;
      gsize left = self->length - self->position;
      const char *quote = memchr (run, '"', MIN (left, MSP_IMPORT_LINE_MAX + 1));
      gsize n = quote != NULL ? (gsize) (quote - run) : left;

      if (quote == NULL && left > MSP_IMPORT_LINE_MAX)
        return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, opened, error,
                                _ ("a quote is opened here that is not closed within 1 MiB"));
      if (quote == NULL)
        return msp_import_fail (MSP_IMPORT_ERROR_INVALID, opened, error,
                                _ ("the quote that is opened here is never closed; the file may be cut off"));
      if (self->position + n - begin > MSP_IMPORT_LINE_MAX)
        return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, opened, error, _ ("the row is larger than 1 MiB"));

      for (gsize i = 0; i < n; i++)
        self->line += run[i] == '\n' || (run[i] == '\r' && run[i + 1] != '\n') ? 1 : 0;
      append (self, run, n);
      self->position += n + 1;
      if (self->position >= self->length || self->text[self->position] != '"')
        break;

      append (self, "\"", 1);
      self->position++;
    }

  if (!at_line_end (self) && self->text[self->position] != self->separator)
    return msp_import_fail (MSP_IMPORT_ERROR_INVALID, self->line, error,
                            _ ("text stands behind a closing quote; a quote inside a cell is written twice"));

  return TRUE;
}

static void
read_plain (MspCsvReader *self)
{
  const char *begin = self->text + self->position;
  const char *end = self->text + self->length;
  const char *p = begin;
  char separator = self->separator;

  while (p < end && *p != separator && *p != '\n' && *p != '\r')
    p++;

  append (self, begin, (gsize) (p - begin));
  self->position += (gsize) (p - begin);
}

static gboolean
read_cell (MspCsvReader  *self,
           GError       **error)
{
  gsize offset = self->n_bytes;

  if (self->n_cells == MSP_IMPORT_COLUMNS_MAX)
    return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, self->line, error,
                            _ ("the row has more than %d columns"), MSP_IMPORT_COLUMNS_MAX);

  self->offsets[self->n_cells++] = offset;
  if (self->position < self->length && self->text[self->position] == '"')
    {
      self->position++;
      if (!read_quoted (self, error))
        return FALSE;
    }
  else
    {
      read_plain (self);
    }

  if (self->position - self->raw_start > MSP_IMPORT_LINE_MAX)
    return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, self->record_line, error,
                            _ ("the row is larger than 1 MiB"));
  if (self->n_bytes - offset > MSP_IMPORT_FIELD_MAX)
    return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, self->record_line, error,
                            _ ("column %u holds more than 64 KiB"), self->n_cells);

  append (self, "", 1);

  return TRUE;
}

gboolean
msp_csv_reader_next (MspCsvReader  *self,
                     GError       **error)
{
  self->n_cells = 0;
  self->n_bytes = 0;
  while (self->position < self->length && at_line_end (self))
    pass_line_end (self);

  if (self->position >= self->length)
    return FALSE;

  self->raw_start = self->position;
  self->record_line = self->line;
  while (TRUE)
    {
      if (!read_cell (self, error))
        return FALSE;
      if (at_line_end (self))
        break;
      self->position++;
    }

  self->raw_end = self->position;
  pass_line_end (self);

  return TRUE;
}

guint
msp_csv_reader_get_n_cells (MspCsvReader *self)
{
  return self->n_cells;
}

const char *
msp_csv_reader_get_cell (MspCsvReader *self,
                         guint         index)
{
  return self->cells + self->offsets[index];
}

guint
msp_csv_reader_get_line (MspCsvReader *self)
{
  return self->record_line;
}

const char *
msp_csv_reader_get_raw (MspCsvReader *self,
                        gsize        *length)
{
  *length = self->raw_end - self->raw_start;

  return self->text + self->raw_start;
}

gsize
msp_csv_reader_get_position (MspCsvReader *self)
{
  return self->position;
}
