/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* The journal for the command line and tests: each call runs on the worker and waits. */

/* Returns the new id. @entry's id, created and modified are ignored. */
char            *msp_journal_store_add (MspJournalStore        *self,
                                        const MspContribution  *entry,
                                        GError                **error);
/* @entry->id says which; if @entry->modified is set and differs from the file's: CHANGED. */
gboolean         msp_journal_store_update (MspJournalStore        *self,
                                           const MspContribution  *entry,
                                           GError                **error);
/* All or none; the ids are whole. */
gboolean         msp_journal_store_delete (MspJournalStore        *self,
                                           const char *const      *ids,
                                           GError                **error);
gboolean         msp_journal_store_restore (MspJournalStore        *self,
                                            const char *const      *ids,
                                            GError                **error);
/* Removes for good what is in the trash since before @before (MSP_DAY_NONE: all of it); -1 on error. */
int              msp_journal_store_empty_trash (MspJournalStore        *self,
                                                MspDay                  before,
                                                GError                **error);
/* A whole id or an unambiguous prefix of 8 or more characters; in the trash too. */
char            *msp_journal_store_resolve (MspJournalStore        *self,
                                            const char             *id_or_prefix,
                                            GError                **error);
/* The same of several, each once; NULL with @error set if one of them is none. */
GStrv            msp_journal_store_resolve_all (MspJournalStore        *self,
                                                const char *const      *ids_or_prefixes,
                                                GError                **error);
MspContribution *msp_journal_store_get (MspJournalStore        *self,
                                        const char             *id,
                                        GError                **error);
/* (element-type MspContribution) */
GPtrArray       *msp_journal_store_list (MspJournalStore        *self,
                                         const MspQuery         *query,
                                         GError                **error);
gboolean         msp_journal_store_totals (MspJournalStore        *self,
                                           const MspQuery         *query,
                                           MspJournalTotals       *totals,
                                           GError                **error);
/* Done entries dated @from to @to, not in the trash, oldest first: (element-type MspEntryFact) */
GPtrArray       *msp_journal_store_facts (MspJournalStore        *self,
                                          MspDay                  from,
                                          MspDay                  to,
                                          GError                **error);
/* Entries that @entry would be a duplicate of (interface.md, end): (element-type MspContribution) */
GPtrArray       *msp_journal_store_duplicates (MspJournalStore        *self,
                                               const MspContribution  *entry,
                                               GError                **error);
/* integrity_check, foreign_key_check and the search index: problems, a sentence each; empty if healthy. */
GStrv            msp_journal_store_check (MspJournalStore        *self,
                                          GError                **error);

G_END_DECLS
