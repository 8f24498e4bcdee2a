/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-dates.h"
#include "exchange/msp-import-names.h"
#include "exchange/msp-import-sink.h"

G_BEGIN_DECLS

/**
 * MspImportMarkdown:
 *
 * A text with a heading for each activity and a section for each field of the portal's form.
 */
typedef struct _MspImportMarkdown MspImportMarkdown;

/* Whether a heading of such a text is in @text. */
gboolean               msp_import_markdown_detect    (const char         *text,
                                                      gsize               length);
/* Looks the whole text over once; it has to outlive this, as @names has. */
MspImportMarkdown     *msp_import_markdown_open      (const char         *text,
                                                      gsize               length,
                                                      MspImportNames     *names,
                                                      GError            **error);
void                   msp_import_markdown_free      (MspImportMarkdown  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportMarkdown, msp_import_markdown_free)

const MspDateEvidence *msp_import_markdown_get_dates (MspImportMarkdown  *self);
gboolean               msp_import_markdown_read      (MspImportMarkdown  *self,
                                                      MspImportSink      *sink,
                                                      GError            **error);

G_END_DECLS
