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

void      msp_journal_filters_set_store  (MspJournalFilters *self,
                                          MspJournalStore   *store,
                                          MspCatalog        *catalog,
                                          GSettings         *settings);
MspQuery *msp_journal_filters_make_query (MspJournalFilters *self);
void      msp_journal_filters_clear      (MspJournalFilters *self);
void      msp_journal_filters_set_text   (MspJournalFilters *self,
                                          const char        *text);

G_END_DECLS
