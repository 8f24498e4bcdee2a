/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier.h"

G_BEGIN_DECLS

/* (transfer full): the document in Markdown with tables */
char *msp_dossier_to_markdown (const MspDossier *self);

G_END_DECLS
