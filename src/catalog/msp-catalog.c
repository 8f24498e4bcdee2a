/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-catalog"

#include "catalog/msp-catalog.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "catalog/msp-catalog-activities.h"
#include "catalog/msp-catalog-programs.h"
#include "catalog/msp-catalog-questions.h"
#include "catalog/msp-catalog-reader.h"
#include "catalog/msp-catalog-sites.h"

#define BUNDLED_FOLDER "/com/example/MsPrograms/core/catalog/"

/**
 * MspCatalog:
 *
 * All that the product knows of the programs, read from JSON.
 */
struct _MspCatalog
{
  GObject         parent_instance;

  MspCatalogData *data; /* (owned) */
};

G_DEFINE_QUARK (MspCatalogError, msp_catalog_error)
G_DEFINE_FINAL_TYPE (MspCatalog, msp_catalog, G_TYPE_OBJECT)

typedef struct
{
  const char *file;
  void (*read)(MspCatalogData *data,
               MspJsonDoc     *doc);
} Topic;

/* In the order in which they refer to each other. */
static const Topic topics[] = {
  { "sources.json", msp_catalog_read_sources },
  { "questions.json", msp_catalog_read_questions },
  { "programs.json", msp_catalog_read_programs },
  { "comparison.json", msp_catalog_read_comparison },
  { "activity-types.json", msp_catalog_read_activity_types },
  { "areas.json", msp_catalog_read_areas },
  { "sites.json", msp_catalog_read_sites },
  { "journey.json", msp_catalog_read_journey },
  { "cycle.json", msp_catalog_read_cycle },
};

static void
msp_catalog_finalize (GObject *object)
{
  g_clear_pointer (&MSP_CATALOG (object)->data, msp_catalog_data_free);

  G_OBJECT_CLASS (msp_catalog_parent_class)->finalize (object);
}

static void
msp_catalog_class_init (MspCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_catalog_finalize;
}

static void
msp_catalog_init (MspCatalog *self)
{
  self->data = msp_catalog_data_new ();
}

