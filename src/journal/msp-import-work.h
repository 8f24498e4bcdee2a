/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-index-batch.h"
#include "journal/msp-journal-import.h"

G_BEGIN_DECLS

/**
 * MspImportWork:
 *
 * What taking entries into the journal needs to know from one to the next. On the worker, inside a
 * transaction unless nothing is written.
 */
typedef struct _MspJournalImportWork MspImportWork;

MspImportWork *msp_import_work_new       (MspDatabase    *database,
                                          gboolean        dry_run);
void           msp_import_work_free      (MspImportWork  *self);
/* (transfer none): the words of what was taken, which are still to be written */
MspIndexBatch *msp_import_work_get_index (MspImportWork  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportWork, msp_import_work_free)

G_END_DECLS
