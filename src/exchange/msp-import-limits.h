/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file may hold; over one of them it is refused as a whole. */
#define MSP_IMPORT_FILE_MAX (32 * 1024 * 1024)
#define MSP_IMPORT_LINE_MAX (1024 * 1024)
#define MSP_IMPORT_FIELD_MAX (64 * 1024)
#define MSP_IMPORT_ROWS_MAX 100000
#define MSP_IMPORT_COLUMNS_MAX 1000
#define MSP_IMPORT_DEPTH_MAX 64

G_END_DECLS
