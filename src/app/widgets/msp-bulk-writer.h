/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_BULK_FORM_TEXT, /* to the clipboard */
  MSP_BULK_FORM_CSV,  /* to a file that is asked for */
  MSP_BULK_FORM_JSON,
} MspBulkForm;

typedef void (*MspBulkWritten) (gpointer user_data);

/* Copies or exports those contributions; @written is called when the text is there, or cannot be made.
 * @widget, in a window, says what came of it. */
void msp_bulk_writer_run (GtkWidget          *widget,
                          MspServices        *services,
                          const char *const  *ids,
                          MspBulkForm         form,
                          MspBulkWritten      written,
                          gpointer            user_data);

G_END_DECLS
