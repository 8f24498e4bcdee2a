/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_SORT_DATE, /* newest first */
  MSP_SORT_TITLE,
  MSP_SORT_TYPE,
  MSP_SORT_REACH, /* most first */
  MSP_SORT_AREA,
} MspSort;

typedef enum
{
  MSP_STATUS_FILTER_ANY,
  MSP_STATUS_FILTER_DONE,
  MSP_STATUS_FILTER_PLANNED,
} MspStatusFilter;

typedef enum
{
  MSP_WHETHER_ANY,
  MSP_WHETHER_YES,
  MSP_WHETHER_NO,
} MspWhether;

/* What an entry is or is not. */
typedef enum
{
  MSP_MARK_STATUS, /* done, or else planned */
  MSP_MARK_IN_PORTAL,
  MSP_MARK_HIGH_IMPACT,
  MSP_MARK_LINK,
  MSP_MARK_REACH,
  MSP_MARK_PRIVATE,
  MSP_N_MARKS,
} MspMark;

/* Which entries, in which order. NULL, 0 and empty mean "all"; types, areas and tags compare
 * without regard to case. Never in the trash unless @trash. */
typedef struct
{
  char           *search;
  MspDay          from;
  MspDay          to;
  GStrv           types; /* (nullable): any of */
  GStrv           gate_types; /* (nullable): any of; the types that count towards a gate */
  GStrv           areas; /* (nullable): any of, primary or additional */
  GStrv           tags;  /* (nullable): any of */
  GStrv           ids;   /* (nullable): exactly these */
  MspStatusFilter status;
  MspWhether      in_portal;
  MspWhether      high_impact;
  MspWhether      has_link;
  MspWhether      has_reach;
  MspWhether      is_private;
  MspDay          figures_before; /* newest figure older than that day, or none at all */
  gboolean        trash;
  MspSort         sort;
  gboolean        reversed;
  guint           limit; /* 0: no limit */
} MspQuery;

MspQuery *msp_query_new          (void);
MspQuery *msp_query_copy         (const MspQuery *self);
void      msp_query_free         (MspQuery       *self);
gboolean  msp_query_equal        (const MspQuery *a,
                                  const MspQuery *b);
/* Whether anything but order and trash narrows it. */
gboolean  msp_query_is_filtering (const MspQuery *self);
/* What it asks of a mark. */
MspWhether msp_query_get_mark    (const MspQuery *self,
                                  MspMark         mark);
void      msp_query_set_mark     (MspQuery       *self,
                                  MspMark         mark,
                                  MspWhether      whether);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspQuery, msp_query_free)

G_END_DECLS
