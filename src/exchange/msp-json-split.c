/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-json-split"

#include "exchange/msp-json-split.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/msp-import-limits.h"

typedef struct
{
  const char        *text;
  gsize              length;
  gsize              position;
  guint              line;
  guint              depth;
  char               closing[MSP_IMPORT_DEPTH_MAX]; /* what has to close each level */
  const char *const *date_names;
  MspJsonItems      *items;
  GError           **error;
} Splitter;

/* A text between its quotes, as it stands. */
typedef struct
{
  const char *start;
  gsize       length;
} Token;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Splitter       *splitter,
      MspImportError  code,
      const char     *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (splitter->error, MSP_IMPORT_ERROR, (int) code,
               _ ("line %u, byte %" G_GSIZE_FORMAT ": %s"), splitter->line, splitter->position + 1,
               message);

  return FALSE;
}

static gboolean
fail_at_end (Splitter *splitter)
{
  return fail (splitter, MSP_IMPORT_ERROR_INVALID,
               _ ("the file ends in the middle of its content; it is cut off"));
}

/* The next character that is no blank; 0 at the end. */
static char
peek (Splitter *splitter)
{
  while (splitter->position < splitter->length)
    {
      char c = splitter->text[splitter->position];

      if (c == '\n')
        splitter->line++;
      else if (c != ' ' && c != '\t' && c != '\r')
        return c;
      splitter->position++;
    }

  return 0;
}

static gboolean
expect (Splitter *splitter,
        char      wanted)
{
  char c = peek (splitter);

  if (c == 0)
    return fail_at_end (splitter);
  if (c != wanted)
    return fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("“%c” is expected here"), wanted);

  splitter->position++;

  return TRUE;
}

/* From the opening quote to behind the closing one. */
static gboolean
pass_text (Splitter *splitter,
           Token    *token)
{
  gsize begin = ++splitter->position;
  gsize escapes = 0;
  const char *text = splitter->text;

  while (splitter->position < splitter->length && text[splitter->position] != '"')
    {
      char c = text[splitter->position];

      if (c == '\n')
        splitter->line++;
      /* "\u00fc" is at most three bytes long. */
      if (c == '\\')
        escapes += splitter->position + 1 < splitter->length && text[splitter->position + 1] == 'u' ? 3
                                                                                                    : 1;
      splitter->position += c == '\\' ? 2 : 1;
    }

  if (splitter->position >= splitter->length)
    {
      splitter->position = splitter->length;
      return fail_at_end (splitter);
    }

  token->start = text + begin;
  token->length = splitter->position - begin;
  splitter->position++;
  if (token->length - escapes > MSP_IMPORT_FIELD_MAX)
    return fail (splitter, MSP_IMPORT_ERROR_TOO_LARGE, _ ("a text of more than 64 KiB ends here"));

  return TRUE;
}

static gboolean
equals (const Token *token,
        const char  *name)
{
  return strlen (name) == token->length && memcmp (token->start, name, token->length) == 0;
}

static void
note_date (Splitter    *splitter,
           const Token *name,
           const Token *value)
{
  char text[32];

  for (guint i = 0; name->start != NULL && splitter->date_names[i] != NULL; i++)
    {
      if (!equals (name, splitter->date_names[i]))
        continue;

      g_snprintf (text, sizeof text, "%.*s", (int) MIN (value->length, sizeof text - 1), value->start);
      msp_date_evidence_add (&splitter->items->dates, text);
      return;
    }
}

static gboolean
go_down (Splitter *splitter,
         char      closing)
{
  if (splitter->depth == MSP_IMPORT_DEPTH_MAX)
    return fail (splitter, MSP_IMPORT_ERROR_TOO_LARGE, _ ("lists and objects are nested more than %d "
                                                          "deep"), MSP_IMPORT_DEPTH_MAX);

  splitter->closing[splitter->depth++] = closing;
  splitter->position++;

  return TRUE;
}

static gboolean
go_up (Splitter *splitter,
       char      closing)
{
  if (splitter->closing[splitter->depth - 1] != closing)
    return fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("“%c” is expected here"),
                 splitter->closing[splitter->depth - 1]);

  splitter->depth--;
  splitter->position++;

  return TRUE;
}

static gboolean
is_end_of_word (char c)
{
  return strchr (",:]}[{\" \t\r\n", c) != NULL;
}

