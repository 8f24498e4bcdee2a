/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-filters.h"
#include "cli/msp-cli-session.h"

G_BEGIN_DECLS

/* The dossier's own options of the verb that exports. */
typedef struct
{
  char    *name;         /* --name */
  char    *paper;        /* --paper */
  gboolean with_private; /* --with-private */
} MspCliDossier;

void          msp_cli_dossier_clear   (MspCliDossier       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MspCliDossier, msp_cli_dossier_clear)

GOptionEntry *msp_cli_dossier_entries (MspCliDossier       *self);
/* (transfer full) (nullable): the dossier of what @filters select, in @format: "markdown", "html" or
 * "pdf". Without a cycle it is that of today. NULL without an error: what is wrong has been said. */
GBytes       *msp_cli_dossier_make    (const MspCliDossier *self,
                                       MspCliSession       *session,
                                       MspCliFilters       *filters,
                                       const char          *format,
                                       GError             **error);

G_END_DECLS
