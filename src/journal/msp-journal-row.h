/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* A row of the list. Its properties fill in once loaded: "loaded" (boolean), then the summary. Another
 * query may put another entry in its place: then its key and its summary change, with "notify::loaded".
 * "heading" (string, nullable): the month, on the first row of each month when sorted by date. */
#define MSP_TYPE_JOURNAL_ROW (msp_journal_row_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalRow, msp_journal_row, MSP, JOURNAL_ROW, GObject)

gint64                 msp_journal_row_get_key     (MspJournalRow *self);
/* (nullable): NULL until loaded; "notify::loaded" is emitted whenever it changes */
const MspEntrySummary *msp_journal_row_get_summary (MspJournalRow *self);
/* (nullable) */
const char            *msp_journal_row_get_heading (MspJournalRow *self);

/* Used by the model. */
MspJournalRow         *msp_journal_row_new         (gint64           key,
                                                    char            *heading);
void                   msp_journal_row_take_summary (MspJournalRow   *self,
                                                     MspEntrySummary *summary);
void                   msp_journal_row_take_heading (MspJournalRow   *self,
                                                     char            *heading);
void                   msp_journal_row_become      (MspJournalRow   *self,
                                                    gint64           key,
                                                    MspEntrySummary *summary);

G_END_DECLS
