/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-json-scan"

#include "base/msp-json-scan.h"

#include <glib/gi18n-lib.h>

#define SIZE_MAX_BYTES (32 * 1024 * 1024)
#define DEPTH_MAX 64
/* What a 64-bit integer surely holds. */
#define DIGITS_MAX 18

G_DEFINE_QUARK (MspJsonError, msp_json_error)

/**
 * Scanner:
 *
 * Looks a document over before it is parsed: json-glib 1.6 crashes on deep nesting, wraps large
 * integers and takes a repeated name silently.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       position;
  int         line;
  int         depth;
  GHashTable *names[DEPTH_MAX + 1]; /* (owned) (nullable): of the object at that depth */
} Scanner;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Scanner     *scanner,
      GError     **error,
      const char  *format,
      ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MSP_JSON_ERROR, MSP_JSON_ERROR_LIMIT, _ ("line %d: %s"), scanner->line,
               message);

  return FALSE;
}

static gboolean
is_name (Scanner *scanner)
{
  gsize next = scanner->position;

  while (next < scanner->length && g_ascii_isspace (scanner->text[next]))
    next++;

  return next < scanner->length && scanner->text[next] == ':';
}

/* From behind the opening quote to behind the closing one. */
static gboolean
scan_string (Scanner  *scanner,
             GError  **error)
{
  gsize start = scanner->position;
  g_autofree char *name = NULL;

  while (scanner->position < scanner->length && scanner->text[scanner->position] != '"')
    scanner->position += scanner->text[scanner->position] == '\\' ? 2 : 1;

  if (scanner->position >= scanner->length)
    return fail (scanner, error, _ ("a text is not closed"));

  name = g_strndup (scanner->text + start, scanner->position - start);
  scanner->position++;
  if (scanner->names[scanner->depth] == NULL || !is_name (scanner))
    return TRUE;

  if (g_hash_table_contains (scanner->names[scanner->depth], name))
    return fail (scanner, error, _ ("the name “%s” stands there twice"), name);

  g_hash_table_add (scanner->names[scanner->depth], g_steal_pointer (&name));

  return TRUE;
}

static gboolean
scan_number (Scanner  *scanner,
             GError  **error)
{
  gsize digits = 0;

  while (scanner->position < scanner->length &&
         g_ascii_isdigit (scanner->text[scanner->position]))
    {
      scanner->position++;
      digits++;
    }

  if (digits > DIGITS_MAX)
    return fail (scanner, error, _ ("a number has more than %d digits"), DIGITS_MAX);

  if (scanner->position < scanner->length &&
      (scanner->text[scanner->position] == 'e' || scanner->text[scanner->position] == 'E'))
    return fail (scanner, error, _ ("numbers with an exponent are not read"));

  return TRUE;
}

static gboolean
open_level (Scanner   *scanner,
            gboolean   is_object,
            GError   **error)
{
  if (scanner->depth == DEPTH_MAX)
    return fail (scanner, error, _ ("nested more than %d deep"), DEPTH_MAX);

  scanner->depth++;
  scanner->names[scanner->depth] = is_object ? g_hash_table_new_full (g_str_hash, g_str_equal,
                                                                      g_free, NULL) : NULL;

  return TRUE;
}

static gboolean
scan_all (Scanner  *scanner,
          GError  **error)
{
  while (scanner->position < scanner->length)
    {
      char c = scanner->text[scanner->position];
      gboolean good = TRUE;

      if (g_ascii_isdigit (c))
        {
          good = scan_number (scanner, error);
        }
      else
        {
          scanner->position++;
          if (c == '\n')
            scanner->line++;
          else if (c == '"')
            good = scan_string (scanner, error);
          else if (c == '{' || c == '[')
            good = open_level (scanner, c == '{', error);
          else if ((c == '}' || c == ']') && scanner->depth > 0)
            g_clear_pointer (&scanner->names[scanner->depth--], g_hash_table_unref);
        }

      if (!good)
        return FALSE;
    }

  return TRUE;
}

/**
 * msp_json_scan:
 * @text: a document
 * @length: its size in bytes
 * @error: return location for an error
 *
 * Returns: whether json-glib may parse it
 */
gboolean
msp_json_scan (const char  *text,
               gsize        length,
               GError     **error)
{
  Scanner scanner = { .text = text, .length = length, .line = 1 };
  const char *end;
  gboolean good;

  if (length > SIZE_MAX_BYTES)
    return fail (&scanner, error, _ ("the file is larger than 32 MiB"));
  if (!g_utf8_validate (text, (gssize) length, &end))
    return fail (&scanner, error, _ ("byte %u is not valid UTF-8"), (guint) (end - text));

  good = scan_all (&scanner, error);
  for (int depth = 0; depth <= DEPTH_MAX; depth++)
    g_clear_pointer (&scanner.names[depth], g_hash_table_unref);

  return good;
}
