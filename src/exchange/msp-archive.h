/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

#define MSP_ARCHIVE_ERROR (msp_archive_error_quark ())

/**
 * MspArchiveError:
 * @MSP_ARCHIVE_ERROR_INVALID: it cannot be read, or is not what it should be
 * @MSP_ARCHIVE_ERROR_TOO_LARGE: over a limit
 *
 * The messages are whole sentences for people.
 */
typedef enum
{
  MSP_ARCHIVE_ERROR_INVALID,
  MSP_ARCHIVE_ERROR_TOO_LARGE,
} MspArchiveError;

GQuark   msp_archive_error_quark  (void);

/* A journal with its attached files in one zip, as msp-archive-writer.h makes it. Members of other names
 * are not looked at, and no member's name becomes part of a path. */

#define MSP_ARCHIVE_JOURNAL "journal.json"
#define MSP_ARCHIVE_FILES "attachments/" /* then the hash */

/* Whether a file that begins so is a zip. */
gboolean msp_archive_is_zip       (gconstpointer     data,
                                   gsize             size);
gboolean msp_archive_is_zip_file  (const char       *path);
/* (transfer full) (nullable): what stands in its journal.json. Blocking. */
GBytes  *msp_archive_read_journal (const char       *path,
                                   GError          **error);
/* Copies the files into the journal's folder, before the entries that name them are written; what no
 * entry names when the journal is closed is removed. Blocking; not on the store's worker. @n_files:
 * (out) (nullable) */
gboolean msp_archive_attach_files (const char       *path,
                                   MspJournalStore  *store,
                                   guint            *n_files,
                                   GCancellable     *cancellable,
                                   GError          **error);

G_END_DECLS
