/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-facets.h"
#include "journal/msp-journal-bulk.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/**
 * MspJournalOp:
 *
 * What is asked of the journal's worker, and what it answers; the fields that an operation does not
 * name in its comment are empty.
 */
typedef struct
{
  MspContribution      *entry;      /* (owned) (nullable) */
  MspQuery             *query;      /* (owned) (nullable) */
  GStrv                 ids;        /* (owned) (nullable) */
  GArray               *keys;       /* (owned) (nullable) (element-type gint64) */
  GCancellable         *cancellable; /* (owned) (nullable) */
  int                   priority;    /* of the answer among what the main loop does */
  MspEntryEdit          edit;       /* (nullable) */
  gpointer              edit_data;  /* (owned) if there is edit_destroy */
  GDestroyNotify        edit_destroy; /* (nullable) */
  MspDay                from;
  MspDay                to;

  char                 *id;         /* (owned) (nullable): answer */
  MspContribution      *found;      /* (owned) (nullable): answer */
  GPtrArray            *list;       /* (owned) (nullable): answer */
  GArray               *entry_keys; /* (owned) (nullable) (element-type MspEntryKey): answer */
  MspJournalVocabulary *vocabulary; /* (owned) (nullable): answer */
  MspFacets            *facets;     /* (owned) (nullable): answer */
  GStrv                 problems;   /* (owned) (nullable): answer */
  MspJournalTotals      totals;     /* answer */
  int                   count;      /* answer */
} MspJournalOp;

void     msp_journal_op_free       (MspJournalOp  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspJournalOp, msp_journal_op_free)

/* Queues @op (transfer full) where the journal is written; one that @writes says that the journal
 * has changed. */
void          msp_journal_op_queue        (MspJournalStore      *store,
                                           MspJournalOp         *op,
                                           MspDatabaseFunc       func,
                                           gboolean              writes,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* Queues @op (transfer full) where a list reads, which waits for no write and no long answer. */
void          msp_journal_op_read         (MspJournalStore      *store,
                                           MspJournalOp         *op,
                                           MspDatabaseFunc       func,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* Queues @op (transfer full) where figures over the whole journal are worked out. */
void          msp_journal_op_study        (MspJournalStore      *store,
                                           MspJournalOp         *op,
                                           MspDatabaseFunc       func,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* (transfer none) (nullable): the answered operation, or NULL with @error set */
MspJournalOp *msp_journal_op_finish       (MspJournalStore      *store,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Inside a transaction. Checks a new entry and gives it its id and times. */
gboolean      msp_journal_op_prepare_new  (MspContribution        *entry,
                                           GError                **error);
/* (transfer full): a time after @before, so that each change of an entry can be told from the last */
char         *msp_journal_op_time_after   (const char             *before);
/* Inside a transaction. Checks @entry, which was @kept, gives it its time and writes it. */
gboolean      msp_journal_op_write_update (MspDatabase            *database,
                                           const MspContribution  *kept,
                                           MspContribution        *entry,
                                           GError                **error);

/* What changes the journal. Each is a MspDatabaseFunc over a MspJournalOp. */
gboolean msp_journal_op_add        (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_update     (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_delete     (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_restore    (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_purge      (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);

G_END_DECLS
