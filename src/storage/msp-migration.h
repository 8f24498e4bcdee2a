/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "storage/msp-database.h"

G_BEGIN_DECLS

gboolean msp_migration_check_header (const char               *path,
                                     const MspDatabaseSchema  *schema,
                                     GError                  **error);
gboolean msp_migration_check        (sqlite3                  *db,
                                     const MspDatabaseSchema  *schema,
                                     gint64                   *version,
                                     GError                  **error);
gboolean msp_migration_run          (sqlite3                  *db,
                                     const char               *path,
                                     const MspDatabaseSchema  *schema,
                                     gint64                    version,
                                     gboolean                  read_only,
                                     GError                  **error);

G_END_DECLS
