/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *msp_month_day_row_new (GSettings  *settings,
                                  const char *key,
                                  const char *title,
                                  const char *subtitle);

G_END_DECLS
