/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/widgets/msp-import-job.h"

G_BEGIN_DECLS

#define MSP_TYPE_IMPORT_RESULT_PAGE (msp_import_result_page_get_type ())

G_DECLARE_FINAL_TYPE (MspImportResultPage, msp_import_result_page, MSP, IMPORT_RESULT_PAGE, AdwBin)

/* Its buttons activate "window.close"; what they have to say is said by "import.toast" (s). */
GtkWidget *msp_import_result_page_new (MspImportJob *job);

G_END_DECLS
