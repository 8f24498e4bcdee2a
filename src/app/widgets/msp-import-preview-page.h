/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/widgets/msp-import-job.h"

G_BEGIN_DECLS

#define MSP_TYPE_IMPORT_PREVIEW_PAGE (msp_import_preview_page_get_type ())

G_DECLARE_FINAL_TYPE (MspImportPreviewPage, msp_import_preview_page, MSP, IMPORT_PREVIEW_PAGE, AdwBin)

/* Its rows activate "import.choose", "import.show-columns" and "import.show-rejects". */
GtkWidget *msp_import_preview_page_new (MspImportJob *job);

G_END_DECLS
