/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "eligibility/msp-assessment.h"

G_BEGIN_DECLS

#define MSP_TYPE_VERDICT_CARD (msp_verdict_card_get_type ())

G_DECLARE_FINAL_TYPE (MspVerdictCard, msp_verdict_card, MSP, VERDICT_CARD, AdwBin)

GtkWidget *msp_verdict_card_new (const MspProgramResult *result);

G_END_DECLS
