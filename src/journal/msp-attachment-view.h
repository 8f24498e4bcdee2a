/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-attachment.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): a copy of what is attached that can be looked at and not written, under
 * its own name, below the user's cache. Blocking. @can_run (out): it is a program or starts one. Copies
 * of earlier days are removed. */
char *msp_attachment_make_view (const char           *folder,
                                const MspAttachment  *attachment,
                                GCancellable         *cancellable,
                                gboolean             *can_run,
                                GError              **error);

G_END_DECLS
