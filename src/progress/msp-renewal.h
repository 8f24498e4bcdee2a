/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress/msp-cycle.h"

G_BEGIN_DECLS

MspDay msp_renewal_suggest_first (MspDay              mvp_since,
                                  const MspCycleRule *rule);

G_END_DECLS
