/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-entry-figures.h"

G_BEGIN_DECLS

/**
 * MspFigureFit:
 * @MSP_FIGURE_UNFIT: the portal does not ask for it with this type
 * @MSP_FIGURE_FREE: the user may note it, nobody asks for it
 * @MSP_FIGURE_FITS: the portal asks for it with this type
 */
typedef enum
{
  MSP_FIGURE_UNFIT,
  MSP_FIGURE_FREE,
  MSP_FIGURE_FITS,
} MspFigureFit;

/* A figure as a column of a table. */
typedef struct
{
  char    *name;   /* in the journal */
  char    *label;  /* for people */
  gboolean is_own; /* of the user's, not the portal's */
} MspFigureColumn;

/* (transfer full) (element-type MspFigureColumn): what the types in use have, in the order of the
 * catalogue, then the user's own by name. */
GPtrArray   *msp_figure_columns_new   (MspCatalog            *catalog,
                                       const MspFigureUse    *use);
gboolean     msp_figure_columns_equal (GPtrArray             *a,
                                       GPtrArray             *b);
/* @type: (nullable): the user's own */
MspFigureFit msp_figure_column_fit    (const MspFigureColumn *self,
                                       const MspActivityType *type);

G_END_DECLS
