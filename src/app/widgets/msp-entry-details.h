/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_DETAILS (msp_entry_details_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryDetails, msp_entry_details, MSP, ENTRY_DETAILS, AdwPreferencesGroup)

/* Signal "changed": something was typed or chosen. */

void msp_entry_details_set_services (MspEntryDetails       *self,
                                     MspServices           *services);
void msp_entry_details_show         (MspEntryDetails       *self,
                                     const MspContribution *entry);
/* Offers the roles of @type (nullable); the first of them is chosen if none is. */
void msp_entry_details_show_type    (MspEntryDetails       *self,
                                     const MspActivityType *type);
/* Puts in area, role and audience of @choices. */
void msp_entry_details_choose       (MspEntryDetails       *self,
                                     const MspContribution *choices);
/* Puts what is typed into @entry. */
void msp_entry_details_read         (MspEntryDetails       *self,
                                     MspContribution       *entry);
/* @problems: (element-type MspFieldProblem) */
void msp_entry_details_say_problems (MspEntryDetails       *self,
                                     GPtrArray             *problems);

G_END_DECLS
