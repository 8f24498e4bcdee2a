/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-source.h"

G_BEGIN_DECLS

/* Sets @error to what is wrong in that line, and answers FALSE. */
gboolean msp_import_fail (MspImportError   code,
                          guint            line,
                          GError         **error,
                          const char      *format,
                          ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
