/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-catalog-activities"

#include "catalog/msp-catalog-activities.h"

#include <glib/gi18n-lib.h>

#include "base/msp-day.h"
#include "base/msp-text.h"

static void
read_fields (MspCatalogData *data,
             MspJson        *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint length = msp_json_get_length (list);

  data->fields = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspFigureField *field = msp_catalog_data_alloc (data, sizeof *field);

      msp_json_allow (place, "id label people");
      field->id = msp_catalog_read_new_id (data, place, seen);
      field->label = msp_catalog_read_text (data, place, "label");
      field->people = msp_json_get_boolean (msp_json_get (place, "people"));
      g_ptr_array_add (data->fields, field);
    }
}

static void
read_gates (MspCatalogData *data,
            MspJson        *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint length = msp_json_get_length (list);

  data->gates = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspGate *gate = msp_catalog_data_alloc (data, sizeof *gate);

      msp_json_allow (place, "id name question");
      gate->id = msp_catalog_read_new_id (data, place, seen);
      gate->name = msp_catalog_read_text (data, place, "name");
      gate->question = msp_catalog_read_text (data, place, "question");
      g_ptr_array_add (data->gates, gate);
    }
}

/* The things of @known that a list names; each begins with its id. */
static GPtrArray *
read_references (MspCatalogData *data,
                 MspJson        *list,
                 GPtrArray      *known)
{
  GPtrArray *found = msp_catalog_data_array (data);
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      const char *id = msp_json_get_string (place);
      guint before = found->len;

      for (guint j = 0; j < known->len; j++)
        {
          gpointer thing = g_ptr_array_index (known, j);

          if (g_str_equal (*(char **) thing, id))
            g_ptr_array_add (found, thing);
        }

      if (found->len == before)
        msp_json_fail (place, _ ("unknown id \"%s\""), id);
    }

  return found;
}

static void
read_aliases (MspCatalogData        *data,
              MspJson               *list,
              const MspActivityType *type)
{
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspTypeAlias *alias = msp_catalog_data_alloc (data, sizeof *alias);

      msp_json_allow (place, "name role");
      alias->name = msp_catalog_read_text (data, place, "name");
      alias->role = msp_catalog_read_optional (data, place, "role");
      alias->type = type;
      g_ptr_array_add (data->aliases, alias);
    }
}

static void
read_types (MspCatalogData *data,
            MspJson        *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint length = msp_json_get_length (list);

  data->types = msp_catalog_data_array (data);
  data->aliases = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspActivityType *type = msp_catalog_data_alloc (data, sizeof *type);

      msp_json_allow (place, "id name short_name gates fields roles aliases asks_microsoft_event");
      type->id = msp_catalog_read_new_id (data, place, seen);
      type->name = msp_catalog_read_text (data, place, "name");
      type->short_name = msp_catalog_read_text (data, place, "short_name");
      type->gates = read_references (data, msp_json_get (place, "gates"), data->gates);
      type->fields = read_references (data, msp_json_get (place, "fields"), data->fields);
      type->roles = msp_catalog_read_texts (data, place, "roles");
      if (msp_json_has (place, "asks_microsoft_event"))
        type->asks_microsoft_event =
          msp_json_get_boolean (msp_json_get (place, "asks_microsoft_event"));
      read_aliases (data, msp_json_get (place, "aliases"), type);
      g_ptr_array_add (data->types, type);
    }
}

/* The first of a name counts: today's names come before older ones. */
static void
add_name (MspCatalogData *data,
          const char     *name,
          MspTypeAlias   *alias)
{
  char *folded = msp_text_fold (name);

  if (!g_hash_table_contains (data->type_names, folded))
    g_hash_table_insert (data->type_names, folded, alias);
  else
    g_free (folded);
}

static void
collect_type_names (MspCatalogData *data)
{
  for (guint i = 0; i < data->types->len; i++)
    {
      const MspActivityType *type = g_ptr_array_index (data->types, i);
      MspTypeAlias *itself = msp_catalog_data_alloc (data, sizeof *itself);

      itself->name = type->name;
      itself->type = type;
      add_name (data, type->name, itself);
      add_name (data, type->id, itself);
    }

  for (guint i = 0; i < data->aliases->len; i++)
    {
      MspTypeAlias *alias = g_ptr_array_index (data->aliases, i);

      add_name (data, alias->name, alias);
    }
}

