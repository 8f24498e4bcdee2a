/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-query.h"
#include "storage/msp-database.h"

G_BEGIN_DECLS

/* On the journal's worker; each answers a statement ready to step (transfer none) (nullable). */

MspStatement *msp_query_sql_prepare       (MspDatabase     *database,
                                           const MspQuery  *query,
                                           const char      *columns,
                                           gboolean         ordered,
                                           GError         **error);
MspStatement *msp_query_sql_prepare_near  (MspDatabase     *database,
                                           const MspQuery  *query,
                                           const char      *columns,
                                           gboolean        *is_all,
                                           GError         **error);
MspStatement *msp_query_sql_prepare_one   (MspDatabase     *database,
                                           const MspQuery  *query,
                                           const char      *columns,
                                           gint64           key,
                                           GError         **error);
MspStatement *msp_query_sql_prepare_within (MspDatabase     *database,
                                            const MspQuery  *query,
                                            const char      *outer,
                                            GError         **error);
gboolean      msp_query_sql_can_look_near (const MspQuery  *query);

G_END_DECLS
