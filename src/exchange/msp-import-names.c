/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-names"

#include "exchange/msp-import-names.h"

#include "base/msp-text.h"
#include "exchange/msp-import-fields.h"

/* A file names few types; one that names many is not remembered whole. */
#define KNOWN_MAX 2000

typedef struct
{
  const MspActivityType *type; /* (nullable) */
  const char            *role; /* (nullable) */
} Type;

struct _MspImportNames
{
  MspCatalog *catalog;  /* (owned) */
  GHashTable *types;    /* (owned) (element-type utf8 Type): as files write them */
  /* (owned) (nullable) (element-type utf8 utf8): folded, as the catalogue writes it; made when asked */
  GHashTable *spelling;
};

static void
learn (GHashTable        *spelling,
       const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (spelling, msp_text_fold (names[i]), (char *) names[i]);
}

MspImportNames *
msp_import_names_new (MspCatalog *catalog)
{
  MspImportNames *self = g_new0 (MspImportNames, 1);

  self->catalog = g_object_ref (catalog);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
msp_import_names_free (MspImportNames *self)
{
  g_object_unref (self->catalog);
  g_hash_table_unref (self->types);
  g_clear_pointer (&self->spelling, g_hash_table_unref);
  g_free (self);
}

const MspActivityType *
msp_import_names_find_type (MspImportNames  *self,
                            const char      *name,
                            const char     **role)
{
  Type *known = g_hash_table_lookup (self->types, name);

  if (known == NULL)
    {
      g_autofree char *clean = msp_text_clean (name, FALSE);

      if (g_hash_table_size (self->types) >= KNOWN_MAX)
        g_hash_table_remove_all (self->types);

      known = g_new0 (Type, 1);
      known->type = msp_catalog_find_activity_type (self->catalog, clean, &known->role);
      g_hash_table_insert (self->types, g_strdup (name), known);
    }

  *role = known->role;

  return known->type;
}

static void
learn_all (MspImportNames *self)
{
  GPtrArray *categories = msp_catalog_get_area_categories (self->catalog);
  GPtrArray *types = msp_catalog_get_activity_types (self->catalog);

  self->spelling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < types->len; i++)
    {
      const MspActivityType *type = g_ptr_array_index (types, i);

      learn (self->spelling, (const char *const *) type->roles);
    }
  learn (self->spelling, msp_catalog_get_audiences (self->catalog));
  for (guint i = 0; i < categories->len; i++)
    {
      const MspAreaCategory *category = g_ptr_array_index (categories, i);

      learn (self->spelling, (const char *const *) category->areas);
    }
}

const char *
msp_import_names_spell (MspImportNames *self,
                        const char     *name)
{
  g_autofree char *folded = NULL;
  const char *spelling;

  if (*name == '\0')
    return name;

  if (self->spelling == NULL)
    learn_all (self);
  folded = msp_text_fold (name);
  spelling = g_hash_table_lookup (self->spelling, folded);

  return spelling != NULL ? spelling : name;
}

const char *
msp_import_names_find_figure (MspImportNames *self,
                              const char     *label)
{
  GPtrArray *figures = msp_catalog_get_figure_fields (self->catalog);
  g_autofree char *key = msp_import_field_key (label);

  for (guint i = 0; i < figures->len; i++)
    {
      const MspFigureField *figure = g_ptr_array_index (figures, i);
      g_autofree char *other = msp_import_field_key (figure->label);

      if (g_str_equal (key, other) || g_ascii_strcasecmp (key, figure->id) == 0)
        return figure->id;
    }

  return NULL;
}

const char *
msp_import_names_main_figure (const MspActivityType *type)
{
  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    {
      const MspFigureField *figure = g_ptr_array_index (type->fields, i);

      if (figure->people)
        return figure->id;
    }

  return "reach";
}
