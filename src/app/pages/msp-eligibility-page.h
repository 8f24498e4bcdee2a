/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_ELIGIBILITY_PAGE (msp_eligibility_page_get_type ())

G_DECLARE_FINAL_TYPE (MspEligibilityPage, msp_eligibility_page, MSP, ELIGIBILITY_PAGE, AdwBin)

void msp_eligibility_page_start (MspEligibilityPage *self);

G_END_DECLS
