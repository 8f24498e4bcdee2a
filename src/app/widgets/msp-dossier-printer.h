/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/msp-dossier-draft.h"

G_BEGIN_DECLS

/* (transfer full): prints the pages of @draft, to be run */
GtkPrintOperation *msp_dossier_printer_new (MspDossierDraft *draft);

G_END_DECLS
