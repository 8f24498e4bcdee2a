/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-query.h"
#include "storage/msp-statement.h"

G_BEGIN_DECLS

/* How entries are found. */
typedef enum
{
  MSP_QUERY_WAY_SETS, /* along the order of the list; what else is asked for is looked up first, as a set */
  MSP_QUERY_WAY_ROWS, /* along the order of the list, each entry tested as it comes: for the first ones */
  MSP_QUERY_WAY_HITS, /* along the search index, whose order is the list's by date; each entry tested */
  MSP_QUERY_WAY_ONE,  /* one entry */
} MspQueryWay;

/* The places between which entries may stand. */
typedef struct
{
  gint64 first;
  gint64 last;
} MspQueryStretch;

/* A statement being put together: its text, and what is bound to it. Words of the user are only ever
 * bound. */
typedef struct
{
  GString    *sql;
  GPtrArray  *texts;   /* (element-type utf8): bound to :t0, :t1 … */
  GArray     *numbers; /* (element-type gint64): bound to :n0, :n1 … */
} MspQueryBuilder;

void            msp_query_builder_init           (MspQueryBuilder       *builder,
                                                  const char            *sql);
void            msp_query_builder_clear          (MspQueryBuilder       *builder);
void            msp_query_builder_add_number     (MspQueryBuilder       *builder,
                                                  gint64                 number);
/* " WHERE …", but for the one entry of MSP_QUERY_WAY_ONE */
void            msp_query_builder_add_conditions (MspQueryBuilder       *builder,
                                                  const MspQuery        *query,
                                                  MspQueryStretch        stretch,
                                                  MspQueryWay            way);
void            msp_query_builder_bind           (const MspQueryBuilder *builder,
                                                  MspStatement          *statement);
MspQueryStretch msp_query_stretch_of_days        (const MspQuery        *query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MspQueryBuilder, msp_query_builder_clear)

G_END_DECLS
