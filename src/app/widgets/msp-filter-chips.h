/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/msp-catalog.h"
#include "journal/msp-filter.h"

G_BEGIN_DECLS

#define MSP_TYPE_FILTER_CHIPS (msp_filter_chips_get_type ())

G_DECLARE_FINAL_TYPE (MspFilterChips, msp_filter_chips, MSP, FILTER_CHIPS, GtkWidget)

GtkWidget       *msp_filter_chips_new        (void);
/* @catalog (nullable) names the gates. */
void             msp_filter_chips_set_filter (MspFilterChips  *self,
                                              MspCatalog      *catalog,
                                              const MspFilter *filter);
/* (transfer none) (not nullable): without what was taken away, after the signal "changed" */
const MspFilter *msp_filter_chips_get_filter (MspFilterChips  *self);

G_END_DECLS
