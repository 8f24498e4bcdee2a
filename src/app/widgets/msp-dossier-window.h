/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_DOSSIER_WINDOW (msp_dossier_window_get_type ())

G_DECLARE_FINAL_TYPE (MspDossierWindow, msp_dossier_window, MSP, DOSSIER_WINDOW, AdwWindow)

MspDossierWindow *msp_dossier_window_new (GtkWindow   *parent,
                                          MspServices *services);

/* Gives @window the action win.dossier, which opens one before it. */
void              msp_dossier_window_add_action (GtkApplicationWindow *window,
                                                 MspServices          *services);

G_END_DECLS
