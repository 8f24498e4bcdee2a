/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/msp-database.h"

G_BEGIN_DECLS

/* Backups lie in "backups" beside the database, each a database of its own, named by the moment at
 * which it was made, with its SHA-256 beside it in a file that sha256sum reads. */

typedef struct
{
  char  *path;
  gint64 time; /* microseconds since 1970, UTC */
  gint64 size; /* bytes */
} MspBackup;

void         msp_backup_free    (MspBackup                *self);

/* (transfer full) (type filename) */
char        *msp_backup_folder  (const char               *database_path);
/* On the worker: (transfer full) (nullable): the path of a new backup, verified. Those that are not to
 * be kept any more go. */
char        *msp_backup_make    (MspDatabase              *database,
                                 const char               *database_path,
                                 GCancellable             *cancellable,
                                 GError                  **error);
/* On the worker: a verified copy in a file of that name; FALSE if there is one (G_IO_ERROR_EXISTS). */
gboolean     msp_backup_write   (MspDatabase              *database,
                                 const char               *path,
                                 GError                  **error);
/* (element-type MspBackup) (transfer full): the newest first */
GPtrArray   *msp_backup_list    (const char               *database_path);
/* When a backup was made: by its name, or else when the file was last written. */
gint64       msp_backup_get_time (const char              *path);
/* (transfer full) (nullable): a verified backup, to look at; an older version stays what it is */
MspDatabase *msp_backup_open    (const char               *path,
                                 const MspDatabaseSchema  *schema,
                                 GError                  **error);
/* On the worker: makes the database what the verified backup is, in one transaction; whoever has it
 * open sees that it differs. An older version is brought up to date. */
gboolean     msp_backup_restore (MspDatabase              *database,
                                 const char               *database_path,
                                 const char               *path,
                                 const MspDatabaseSchema  *schema,
                                 GError                  **error);

/* Which of @n_times moments, the newest first, are kept at @now: all of two days, then the newest of
 * each of 12 days, of 10 weeks and of 9 months before those. */
void         msp_backup_choose  (const gint64             *times,
                                 guint                     n_times,
                                 gint64                    now,
                                 gboolean                 *keep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspBackup, msp_backup_free)

G_END_DECLS
