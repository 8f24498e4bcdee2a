/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-json-tree"

#include "exchange/msp-json-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/msp-import-limits.h"

#define BLOCK_SIZE 64
/* What a 64-bit integer surely holds. */
#define DIGITS_MAX 18
/* Names are compared with all before them. */
#define MEMBERS_MAX 200

struct _MspJsonTree
{
  GPtrArray  *blocks; /* (owned): BLOCK_SIZE values each */
  guint       n_values;
  char       *texts;  /* (owned): the texts without their escapes */
  gsize       room;
  char       *write;  /* in texts */

  const char *at;
  const char *end;
  guint       line;
  guint       depth;
  char       *problem; /* (owned) (nullable) */
};

static MspJsonValue *parse_value (MspJsonTree *self);

MspJsonTree *
msp_json_tree_new (void)
{
  MspJsonTree *self = g_new0 (MspJsonTree, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
msp_json_tree_free (MspJsonTree *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self->texts);
  g_free (self->problem);
  g_free (self);
}

G_GNUC_PRINTF (2, 3)
static gpointer
fail (MspJsonTree *self,
      const char  *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->problem != NULL)
    return NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->problem = g_strdup_printf (_ ("Line %u: %s."), self->line, message);

  return NULL;
}

static MspJsonValue *
add_value (MspJsonTree *self,
           MspJsonKind  kind)
{
  MspJsonValue *value;

  if (self->n_values / BLOCK_SIZE == self->blocks->len)
    g_ptr_array_add (self->blocks, g_new (MspJsonValue, BLOCK_SIZE));

  value = (MspJsonValue *) g_ptr_array_index (self->blocks, self->n_values / BLOCK_SIZE) +
          self->n_values % BLOCK_SIZE;
  self->n_values++;
  memset (value, 0, sizeof *value);
  value->kind = kind;

  return value;
}

/* The next character that is no blank; 0 at the end. */
static char
peek (MspJsonTree *self)
{
  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '\n')
        self->line++;
      else if (*self->at != ' ' && *self->at != '\t' && *self->at != '\r')
        return *self->at;
    }

  return 0;
}

/* Four hexadecimal digits; G_MAXUINT32 if they are not. */
static gunichar
read_code (MspJsonTree *self)
{
  gunichar code = 0;

  for (int i = 0; i < 4; i++, self->at++)
    {
      int digit = self->at < self->end ? g_ascii_xdigit_value (*self->at) : -1;

      if (digit < 0)
        return G_MAXUINT32;
      code = code * 16 + (gunichar) digit;
    }

  return code;
}

/* What stands behind "\u": a character, or the two halves of one. */
static gboolean
read_character (MspJsonTree *self)
{
  gunichar c = read_code (self);

  if (c >= 0xd800 && c < 0xdc00 && self->end - self->at > 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      gunichar low;

      self->at += 2;
      low = read_code (self);
      c = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00)
                                        : G_MAXUINT32;
    }

  if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
    return fail (self, _ ("“\\u” is not followed by the number of a character")) != NULL;

  self->write += g_unichar_to_utf8 (c, self->write);

  return TRUE;
}

static gboolean
read_escape (MspJsonTree *self)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (self->at >= self->end)
    return fail (self, _ ("a text is not closed")) != NULL;
  if (*self->at == 'u')
    {
      self->at++;
      return read_character (self);
    }

  found = strchr (from, *self->at);
  if (found == NULL)
    return fail (self, _ ("a backslash stands before a character that needs none")) != NULL;

  *self->write++ = to[found - from];
  self->at++;

  return TRUE;
}

/* (nullable): from the opening quote to behind the closing one */
static const char *
parse_text (MspJsonTree *self)
{
  char *text = self->write;

  self->at++;
  while (self->at < self->end && *self->at != '"')
    {
      const char *run = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\')
        self->line += *self->at++ == '\n' ? 1 : 0;
      memcpy (self->write, run, (gsize) (self->at - run));
      self->write += self->at - run;

      if (self->at < self->end && *self->at == '\\')
        {
          self->at++;
          if (!read_escape (self))
            return NULL;
        }
    }

  if (self->at >= self->end)
    return fail (self, _ ("a text is not closed"));

  self->at++;
  *self->write++ = '\0';

  return text;
}

static gsize
pass_digits (MspJsonTree *self)
{
  const char *begin = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return (gsize) (self->at - begin);
}

