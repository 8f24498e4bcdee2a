/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-entry-form.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_OFFERS (msp_entry_offers_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryOffers, msp_entry_offers, MSP, ENTRY_OFFERS, GtkBox)

/* Signal "other-wanted" (pointer: MspContribution): the entry that looks the same is to be shown. */

/* @form (unowned) stands beside it. */
void msp_entry_offers_set_form       (MspEntryOffers *self,
                                      MspEntryForm   *form,
                                      MspServices    *services);
/* Offers a link that is on the clipboard. */
void msp_entry_offers_look_at_clipboard (MspEntryOffers *self);
/* Another entry begins: nothing of the last one is offered. */
void msp_entry_offers_clear          (MspEntryOffers *self);

G_END_DECLS
