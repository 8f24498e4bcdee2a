/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-source.h"

G_BEGIN_DECLS

/* Opens a file (@path) or a @text at hand beside the main loop; one of both is NULL. @name: how messages
 * call the text; @encoding: (nullable). The worker is not stopped by @cancellable, only its answer is. */
void             msp_import_opener_open_async (MspCatalog           *catalog,
                                               const char           *path,
                                               GBytes               *text,
                                               const char           *name,
                                               const char           *encoding,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
MspImportSource *msp_import_opener_finish     (GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
