/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* On the worker. */
MspContribution *msp_entry_reader_get          (MspDatabase      *database,
                                                const char       *id,
                                                GError          **error);
GPtrArray       *msp_entry_reader_list         (MspDatabase      *database,
                                                const MspQuery   *query,
                                                GError          **error);
gboolean         msp_entry_reader_foreach      (MspDatabase        *database,
                                                const MspQuery     *query,
                                                MspFigureNamesFunc  names_func,
                                                MspEntryFunc        func,
                                                gpointer            data,
                                                GError            **error);
MspEntrySummary *msp_entry_reader_summary      (MspDatabase      *database,
                                                gint64            key,
                                                GError          **error);

G_END_DECLS
