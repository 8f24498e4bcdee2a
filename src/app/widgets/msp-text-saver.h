/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void msp_text_saver_ask_bytes (GtkWidget  *widget,
                               const char *title,
                               const char *file_name,
                               GBytes     *bytes);
void msp_text_saver_ask (GtkWidget  *widget,
                         const char *title,
                         const char *file_name,
                         const char *text);

G_END_DECLS
