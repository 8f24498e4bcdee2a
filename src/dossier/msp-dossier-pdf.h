/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier/msp-dossier-pages.h"
#include "dossier/msp-dossier.h"

G_BEGIN_DECLS

/* (transfer full): the document as a PDF file, with text, links, bookmarks, title and language */
GBytes *msp_dossier_to_pdf       (const MspDossier *self,
                                  MspPaper          paper,
                                  GError          **error);
/* The same of pages that are laid out already. */
GBytes *msp_dossier_pages_to_pdf (MspDossierPages  *pages,
                                  const MspDossier *dossier,
                                  GError          **error);

G_END_DECLS
