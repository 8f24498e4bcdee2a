/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "exchange/msp-import-source.h"

G_BEGIN_DECLS

/* What files and fields of an import are called in the window. */

/* "Table (CSV)" */
const char *msp_import_labels_kind  (MspImportKind  kind);
/* @field: a JSON name, metric:NAME too; as it is if nobody knows it */
const char *msp_import_labels_field (MspCatalog    *catalog,
                                     const char    *field);

G_END_DECLS
