/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/msp-catalog.h"
#include "journal/msp-facets.h"
#include "journal/msp-filter.h"

G_BEGIN_DECLS

#define MSP_TYPE_FILTER_POPOVER (msp_filter_popover_get_type ())

G_DECLARE_FINAL_TYPE (MspFilterPopover, msp_filter_popover, MSP, FILTER_POPOVER, GtkPopover)

/* Signal "changed": somebody has chosen otherwise. */

/* @settings (nullable): where combinations are saved */
GtkWidget       *msp_filter_popover_new        (MspCatalog       *catalog,
                                                GSettings        *settings);
void             msp_filter_popover_set_filter (MspFilterPopover *self,
                                                const MspFilter  *filter);
/* (transfer none): with the words that are looked for, which a saved combination brings along */
const MspFilter *msp_filter_popover_get_filter (MspFilterPopover *self);
/* @facets (transfer full) */
void             msp_filter_popover_take_facets (MspFilterPopover *self,
                                                 MspFacets        *facets);

G_END_DECLS
