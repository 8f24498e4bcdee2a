/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-session.h"
#include "journal/msp-query.h"

G_BEGIN_DECLS

/* The filter options, as they stand on the command line. */
typedef struct
{
  char    *search;
  char    *from;
  char    *to;
  char    *cycle;
  char   **types;
  char   **areas;
  char   **tags;
  char    *status;
  char    *gate;
  char    *figures_before;
  char    *older_figures;
  char   **ids;
  gboolean in_portal;
  gboolean not_in_portal;
  gboolean with_link;
  gboolean without_link;
  gboolean with_reach;
  gboolean without_reach;
  gboolean reverse;
  gboolean high_impact;
  gboolean not_high_impact;
  gboolean only_private;
  gboolean only_public;
  gboolean trash;
  char    *sort;
  char    *limit;
} MspCliFilters;

MspCliFilters *msp_cli_filters_new     (void);
void           msp_cli_filters_free    (MspCliFilters  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspCliFilters, msp_cli_filters_free)

GOptionEntry  *msp_cli_filters_entries (MspCliFilters  *self);
/* @session's journal is opened for a cycle's own dates. */
MspQuery      *msp_cli_filters_query   (MspCliFilters  *self,
                                        MspCliSession  *session,
                                        GError        **error);
gboolean       msp_cli_parse_year      (const char     *text,
                                        int            *year,
                                        GError        **error);

G_END_DECLS
