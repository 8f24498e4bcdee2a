/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-entry-form.h"

G_BEGIN_DECLS

#define MSP_TYPE_DRAFT_KEEPER (msp_draft_keeper_get_type ())

G_DECLARE_FINAL_TYPE (MspDraftKeeper, msp_draft_keeper, MSP, DRAFT_KEEPER, GObject)

/* It watches @form, which it does not keep. */
MspDraftKeeper  *msp_draft_keeper_new   (MspEntryForm          *form);
/* From now on the draft at @path (transfer full) is kept, while the form differs from @opened. */
void             msp_draft_keeper_begin (MspDraftKeeper        *self,
                                         char                  *path,
                                         const MspContribution *opened);
/* What the form held before anything was typed. */
void             msp_draft_keeper_set_opened (MspDraftKeeper        *self,
                                              const MspContribution *opened);
/* What is typed was saved or is not wanted. */
void             msp_draft_keeper_clear (MspDraftKeeper        *self);
/* Writes now what is due: the program ends with the form open. */
void             msp_draft_keeper_flush (MspDraftKeeper        *self);

G_END_DECLS
