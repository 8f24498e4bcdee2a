/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_ENTRY_EDITOR (msp_entry_editor_get_type ())

G_DECLARE_FINAL_TYPE (MspEntryEditor, msp_entry_editor, MSP, ENTRY_EDITOR, AdwWindow)

MspEntryEditor *msp_entry_editor_new           (GtkWindow             *parent,
                                                MspServices           *services,
                                                const MspContribution *entry);
/* A new contribution that begins with a text that was pasted or dropped: a link, a title with a link. */
MspEntryEditor *msp_entry_editor_new_from_text (GtkWindow             *parent,
                                                MspServices           *services,
                                                const char            *text);

G_END_DECLS
