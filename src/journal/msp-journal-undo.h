/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

typedef struct _MspUndoHistory MspUndoHistory;

/* Undo and redo of whatever changes entries: 30 steps, each one transaction, put back row for row,
 * ids and times included. Kept while the program runs, and only for the changes of this store. A step
 * whose entries somebody else has changed since is refused (MSP_DATABASE_ERROR_CHANGED) and forgotten. */

typedef enum
{
  MSP_UNDO_ADDED,
  MSP_UNDO_EDITED,
  MSP_UNDO_DELETED,  /* to the trash */
  MSP_UNDO_RESTORED, /* from the trash */
  MSP_UNDO_REMOVED,  /* for good */
} MspUndoKind;

/**
 * MspUndoStep:
 * @serial: tells it from every other step of this store
 * @kind: what was done
 * @entries: to how many entries
 */
typedef struct
{
  guint64     serial;
  MspUndoKind kind;
  guint       entries;
} MspUndoStep;

/* From now on; msp_journal_store_watch() calls it. */
void            msp_journal_store_start_undo   (MspJournalStore *self);

/* FALSE: there is none. */
gboolean msp_journal_store_get_undo    (MspJournalStore      *self,
                                        MspUndoStep          *step);
gboolean msp_journal_store_get_redo    (MspJournalStore      *self,
                                        MspUndoStep          *step);

/* @serial: 0 for the last step. */
void     msp_journal_store_undo_async  (MspJournalStore      *self,
                                        guint64               serial,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
void     msp_journal_store_redo_async  (MspJournalStore      *self,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
/* Of both. @step (out) (optional): what was taken back or done again. */
gboolean msp_journal_store_undo_finish (MspJournalStore      *self,
                                        GAsyncResult         *result,
                                        MspUndoStep          *step,
                                        GError              **error);

/* Used by the store. */
void            msp_undo_history_free          (MspUndoHistory  *self);
/* (transfer full) (element-type gint64): of the entries that changed since the last time */
GArray         *msp_undo_history_take_keys     (MspUndoHistory  *self);
MspUndoHistory *msp_journal_store_get_history  (MspJournalStore *self);
void            msp_journal_store_take_history (MspJournalStore *self,
                                                MspUndoHistory  *history);

G_END_DECLS
