/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog-reader.h"

G_BEGIN_DECLS

void               msp_catalog_read_questions (MspCatalogData *data,
                                               MspJsonDoc     *doc);
MspCondition      *msp_catalog_read_condition (MspCatalogData *data,
                                               MspJson        *place);

G_END_DECLS
