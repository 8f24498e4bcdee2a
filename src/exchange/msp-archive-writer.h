/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/msp-output-file.h"

G_BEGIN_DECLS

/* A zip with a journal and its attached files: journal.json, then attachments/HASH for each. Errors are
 * those of the output. */
typedef struct _MspArchiveWriter MspArchiveWriter;

/* @output: (not owned): outlives it; is committed by its owner after finishing. */
MspArchiveWriter *msp_archive_writer_new            (MspOutputFile     *output,
                                                     GError           **error);
/* What stands in journal.json, piece by piece, before the first file. */
gboolean          msp_archive_writer_append_journal (MspArchiveWriter  *self,
                                                     gconstpointer      data,
                                                     gsize              size,
                                                     GError           **error);
/* @is_good: (out): FALSE: what lies at @path is not there or not @hash, and is left out */
gboolean          msp_archive_writer_add_file       (MspArchiveWriter  *self,
                                                     const char        *path,
                                                     const char        *hash,
                                                     GCancellable      *cancellable,
                                                     gboolean          *is_good,
                                                     GError           **error);
gboolean          msp_archive_writer_finish         (MspArchiveWriter  *self,
                                                     GError           **error);
void              msp_archive_writer_free           (MspArchiveWriter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspArchiveWriter, msp_archive_writer_free)

G_END_DECLS
