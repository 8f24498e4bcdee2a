/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/msp-catalog.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

#define MSP_TYPE_JOURNAL_FILTERS (msp_journal_filters_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalFilters, msp_journal_filters, MSP, JOURNAL_FILTERS, AdwBin)

/* Properties: "search" (utf8), to be bound both ways to the words that are looked for, which a saved
 * combination brings along and the counts respect; "chips" (MspFilterChips), where what is chosen is
 * shown; "in-trash" (gboolean), what is counted. Signal "changed": something else is chosen. */

void      msp_journal_filters_set_store  (MspJournalFilters *self,
                                          MspJournalStore   *store,
                                          MspCatalog        *catalog,
                                          GSettings         *settings);
MspQuery *msp_journal_filters_make_query (MspJournalFilters *self);
void      msp_journal_filters_clear      (MspJournalFilters *self);
void      msp_journal_filters_set_text   (MspJournalFilters *self,
                                          const char        *text);

G_END_DECLS
