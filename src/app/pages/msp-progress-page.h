/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_PROGRESS_PAGE (msp_progress_page_get_type ())

G_DECLARE_FINAL_TYPE (MspProgressPage, msp_progress_page, MSP, PROGRESS_PAGE, AdwBin)

G_END_DECLS
