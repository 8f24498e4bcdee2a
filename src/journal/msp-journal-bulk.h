/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* Many entries in one transaction: all of them, or none. Each is one step of undo. */

/* Changes @entry, on the worker; FALSE leaves it as it is. */
typedef gboolean (*MspEntryEdit) (MspContribution *entry,
                                  gpointer         data);

/* @entries: (element-type MspContribution): each gets its id. */
gboolean msp_journal_store_add_many          (MspJournalStore      *self,
                                              GPtrArray            *entries,
                                              GError              **error);
/* @entries: (transfer full) */
void     msp_journal_store_add_many_async    (MspJournalStore      *self,
                                              GPtrArray            *entries,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean msp_journal_store_add_many_finish   (MspJournalStore      *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* The ids are whole. Entries that end up as they were are not written. */
gboolean msp_journal_store_edit_many         (MspJournalStore      *self,
                                              const char *const    *ids,
                                              MspEntryEdit          edit,
                                              gpointer              data,
                                              GError              **error);
void     msp_journal_store_edit_many_async   (MspJournalStore      *self,
                                              const char *const    *ids,
                                              MspEntryEdit          edit,
                                              gpointer              data,
                                              GDestroyNotify        destroy,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* How many entries differ now; -1 on error. */
int      msp_journal_store_edit_many_finish  (MspJournalStore      *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
