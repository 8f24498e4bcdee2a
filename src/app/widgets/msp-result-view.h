/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "eligibility/msp-assessment.h"

G_BEGIN_DECLS

#define MSP_TYPE_RESULT_VIEW (msp_result_view_get_type ())

G_DECLARE_FINAL_TYPE (MspResultView, msp_result_view, MSP, RESULT_VIEW, AdwBin)

GtkWidget *msp_result_view_new  (void);
void       msp_result_view_show (MspResultView *self,
                                 MspAssessment *assessment,
                                 MspAssessment *earlier,
                                 const char    *note);
char      *msp_result_view_summarise (MspAssessment *assessment);

G_END_DECLS
