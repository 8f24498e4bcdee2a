/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MSP_TYPE_APPLICATION (msp_application_get_type ())

G_DECLARE_FINAL_TYPE (MspApplication, msp_application, MSP, APPLICATION, AdwApplication)

MspApplication *msp_application_new (const char *journal_path);

G_END_DECLS
