/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *msp_figure_tile_new (const char *figure,
                                const char *caption,
                                const char *detail);

G_END_DECLS
