/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-filter.h"

G_BEGIN_DECLS

#define MSP_TYPE_SAVED_FILTERS (msp_saved_filters_get_type ())

G_DECLARE_FINAL_TYPE (MspSavedFilters, msp_saved_filters, MSP, SAVED_FILTERS, AdwBin)

/* Signal "chosen" (text): somebody wants that combination. */

GtkWidget *msp_saved_filters_new          (void);
void       msp_saved_filters_set_settings (MspSavedFilters *self,
                                           GSettings       *settings);
/* What "Save as…" keeps. */
void       msp_saved_filters_set_filter   (MspSavedFilters *self,
                                           const MspFilter *filter);
/* Asks for a name. */
void       msp_saved_filters_begin_saving (MspSavedFilters *self);
/* Leaves whatever name was being typed. */
void       msp_saved_filters_stop         (MspSavedFilters *self);

G_END_DECLS
