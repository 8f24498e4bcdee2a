/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-json"

#include "base/msp-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "base/msp-text.h"

struct _MspJsonDoc
{
  char       *name;   /* (owned): shown in errors */
  JsonParser *parser; /* (owned) */
  GPtrArray  *places; /* (owned) (element-type MspJson) */
  GError     *error;  /* (owned) (nullable): the first */
};

struct _MspJson
{
  MspJsonDoc *doc;
  JsonNode   *node; /* (nullable): NULL where there is nothing */
  char       *path; /* (owned): programs[1].criteria */
};

static void
place_free (MspJson *place)
{
  g_free (place->path);
  g_free (place);
}

static MspJson *
add_place (MspJsonDoc *doc,
           JsonNode   *node,
           char       *path)
{
  MspJson *place = g_new0 (MspJson, 1);

  place->doc = doc;
  place->node = node;
  place->path = path;
  g_ptr_array_add (doc->places, place);

  return place;
}

/**
 * msp_json_doc_new:
 * @name: what errors call it
 * @text: the document
 * @length: its size in bytes
 *
 * Returns: (transfer full): the document, which may have failed already
 */
MspJsonDoc *
msp_json_doc_new (const char *name,
                  const char *text,
                  gsize       length)
{
  MspJsonDoc *self = g_new0 (MspJsonDoc, 1);

  self->name = g_strdup (name);
  self->parser = json_parser_new_immutable ();
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);

  if (!msp_json_scan (text, length, &self->error) ||
      !json_parser_load_from_data (self->parser, text, (gssize) length, &self->error))
    g_prefix_error (&self->error, "%s: ", name);
  else if (json_parser_get_root (self->parser) == NULL)
    g_set_error (&self->error, MSP_JSON_ERROR, MSP_JSON_ERROR_SYNTAX, _ ("%s: the file is empty"),
                 name);

  return self;
}

void
msp_json_doc_free (MspJsonDoc *self)
{
  g_ptr_array_unref (self->places);
  g_object_unref (self->parser);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self);
}

MspJson *
msp_json_doc_root (MspJsonDoc *self)
{
  return add_place (self, self->error == NULL ? json_parser_get_root (self->parser) : NULL,
                    g_strdup (""));
}

/**
 * msp_json_doc_finish:
 * @self: a document
 * @error: return location for what was wrong first
 *
 * Returns: whether all that was read was right
 */
gboolean
msp_json_doc_finish (MspJsonDoc  *self,
                     GError     **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

void
msp_json_fail (MspJson    *self,
               const char *format,
               ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  if (self->doc->error != NULL)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (&self->doc->error, MSP_JSON_ERROR, MSP_JSON_ERROR_CONTENT, "%s: %s%s%s",
               self->doc->name, self->path, *self->path != '\0' ? ": " : "", message);
}

static JsonObject *
object_of (MspJson *self)
{
  if (self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node))
    return json_node_get_object (self->node);

  msp_json_fail (self, _ ("an object is expected"));

  return NULL;
}

static JsonArray *
array_of (MspJson *self)
{
  if (self->node != NULL && JSON_NODE_HOLDS_ARRAY (self->node))
    return json_node_get_array (self->node);

  msp_json_fail (self, _ ("a list is expected"));

  return NULL;
}

/**
 * msp_json_allow:
 * @self: an object
 * @names: the names that it may have, with blanks between
 *
 * Fails on any other.
 */
void
msp_json_allow (MspJson    *self,
                const char *names)
{
  g_auto (GStrv) allowed = g_strsplit (names, " ", -1);
  g_auto (GStrv) present = msp_json_list_names (self);

  for (guint i = 0; present[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) allowed, present[i]))
        msp_json_fail (self, _ ("unknown name \"%s\""), present[i]);
    }
}

/**
 * msp_json_get:
 * @self: an object
 * @name: one of its names
 *
 * Returns: (transfer none): the value; one that is missing fails
 */
MspJson *
msp_json_get (MspJson    *self,
              const char *name)
{
  JsonObject *object = object_of (self);
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (object != NULL && node == NULL)
    msp_json_fail (self, _ ("\"%s\" is missing"), name);

  return add_place (self->doc, node, *self->path != '\0' ? g_strconcat (self->path, ".", name, NULL)
                                                         : g_strdup (name));
}

gboolean
msp_json_has (MspJson    *self,
              const char *name)
{
  return self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node) &&
         json_object_has_member (json_node_get_object (self->node), name);
}

