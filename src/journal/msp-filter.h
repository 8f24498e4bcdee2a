/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-query.h"

G_BEGIN_DECLS

/* What one may choose several of. */
typedef enum
{
  MSP_FILTER_TYPE,
  MSP_FILTER_GATE,
  MSP_FILTER_AREA,
  MSP_FILTER_TAG,
  MSP_N_FILTER_KINDS,
} MspFilterKind;

/**
 * MspFilter:
 *
 * What a person has chosen to see: a query, and beside it what a query has no words for. Which types
 * count towards a gate and which days make a cycle may differ the next time.
 */
typedef struct
{
  MspQuery *query; /* (owned): without gate_types, ids and order */
  GStrv     gates; /* (owned) (nullable): by id or name, any of */
  int       cycle; /* the year in which it starts, instead of days; 0: any time */
} MspFilter;

MspFilter *msp_filter_new       (void);
MspFilter *msp_filter_copy      (const MspFilter *self);
void       msp_filter_free      (MspFilter       *self);
gboolean   msp_filter_equal     (const MspFilter *a,
                                 const MspFilter *b);
/* Whether nothing is chosen; the words that are looked for are no choice. */
gboolean   msp_filter_is_empty  (const MspFilter *self);

char      *msp_filter_to_text   (const MspFilter *self);
MspFilter *msp_filter_from_text (const char      *text);

/* (nullable) */
const char *const *msp_filter_get_values (const MspFilter *self,
                                          MspFilterKind    kind);
/* Without regard to case. */
gboolean   msp_filter_has_value (const MspFilter *self,
                                 MspFilterKind    kind,
                                 const char      *value);
void       msp_filter_set_value (MspFilter       *self,
                                 MspFilterKind    kind,
                                 const char      *value,
                                 gboolean         is_chosen);
/* Days instead of a cycle, or neither. */
void       msp_filter_set_days  (MspFilter       *self,
                                 MspDay           from,
                                 MspDay           to);
void       msp_filter_set_cycle (MspFilter       *self,
                                 int              year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspFilter, msp_filter_free)

G_END_DECLS
