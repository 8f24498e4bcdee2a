/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"
#include "storage/msp-database.h"

G_BEGIN_DECLS

/**
 * MspIndexBatch:
 *
 * Changes of many entries to the search index, made at once in the order of their positions: whatever
 * goes backwards makes the index write a part of its own. On the worker, inside a transaction.
 */
typedef struct _MspIndexBatch MspIndexBatch;

/* Called every now and then with how much is done, from 0 to 1; FALSE, with @error set, ends it. */
typedef gboolean (*MspIndexBatchFunc) (double    done,
                                       gpointer  data,
                                       GError  **error);

MspIndexBatch *msp_index_batch_new    (void);
void           msp_index_batch_free   (MspIndexBatch          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspIndexBatch, msp_index_batch_free)

void           msp_index_batch_add    (MspIndexBatch          *self,
                                       gint64                  position,
                                       const MspContribution  *entry);
void           msp_index_batch_remove (MspIndexBatch          *self,
                                       gint64                  position);
/* By row key, as the entry stands in the file; one that is not there is passed over. */
gboolean       msp_index_batch_add_key (MspIndexBatch         *self,
                                        MspDatabase           *database,
                                        gint64                 key,
                                        GError               **error);
gboolean       msp_index_batch_remove_key (MspIndexBatch      *self,
                                           MspDatabase        *database,
                                           gint64              key,
                                           GError            **error);
gboolean       msp_index_batch_write  (MspIndexBatch          *self,
                                       MspDatabase            *database,
                                       MspIndexBatchFunc       func,
                                       gpointer                data,
                                       GError                **error);

G_END_DECLS
