/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-layout.h"
#include "journal/msp-figure-sheet.h"
#include "journal/msp-journal-model.h"

G_BEGIN_DECLS

/* What all rows of a reach table share; it outlives them. */
typedef struct
{
  MspFigureLayout *layout;  /* (owned) */
  MspFigureSheet  *sheet;   /* (owned) (nullable): NULL until there is a journal */
  MspJournalModel *model;   /* (owned) (nullable): as the sheet */
  MspCatalog      *catalog; /* (owned) (nullable): as the sheet */
  GPtrArray       *columns; /* (owned) (element-type MspFigureColumn) */
  GHashTable      *types;   /* (owned) (element-type utf8 MspActivityType): looked up before */
} MspFigureContext;

MspFigureContext      *msp_figure_context_new        (void);
void                   msp_figure_context_free       (MspFigureContext       *self);
guint                  msp_figure_context_get_n_rows (MspFigureContext       *self);
/* (nullable): NULL if there is no such column */
const MspFigureColumn *msp_figure_context_get_column (MspFigureContext       *self,
                                                      guint                   column);
/* How the figure of that column goes with a type. */
MspFigureFit           msp_figure_context_get_fit    (MspFigureContext       *self,
                                                      const char             *type,
                                                      guint                   column);

G_END_DECLS
