/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Gives @window what its parts ask it for and no page answers:
 *
 * "win.toast" (s): a sentence at its foot; "win.exported" (ss): the same of a file, with where it lies,
 * which can be shown; "win.open-uri" (s): a link in the browser, if it is one that may be opened;
 * "win.export": asks what to write where, of what is shown in @stack. */
void msp_window_actions_add (GtkApplicationWindow *window,
                             AdwViewStack         *stack,
                             AdwToastOverlay      *overlay,
                             MspServices          *services);

G_END_DECLS
