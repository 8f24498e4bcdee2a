/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Gives @page, with all that is in it, the actions of one entry, "entry.delete", "entry.duplicate",
 * "entry.mark-done" and "entry.mark-in-portal" (s: id), "entry.copy-link" (s: link), and "entry.undo",
 * "entry.redo" of whatever changed the journal. Each change is told by a toast that takes it back. */
void msp_entry_actions_add       (GtkWidget       *page,
                                  MspServices     *services,
                                  AdwToastOverlay *overlay);
/* Says at the foot of the window of @page what went wrong with the journal. */
void msp_entry_actions_say_error (GtkWidget       *page,
                                  MspServices     *services,
                                  const GError    *error);

G_END_DECLS
