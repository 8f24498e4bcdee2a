/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/widgets/msp-evidence-loader.h"

G_BEGIN_DECLS

GtkWidget *msp_evidence_row_new (MspEvidenceLoader *loader);

G_END_DECLS
