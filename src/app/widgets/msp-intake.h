/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Lets contributions come into @window: the actions "win.import" (s: a file, or empty to ask for it) and
 * "win.import-text" (s), and whatever is dropped on it or pasted into it
 * (msp-link-catcher.h). */
void msp_intake_add (GtkApplicationWindow *window,
                     MspServices          *services);

G_END_DECLS
