/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_PROGRAM_PAGE (msp_program_page_get_type ())

G_DECLARE_FINAL_TYPE (MspProgramPage, msp_program_page, MSP, PROGRAM_PAGE, AdwBin)

void msp_program_page_show (MspProgramPage   *self,
                            const MspProgram *program);

G_END_DECLS
