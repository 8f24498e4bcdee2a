/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "eligibility/msp-answers.h"

G_BEGIN_DECLS

/* Kleene's three values. */
typedef enum
{
  MSP_TRUTH_FALSE,
  MSP_TRUTH_UNKNOWN,
  MSP_TRUTH_TRUE,
} MspTruth;

MspTruth msp_condition_evaluate   (const MspCondition *condition,
                                   MspAnswers         *answers);
gboolean msp_condition_asks       (const MspCondition *condition,
                                   const MspQuestion  *question);

/* The questions that can still matter, in order, given the answers to those before each:
 * (transfer container) (element-type MspQuestion). */
GPtrArray *msp_questionnaire_path (MspAnswers         *answers);

G_END_DECLS
