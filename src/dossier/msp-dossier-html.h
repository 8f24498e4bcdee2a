/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier.h"
#include "dossier/msp-dossier-paper.h"

G_BEGIN_DECLS

/* (transfer full): the document as one file of HTML that needs no other and runs no script */
char *msp_dossier_to_html (const MspDossier *self,
                           MspPaper          paper);

G_END_DECLS
