/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/msp-import-job.h"

G_BEGIN_DECLS

/* Asks for a file and writes the rejected rows of @job to it, beside the main loop; what came of it is
 * said by the action "import.toast" (s) of @widget. */
void msp_import_rejects_saver_ask (GtkWidget    *widget,
                                   MspImportJob *job);

G_END_DECLS
