/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "eligibility/msp-answers.h"
#include "eligibility/msp-rule.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_VERDICT_READY,
  MSP_VERDICT_NOT_YET,
  MSP_VERDICT_EXCLUDED,
  MSP_VERDICT_INCOMPLETE,
} MspVerdict;

typedef struct
{
  const MspCriterion *criterion;
  MspTruth            state; /* met, unmet, unknown */
  GStrv               entries; /* ids of the journal's entries that prove it; never NULL */
} MspFinding;

typedef struct
{
  const MspProgram *program;
  MspVerdict        verdict;
  guint             met;
  guint             of;
  char             *phrase;   /* "Ready to be nominated" */
  GPtrArray        *findings; /* MspFinding, in the catalogue's order */
} MspProgramResult;

/* What the journal says of the last twelve months. */
typedef struct
{
  int         months_active;
  GStrv       kinds;   /* gate ids */
  GHashTable *entries; /* gate id → GStrv of entry ids, and "" → all of them */
} MspJournalEvidence;

/* One run of the rules: who, when, what came out. Immutable. */
#define MSP_TYPE_ASSESSMENT (msp_assessment_get_type ())

G_DECLARE_FINAL_TYPE (MspAssessment, msp_assessment, MSP, ASSESSMENT, GObject)

/* @evidence (nullable): only names the entries; to take the answers from it, see
 * msp_evidence_answer(). */
MspAssessment          *msp_assessment_new         (MspAnswers               *answers,
                                                    const MspJournalEvidence *evidence,
                                                    MspDay                    date);
MspDay                  msp_assessment_get_date    (MspAssessment            *self);
GPtrArray              *msp_assessment_get_results (MspAssessment            *self); /* MspProgramResult */
MspAnswers             *msp_assessment_get_answers (MspAssessment            *self);
/* The form of `eligibility --format json`, with the answers beside: reading it back gives
 * the assessment as it was (findings of criteria that are no longer in the catalogue are left out). */
char                   *msp_assessment_to_json     (MspAssessment            *self);
MspAssessment          *msp_assessment_from_json   (MspCatalog               *catalog,
                                                    const char               *json,
                                                    GError                  **error);
/* What differs from an earlier one, a sentence each (translated); empty if nothing. */
GStrv                   msp_assessment_describe_changes (MspAssessment       *self,
                                                         MspAssessment       *earlier);
const char             *msp_verdict_to_id          (MspVerdict                verdict);

/* Sets months_active and contribution_kinds where @answers does not answer them. */
void                    msp_evidence_answer        (const MspJournalEvidence *evidence,
                                                    MspAnswers               *answers);
void                    msp_journal_evidence_free  (MspJournalEvidence       *evidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspJournalEvidence, msp_journal_evidence_free)

G_END_DECLS
