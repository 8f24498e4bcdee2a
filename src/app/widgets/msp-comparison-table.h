/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

#define MSP_TYPE_COMPARISON_TABLE (msp_comparison_table_get_type ())

G_DECLARE_FINAL_TYPE (MspComparisonTable, msp_comparison_table, MSP, COMPARISON_TABLE, GtkWidget)

void msp_comparison_table_fill (MspComparisonTable *self,
                                MspCatalog         *catalog,
                                const char *const  *program_ids,
                                GPtrArray          *rows);

G_END_DECLS
