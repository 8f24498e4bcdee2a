/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-text-filter"

#include "base/msp-text-filter.h"

#include <string.h>

/* Marks that turn or wall off the direction of what follows: a text with them reads as another. The
 * plain marks of direction and the joiners stay, languages need them. */
static gboolean
is_hidden (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void
append_break (GString  *filtered,
              gboolean  multi_line)
{
  g_string_append_c (filtered, multi_line ? '\n' : ' ');
}

char *
msp_text_filter (const char  *text,
                 gssize       length,
                 gboolean     multi_line,
                 gsize        most,
                 MspTextLoss *loss)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  GString *filtered = g_string_new (NULL);
  gsize taken = 0;
  const char *at = text;

  *loss = MSP_TEXT_WHOLE;
  while (at < end && taken < most)
    {
      gunichar c = g_utf8_get_char_validated (at, end - at);
      gboolean is_valid = c != (gunichar) - 1 && c != (gunichar) - 2;

      at = is_valid ? g_utf8_next_char (at) : at + 1;
      if (c == '\r' && at < end && *at == '\n')
        continue;
      if (!is_valid || (is_hidden (c) && c != '\t' && !is_line_break (c)))
        {
          *loss |= MSP_TEXT_CLEANED;
          continue;
        }
      if (is_line_break (c))
        append_break (filtered, multi_line);
      else if (c == '\t')
        g_string_append_c (filtered, multi_line ? '\t' : ' ');
      else
        g_string_append_unichar (filtered, c);
      taken++;
    }

  if (at < end)
    *loss |= MSP_TEXT_CUT;

  return g_string_free (filtered, FALSE);
}
