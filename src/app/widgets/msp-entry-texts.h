/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_TEXTS (msp_entry_texts_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryTexts, msp_entry_texts, MSP, ENTRY_TEXTS, AdwBin)

/* Signal "changed": something was typed. */

void msp_entry_texts_show                   (MspEntryTexts         *self,
                                             const MspContribution *entry);
/* Puts what is typed into @entry. */
void msp_entry_texts_read                   (MspEntryTexts         *self,
                                             MspContribution       *entry);
/* Puts @text there if nothing is yet. */
void msp_entry_texts_offer_description      (MspEntryTexts         *self,
                                             const char            *text);

G_END_DECLS
