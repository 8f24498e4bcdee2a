/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* Is given an entry (transfer full), on the worker; must not use the store. FALSE ends it: as a failure
 * if @error was set. */
typedef gboolean (*MspEntryFunc) (MspContribution  *entry,
                                  gpointer          data,
                                  GError          **error);
/* Is told the names of all figures that the entries have, before the first of them. */
typedef void (*MspFigureNamesFunc) (const char *const *names,
                                    gpointer           data);

/* Waits until @func (scope call) was given each entry. Takes no more memory for many than for one. */
gboolean msp_journal_store_foreach (MspJournalStore     *self,
                                    const MspQuery      *query,
                                    MspFigureNamesFunc   names_func,
                                    MspEntryFunc         func,
                                    gpointer             data,
                                    GError             **error);

G_END_DECLS
