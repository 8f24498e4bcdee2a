/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "eligibility/msp-assessment.h"
#include "journal/msp-journal-records.h"

G_BEGIN_DECLS

#define MSP_TYPE_RESULT_LIST (msp_result_list_get_type ())

G_DECLARE_FINAL_TYPE (MspResultList, msp_result_list, MSP, RESULT_LIST, AdwBin)

/* Signals "opened" and "deleted", each with the key (int64) of a saved result. */
void msp_result_list_fill (MspResultList *self,
                           MspCatalog    *catalog,
                           GPtrArray     *results);

G_END_DECLS
