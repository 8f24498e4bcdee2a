/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void     msp_sqlite_error_set (GError     **error,
                               sqlite3     *db,
                               int          rc);
gboolean msp_sqlite_execute   (sqlite3     *db,
                               const char  *sql,
                               GError     **error);
gboolean msp_sqlite_pragma    (sqlite3     *db,
                               const char  *sql,
                               gint64      *value,
                               GError     **error);

G_END_DECLS
