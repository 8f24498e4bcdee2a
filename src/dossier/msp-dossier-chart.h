/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier.h"
#include "progress/msp-stats.h"

G_BEGIN_DECLS

/* The most used types; what is beyond a dozen is one bar. */
MspDossierChart *msp_dossier_chart_of_types  (const MspStats  *stats);
/* Every month of the window, those without an entry too. */
MspDossierChart *msp_dossier_chart_of_months (const MspStats  *stats);
void             msp_dossier_chart_free      (MspDossierChart *self);

G_END_DECLS
