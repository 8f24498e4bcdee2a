/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-markdown-lines"

#include "exchange/msp-markdown-lines.h"

#include <string.h>

#define ACTIVITY "MVP Activity:"

static const char *
line_end (const char *line,
          const char *end)
{
  while (line < end && *line != '\n' && *line != '\r')
    line++;

  return line;
}

const char *
msp_markdown_next_line (const char *line,
                        const char *end)
{
  const char *next = line_end (line, end);

  if (next < end && *next == '\r' && next + 1 < end && next[1] == '\n')
    next++;

  return next < end ? next + 1 : end;
}

char *
msp_markdown_dup_heading (const char *line,
                          const char *end,
                          guint       level)
{
  const char *stop = line_end (line, end);
  guint marks = 0;
  g_autofree char *text = NULL;

  while (line < stop && *line == '#')
    {
      line++;
      marks++;
    }
  if (marks != level || line >= stop || (*line != ' ' && *line != '\t'))
    return NULL;

  text = g_strstrip (g_strndup (line, (gsize) (stop - line)));

  return g_steal_pointer (&text);
}

char *
msp_markdown_dup_activity (const char *line,
                           const char *end)
{
  g_autofree char *heading = msp_markdown_dup_heading (line, end, 1);

  if (heading == NULL || g_ascii_strncasecmp (heading, ACTIVITY, strlen (ACTIVITY)) != 0)
    return NULL;

  return g_strstrip (g_strdup (heading + strlen (ACTIVITY)));
}

/* Whether a "#" that is no heading begins a line: backslashes stand before it. */
static gboolean
is_masked (const char *line,
           const char *stop)
{
  const char *p = line;

  while (p < stop && *p == '\\')
    p++;

  return p > line && p < stop && *p == '#';
}

char *
msp_markdown_dup_text (const char *start,
                       const char *end)
{
  GString *text = g_string_new (NULL);

  while (start < end)
    {
      const char *stop = line_end (start, end);

      if (is_masked (start, stop))
        start++;
      g_string_append_len (text, start, stop - start);
      g_string_append_c (text, '\n');
      start = msp_markdown_next_line (stop, end);
    }

  return g_strstrip (g_string_free (text, FALSE));
}

/* What is behind "- ", "* " and "- [x] "; NULL for a box that is not ticked. */
static const char *
pass_bullet (const char *line)
{
  if ((*line == '-' || *line == '*' || *line == '+') && (line[1] == ' ' || line[1] == '\t'))
    line += 2;
  line += strspn (line, " \t");
  if (g_str_has_prefix (line, "[ ]"))
    return NULL;
  if (g_str_has_prefix (line, "[x]") || g_str_has_prefix (line, "[X]"))
    line += 3;

  return line;
}

GStrv
msp_markdown_list_items (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *item = pass_bullet (g_strstrip (lines[i]));

      if (item != NULL && *item != '\0')
        g_strv_builder_add (items, item);
    }

  return g_strv_builder_end (items);
}

char *
msp_markdown_dup_link (const char *text)
{
  gsize length = strlen (text);
  const char *open = strstr (text, "](");

  if (length > 2 && text[0] == '<' && text[length - 1] == '>')
    return g_strndup (text + 1, length - 2);
  if (text[0] == '[' && open != NULL && text[length - 1] == ')')
    return g_strndup (open + 2, length - (gsize) (open + 3 - text));

  return NULL;
}
