/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

char *msp_contributions_to_csv (GPtrArray *entries);

G_END_DECLS
