/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-entry-form.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_SAVER (msp_entry_saver_get_type ())

G_DECLARE_FINAL_TYPE (MspEntrySaver, msp_entry_saver, MSP, ENTRY_SAVER, GObject)

/* Signals: "saved" (s: title, s: id), "failed" (s: why, for people; the text stays in the form), and
 * "replaced" when the form was filled with what somebody else saved. */

/* Saves what stands in @form; asks in front of @window if somebody else has changed the entry. It keeps
 * neither. */
MspEntrySaver *msp_entry_saver_new     (GtkWindow     *window,
                                        MspEntryForm  *form,
                                        MspServices   *services);
/* Nothing happens while the form cannot be saved. */
void           msp_entry_saver_save    (MspEntrySaver *self);
gboolean       msp_entry_saver_is_busy (MspEntrySaver *self);

/* (transfer full): what a new entry begins with: today, and the type that was saved last */
MspContribution *msp_entry_saver_make_new (MspServices *services);

G_END_DECLS
