/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/msp-database.h"

G_BEGIN_DECLS

/* The removal of files that no entry has any more. Files are noted when they lose a row, and removed
 * when the journal is closed: until then undo may want them. On the worker. */

gboolean msp_attachment_removal_start   (MspDatabase  *database,
                                         GError      **error);
/* Notes a file that may have no row. */
gboolean msp_attachment_removal_release (MspDatabase  *database,
                                         const char   *hash,
                                         GError      **error);
/* Removes what was noted and has no row, unless a draft names it. */
gboolean msp_attachment_removal_finish  (MspDatabase  *database,
                                         const char   *journal_path,
                                         GError      **error);
/* Once a day: removes what was left over for longer than that. */
gboolean msp_attachment_removal_sweep   (MspDatabase  *database,
                                         const char   *journal_path,
                                         GError      **error);

G_END_DECLS
