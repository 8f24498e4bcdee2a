/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-markdown"

#include "base/msp-markdown.h"

#include <string.h>

/* Those that mean something anywhere in a line. */
#define MARKS "\\`*_[]<>|#~"

/* What would begin a list, or underline a heading, if the line begins with it. */
static gboolean
begins_block (const char *text,
              const char *c)
{
  if (c == text)
    return strchr ("+-=", *c) != NULL;

  return (*c == '.' || *c == ')') && strspn (text, "0123456789") == (gsize) (c - text);
}

/* "&amp;" and "&#38;" would be read as what they stand for; "Q&A" is safe as it is. */
static gboolean
begins_entity (const char *c)
{
  gsize n;

  if (*c != '&')
    return FALSE;

  c += c[1] == '#' ? 2 : 1;
  for (n = 0; g_ascii_isalnum (c[n]);)
    n++;

  return n > 0 && c[n] == ';';
}

void
msp_markdown_append (GString    *markdown,
                     const char *text)
{
  g_return_if_fail (markdown != NULL && text != NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\n' || *c == '\r')
        {
          g_string_append_c (markdown, ' ');
          continue;
        }
      if (strchr (MARKS, *c) != NULL || begins_block (text, c) || begins_entity (c))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *c);
    }
}

void
msp_markdown_append_cell (GString    *markdown,
                          const char *text)
{
  g_string_append_c (markdown, ' ');
  msp_markdown_append (markdown, text);
  g_string_append (markdown, " |");
}

/* Between pointed brackets an address may hold round ones; a bar would end the cell of a table, and a
 * backslash before it is taken off by some readers only. */
static void
append_address (GString    *markdown,
                const char *url)
{
  for (const char *c = url; *c != '\0'; c++)
    {
      if (strchr ("<>|\\", *c) != NULL || (guchar) * c <= ' ')
        g_string_append_printf (markdown, "%%%02X", (guint) (guchar) * c);
      else
        g_string_append_c (markdown, *c);
    }
}

void
msp_markdown_append_link (GString    *markdown,
                          const char *text,
                          const char *url)
{
  g_return_if_fail (markdown != NULL && text != NULL && url != NULL);

  g_string_append_c (markdown, '[');
  msp_markdown_append (markdown, text);
  g_string_append (markdown, "](<");
  append_address (markdown, url);
  g_string_append (markdown, ">)");
}
