/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier-pages.h"
#include "dossier/msp-dossier.h"

G_BEGIN_DECLS

/* (transfer full): the document on pages; may be called by any thread */
MspDossierPages *msp_dossier_layout_new (const MspDossier *dossier,
                                         MspPaper          paper);

G_END_DECLS
