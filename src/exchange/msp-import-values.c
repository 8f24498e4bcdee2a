/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-values"

#include "exchange/msp-import-values.h"

#include <string.h>

#include "base/msp-text.h"
#include "journal/msp-contribution.h"

/* Most numbers are nothing but digits. */
static gboolean
is_plain_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && digits <= 12 && text[digits] == '\0';
}

gboolean
msp_import_value_to_number (const char *text,
                            gint64     *number)
{
  g_autofree char *whole = NULL;
  const char *point = strrchr (text, '.');

  if (is_plain_number (text))
    {
      *number = g_ascii_strtoll (text, NULL, 10);
      return TRUE;
    }

  /* A spreadsheet may write 12 as 12.0; 12.000 is twelve thousand somewhere. */
  if (point != NULL && (g_str_equal (point, ".0") || g_str_equal (point, ".00")))
    whole = g_strndup (text, (gsize) (point - text));

  return msp_text_parse_number (whole != NULL ? whole : text, MSP_FIGURE_MAX, number);
}

gboolean
msp_import_value_to_flag (const char *text,
                          gboolean   *flag)
{
  static const char *const yes[] = { "true", "yes", "y", "x", "1", NULL };
  static const char *const no[] = { "false", "no", "n", "0", "", NULL };
  g_autofree char *word = g_strstrip (g_ascii_strdown (text, -1));

  *flag = g_strv_contains (yes, word);

  return *flag || g_strv_contains (no, word);
}

gboolean
msp_import_value_is_hidden (const char *text)
{
  g_autofree char *word = g_strstrip (g_ascii_strdown (text, -1));

  return *word != '\0' && !g_str_equal (word, "everyone") && !g_str_equal (word, "public");
}

gboolean
msp_import_value_is_time (const char *text)
{
  MspDay day;
  char *end = NULL;
  g_autofree char *date = g_strndup (text, 10);

  return strlen (text) == strlen ("2026-11-21T18:02:11Z") && msp_day_parse (date, &day, NULL) &&
         text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z' &&
         g_ascii_strtoull (text + 11, &end, 10) < 24 && end == text + 13 &&
         g_ascii_strtoull (text + 14, &end, 10) < 60 && end == text + 16 &&
         g_ascii_strtoull (text + 17, &end, 10) < 61 && end == text + 19;
}
