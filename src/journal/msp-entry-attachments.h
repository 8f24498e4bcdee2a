/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"
#include "storage/msp-database.h"

G_BEGIN_DECLS

/* The rows of the attachments of entries. On the worker.
 *
 * A row is written only if its file is there, and a file is removed only if no row has it; both inside
 * a transaction that writes, so that no row is ever without its file. */

/* (transfer full) (nullable): the folder of the files; NULL for a journal that is not on the disk yet */
char    *msp_entry_attachments_folder  (MspDatabase            *database);
/* Whether a row has the file; also if that cannot be known. */
gboolean msp_entry_attachments_use     (MspDatabase            *database,
                                        const char             *hash);
/* What msp_entry_attachments_read() reads by. */
MspStatement *msp_entry_attachments_prepare (MspDatabase       *database,
                                             GError           **error);
gboolean msp_entry_attachments_read    (MspStatement           *prepared,
                                        gint64                  key,
                                        GPtrArray              *list,
                                        GError                **error);
/* @kept: as they are in the file (empty for a new entry) */
gboolean msp_entry_attachments_write   (MspDatabase            *database,
                                        gint64                  key,
                                        GPtrArray              *kept,
                                        GPtrArray              *list,
                                        GError                **error);
/* Whether every file of the entry is there. */
gboolean msp_entry_attachments_verify  (MspDatabase            *database,
                                        gint64                  key,
                                        GError                **error);

G_END_DECLS
