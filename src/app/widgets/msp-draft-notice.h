/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Looks for what was typed and not saved when the program ended, and offers it at the top of @box, below
 * its first child. What is chosen is opened by "win.new-entry" or "win.edit-entry". */
void msp_draft_notice_add (GtkBox      *box,
                           MspServices *services);

G_END_DECLS
