/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress/msp-evidence.h"

G_BEGIN_DECLS

#define MSP_TYPE_EVIDENCE_LOADER (msp_evidence_loader_get_type ())

G_DECLARE_FINAL_TYPE (MspEvidenceLoader, msp_evidence_loader, MSP, EVIDENCE_LOADER, GObject)

/* Signal "loaded" after each new answer of the journal. */
MspEvidenceLoader        *msp_evidence_loader_new           (MspCatalog        *catalog);
void                      msp_evidence_loader_set_store     (MspEvidenceLoader *self,
                                                             MspJournalStore   *store);
const MspJournalEvidence *msp_evidence_loader_get_evidence  (MspEvidenceLoader *self);
guint                     msp_evidence_loader_count_entries (MspEvidenceLoader *self);
GPtrArray                *msp_evidence_loader_get_newest    (MspEvidenceLoader *self);
GStrv                     msp_evidence_loader_suggest       (MspEvidenceLoader *self,
                                                             MspAnswers        *answers,
                                                             const MspQuestion *question);

G_END_DECLS