/* One value with all that is in it. @seen_date: whether its dates count. */
static gboolean
pass_value (Splitter *splitter,
            gboolean  counts)
{
  guint outside = splitter->depth;
  Token name = { NULL, 0 };
  Token token;

  do
    {
      char c = peek (splitter);
      gboolean good = TRUE;

      if (c == 0)
        return fail_at_end (splitter);

      if (c == '"')
        {
          good = pass_text (splitter, &token);
          if (good && splitter->depth > outside && peek (splitter) == ':')
            name = token;
          else if (good && counts)
            note_date (splitter, &name, &token);
        }
      else if (c == '{' || c == '[')
        good = go_down (splitter, c == '{' ? '}' : ']');
      else if ((c == '}' || c == ']') && splitter->depth > outside)
        good = go_up (splitter, c);
      else if (splitter->depth > outside && (c == ',' || c == ':'))
        splitter->position++;
      else if (is_end_of_word (c))
        return fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("a value is expected here"));
      else
        while (splitter->position < splitter->length &&
               !is_end_of_word (splitter->text[splitter->position]))
          splitter->position++;

      if (!good)
        return FALSE;
    }
  while (splitter->depth > outside);

  return TRUE;
}

static gboolean
add_item (Splitter *splitter)
{
  MspJsonItem item;

  if (peek (splitter) == 0)
    return fail_at_end (splitter);

  item.start = splitter->position;
  item.line = splitter->line;
  if (splitter->items->items->len == MSP_IMPORT_ROWS_MAX)
    return fail (splitter, MSP_IMPORT_ERROR_TOO_LARGE,
                 _ ("there are more than 100,000 entries; import the file in parts"));
  if (!pass_value (splitter, TRUE))
    return FALSE;

  item.end = splitter->position;
  if (item.end - item.start > MSP_IMPORT_LINE_MAX)
    return fail (splitter, MSP_IMPORT_ERROR_TOO_LARGE, _ ("an entry of more than 1 MiB ends here"));

  g_array_append_val (splitter->items->items, item);

  return TRUE;
}

static gboolean
split_list (Splitter *splitter)
{
  if (peek (splitter) != '[')
    return fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("a list is expected here"));
  if (!go_down (splitter, ']'))
    return FALSE;

  if (peek (splitter) == ']')
    return go_up (splitter, ']');

  while (TRUE)
    {
      if (!add_item (splitter))
        return FALSE;
      if (peek (splitter) == ']')
        return go_up (splitter, ']');
      if (!expect (splitter, ','))
        return FALSE;
    }
}

static gboolean split_below (Splitter          *splitter,
                             const char *const *path);

/* One member of an object on the way to the list. */
static gboolean
pass_member (Splitter          *splitter,
             const char *const *path,
             gboolean          *found)
{
  Token name;

  if (peek (splitter) != '"')
    return peek (splitter) == 0 ? fail_at_end (splitter)
           : fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("a name in quotes is expected here"));
  if (!pass_text (splitter, &name) || !expect (splitter, ':'))
    return FALSE;
  if (!equals (&name, path[0]))
    return pass_value (splitter, FALSE);
  if (*found)
    return fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("the name “%s” stands there twice"), path[0]);

  *found = TRUE;

  return split_below (splitter, path + 1);
}

/* The list is at the end of @path, which has as many steps as this goes down. */
static gboolean
split_below (Splitter          *splitter,
             const char *const *path)
{
  gboolean found = FALSE;

  if (path[0] == NULL)
    return split_list (splitter);
  if (peek (splitter) != '{')
    return fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("an object with “%s” is expected here"), path[0]);
  if (!go_down (splitter, '}'))
    return FALSE;

  if (peek (splitter) != '}')
    {
      while (TRUE)
        {
          if (!pass_member (splitter, path, &found))
            return FALSE;
          if (peek (splitter) == '}')
            break;
          if (!expect (splitter, ','))
            return FALSE;
        }
    }

  if (!found)
    return fail (splitter, MSP_IMPORT_ERROR_INVALID, _ ("there is no list “%s” up to here"), path[0]);

  return go_up (splitter, '}');
}

void
msp_json_items_clear (MspJsonItems *self)
{
  g_clear_pointer (&self->items, g_array_unref);
}

gboolean
msp_json_split (const char         *text,
                gsize               length,
                const char *const  *path,
                const char *const  *date_names,
                MspJsonItems       *items,
                GError            **error)
{
  Splitter splitter = { .text = text, .length = length, .line = 1, .date_names = date_names,
                        .items = items, .error = error };

  items->items = g_array_new (FALSE, FALSE, sizeof (MspJsonItem));
  if (path != NULL ? !split_below (&splitter, path) : !add_item (&splitter))
    return FALSE;

  return peek (&splitter) == 0 ||
         fail (&splitter, MSP_IMPORT_ERROR_INVALID, _ ("text stands behind the end of the content"));
}
