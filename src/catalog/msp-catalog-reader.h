/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/msp-json.h"
#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

/* What all readers of the catalogue share: the lists that they fill, and the memory of everything
 * that is read, which goes in one piece. */
typedef struct
{
  GPtrArray *blocks;  /* (owned): g_free */
  GPtrArray *words;   /* (owned): g_strfreev */
  GPtrArray *arrays;  /* (owned): g_ptr_array_unref */

  char      *as_of;
  GPtrArray *sources;
  GPtrArray *introduction;
  GPtrArray *programs;
  GPtrArray *questions;
  GPtrArray *comparison;
  GPtrArray *profile;
  char      *profile_note;
  GPtrArray *types;
  GPtrArray *fields;
  GPtrArray *gates;
  GPtrArray *aliases; /* MspTypeAlias */
  /* (owned) (element-type utf8 MspTypeAlias): folded names of types, older ones too, and ids */
  GHashTable *type_names;
  GStrv      audiences;
  GStrv      microsoft_events;
  GPtrArray *areas;
  GPtrArray *journey;
  MspFact   *motto;
  GPtrArray *plan;
  MspFact   *priority;
  GPtrArray *cycle_facts;
  GPtrArray *deadlines; /* MspLink: id, title */
  GPtrArray *sites;
} MspCatalogData;

typedef struct
{
  char                  *name;
  char                  *role; /* (nullable) */
  const MspActivityType *type;
} MspTypeAlias;

MspCatalogData *msp_catalog_data_new        (void);
void            msp_catalog_data_free       (MspCatalogData *data);
gpointer        msp_catalog_data_alloc      (MspCatalogData *data,
                                             gsize           size);
GPtrArray      *msp_catalog_data_array      (MspCatalogData *data);

MspJson        *msp_catalog_read_head       (MspJsonDoc     *doc,
                                             const char     *topic,
                                             const char     *names);
char           *msp_catalog_read_text       (MspCatalogData *data,
                                             MspJson        *place,
                                             const char     *name);
char           *msp_catalog_read_optional   (MspCatalogData *data,
                                             MspJson        *place,
                                             const char     *name);
GStrv           msp_catalog_read_texts      (MspCatalogData *data,
                                             MspJson        *place,
                                             const char     *name);
char           *msp_catalog_read_new_id     (MspCatalogData *data,
                                             MspJson        *place,
                                             GHashTable     *seen);
MspSource      *msp_catalog_read_source     (MspCatalogData *data,
                                             MspJson        *place,
                                             const char     *name);
MspFact        *msp_catalog_read_fact       (MspCatalogData *data,
                                             MspJson        *place,
                                             const char     *name);
MspFact        *msp_catalog_read_fact_at    (MspCatalogData *data,
                                             MspJson        *place);
GPtrArray      *msp_catalog_read_facts      (MspCatalogData *data,
                                             MspJson        *place,
                                             const char     *name);
void            msp_catalog_read_sources    (MspCatalogData *data,
                                             MspJsonDoc     *doc);
guint           msp_catalog_read_choice     (MspJson        *place,
                                             const char     *name,
                                             const char     *choices);

G_END_DECLS
