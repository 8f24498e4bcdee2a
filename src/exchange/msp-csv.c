/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-csv"

#include "exchange/msp-csv.h"

/* A spreadsheet runs a cell that begins like this as a formula; the mark
 * itself is doubled, so that reading takes exactly one off. */
static gboolean
looks_like_a_formula (const char *text)
{
  const char *start = text + strspn (text, " ");
  gunichar first = g_utf8_get_char (start);

  return (*start != '\0' && strchr ("=+-@\t\r'", *start) != NULL) || first == 0xff1d ||
         first == 0xff0b || first == 0xff0d || first == 0xff20;
}

/**
 * msp_csv_append_cell:
 * @row: a line of RFC 4180 being written
 * @text: what stands in its next cell
 */
void
msp_csv_append_cell (GString    *row,
                     const char *text)
{
  if (row->len > 0 && row->str[row->len - 1] != '\n')
    g_string_append_c (row, ',');

  if (strpbrk (text, ",\"\r\n;\t") == NULL && !looks_like_a_formula (text) && *text != '\0')
    {
      g_string_append (row, text);
      return;
    }

  g_string_append_c (row, '"');
  if (looks_like_a_formula (text))
    g_string_append_c (row, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

char *
msp_csv_defuse (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_strconcat (looks_like_a_formula (text) ? "'" : "", text, NULL);
}

const char *
msp_csv_pass_mark (const char *cell)
{
  return *cell == '\'' && looks_like_a_formula (cell + 1) ? cell + 1 : cell;
}

char *
msp_csv_join_list (const char *const *values)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (cell, ';');
      for (const char *p = values[i]; *p != '\0'; p++)
        {
          if (*p == ';' || *p == '\\')
            g_string_append_c (cell, '\\');
          g_string_append_c (cell, *p);
        }
    }

  return g_string_free (cell, FALSE);
}

GStrv
msp_csv_split_list (const char *cell)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GString) value = g_string_new (NULL);

  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == ';')
        {
          g_strv_builder_add (values, value->str);
          g_string_truncate (value, 0);
          continue;
        }
      if (*p == '\\' && (p[1] == ';' || p[1] == '\\'))
        p++;
      g_string_append_c (value, *p);
    }

  if (*cell != '\0')
    g_strv_builder_add (values, value->str);

  return g_strv_builder_end (values);
}
