/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-entry-form.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_GUESSER (msp_entry_guesser_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryGuesser, msp_entry_guesser, MSP, ENTRY_GUESSER, GObject)

/* Signal "guessed": something was put into the form. */

/* It watches @form, which it does not keep. */
MspEntryGuesser       *msp_entry_guesser_new       (MspEntryForm    *form,
                                                    MspServices     *services);
/* What stands in the form by now was chosen by nobody, and may be replaced by what fits better. */
void                   msp_entry_guesser_begin     (MspEntryGuesser *self);
/* What stands in the form stays. */
void                   msp_entry_guesser_stop      (MspEntryGuesser *self);
/* (nullable): the type, area, role and audience that were put in last; NULL: none */
const MspContribution *msp_entry_guesser_get_guess (MspEntryGuesser *self);

G_END_DECLS
