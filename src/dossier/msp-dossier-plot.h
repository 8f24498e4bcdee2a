/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier-sheet.h"

G_BEGIN_DECLS

/* The chart with its title at the pen; on the next page if it does not fit. */
void msp_dossier_plot_put (MspDossierSheet       *sheet,
                           const MspDossierChart *chart);

G_END_DECLS
