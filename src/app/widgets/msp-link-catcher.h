/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a link that is pasted while no text field has the focus, and a link or a text that is dropped,
 * begin an entry: "win.new-entry-from" (s: text) is activated on @widget. A table that is pasted or
 * dropped is imported ("win.import-text", s), and so is a file ("win.import", s). */
void msp_link_catcher_add (GtkWidget *widget);

G_END_DECLS
