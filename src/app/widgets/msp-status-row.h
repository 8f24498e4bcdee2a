/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *msp_status_row_new (GSettings  *settings,
                               const char *status,
                               const char *date_key,
                               const char *title,
                               const char *date_title);

G_END_DECLS
