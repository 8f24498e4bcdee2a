/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"
#include "app/widgets/msp-journal-selection.h"

G_BEGIN_DECLS

/* What can be done with the selected contributions at once, at the foot of the journal; there while
 * several are selected, or while somebody selects. Its actions, "bulk.delete", "bulk.restore",
 * "bulk.copy" …, work on one selected contribution too. */
#define MSP_TYPE_BULK_BAR (msp_bulk_bar_get_type ())

G_DECLARE_FINAL_TYPE (MspBulkBar, msp_bulk_bar, MSP, BULK_BAR, AdwBin)

void msp_bulk_bar_set_services  (MspBulkBar          *self,
                                 MspServices         *services);
void msp_bulk_bar_set_selection (MspBulkBar          *self,
                                 MspJournalSelection *selection);
/* What is offered there. */
void msp_bulk_bar_set_in_trash  (MspBulkBar          *self,
                                 gboolean             is_in_trash);

G_END_DECLS
