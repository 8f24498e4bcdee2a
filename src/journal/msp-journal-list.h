/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"
#include "journal/msp-key-list.h"

G_BEGIN_DECLS

/* What a list asks of the journal; all but the first rows can be cancelled on the way. */

/* The first @n_rows keys, and what the rows show: answered before anything else. */
void     msp_journal_store_first_rows_async  (MspJournalStore      *self,
                                              const MspQuery       *query,
                                              guint                 n_rows,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* (element-type MspEntryKey) (nullable); @summaries (out) (element-type MspEntrySummary) */
GArray  *msp_journal_store_first_rows_finish (MspJournalStore      *self,
                                              GAsyncResult         *result,
                                              GPtrArray           **summaries,
                                              GError              **error);

/* All keys. */
void     msp_journal_store_keys_async        (MspJournalStore      *self,
                                              const MspQuery       *query,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* (element-type MspEntryKey) (nullable) */
GArray  *msp_journal_store_keys_finish       (MspJournalStore      *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* All keys again, where only those of @changed (element-type gint64) differ from @before (element-type
 * MspEntryKey); both are copied. Costs a few look-ups a changed entry, in every order. */
void     msp_journal_store_changed_keys_async  (MspJournalStore      *self,
                                                const MspQuery       *query,
                                                GArray               *before,
                                                GArray               *changed,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
/* (element-type MspEntryKey) (nullable); @summaries (out) (element-type MspEntrySummary): of @changed */
GArray  *msp_journal_store_changed_keys_finish (MspJournalStore      *self,
                                                GAsyncResult         *result,
                                                GPtrArray           **summaries,
                                                GError              **error);

/* What the rows of those entries show. */
void       msp_journal_store_summaries_async  (MspJournalStore      *self,
                                               const gint64         *keys,
                                               guint                 n_keys,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* (element-type MspEntrySummary) (nullable) */
GPtrArray *msp_journal_store_summaries_finish (MspJournalStore      *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* The ids of those entries, in that order; what is gone is left out. */
void       msp_journal_store_ids_async        (MspJournalStore      *self,
                                               GArray               *keys,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GStrv      msp_journal_store_ids_finish       (MspJournalStore      *self,
                                               GAsyncResult         *result,
                                               GError              **error);
/* Those entries whole, by their ids: (element-type MspContribution) (nullable) */
void       msp_journal_store_entries_async    (MspJournalStore      *self,
                                               const char *const    *ids,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray *msp_journal_store_entries_finish   (MspJournalStore      *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
