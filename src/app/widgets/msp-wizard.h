/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "eligibility/msp-assessment.h"

G_BEGIN_DECLS

#define MSP_TYPE_WIZARD (msp_wizard_get_type ())

G_DECLARE_FINAL_TYPE (MspWizard, msp_wizard, MSP, WIZARD, GObject)

MspWizard         *msp_wizard_new            (MspCatalog         *catalog,
                                              GSettings          *settings);
gboolean           msp_wizard_is_half_done   (MspWizard          *self);
guint              msp_wizard_count_answers  (MspWizard          *self);
void               msp_wizard_start          (MspWizard          *self,
                                              MspAnswers         *answers);
void               msp_wizard_resume         (MspWizard          *self);
void               msp_wizard_finish         (MspWizard          *self);
const MspQuestion *msp_wizard_get_question   (MspWizard          *self);
guint              msp_wizard_get_position   (MspWizard          *self);
guint              msp_wizard_count_questions (MspWizard         *self);
gboolean           msp_wizard_is_last        (MspWizard          *self);
gboolean           msp_wizard_go_next        (MspWizard          *self);
gboolean           msp_wizard_go_back        (MspWizard          *self);
const char *const *msp_wizard_get_values     (MspWizard          *self);
void               msp_wizard_set_values     (MspWizard          *self,
                                              const char *const  *values);
MspAnswers        *msp_wizard_get_answers    (MspWizard          *self);

G_END_DECLS
