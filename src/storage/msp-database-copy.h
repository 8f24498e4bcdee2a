/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "storage/msp-database.h"

G_BEGIN_DECLS

/* Copies of a database as it is at one moment: one file without companions, whole and verified or not
 * there at all. */

/* (transfer full) (nullable): the path of a copy in @folder, which is made, under a name of its own
 * that begins with a dot. @hash (out) (optional) (transfer full): its SHA-256 */
char    *msp_database_copy_new    (sqlite3       *db,
                                   const char    *folder,
                                   GCancellable  *cancellable,
                                   char         **hash,
                                   GError       **error);
/* Gives a copy its name in the same folder; FALSE, with G_IO_ERROR_EXISTS, if another file has it. */
gboolean msp_database_copy_place  (const char    *copy,
                                   const char    *path,
                                   GError       **error);
/* Whether every page of a copy is as it should be. */
gboolean msp_database_copy_verify (sqlite3       *copy,
                                   GError       **error);
/* (transfer full) (nullable): a file that nobody writes, to look at */
sqlite3 *msp_database_copy_open   (const char    *path,
                                   GError       **error);
/* (transfer full) (nullable): the SHA-256 of a file */
char    *msp_database_copy_hash   (const char    *path,
                                   GError       **error);

G_END_DECLS
