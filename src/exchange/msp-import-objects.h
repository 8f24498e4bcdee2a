/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-dates.h"
#include "exchange/msp-import-sink.h"

G_BEGIN_DECLS

/**
 * MspImportObjects:
 *
 * A JSON file with a list of entries: our own, the data of an account of the portal, or a companion's.
 */
typedef struct _MspImportObjects MspImportObjects;

/* Which of them @text seems to be. */
MspImportKind         msp_import_objects_detect          (const char        *text,
                                                          gsize              length);
/* Looks the whole text over once; it has to outlive the objects. */
MspImportObjects     *msp_import_objects_open            (const char        *text,
                                                          gsize              length,
                                                          MspImportKind      kind,
                                                          GError           **error);
void                  msp_import_objects_free            (MspImportObjects  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportObjects, msp_import_objects_free)

/* Whether this program wrote it. */
gboolean               msp_import_objects_are_ours       (MspImportObjects  *self);
const MspDateEvidence *msp_import_objects_get_dates      (MspImportObjects  *self);
gboolean               msp_import_objects_read           (MspImportObjects  *self,
                                                          MspImportSink     *sink,
                                                          GError           **error);
const char            *msp_import_objects_begin_rejects  (MspImportObjects  *self);
const char            *msp_import_objects_end_rejects    (MspImportObjects  *self);

G_END_DECLS
