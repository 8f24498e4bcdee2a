/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

void msp_preferences_present (GtkWindow   *parent,
                              MspServices *services);

G_END_DECLS
