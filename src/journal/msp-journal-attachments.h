/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* Copies a file into the journal's folder, for an entry that is about to name it. A copy that no entry
 * and no draft names is removed: the next day, or when the journal is closed if it was released. Errors
 * are of the domain MSP_ATTACHMENT_ERROR, sentences for people. */

/* Blocking. (transfer full) (nullable) */
MspAttachment *msp_journal_store_attach        (MspJournalStore        *self,
                                                GFile                  *source,
                                                GError                **error);
/* @progress (nullable) is called on the thread that copies, and not after @callback. */
void           msp_journal_store_attach_async  (MspJournalStore        *self,
                                                GFile                  *source,
                                                GFileProgressCallback   progress,
                                                gpointer                progress_data,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);
MspAttachment *msp_journal_store_attach_finish (MspJournalStore        *self,
                                                GAsyncResult           *result,
                                                GError                **error);
/* The copy is not wanted after all. */
void           msp_journal_store_release       (MspJournalStore        *self,
                                                const char             *hash);
/* (transfer full) (nullable): where a file lies, or NULL if it is not there */
char          *msp_journal_store_find_attachment (MspJournalStore      *self,
                                                  const char           *hash);

/* Used by the store. (transfer full) (nullable): the folder, or NULL with @error set */
char          *msp_journal_attachments_begin   (MspJournalStore        *store,
                                                GError                **error);
void           msp_journal_attachments_end     (MspJournalStore        *store);

G_END_DECLS
