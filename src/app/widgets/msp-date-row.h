/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "base/msp-day.h"

G_BEGIN_DECLS

#define MSP_TYPE_DATE_ROW (msp_date_row_get_type ())

G_DECLARE_FINAL_TYPE (MspDateRow, msp_date_row, MSP, DATE_ROW, AdwEntryRow)

/* MSP_DAY_NONE empties the row. */
void   msp_date_row_set_day (MspDateRow *self,
                             MspDay      day);
/* What stands there; MSP_DAY_NONE if nothing does and it is not @needed, or if it is no date, which
 * is said at the row and clears @is_valid. */
MspDay msp_date_row_read    (MspDateRow *self,
                             gboolean    needed,
                             gboolean   *is_valid);

G_END_DECLS
