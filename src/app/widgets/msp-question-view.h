/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "eligibility/msp-assessment.h"

G_BEGIN_DECLS

#define MSP_TYPE_QUESTION_VIEW (msp_question_view_get_type ())

G_DECLARE_FINAL_TYPE (MspQuestionView, msp_question_view, MSP, QUESTION_VIEW, AdwBin)

GtkWidget *msp_question_view_new         (void);
void       msp_question_view_set_question (MspQuestionView          *self,
                                           const MspQuestion        *question,
                                           const char *const        *values,
                                           const MspJournalEvidence *evidence);
void       msp_question_view_set_journal  (MspQuestionView          *self,
                                           GtkWidget                *journal_row);
GStrv      msp_question_view_get_values   (MspQuestionView          *self);
void       msp_question_view_focus_first  (MspQuestionView          *self);

G_END_DECLS
