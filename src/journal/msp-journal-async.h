/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* The store without blocking, for the window. */

void                  msp_journal_store_add_async          (MspJournalStore       *self,
                                                            const MspContribution *entry,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
char                 *msp_journal_store_add_finish         (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_update_async       (MspJournalStore       *self,
                                                            const MspContribution *entry,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
gboolean              msp_journal_store_update_finish      (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_delete_async       (MspJournalStore       *self,
                                                            const char *const     *ids,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
gboolean              msp_journal_store_delete_finish      (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_restore_async      (MspJournalStore       *self,
                                                            const char *const     *ids,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
gboolean              msp_journal_store_restore_finish     (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
/* Removes for good, from the trash; @ids is (nullable): all that is in it. */
void                  msp_journal_store_remove_async       (MspJournalStore       *self,
                                                            const char *const     *ids,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
gboolean              msp_journal_store_remove_finish      (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_get_async          (MspJournalStore       *self,
                                                            const char            *id,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
MspContribution      *msp_journal_store_get_finish         (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
/* Those of a query, whole: (element-type MspContribution) (nullable) */
void                  msp_journal_store_list_async         (MspJournalStore       *self,
                                                            const MspQuery        *query,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
GPtrArray            *msp_journal_store_list_finish        (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_facts_async        (MspJournalStore       *self,
                                                            MspDay                 from,
                                                            MspDay                 to,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
GPtrArray            *msp_journal_store_facts_finish       (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_duplicates_async   (MspJournalStore       *self,
                                                            const MspContribution *entry,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
GPtrArray            *msp_journal_store_duplicates_finish  (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_vocabulary_async   (MspJournalStore       *self,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
MspJournalVocabulary *msp_journal_store_vocabulary_finish  (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            GError               **error);
void                  msp_journal_store_totals_async       (MspJournalStore       *self,
                                                            const MspQuery        *query,
                                                            GCancellable          *cancellable,
                                                            GAsyncReadyCallback    callback,
                                                            gpointer               user_data);
gboolean              msp_journal_store_totals_finish      (MspJournalStore       *self,
                                                            GAsyncResult          *result,
                                                            MspJournalTotals      *totals,
                                                            GError               **error);

G_END_DECLS
