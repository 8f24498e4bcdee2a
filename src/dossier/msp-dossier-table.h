/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier-sheet.h"

G_BEGIN_DECLS

/* The entries of a section as a table at the pen, over as many pages as it takes; its headings stand on
 * each of them. */
void   msp_dossier_table_put        (MspDossierSheet         *sheet,
                                     const MspDossierSection *section);
/* What its headings and its first entries take: without those it must not begin. */
double msp_dossier_table_get_least (MspDossierSheet          *sheet,
                                    const MspDossierSection  *section);

G_END_DECLS
