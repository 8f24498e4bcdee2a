/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-journal-store.h"
#include "progress/msp-cycle.h"

G_BEGIN_DECLS

typedef struct
{
  char  *name;  /* type, area, gate name or month text; month: "2026-11" in @id */
  char  *id;
  guint  entries;
  gint64 reach;
} MspStatsLine;

/* The figures of one cycle: done entries, not in the trash, dated inside its window. */
typedef struct
{
  MspCycle   cycle;
  guint      entries;
  int        active_months;
  int        months_gone;
  gint64     reach;
  GPtrArray *by_month; /* MspStatsLine, each month of the window in order */
  GPtrArray *by_type;  /* most entries first */
  GPtrArray *by_area;
  GPtrArray *by_gate;  /* all gates, in the catalogue's order */
} MspStats;

/* @facts: of msp_journal_store_facts() over the cycle's window. */
MspStats *msp_stats_new  (MspCatalog     *catalog,
                          const MspCycle *cycle,
                          GPtrArray      *facts,
                          MspDay          today);
void      msp_stats_free (MspStats       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspStats, msp_stats_free)

G_END_DECLS
