/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-entry-fields.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* Entries of a file, however many, in one transaction: all of them or none, one step of undo. */

/* What becomes of an entry that the journal has already. */
typedef enum
{
  MSP_DUPLICATES_SKIP,
  MSP_DUPLICATES_UPDATE,
  MSP_DUPLICATES_ADD,
} MspDuplicateRule;

/**
 * MspTakenAs:
 * @MSP_TAKEN_ADDED: a new entry
 * @MSP_TAKEN_UPDATED: a change of one that the journal has
 * @MSP_TAKEN_EQUAL: a duplicate that says nothing else
 * @MSP_TAKEN_DIFFERENT: a duplicate that says something else, which was left alone
 * @MSP_TAKEN_IN_TRASH: a duplicate, by its id, of one in the trash, which stays there as it is
 * @MSP_TAKEN_REFUSED: nothing: it cannot be saved
 */
typedef enum
{
  MSP_TAKEN_ADDED,
  MSP_TAKEN_UPDATED,
  MSP_TAKEN_EQUAL,
  MSP_TAKEN_DIFFERENT,
  MSP_TAKEN_IN_TRASH,
  MSP_TAKEN_REFUSED,
} MspTakenAs;

/**
 * MspJournalImport:
 * @rule: what becomes of duplicates
 * @dry_run: whether nothing is written
 * @cancellable: (nullable): ends it, and takes back what was done
 * @progress: (nullable): written while the search index is, from @progress_from to 1
 * @files_missing: files of entries that were left out, for the journal's folder does not have them
 */
typedef struct
{
  MspDuplicateRule rule;
  gboolean         dry_run;
  GCancellable    *cancellable;
  volatile double *progress;
  double           progress_from;
  guint            files_missing;

  struct _MspJournalImportWork *work; /* (nullable): while it is under way */
} MspJournalImport;

/* On the worker: gives the entries, one after the other, to msp_journal_import_take(). FALSE, with
 * @error set, takes all of it back. */
typedef gboolean (*MspImportFeed) (MspJournalImport  *import,
                                   gpointer           data,
                                   GError           **error);

/* Takes @entry (transfer full). @given: the fields that it says something about; the others of an
 * entry that is updated are kept. @problem (out) (transfer full) (nullable): why it is REFUSED. */
gboolean msp_journal_import_take          (MspJournalImport     *self,
                                           MspContribution      *entry,
                                           MspEntryFields        given,
                                           MspTakenAs           *as,
                                           MspFieldProblem     **problem,
                                           GError              **error);
void     msp_field_problem_free           (MspFieldProblem      *problem);

/* Blocking. @import is the caller's. */
gboolean msp_journal_store_import         (MspJournalStore      *self,
                                           MspJournalImport     *import,
                                           MspImportFeed         feed,
                                           gpointer              data,
                                           GError              **error);
/* @import and @data outlive it. */
void     msp_journal_store_import_async   (MspJournalStore      *self,
                                           MspJournalImport     *import,
                                           MspImportFeed         feed,
                                           gpointer              data,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean msp_journal_store_import_finish  (MspJournalStore      *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspFieldProblem, msp_field_problem_free)

G_END_DECLS
