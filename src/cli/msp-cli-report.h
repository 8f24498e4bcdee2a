/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import.h"

G_BEGIN_DECLS

/* What an import did, or would do: @is_try. */
void msp_cli_report_print_text (const MspImportReport *report,
                                MspOnDuplicate         on_duplicate,
                                gboolean               is_try);
void msp_cli_report_print_json (const MspImportReport *report);

G_END_DECLS
