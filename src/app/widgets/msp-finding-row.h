/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "eligibility/msp-assessment.h"

G_BEGIN_DECLS

#define MSP_TYPE_FINDING_ROW (msp_finding_row_get_type ())

G_DECLARE_FINAL_TYPE (MspFindingRow, msp_finding_row, MSP, FINDING_ROW, GtkWidget)

GtkWidget *msp_finding_row_new (const MspFinding *finding);

G_END_DECLS
