/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-facets.h"

G_BEGIN_DECLS

/* A list of names, each under its number. */
typedef struct
{
  GPtrArray  *names;   /* (owned) (element-type utf8): as one entry spells it */
  GHashTable *numbers; /* (owned) (element-type utf8 guint): by the folded name */
} MspFacetNames;

typedef struct
{
  gint64  key;
  gint64  position;
  guint32 first_value; /* among the values */
  guint32 n_values;
  guint32 type;
  guint32 area;
  guint32 marks;       /* 1 << MspMark */
} MspFacetRow;

typedef struct
{
  guint32  number;
  gboolean is_tag; /* else an additional area */
} MspFacetValue;

/**
 * MspFacetTable:
 *
 * What the filters look at of each entry, in memory: a count over all of them takes a moment.
 */
typedef struct
{
  MspFacetNames types;
  MspFacetNames areas; /* number 0 is no area */
  MspFacetNames tags;
  GArray       *rows;   /* (owned) (element-type MspFacetRow): by position */
  GArray       *values; /* (owned) (element-type MspFacetValue) */
  gint64        data_version;
} MspFacetTable;

MspFacetTable *msp_facet_table_read       (MspDatabase         *database,
                                           gboolean             trash,
                                           GError             **error);
void           msp_facet_table_free       (MspFacetTable       *self);
/* G_MAXUINT: not in use */
guint          msp_facet_names_find       (const MspFacetNames *names,
                                           const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspFacetTable, msp_facet_table_free)

G_END_DECLS
