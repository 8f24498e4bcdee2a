/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is there whole or not at all: written beside its place under a name of its own, brought
 * to the disk, then renamed. Errors are of the domain G_IO_ERROR; a full disk is NO_SPACE. */
typedef struct _MspFileWriter MspFileWriter;

/* What a file is called while it is being written. */
#define MSP_FILE_WRITER_PREFIX ".new-"

/* @folder_fd (transfer full): the open folder in which it is to be; @mode: its permissions, under any
 * umask */
MspFileWriter *msp_file_writer_new    (int             folder_fd,
                                       int             mode,
                                       GError        **error);
gboolean       msp_file_writer_write  (MspFileWriter  *self,
                                       gconstpointer   data,
                                       gsize           size,
                                       GError        **error);
/* Gives it its name, in place of a file that has it. */
gboolean       msp_file_writer_commit (MspFileWriter  *self,
                                       const char     *name,
                                       GError        **error);
/* Removes what was written unless it was committed. */
void           msp_file_writer_free   (MspFileWriter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspFileWriter, msp_file_writer_free)

/* An error of the domain G_IO_ERROR for @error_number. */
void           msp_file_set_error     (GError        **error,
                                       int             error_number);

/* Writes all of it to an open file or pipe. */
gboolean       msp_file_write_all     (int             fd,
                                       gconstpointer   data,
                                       gsize           size,
                                       GError        **error);

G_END_DECLS