/* The user's file if there is one, the bundled one otherwise. */
static GBytes *
load_file (const char  *folder,
           const char  *file,
           GError     **error)
{
  g_autofree char *bundled = g_strconcat (BUNDLED_FOLDER, file, NULL);
  g_autofree char *path = NULL;

  if (folder != NULL)
    {
      path = g_build_filename (folder, file, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          char *contents = NULL;
          gsize length = 0;

          if (!g_file_get_contents (path, &contents, &length, error))
            return NULL;

          return g_bytes_new_take (contents, length);
        }
    }

  return g_resources_lookup_data (bundled, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static MspCatalog *
load (const char  *folder,
      GError     **error)
{
  g_autoptr (MspCatalog) self = g_object_new (MSP_TYPE_CATALOG, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autoptr (GBytes) bytes = load_file (folder, topics[i].file, error);
      g_autoptr (MspJsonDoc) doc = NULL;
      gconstpointer text;
      gsize length;

      if (bytes == NULL)
        return NULL;

      text = g_bytes_get_data (bytes, &length);
      doc = msp_json_doc_new (topics[i].file, text != NULL ? text : "", length);
      topics[i].read (self->data, doc);
      if (!msp_json_doc_finish (doc, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
has_copy (const char *folder)
{
  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *path = g_build_filename (folder, topics[i].file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

/**
 * msp_catalog_load:
 * @user_folder: (nullable) (type filename): where a copy of the user's may be
 * @problem: (out) (optional) (nullable) (transfer full): what is wrong with that copy, for people
 * @error: return location for an error of the bundled catalogue
 *
 * Reads the user's copy if it is valid, the bundled catalogue otherwise.
 *
 * Returns: (transfer full) (nullable): the catalogue, or `NULL` with @error set
 */
MspCatalog *
msp_catalog_load (const char  *user_folder,
                  char       **problem,
                  GError     **error)
{
  g_autoptr (GError) user_error = NULL;
  MspCatalog *self;

  if (has_copy (user_folder))
    {
      self = load (user_folder, &user_error);
      if (self != NULL)
        return self;

      if (problem != NULL)
        *problem = g_strdup_printf (_ ("Your copy of the catalogue in %s is not used, the bundled "
                                       "one is: %s"), user_folder, user_error->message);
    }

  return load (NULL, error);
}

char *
msp_catalog_default_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "ms-programs", "catalog", NULL);
}

const char *
msp_catalog_get_as_of (MspCatalog *self)
{
  return self->data->as_of;
}

GPtrArray *
msp_catalog_get_introduction (MspCatalog *self)
{
  return self->data->introduction;
}

GPtrArray *
msp_catalog_get_programs (MspCatalog *self)
{
  return self->data->programs;
}

/* Structs of the catalogue begin with their id. */
static gpointer
find_by_id (GPtrArray  *things,
            const char *id)
{
  for (guint i = 0; i < things->len; i++)
    {
      gpointer thing = g_ptr_array_index (things, i);

      if (g_str_equal (*(char **) thing, id))
        return thing;
    }

  return NULL;
}

const MspProgram *
msp_catalog_find_program (MspCatalog *self,
                          const char *id)
{
  return find_by_id (self->data->programs, id);
}

GPtrArray *
msp_catalog_get_questions (MspCatalog *self)
{
  return self->data->questions;
}

const MspQuestion *
msp_catalog_find_question (MspCatalog *self,
                           const char *id)
{
  return find_by_id (self->data->questions, id);
}

GPtrArray *
msp_catalog_get_comparison (MspCatalog *self)
{
  return self->data->comparison;
}

GPtrArray *
msp_catalog_get_profile (MspCatalog *self)
{
  return self->data->profile;
}

const char *
msp_catalog_get_profile_note (MspCatalog *self)
{
  return self->data->profile_note;
}

GPtrArray *
msp_catalog_get_activity_types (MspCatalog *self)
{
  return self->data->types;
}

const MspActivityType *
msp_catalog_find_activity_type (MspCatalog  *self,
                                const char  *name,
                                const char **role)
{
  g_autofree char *folded = msp_text_fold (name);
  const MspTypeAlias *known = g_hash_table_lookup (self->data->type_names, folded);

  if (role != NULL)
    *role = known != NULL ? known->role : NULL;

  return known != NULL ? known->type : NULL;
}

const MspSite *
msp_catalog_find_site (MspCatalog *self,
                       const char *url)
{
  return msp_catalog_data_find_site (self->data, url);
}

GPtrArray *
msp_catalog_get_figure_fields (MspCatalog *self)
{
  return self->data->fields;
}

const MspFigureField *
msp_catalog_find_figure_field (MspCatalog *self,
                               const char *id)
{
  return find_by_id (self->data->fields, id);
}

GPtrArray *
msp_catalog_get_gates (MspCatalog *self)
{
  return self->data->gates;
}

static const MspGate *
find_gate (MspCatalog *self,
           const char *gate)
{
  GPtrArray *gates = msp_catalog_get_gates (self);

  for (guint i = 0; i < gates->len; i++)
    {
      const MspGate *known = g_ptr_array_index (gates, i);

      if (g_ascii_strcasecmp (known->id, gate) == 0 || g_ascii_strcasecmp (known->name, gate) == 0)
        return known;
    }

  return NULL;
}

GStrv
msp_catalog_list_types_of_gate (MspCatalog *self,
                                const char *gate)
{
  const MspGate *wanted = find_gate (self, gate);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GPtrArray *types = msp_catalog_get_activity_types (self);

  if (wanted == NULL)
    return NULL;

  for (guint i = 0; i < types->len; i++)
    {
      const MspActivityType *type = g_ptr_array_index (types, i);

      if (g_ptr_array_find (type->gates, wanted, NULL))
        g_strv_builder_add (names, type->name);
    }

  return g_strv_builder_end (names);
}

const char *const *
msp_catalog_get_audiences (MspCatalog *self)
{
  return (const char *const *) self->data->audiences;
}

const char *const *
msp_catalog_get_microsoft_events (MspCatalog *self)
{
  return (const char *const *) self->data->microsoft_events;
}

GPtrArray *
msp_catalog_get_area_categories (MspCatalog *self)
{
  return self->data->areas;
}

GPtrArray *
msp_catalog_get_journey (MspCatalog *self)
{
  return self->data->journey;
}

const MspFact *
msp_catalog_get_journey_motto (MspCatalog *self)
{
  return self->data->motto;
}

GPtrArray *
msp_catalog_get_action_plan (MspCatalog *self)
{
  return self->data->plan;
}

const MspFact *
msp_catalog_get_plan_priority (MspCatalog *self)
{
  return self->data->priority;
}

GPtrArray *
msp_catalog_get_cycle_facts (MspCatalog *self)
{
  return self->data->cycle_facts;
}

const char *
msp_catalog_get_deadline_title (MspCatalog *self,
                                const char *id)
{
  for (guint i = 0; i < self->data->deadlines->len; i++)
    {
      const MspLink *deadline = g_ptr_array_index (self->data->deadlines, i);

      if (g_str_equal (deadline->url, id))
        return deadline->title;
    }

  return id;
}

GPtrArray *
msp_catalog_get_sources (MspCatalog *self)
{
  return self->data->sources;
}

/**
 * msp_fact_source_to_text:
 * @fact: a fact
 *
 * Returns: (transfer full): the kind of its source and, of a public one, its date
 */
char *
msp_fact_source_to_text (const MspFact *fact)
{
  switch (fact->source->kind)
    {
    case MSP_SOURCE_OFFICIAL:
      return g_strdup_printf (_ ("Microsoft’s public pages, as of %s"), fact->as_of);

    case MSP_SOURCE_MEMBER:
      return g_strdup_printf (_ ("Members’ accounts, as of %s"), fact->as_of);

    case MSP_SOURCE_THIRD_PARTY:
      return g_strdup_printf (_ ("Other public pages, as of %s"), fact->as_of);

    case MSP_SOURCE_PRODUCT:
      return g_strdup (_ ("The reading of MS Programs"));

    case MSP_SOURCE_GUIDE:
    default:
      return g_strdup (_ ("The strategic guide"));
    }
}
