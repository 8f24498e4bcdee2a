/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-table-text"

#include "exchange/msp-table-text.h"

#include <string.h>

#define PORTAL_HEADING "# MVP Activity:"
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Sentences have commas, too. */
#define N_SIGNS_MIN 2

static gsize
get_line_length (const char *text)
{
  return strcspn (text, "\r\n");
}

static guint
count_sign (const char *line,
            char        sign)
{
  gsize length = get_line_length (line);
  gboolean is_quoted = FALSE;
  guint n_signs = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == '"')
        is_quoted = !is_quoted;
      else if (line[i] == sign && !is_quoted)
        n_signs++;
    }

  return n_signs;
}

/* (nullable): what follows the line, without empty lines */
static const char *
get_next_line (const char *line)
{
  const char *next = line + get_line_length (line);

  next += strspn (next, "\r\n");

  return *next != '\0' ? next : NULL;
}

static gboolean
is_json (const char *text)
{
  if (*text != '[' && *text != '{')
    return FALSE;

  text++;
  text += strspn (text, " \t\r\n");

  return *text == '{' || *text == '"';
}

gboolean
msp_table_text_is_import (const char *text)
{
  const char *second;
  guint n_tabs;

  g_return_val_if_fail (text != NULL, FALSE);

  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    text += strlen (BYTE_ORDER_MARK);
  text += strspn (text, "\r\n");
  if (g_str_has_prefix (text, PORTAL_HEADING) || is_json (text + strspn (text, " \t")))
    return TRUE;

  second = get_next_line (text);
  if (second == NULL)
    return FALSE;

  n_tabs = count_sign (text, '\t');
  if (n_tabs > 0 && count_sign (second, '\t') > 0)
    return TRUE;

  for (const char *sign = ";,"; *sign != '\0'; sign++)
    {
      guint n_signs = count_sign (text, *sign);

      if (n_signs >= N_SIGNS_MIN && count_sign (second, *sign) == n_signs)
        return TRUE;
    }

  return FALSE;
}
