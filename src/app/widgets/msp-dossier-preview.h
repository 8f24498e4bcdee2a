/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/msp-dossier-draft.h"

G_BEGIN_DECLS

#define MSP_TYPE_DOSSIER_PREVIEW (msp_dossier_preview_get_type ())

/* The pages of a draft below one another, in a GtkScrolledWindow; those that are looked at are drawn, off
 * the main thread. */
G_DECLARE_FINAL_TYPE (MspDossierPreview, msp_dossier_preview, MSP, DOSSIER_PREVIEW, GtkWidget)

/* @draft (nullable) */
void msp_dossier_preview_set_draft   (MspDossierPreview *self,
                                      MspDossierDraft   *draft);

G_END_DECLS
