/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-source.h"

G_BEGIN_DECLS

/* What is in a file, a pipe or standard input ("-"), as far as it may be that large. Blocks. */
GBytes *msp_import_text_read   (const char  *path,
                                GError     **error);
/* The same in UTF-8, without a byte-order mark and without NULs. @name: how messages call it;
 * @encoding: (nullable) as for msp_import_source_open(). */
GBytes *msp_import_text_decode (GBytes      *bytes,
                                const char  *name,
                                const char  *encoding,
                                GError     **error);

G_END_DECLS
