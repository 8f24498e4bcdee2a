/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-query.h"

G_BEGIN_DECLS

#define MSP_TYPE_FILTER_MARK (msp_filter_mark_get_type ())

G_DECLARE_FINAL_TYPE (MspFilterMark, msp_filter_mark, MSP, FILTER_MARK, AdwBin)

/* Signal "changed": somebody has chosen otherwise. */

GtkWidget  *msp_filter_mark_new         (MspMark        mark);
MspMark     msp_filter_mark_get_mark    (MspFilterMark *self);
MspWhether  msp_filter_mark_get_whether (MspFilterMark *self);
/* @counts (nullable), by MspWhether */
void        msp_filter_mark_show        (MspFilterMark *self,
                                         MspWhether     whether,
                                         const guint   *counts);

G_END_DECLS
