/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

typedef struct
{
  char  *name;
  gint64 value;
  MspDay recorded_on;
} MspPastFigure;

/* (element-type MspPastFigure): all that the entry's figures ever were, by name, the oldest first */
GPtrArray *msp_journal_store_figure_history (MspJournalStore  *self,
                                             const char       *id,
                                             GError          **error);

G_END_DECLS
