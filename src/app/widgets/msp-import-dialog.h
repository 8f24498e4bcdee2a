/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_IMPORT_DIALOG (msp_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MspImportDialog, msp_import_dialog, MSP, IMPORT_DIALOG, AdwWindow)

/* Asks in front of @parent for a file with contributions, and imports them. */
MspImportDialog *msp_import_dialog_new       (GtkWindow       *parent,
                                              MspServices     *services);
/* Goes on with a file, or with a text that was pasted. */
void             msp_import_dialog_open      (MspImportDialog *self,
                                              GFile           *file);
void             msp_import_dialog_open_text (MspImportDialog *self,
                                              const char      *text);

G_END_DECLS
