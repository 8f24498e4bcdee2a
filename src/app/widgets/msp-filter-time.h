/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-facets.h"
#include "journal/msp-filter.h"
#include "progress/msp-cycle.h"

G_BEGIN_DECLS

#define MSP_TYPE_FILTER_TIME (msp_filter_time_get_type ())

G_DECLARE_FINAL_TYPE (MspFilterTime, msp_filter_time, MSP, FILTER_TIME, AdwBin)

/* Signal "changed": somebody has chosen otherwise. */

GtkWidget *msp_filter_time_new   (void);
/* @facets (nullable) as long as nobody has counted */
void       msp_filter_time_show  (MspFilterTime      *self,
                                  const MspFilter    *filter,
                                  const MspFacets    *facets,
                                  const MspCycleRule *rule);
/* Puts what is chosen into @filter. */
void       msp_filter_time_apply (MspFilterTime      *self,
                                  MspFilter          *filter);
void       msp_filter_time_unfold (MspFilterTime     *self);

G_END_DECLS
