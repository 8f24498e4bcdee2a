/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "eligibility/msp-assessment.h"
#include "journal/msp-journal-records.h"

G_BEGIN_DECLS

#define MSP_TYPE_RESULT_HISTORY (msp_result_history_get_type ())

G_DECLARE_FINAL_TYPE (MspResultHistory, msp_result_history, MSP, RESULT_HISTORY, GObject)

MspResultHistory *msp_result_history_new         (MspCatalog       *catalog);
void              msp_result_history_set_store   (MspResultHistory *self,
                                                  MspJournalStore  *store);
GPtrArray        *msp_result_history_get_results (MspResultHistory *self);
guint             msp_result_history_find        (MspResultHistory *self,
                                                  gint64            key);
MspAssessment    *msp_result_history_read        (MspResultHistory *self,
                                                  guint             index);
gboolean          msp_result_history_save        (MspResultHistory *self,
                                                  MspAssessment    *assessment);
gboolean          msp_result_history_delete      (MspResultHistory *self,
                                                  gint64            key);
gboolean          msp_result_history_undo        (MspResultHistory *self);

G_END_DECLS
