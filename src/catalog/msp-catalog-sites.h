/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog-reader.h"

G_BEGIN_DECLS

void           msp_catalog_read_sites       (MspCatalogData *data,
                                             MspJsonDoc     *doc);
const MspSite *msp_catalog_data_find_site   (MspCatalogData *data,
                                             const char     *url);

G_END_DECLS
