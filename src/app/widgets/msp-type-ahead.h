/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Letters typed in @widget go to @entry. What GtkSearchEntry takes by itself would be Delete and Undo too. */
void msp_type_ahead_add (GtkWidget *widget,
                         GtkWidget *entry);

G_END_DECLS
