/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-source.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* What becomes of a row whose entry the journal has already. */
typedef enum
{
  MSP_ON_DUPLICATE_SKIP,
  MSP_ON_DUPLICATE_UPDATE,
  MSP_ON_DUPLICATE_ADD,
} MspOnDuplicate;

typedef struct
{
  guint line;
  char *field;  /* (nullable) */
  char *value;  /* (nullable) */
  char *reason;
  char *raw;    /* (nullable) */
} MspImportReject;

typedef struct
{
  guint      read;
  guint      added;
  guint      updated;    /* of those that the journal has, the ones that differed and were changed */
  guint      duplicates; /* those that the journal has and that were left as they are */
  guint      changed;    /* of the duplicates, those that differ: what updating would change */
  guint      in_trash;   /* of the duplicates, those with the id of an entry in the trash: it stays there */
  guint      rejected;
  guint      files_missing; /* attached files left out, as the journal's folder does not have them */
  GPtrArray *rejects;    /* MspImportReject, by line; at most MSP_IMPORT_REJECTS_MAX are kept */
} MspImportReport;

#define MSP_IMPORT_REJECTS_MAX 100000

void msp_import_report_free (MspImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportReport, msp_import_report_free)

/* Called on the worker every now and then; @done of @total rows or bytes. */
typedef struct
{
  volatile double fraction; /* 0 to 1 */
} MspImportProgress;

/* Blocking. Everything in one transaction, after a backup: all of it, or nothing with @error set; one
 * step of undo. With @dry_run nothing is written and the report says what would be. */
MspImportReport *msp_import_run        (MspJournalStore      *store,
                                        MspImportSource      *source,
                                        MspOnDuplicate        on_duplicate,
                                        gboolean              dry_run,
                                        MspImportProgress    *progress,
                                        GCancellable         *cancellable,
                                        GError              **error);
/* The same beside the main loop. @progress: (nullable): outlives the call. */
void             msp_import_run_async  (MspJournalStore      *store,
                                        MspImportSource      *source,
                                        MspOnDuplicate        on_duplicate,
                                        gboolean              dry_run,
                                        MspImportProgress    *progress,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
MspImportReport *msp_import_run_finish (GAsyncResult         *result,
                                        GError              **error);

/* The rejected rows as they were, in a file of their kind: atomic, 0600. */
gboolean         msp_import_save_rejects (MspImportSource       *source,
                                          const MspImportReport *report,
                                          const char            *path,
                                          GError               **error);

G_END_DECLS
