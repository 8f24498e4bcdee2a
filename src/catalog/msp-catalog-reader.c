/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-catalog-reader"

#include "catalog/msp-catalog-reader.h"

#include <glib/gi18n-lib.h>

MspCatalogData *
msp_catalog_data_new (void)
{
  MspCatalogData *data = g_new0 (MspCatalogData, 1);

  data->blocks = g_ptr_array_new_with_free_func (g_free);
  data->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  data->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  data->type_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return data;
}

void
msp_catalog_data_free (MspCatalogData *data)
{
  g_ptr_array_unref (data->blocks);
  g_ptr_array_unref (data->words);
  g_ptr_array_unref (data->arrays);
  g_hash_table_unref (data->type_names);
  g_free (data);
}

static char *
keep (MspCatalogData *data,
      char           *text)
{
  if (text != NULL)
    g_ptr_array_add (data->blocks, text);

  return text;
}

/**
 * msp_catalog_data_alloc:
 * @data: the catalogue being read
 * @size: in bytes
 *
 * Returns: (transfer none): zeroed memory that lives as long as @data
 */
gpointer
msp_catalog_data_alloc (MspCatalogData *data,
                        gsize           size)
{
  return keep (data, g_malloc0 (size));
}

GPtrArray *
msp_catalog_data_array (MspCatalogData *data)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (data->arrays, array);

  return array;
}

/**
 * msp_catalog_read_head:
 * @doc: one file
 * @topic: what it has to be about
 * @names: what else it may hold
 *
 * Returns: (transfer none): the file's outermost object
 */
MspJson *
msp_catalog_read_head (MspJsonDoc *doc,
                       const char *topic,
                       const char *names)
{
  MspJson *root = msp_json_doc_root (doc);
  g_autofree char *format = g_strconcat ("ms-programs-catalog/", topic, NULL);
  g_autofree char *allowed = g_strconcat ("format version as_of ", names, NULL);

  msp_json_allow (root, allowed);
  if (!g_str_equal (msp_json_get_string (msp_json_get (root, "format")), format))
    msp_json_fail (msp_json_get (root, "format"), _ ("\"%s\" is expected"), format);
  if (msp_json_get_integer (msp_json_get (root, "version")) != 1)
    msp_json_fail (msp_json_get (root, "version"), _ ("this release reads version 1"));

  return root;
}

char *
msp_catalog_read_text (MspCatalogData *data,
                       MspJson        *place,
                       const char     *name)
{
  return keep (data, msp_json_dup_text (place, name));
}

char *
msp_catalog_read_optional (MspCatalogData *data,
                           MspJson        *place,
                           const char     *name)
{
  return keep (data, msp_json_dup_optional (place, name));
}

GStrv
msp_catalog_read_texts (MspCatalogData *data,
                        MspJson        *place,
                        const char     *name)
{
  GStrv texts = msp_json_dup_texts (place, name);

  g_ptr_array_add (data->words, texts);

  return texts;
}

/**
 * msp_catalog_read_new_id:
 * @data: the catalogue being read
 * @place: an object with an id
 * @seen: (element-type utf8): the ids before it
 *
 * Returns: (transfer none): the id; one that was there before fails
 */
char *
msp_catalog_read_new_id (MspCatalogData *data,
                         MspJson        *place,
                         GHashTable     *seen)
{
  char *id = msp_catalog_read_text (data, place, "id");

  if (!g_hash_table_add (seen, id))
    msp_json_fail (msp_json_get (place, "id"), _ ("duplicate id \"%s\""), id);

  return id;
}

/**
 * msp_catalog_read_choice:
 * @place: an object
 * @name: one of its names
 * @choices: what may stand there, with blanks between
 *
 * Returns: which of @choices it is, from 0; anything else fails
 */
guint
msp_catalog_read_choice (MspJson    *place,
                         const char *name,
                         const char *choices)
{
  g_auto (GStrv) words = g_strsplit (choices, " ", -1);
  MspJson *choice = msp_json_get (place, name);
  const char *text = msp_json_get_string (choice);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], text))
        return i;
    }

  msp_json_fail (choice, _ ("\"%s\" is not one of %s"), text, choices);

  return 0;
}

MspSource *
msp_catalog_read_source (MspCatalogData *data,
                         MspJson        *place,
                         const char     *name)
{
  MspJson *source = msp_json_get (place, name);
  const char *id = msp_json_get_string (source);

  for (guint i = 0; i < data->sources->len; i++)
    {
      MspSource *known = g_ptr_array_index (data->sources, i);

      if (g_str_equal (known->id, id))
        return known;
    }

  msp_json_fail (source, _ ("unknown source \"%s\""), id);

  return data->sources->len > 0 ? g_ptr_array_index (data->sources, 0) : NULL;
}

MspFact *
msp_catalog_read_fact_at (MspCatalogData *data,
                          MspJson        *place)
{
  MspFact *fact = msp_catalog_data_alloc (data, sizeof *fact);

  msp_json_allow (place, "text source as_of");
  fact->text = msp_catalog_read_text (data, place, "text");
  fact->source = msp_catalog_read_source (data, place, "source");
  fact->as_of = msp_catalog_read_optional (data, place, "as_of");
  if (fact->as_of == NULL && fact->source != NULL)
    fact->as_of = fact->source->as_of;

  if (fact->as_of == NULL && fact->source != NULL && fact->source->kind != MSP_SOURCE_GUIDE &&
      fact->source->kind != MSP_SOURCE_PRODUCT)
    msp_json_fail (place, _ ("a public fact needs a date, \"as_of\""));

  return fact;
}

MspFact *
msp_catalog_read_fact (MspCatalogData *data,
                       MspJson        *place,
                       const char     *name)
{
  return msp_catalog_read_fact_at (data, msp_json_get (place, name));
}

GPtrArray *
msp_catalog_read_facts (MspCatalogData *data,
                        MspJson        *place,
                        const char     *name)
{
  GPtrArray *facts = msp_catalog_data_array (data);
  MspJson *list = msp_json_get (place, name);
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (facts, msp_catalog_read_fact_at (data, msp_json_get_element (list, i)));

  return facts;
}

void
msp_catalog_read_sources (MspCatalogData *data,
                          MspJsonDoc     *doc)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  MspJson *list = msp_json_get (msp_catalog_read_head (doc, "sources", "sources"), "sources");
  guint length = msp_json_get_length (list);

  data->sources = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspSource *source = msp_catalog_data_alloc (data, sizeof *source);

      msp_json_allow (place, "id kind title as_of url");
      source->id = msp_catalog_read_new_id (data, place, seen);
      source->kind = (MspSourceKind) msp_catalog_read_choice (place, "kind",
                                                              "guide official member third-party "
                                                              "product");
      source->title = msp_catalog_read_text (data, place, "title");
      source->as_of = msp_catalog_read_optional (data, place, "as_of");
      source->url = msp_catalog_read_optional (data, place, "url");
      g_ptr_array_add (data->sources, source);
    }
}
