/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Attaches files to an entry of the journal, all or none, as one step of undo. */
void     msp_evidence_attach_async  (MspServices          *services,
                                     const char           *id,
                                     const char *const    *uris,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* FALSE with @error set; @remark (out) (nullable): what people should know though it went well. */
gboolean msp_evidence_attach_finish (MspServices          *services,
                                     GAsyncResult         *result,
                                     const char          **remark,
                                     GError              **error);

G_END_DECLS
