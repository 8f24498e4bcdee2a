/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_TEMPLATE_WINDOW (msp_template_window_get_type ())

G_DECLARE_FINAL_TYPE (MspTemplateWindow, msp_template_window, MSP, TEMPLATE_WINDOW, AdwWindow)

/* Signal "changed": a template was saved, renamed, removed or put back. */

/* Lists the templates in front of @parent, to be renamed and removed. */
MspTemplateWindow *msp_template_window_new (GtkWindow   *parent,
                                            MspServices *services);

G_END_DECLS
