/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-row.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* A lazy GListModel of MspJournalRow over the store: the first rows at once, then all keys, rows by
 * pages of 128 when looked at, late answers dropped, only exact changes emitted. Follows the store's
 * "changed". Empty until its query is set. */
#define MSP_TYPE_JOURNAL_MODEL (msp_journal_model_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalModel, msp_journal_model, MSP, JOURNAL_MODEL, GObject)

/* Signal "refreshed" after each new answer of the store; the totals are known when it is not loading
 * any more. */
/* (transfer full): empty until its query is set */
MspJournalModel *msp_journal_model_new          (MspJournalStore  *store);
void             msp_journal_model_set_query    (MspJournalModel  *self,
                                                 const MspQuery   *query);
const MspQuery  *msp_journal_model_get_query    (MspJournalModel  *self);
MspJournalTotals msp_journal_model_get_totals   (MspJournalModel  *self);
gboolean         msp_journal_model_is_loading   (MspJournalModel  *self);
/* The row's place, or G_MAXUINT if the entry is not in the list. */
guint            msp_journal_model_find         (MspJournalModel  *self,
                                                 gint64            key);
/* The row key of the entry in that place; 0 if there is none. */
gint64           msp_journal_model_get_key      (MspJournalModel  *self,
                                                 guint             position);

/* Whether another query leaves the rows that are held in their places and moves other entries into them,
 * which is not told but by "notify::loaded" of the row, and "refreshed". Made for a list view: for every
 * new item it makes its row widget anew, and that takes longer than all else that a letter typed into the
 * search costs. FALSE at first. */
void             msp_journal_model_set_moves_rows (MspJournalModel *self,
                                                   gboolean         moves_rows);

G_END_DECLS
