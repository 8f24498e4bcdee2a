/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_COMPARE_PAGE (msp_compare_page_get_type ())

G_DECLARE_FINAL_TYPE (MspComparePage, msp_compare_page, MSP, COMPARE_PAGE, AdwBin)

void msp_compare_page_set_programs (MspComparePage *self,
                                    const char     *ids);
void msp_compare_page_focus_search (MspComparePage *self);

G_END_DECLS
