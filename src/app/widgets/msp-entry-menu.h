/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* The menu of one contribution, at @widget: a row or its button, in a list that scrolls. */
void msp_entry_menu_pop_up (GtkWidget             *widget,
                            const MspEntrySummary *summary);
/* @place: (nullable): in the widget, where it points to */
void msp_entry_menu_pop_up_at (GtkWidget             *widget,
                               const MspEntrySummary *summary,
                               const GdkRectangle    *place);

G_END_DECLS
