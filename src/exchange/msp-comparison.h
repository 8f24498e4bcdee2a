/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_COMPARISON_TEXT,
  MSP_COMPARISON_JSON,
  MSP_COMPARISON_CSV,
  MSP_COMPARISON_MARKDOWN,
} MspComparisonFormat;

/* The rows to show: all, or those in which the chosen programs' cells differ; @search (nullable)
 * narrows by text. (transfer container) (element-type MspComparisonRow) */
GPtrArray *msp_comparison_rows  (MspCatalog          *catalog,
                                 const char *const   *program_ids,
                                 gboolean             differences_only,
                                 const char          *search);
char      *msp_comparison_write (MspCatalog          *catalog,
                                 const char *const   *program_ids,
                                 gboolean             differences_only,
                                 MspComparisonFormat  format);

G_END_DECLS
