/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Gives @page, with all that is in it, the actions of one entry, "entry.delete", "entry.restore",
 * "entry.remove" (for good), "entry.duplicate", "entry.repeat", "entry.mark-done",
 * "entry.copy-for-portal" and "entry.mark-in-portal" (s: id), "entry.copy-link" (s: link), "entry.attach" (sas: id, files by their
 * URIs), of the trash, "entry.empty-trash", and of whatever changed the journal, "entry.undo" and
 * "entry.redo" (msp-undo-actions.h). */
void msp_entry_actions_add       (GtkWidget       *page,
                                  MspServices     *services,
                                  AdwToastOverlay *overlay);
/* Opens the form in front of the window of @page; @entry is (nullable): a new contribution. */
void msp_entry_actions_open      (GtkWidget             *page,
                                  MspServices           *services,
                                  const MspContribution *entry);
/* Opens it for a new contribution that begins with a pasted or dropped text. */
void msp_entry_actions_open_from (GtkWidget             *page,
                                  MspServices           *services,
                                  const char            *text);
/* Reads that contribution, then opens the form. */
void msp_entry_actions_edit      (GtkWidget             *page,
                                  MspServices           *services,
                                  const char            *id);
/* Says at the foot of the window of @page what went wrong with the journal. */
void msp_entry_actions_say_error (GtkWidget       *page,
                                  MspServices     *services,
                                  const GError    *error);

G_END_DECLS