void
msp_catalog_read_activity_types (MspCatalogData *data,
                                 MspJsonDoc     *doc)
{
  MspJson *root = msp_catalog_read_head (doc, "activity-types", "source fields gates audiences "
                                                                "microsoft_events types custom_names");

  msp_catalog_read_source (data, root, "source");
  read_fields (data, msp_json_get (root, "fields"));
  read_gates (data, msp_json_get (root, "gates"));
  data->audiences = msp_catalog_read_texts (data, root, "audiences");
  data->microsoft_events = msp_catalog_read_texts (data, root, "microsoft_events");
  read_types (data, msp_json_get (root, "types"));
  collect_type_names (data);
  msp_catalog_read_texts (data, root, "custom_names");
}

void
msp_catalog_read_areas (MspCatalogData *data,
                        MspJsonDoc     *doc)
{
  MspJson *root = msp_catalog_read_head (doc, "areas", "source categories");
  MspJson *list = msp_json_get (root, "categories");
  guint length = msp_json_get_length (list);

  msp_catalog_read_source (data, root, "source");
  data->areas = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspAreaCategory *category = msp_catalog_data_alloc (data, sizeof *category);

      msp_json_allow (place, "name areas");
      category->name = msp_catalog_read_text (data, place, "name");
      category->areas = msp_catalog_read_texts (data, place, "areas");
      g_ptr_array_add (data->areas, category);
    }
}

static GPtrArray *
read_steps (MspCatalogData *data,
            MspJson        *list,
            gboolean        is_plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *steps = msp_catalog_data_array (data);
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspJourneyStep *step = msp_catalog_data_alloc (data, sizeof *step);

      msp_json_allow (place, is_plan ? "id name summary actions" : "id name summary detail");
      step->id = msp_catalog_read_new_id (data, place, seen);
      step->name = msp_catalog_read_text (data, place, "name");
      step->summary = msp_catalog_read_fact (data, place, "summary");
      if (is_plan)
        step->actions = msp_catalog_read_texts (data, place, "actions");
      else
        step->detail = msp_catalog_read_fact (data, place, "detail");
      g_ptr_array_add (steps, step);
    }

  return steps;
}

void
msp_catalog_read_journey (MspCatalogData *data,
                          MspJsonDoc     *doc)
{
  MspJson *root = msp_catalog_read_head (doc, "journey", "steps motto plan priority");

  data->journey = read_steps (data, msp_json_get (root, "steps"), FALSE);
  data->motto = msp_catalog_read_fact (data, root, "motto");
  data->plan = read_steps (data, msp_json_get (root, "plan"), TRUE);
  data->priority = msp_catalog_read_fact (data, root, "priority");
}

void
msp_catalog_read_cycle (MspCatalogData *data,
                        MspJsonDoc     *doc)
{
  static const char *const names[] = { "window_start", "window_end", "record_by", "announce_on" };
  MspJson *root = msp_catalog_read_head (doc, "cycle", "window_start window_end record_by "
                                                       "announce_on facts texts deadlines");
  MspJson *list = msp_json_get (root, "deadlines");
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MspJson *place = msp_json_get (root, names[i]);
      MspMonthDay month_day;

      if (!msp_month_day_parse (msp_json_get_string (place), &month_day, NULL))
        msp_json_fail (place, _ ("a month and a day are expected, as 03-31"));
    }

  data->cycle_facts = msp_catalog_read_facts (data, root, "facts");
  data->deadlines = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspLink *deadline = msp_catalog_data_alloc (data, sizeof *deadline);

      msp_json_allow (place, "id title");
      msp_catalog_read_choice (place, "id", "window_end record_by announce_on");
      deadline->url = msp_catalog_read_text (data, place, "id");
      deadline->title = msp_catalog_read_text (data, place, "title");
      g_ptr_array_add (data->deadlines, deadline);
    }
}
