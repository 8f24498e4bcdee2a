/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-paste"

#include "journal/msp-figure-paste.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "journal/msp-contribution.h"

#define BYTES_MAX (8 * 1024 * 1024)
#define CELLS_MAX 1000000
/* Of what cannot be read, as much as tells which it is. */
#define QUOTE_MAX 30

void
msp_figure_paste_free (MspFigurePaste *self)
{
  g_array_unref (self->values);
  g_free (self);
}

gint64
msp_figure_paste_get (const MspFigurePaste *self,
                      guint                 line,
                      guint                 column)
{
  g_return_val_if_fail (self != NULL && line < self->n_lines && column < self->n_columns, -1);

  return g_array_index (self->values, gint64, line * self->n_columns + column);
}

/* A spreadsheet puts quotes round a cell that has a mark of the list in it. */
static char *
unquote (const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  gsize length = strlen (text);

  if (length < 2 || text[0] != '"' || text[length - 1] != '"')
    return g_steal_pointer (&text);

  return g_strstrip (g_strndup (text + 1, length - 2));
}

static gboolean
parse_cell (const char  *cell,
            guint        line,
            gint64      *value,
            GError     **error)
{
  g_autofree char *text = unquote (cell);
  g_autofree char *start = NULL;

  *value = -1;
  if (*text == '\0' || msp_text_parse_number (text, MSP_FIGURE_MAX, value))
    return TRUE;

  start = g_utf8_substring (text, 0, MIN (QUOTE_MAX, g_utf8_strlen (text, -1)));
  g_set_error (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_FORM,
               _ ("Line %u is not a whole number: “%s”. Nothing was changed."), line + 1, start);

  return FALSE;
}

static guint
count_columns (GStrv lines,
               guint n_lines)
{
  guint most = 1;

  for (guint i = 0; i < n_lines; i++)
    {
      guint n = 1;

      for (const char *p = lines[i]; *p != '\0'; p++)
        n += *p == '\t';
      most = MAX (most, n);
    }

  return most;
}

static gboolean
parse_line (MspFigurePaste  *self,
            const char      *text,
            guint            line,
            GError         **error)
{
  g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
  guint n_cells = g_strv_length (cells);

  for (guint i = 0; i < self->n_columns; i++)
    {
      gint64 value = -1;

      if (i < n_cells && !parse_cell (cells[i], line, &value, error))
        return FALSE;

      g_array_append_val (self->values, value);
    }

  return TRUE;
}

MspFigurePaste *
msp_figure_paste_parse (const char  *text,
                        GError     **error)
{
  g_autoptr (MspFigurePaste) self = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) unix_lines = NULL;
  g_autofree char *joined = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > BYTES_MAX || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_TOO_LONG,
                           _ ("What was copied is not a list of numbers. Nothing was changed."));
      return NULL;
    }

  unix_lines = g_strsplit (text, "\r\n", -1);
  joined = g_strjoinv ("\n", unix_lines);
  lines = g_strsplit (g_strdelimit (joined, "\r", '\n'), "\n", -1);

  self = g_new0 (MspFigurePaste, 1);
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_lines = g_strv_length (lines);
  while (self->n_lines > 0 && msp_text_is_blank (lines[self->n_lines - 1]))
    self->n_lines--;
  self->n_columns = count_columns (lines, self->n_lines);
  if (self->n_lines > CELLS_MAX / self->n_columns)
    {
      g_set_error_literal (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_TOO_LONG,
                           _ ("What was copied is more than a journal holds. Nothing was changed."));
      return NULL;
    }

  for (guint i = 0; i < self->n_lines; i++)
    {
      if (!parse_line (self, lines[i], i, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}
