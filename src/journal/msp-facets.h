/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  guint count;
} MspFacet;

typedef struct
{
  MspDay day;
  guint  count;
} MspDayCount;

/**
 * MspFacets:
 *
 * How many entries each choice of a filter would give: with all that the query asks for but the
 * filter of that kind itself. Lists hold all names in use, those with most entries first.
 */
typedef struct
{
  GPtrArray *types;      /* (element-type MspFacet) */
  GPtrArray *gate_types; /* (element-type MspFacet): by type, for the choice of a gate */
  GPtrArray *areas;      /* (element-type MspFacet) */
  GPtrArray *tags;       /* (element-type MspFacet) */
  GArray    *days;       /* (element-type MspDayCount): the oldest first */
  guint      marks[MSP_N_MARKS][MSP_WHETHER_NO + 1]; /* by MspWhether; a status is YES if done */
  guint      entries;    /* with all filters */
} MspFacets;

void        msp_facets_free                 (MspFacets             *self);
/* 0: none, or not in use */
guint       msp_facets_count                (const GPtrArray       *facets,
                                             const char            *name);
guint       msp_facets_count_days           (const MspFacets       *self,
                                             MspDay                 from,
                                             MspDay                 to);
void        msp_journal_store_facets_async  (MspJournalStore       *self,
                                             const MspQuery        *query,
                                             GCancellable          *cancellable,
                                             GAsyncReadyCallback    callback,
                                             gpointer               user_data);
MspFacets  *msp_journal_store_facets_finish (MspJournalStore       *self,
                                             GAsyncResult          *result,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspFacets, msp_facets_free)

G_END_DECLS