GStrv
msp_json_list_names (MspJson *self)
{
  JsonObject *object = object_of (self);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GList *link = names; link != NULL; link = link->next)
    g_strv_builder_add (builder, link->data);

  return g_strv_builder_end (builder);
}

guint
msp_json_get_length (MspJson *self)
{
  JsonArray *array = array_of (self);

  return array != NULL ? json_array_get_length (array) : 0;
}

MspJson *
msp_json_get_element (MspJson *self,
                      guint    index)
{
  JsonArray *array = array_of (self);

  return add_place (self->doc, array != NULL ? json_array_get_element (array, index) : NULL,
                    g_strdup_printf ("%s[%u]", self->path, index));
}

static gboolean
holds (MspJson *self,
       GType    type)
{
  return self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) &&
         json_node_get_value_type (self->node) == type;
}

gboolean
msp_json_is_array (MspJson *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_ARRAY (self->node);
}

gboolean
msp_json_is_string (MspJson *self)
{
  return holds (self, G_TYPE_STRING);
}

gboolean
msp_json_is_boolean (MspJson *self)
{
  return holds (self, G_TYPE_BOOLEAN);
}

gboolean
msp_json_is_integer (MspJson *self)
{
  return holds (self, G_TYPE_INT64);
}

gboolean
msp_json_is_null (MspJson *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_NULL (self->node);
}

/**
 * msp_json_get_string:
 * @self: a text
 *
 * Returns: (transfer none): the text; anything else fails and is empty
 */
const char *
msp_json_get_string (MspJson *self)
{
  if (msp_json_is_string (self))
    return json_node_get_string (self->node);

  msp_json_fail (self, _ ("a text is expected"));

  return "";
}

gint64
msp_json_get_integer (MspJson *self)
{
  if (msp_json_is_integer (self))
    return json_node_get_int (self->node);

  msp_json_fail (self, _ ("a whole number is expected"));

  return 0;
}

gboolean
msp_json_get_boolean (MspJson *self)
{
  if (msp_json_is_boolean (self))
    return json_node_get_boolean (self->node);

  msp_json_fail (self, _ ("true or false is expected"));

  return FALSE;
}

/**
 * msp_json_dup_text:
 * @self: an object
 * @name: one of its names
 *
 * Returns: (transfer full): the text; one that is missing or empty fails
 */
char *
msp_json_dup_text (MspJson    *self,
                   const char *name)
{
  MspJson *place = msp_json_get (self, name);
  const char *text = msp_json_get_string (place);

  if (*text == '\0')
    msp_json_fail (place, _ ("the text is empty"));

  return g_strdup (text);
}

char *
msp_json_dup_optional (MspJson    *self,
                       const char *name)
{
  return msp_json_has (self, name) ? msp_json_dup_text (self, name) : NULL;
}

GStrv
msp_json_dup_texts (MspJson    *self,
                    const char *name)
{
  MspJson *list = msp_json_get (self, name);
  guint length = msp_json_get_length (list);
  GStrv texts = g_new0 (char *, length + 1);

  for (guint i = 0; i < length; i++)
    texts[i] = g_strdup (msp_json_get_string (msp_json_get_element (list, i)));

  return texts;
}

/* Whether a byte stands for itself, or begins a character that does. */
static gboolean
is_plain (char byte)
{
  guchar b = (guchar) byte;

  return b >= 0x20 && b != '"' && b != '\\' && b != 0x7f && b != 0xc2 && b != 0xe2;
}

/**
 * msp_json_append_string:
 * @json: what is written
 * @text: valid UTF-8
 *
 * Writes @text with its quotes. What a terminal would obey is written as its number.
 */
void
msp_json_append_string (GString    *json,
                        const char *text)
{
  const char *p = text;

  g_string_append_c (json, '"');
  while (*p != '\0')
    {
      const char *run = p;
      gunichar c;

      while (is_plain (*p))
        p++;
      g_string_append_len (json, run, p - run);
      if (*p == '\0')
        break;

      c = g_utf8_get_char (p);
      if (c == '"' || c == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if (c == '\n')
        g_string_append (json, "\\n");
      else if (msp_text_is_obeyed (c))
        g_string_append_printf (json, "\\u%04x", c);
      else
        g_string_append_unichar (json, c);
      p = g_utf8_next_char (p);
    }
  g_string_append_c (json, '"');
}
