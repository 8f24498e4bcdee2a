/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-entry-figures.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* The figures of many entries: read by row keys, written in one transaction. */

/* @keys: (element-type gint64). Each is answered, also without a figure. */
void          msp_journal_store_figures_async         (MspJournalStore      *self,
                                                       GArray               *keys,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
/* (element-type MspEntryFigures) (nullable) */
GPtrArray    *msp_journal_store_figures_finish        (MspJournalStore      *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

void          msp_journal_store_figure_values_async   (MspJournalStore      *self,
                                                       gint64                key,
                                                       const char           *name,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
/* (element-type MspFigure) (nullable): the oldest first */
GPtrArray    *msp_journal_store_figure_values_finish  (MspJournalStore      *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

void          msp_journal_store_figure_use_async      (MspJournalStore      *self,
                                                       const MspQuery       *query,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
MspFigureUse *msp_journal_store_figure_use_finish     (MspJournalStore      *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

/* @changes: (element-type MspFigureChange) (transfer none), not changed by anybody any more; those
 * of an entry one after the other. All of them or none, one step of undo. A value that is said again
 * counts as recorded today. */
void          msp_journal_store_set_figures_async     (MspJournalStore      *self,
                                                       GPtrArray            *changes,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean      msp_journal_store_set_figures_finish    (MspJournalStore      *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
