/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_PORTAL_WALK (msp_portal_walk_get_type ())

G_DECLARE_FINAL_TYPE (MspPortalWalk, msp_portal_walk, MSP, PORTAL_WALK, AdwWindow)

/* Reads that contribution, then walks through the portal's form with it, in the window that is open
 * for another one already or in a new one. @parent: says what goes wrong. */
void msp_portal_walk_open (GtkWindow   *parent,
                           MspServices *services,
                           const char  *id);

G_END_DECLS
