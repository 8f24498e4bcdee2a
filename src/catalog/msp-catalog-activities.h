/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog-reader.h"

G_BEGIN_DECLS

void msp_catalog_read_activity_types (MspCatalogData *data,
                                      MspJsonDoc     *doc);
void msp_catalog_read_areas          (MspCatalogData *data,
                                      MspJsonDoc     *doc);
void msp_catalog_read_journey        (MspCatalogData *data,
                                      MspJsonDoc     *doc);
void msp_catalog_read_cycle          (MspCatalogData *data,
                                      MspJsonDoc     *doc);

G_END_DECLS
