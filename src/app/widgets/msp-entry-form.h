/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"
#include "base/msp-shared-text.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_FORM (msp_entry_form_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryForm, msp_entry_form, MSP, ENTRY_FORM, AdwBin)

/* Signals: "changed" at every key, "left" when the focus leaves title, date or link, "linked" (gboolean:
 * at once, not key by key) when the link is another one. */

void             msp_entry_form_set_services  (MspEntryForm          *self,
                                               MspServices           *services);
/* Fills the fields. What the form does not show is kept for msp_entry_form_read(). */
void             msp_entry_form_set_entry     (MspEntryForm          *self,
                                               const MspContribution *entry);
/* (transfer full): what stands in the fields; @is_valid (out) (optional): whether it can be saved.
 * What is wrong is said at each field. */
MspContribution *msp_entry_form_read          (MspEntryForm          *self,
                                               gboolean              *is_valid);
/* Puts in the type, area, role and audience of @choices, and leaves all else. */
void             msp_entry_form_set_choices   (MspEntryForm          *self,
                                               const MspContribution *choices);
/* @hint (nullable): why the type is what it is */
void             msp_entry_form_set_type_hint (MspEntryForm          *self,
                                               const char            *hint);
/* Puts in the link, and where nothing is yet the title and the description. */
void             msp_entry_form_take          (MspEntryForm          *self,
                                               const MspSharedText   *shared);
const char      *msp_entry_form_get_url       (MspEntryForm          *self);
void             msp_entry_form_focus         (MspEntryForm          *self);

G_END_DECLS
