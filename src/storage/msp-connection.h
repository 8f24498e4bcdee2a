/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "storage/msp-database.h"

G_BEGIN_DECLS

sqlite3 *msp_connection_open (const char               *path,
                              const MspDatabaseSchema  *schema,
                              gboolean                 *may_write,
                              GError                  **error);
/* Of a file that this process has open already. */
sqlite3 *msp_connection_open_second (const char               *path,
                                     const MspDatabaseSchema  *schema,
                                     GError                  **error);

G_END_DECLS
