/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file for the user, written piece by piece: it is there whole and for its owner only, or what was
 * there before stays as it is. Errors are of the domain G_IO_ERROR, whole sentences for people: a full
 * disk is NO_SPACE, a folder in its place IS_DIRECTORY, no folder for it NOT_FOUND. Any thread, one at a
 * time. */
typedef struct _MspOutputFile MspOutputFile;

/* A link is followed; what is neither a file nor a link to one is not replaced. */
MspOutputFile *msp_output_file_new        (const char     *path,
                                           GError        **error);
/* Standard output, where nothing can be taken back. A reader that goes away is BROKEN_PIPE. */
MspOutputFile *msp_output_file_new_stdout (void);
gboolean       msp_output_file_write      (MspOutputFile  *self,
                                           gconstpointer   data,
                                           gsize           size,
                                           GError        **error);
/* Once, at the end: puts it in its place, and on the disk. */
gboolean       msp_output_file_commit     (MspOutputFile  *self,
                                           GError        **error);
/* Removes what was written unless it was committed. */
void           msp_output_file_free       (MspOutputFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspOutputFile, msp_output_file_free)

/* All of that for a text at hand. */
gboolean       msp_output_file_save       (const char     *path,
                                           gconstpointer   data,
                                           gsize           size,
                                           GError        **error);

G_END_DECLS
