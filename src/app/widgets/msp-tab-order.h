/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets Tab go from row to row through the boxed lists in @widget, as in a form; by itself it would leave
 * a list at once, and the arrows go from row to row. */
void msp_tab_order_add (GtkWidget *widget);

G_END_DECLS
