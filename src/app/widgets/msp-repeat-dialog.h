/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_REPEAT_DIALOG (msp_repeat_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MspRepeatDialog, msp_repeat_dialog, MSP, REPEAT_DIALOG, AdwWindow)

/* Asks in front of @parent how @entry comes back, and plans these contributions. */
MspRepeatDialog *msp_repeat_dialog_new  (GtkWindow             *parent,
                                         MspServices           *services,
                                         const MspContribution *entry);
/* The same for the entry of that id, once it is read. */
void             msp_repeat_dialog_open (GtkWindow             *parent,
                                         MspServices           *services,
                                         const char            *id);

G_END_DECLS
