/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "eligibility/msp-assessment.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* The first day of the twelve calendar months that end with that of @today. */
MspDay              msp_evidence_window_start (MspDay      today);
/* @facts: of msp_journal_store_facts() from there to @today. */
MspJournalEvidence *msp_evidence_new          (MspCatalog *catalog,
                                               GPtrArray  *facts);

G_END_DECLS
