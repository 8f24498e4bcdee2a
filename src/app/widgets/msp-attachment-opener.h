/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* Opens a copy of what is attached with the program that people have for it. What is itself a program is
 * not started: its folder is shown. */
void     msp_attachment_open_async  (MspJournalStore      *store,
                                     const MspAttachment  *attachment,
                                     GtkWindow            *parent,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* @remark (out) (nullable): what people should know though it went well. FALSE with @error set: a
 * sentence for people. */
gboolean msp_attachment_open_finish (MspJournalStore      *store,
                                     GAsyncResult         *result,
                                     char                **remark,
                                     GError              **error);

G_END_DECLS
