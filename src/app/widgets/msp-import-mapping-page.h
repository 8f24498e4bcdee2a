/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/widgets/msp-import-job.h"

G_BEGIN_DECLS

#define MSP_TYPE_IMPORT_MAPPING_PAGE (msp_import_mapping_page_get_type ())

G_DECLARE_FINAL_TYPE (MspImportMappingPage, msp_import_mapping_page, MSP, IMPORT_MAPPING_PAGE, AdwBin)

GtkWidget *msp_import_mapping_page_new (MspImportJob *job);

G_END_DECLS
