/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

typedef void (*MspBulkWritten) (gpointer user_data);

/* Copies those contributions to the clipboard as text; @written is called when it is there, or cannot be
 * made. @widget, in a window, says what came of it. */
void msp_bulk_writer_run (GtkWidget          *widget,
                          MspServices        *services,
                          const char *const  *ids,
                          MspBulkWritten      written,
                          gpointer            user_data);

G_END_DECLS
