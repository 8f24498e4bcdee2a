/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-ops.h"

G_BEGIN_DECLS

/* What reads the journal. Each is a MspDatabaseFunc over a MspJournalOp. */
gboolean msp_journal_op_resolve    (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_resolve_all (MspDatabase  *database,
                                     gpointer      data,
                                     GError      **error);
gboolean msp_journal_op_get        (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_list       (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_totals     (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_facts      (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_duplicates (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_vocabulary (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);
gboolean msp_journal_op_check      (MspDatabase   *database,
                                    gpointer       data,
                                    GError       **error);

G_END_DECLS
