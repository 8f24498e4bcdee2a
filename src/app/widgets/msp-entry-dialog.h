/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* The answers of the dialogs below, given by "response" of AdwMessageDialog */
#define MSP_ENTRY_DIALOG_KEEP "keep"       /* go on editing */
#define MSP_ENTRY_DIALOG_DISCARD "discard" /* forget what was typed */
#define MSP_ENTRY_DIALOG_MINE "mine"       /* save over the other's */
#define MSP_ENTRY_DIALOG_THEIRS "theirs"   /* show the other's */

/* (transfer none): asked when a form with unsaved text is closed */
GtkWidget *msp_entry_dialog_discard  (GtkWindow             *parent);
/* (transfer none): asked when somebody else has saved the entry in between; @theirs is (nullable):
 * deleted in between. Says which fields differ. */
GtkWidget *msp_entry_dialog_conflict (GtkWindow             *parent,
                                      const MspContribution *mine,
                                      const MspContribution *theirs);

G_END_DECLS
