/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_WINDOW (msp_window_get_type ())

G_DECLARE_FINAL_TYPE (MspWindow, msp_window, MSP, WINDOW, AdwApplicationWindow)

MspWindow *msp_window_new              (GtkApplication *application,
                                        MspServices    *services);

void       msp_window_show_page        (MspWindow      *self,
                                        const char     *name);
/* Opens the form for a new contribution. */
void       msp_window_new_entry        (MspWindow      *self);
void       msp_window_show_preferences (MspWindow      *self);

G_END_DECLS
