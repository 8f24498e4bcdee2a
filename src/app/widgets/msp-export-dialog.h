/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_EXPORT_DIALOG (msp_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MspExportDialog, msp_export_dialog, MSP, EXPORT_DIALOG, AdwWindow)

/* Asks which contributions are written in which form, then where, and writes them. @shown: (nullable):
 * what the list shows; @ids: (nullable): what is selected in it; @is_for_selected: whether that was
 * meant. */
void msp_export_dialog_open (GtkWindow          *parent,
                             MspServices        *services,
                             const MspQuery     *shown,
                             const char *const  *ids,
                             gboolean            is_for_selected);

G_END_DECLS
