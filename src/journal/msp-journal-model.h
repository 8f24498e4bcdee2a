/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* A row of the list. Its properties fill in once loaded: "loaded" (boolean), then the summary.
 * "heading" (string, nullable): the month, on the first row of each month when sorted by date. */
#define MSP_TYPE_JOURNAL_ROW (msp_journal_row_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalRow, msp_journal_row, MSP, JOURNAL_ROW, GObject)

gint64                 msp_journal_row_get_key     (MspJournalRow *self);
/* (nullable): NULL until loaded; "notify::loaded" is emitted whenever it changes */
const MspEntrySummary *msp_journal_row_get_summary (MspJournalRow *self);
/* (nullable) */
const char            *msp_journal_row_get_heading (MspJournalRow *self);

/* A lazy GListModel of MspJournalRow over the store: keys at once, rows by pages of 128 when looked
 * at, late answers dropped, only exact changes emitted. Follows the store's "changed". */
#define MSP_TYPE_JOURNAL_MODEL (msp_journal_model_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalModel, msp_journal_model, MSP, JOURNAL_MODEL, GObject)

/* Signals: "refreshed" after each new answer of the store. Properties: "totals-entries" (uint),
 * "totals-reach" (int64), "loading" (boolean). */
MspJournalModel *msp_journal_model_new          (MspJournalStore  *store);
void             msp_journal_model_set_query    (MspJournalModel  *self,
                                                 const MspQuery   *query);
const MspQuery  *msp_journal_model_get_query    (MspJournalModel  *self);
MspJournalTotals msp_journal_model_get_totals   (MspJournalModel  *self);
gboolean         msp_journal_model_is_loading   (MspJournalModel  *self);
/* The position of the entry @id (whole), or GTK's invalid position (G_MAXUINT). Only loaded rows. */
guint            msp_journal_model_find         (MspJournalModel  *self,
                                                 const char       *id);

G_END_DECLS
