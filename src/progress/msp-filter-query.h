/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-filter.h"
#include "progress/msp-cycle.h"

G_BEGIN_DECLS

/* (transfer full): what @filter means: with the types of its gates and the days of its cycle. @own
 * (nullable) (element-type MspCycleDates). */
MspQuery *msp_filter_to_query (const MspFilter    *filter,
                               MspCatalog         *catalog,
                               const MspCycleRule *rule,
                               GPtrArray          *own);

G_END_DECLS
