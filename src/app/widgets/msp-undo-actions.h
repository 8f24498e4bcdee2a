/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Adds "undo" and "redo" of whatever changes the journal to @group, which @page has. Each change, whoever
 * of this program made it, is told once by a toast on @overlay that takes it back. */
void msp_undo_actions_add (GSimpleActionGroup *group,
                           GtkWidget          *page,
                           MspServices        *services,
                           AdwToastOverlay    *overlay);

G_END_DECLS
