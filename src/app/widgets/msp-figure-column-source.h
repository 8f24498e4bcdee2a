/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-columns.h"
#include "journal/msp-journal-model.h"

G_BEGIN_DECLS

/* Which columns the contributions of a list need, as it is filtered and changed. Signal "changed". */
#define MSP_TYPE_FIGURE_COLUMN_SOURCE (msp_figure_column_source_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureColumnSource, msp_figure_column_source, MSP, FIGURE_COLUMN_SOURCE, GObject)

MspFigureColumnSource *msp_figure_column_source_new         (MspJournalStore       *store,
                                                             MspJournalModel       *model,
                                                             MspCatalog            *catalog);
/* (element-type MspFigureColumn) (transfer none): empty until known */
GPtrArray             *msp_figure_column_source_get_columns (MspFigureColumnSource *self);

G_END_DECLS
