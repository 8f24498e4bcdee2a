/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Size and view of the window, from one run to the next. @settings is (nullable): where the schema
 * is not installed nothing is kept. */
void msp_window_state_restore (GtkWindow    *window,
                               AdwViewStack *stack,
                               GSettings    *settings);
void msp_window_state_save    (GtkWindow    *window,
                               AdwViewStack *stack,
                               GSettings    *settings);

G_END_DECLS
