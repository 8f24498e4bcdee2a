/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MSP_IMPORT_MAPPINGS_MAX 20

/* Which columns of files with the same header were chosen to fill which fields, kept in the settings for
 * the next such file: the newest MSP_IMPORT_MAPPINGS_MAX of them. */

/* (transfer full) (nullable): column to field, empty for a column that is left out; NULL: never seen */
GHashTable *msp_import_mappings_find     (GSettings  *settings,
                                          const char *header);
/* @columns: (element-type MspImportColumn) */
void        msp_import_mappings_remember (GSettings  *settings,
                                          const char *header,
                                          GPtrArray  *columns);

G_END_DECLS