static MspJsonValue *
parse_number (MspJsonTree *self)
{
  const char *begin = self->at;
  MspJsonValue *value;
  gsize digits;

  self->at += *self->at == '-' ? 1 : 0;
  digits = pass_digits (self);
  if (self->at < self->end && *self->at == '.')
    {
      self->at++;
      digits += pass_digits (self);
    }

  if (digits == 0)
    return fail (self, _ ("a value is expected"));
  if (digits > DIGITS_MAX)
    return fail (self, _ ("a number has more than %d digits"), DIGITS_MAX);
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    return fail (self, _ ("numbers with an exponent are not read"));

  value = add_value (self, MSP_JSON_NUMBER);
  value->text = self->write;
  memcpy (self->write, begin, (gsize) (self->at - begin));
  self->write += self->at - begin;
  *self->write++ = '\0';

  return value;
}

static MspJsonValue *
parse_word (MspJsonTree *self)
{
  static const struct
  {
    const char *word;
    MspJsonKind kind;
  } words[] = { { "null", MSP_JSON_NOTHING }, { "true", MSP_JSON_BOOLEAN },
                { "false", MSP_JSON_BOOLEAN } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);
      MspJsonValue *value;

      if ((gsize) (self->end - self->at) < length || memcmp (self->at, words[i].word, length) != 0)
        continue;

      self->at += length;
      value = add_value (self, words[i].kind);
      value->text = words[i].word;

      return value;
    }

  return fail (self, _ ("a value is expected"));
}

static gboolean
is_repeated (const MspJsonValue *object,
             const char         *name)
{
  return msp_json_value_get (object, name) != NULL;
}

/* A member of @object: its name and what is behind the colon. */
static MspJsonValue *
parse_member (MspJsonTree        *self,
              const MspJsonValue *object)
{
  const char *name;
  MspJsonValue *value;

  if (peek (self) != '"')
    return fail (self, _ ("a name in quotes is expected"));

  name = parse_text (self);
  if (name == NULL)
    return NULL;
  if (is_repeated (object, name))
    return fail (self, _ ("the name “%s” stands there twice"), name);
  if (peek (self) != ':')
    return fail (self, _ ("a colon is expected behind “%s”"), name);

  self->at++;
  value = parse_value (self);
  if (value != NULL)
    value->name = name;

  return value;
}

static MspJsonValue *
parse_container (MspJsonTree *self,
                 MspJsonKind  kind)
{
  MspJsonValue *container = add_value (self, kind);
  MspJsonValue **last = &container->first;
  char closing = kind == MSP_JSON_OBJECT ? '}' : ']';
  guint n_members = 0;

  if (self->depth == MSP_IMPORT_DEPTH_MAX)
    return fail (self, _ ("lists and objects are nested more than %d deep"), MSP_IMPORT_DEPTH_MAX);

  self->depth++;
  self->at++;
  while (peek (self) != closing || n_members > 0)
    {
      if (kind == MSP_JSON_OBJECT && ++n_members > MEMBERS_MAX)
        return fail (self, _ ("an object has more than %d names"), MEMBERS_MAX);

      *last = kind == MSP_JSON_OBJECT ? parse_member (self, container) : parse_value (self);
      if (*last == NULL)
        return NULL;

      last = &(*last)->next;
      if (peek (self) == closing)
        break;
      if (peek (self) != ',')
        return fail (self, _ ("a comma or “%c” is expected"), closing);
      self->at++;
      n_members += kind == MSP_JSON_OBJECT ? 0 : 1;
    }

  self->at++;
  self->depth--;

  return container;
}

static MspJsonValue *
parse_value (MspJsonTree *self)
{
  char c = peek (self);
  MspJsonValue *value;

  if (c == '{' || c == '[')
    return parse_container (self, c == '{' ? MSP_JSON_OBJECT : MSP_JSON_LIST);
  if (c == '-' || g_ascii_isdigit (c))
    return parse_number (self);
  if (c != '"')
    return parse_word (self);

  value = add_value (self, MSP_JSON_TEXT);
  value->text = parse_text (self);

  return value->text != NULL ? value : NULL;
}

const MspJsonValue *
msp_json_tree_parse (MspJsonTree  *self,
                     const char   *text,
                     gsize         length,
                     guint         line,
                     char        **problem)
{
  MspJsonValue *value;

  /* No text is longer without its escapes, and a quote makes room for its end. */
  if (length + 1 > self->room)
    {
      self->room = length + 1;
      self->texts = g_realloc (self->texts, self->room);
    }

  self->write = self->texts;
  self->n_values = 0;
  self->at = text;
  self->end = text + length;
  self->line = line;
  self->depth = 0;
  g_clear_pointer (&self->problem, g_free);

  value = parse_value (self);
  if (value != NULL && peek (self) != 0)
    value = fail (self, _ ("text stands behind the end of the value"));
  *problem = g_steal_pointer (&self->problem);

  return value;
}

const MspJsonValue *
msp_json_value_get (const MspJsonValue *object,
                    const char         *name)
{
  const MspJsonValue *member = object->first;

  while (member != NULL && (member->name == NULL || strcmp (member->name, name) != 0))
    member = member->next;

  return member;
}
