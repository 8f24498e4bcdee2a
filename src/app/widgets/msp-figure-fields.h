/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/msp-catalog.h"
#include "journal/msp-contribution.h"

G_BEGIN_DECLS

#define MSP_TYPE_FIGURE_FIELDS (msp_figure_fields_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureFields, msp_figure_fields, MSP, FIGURE_FIELDS, AdwPreferencesGroup)

/* Signal "changed": a figure was typed. */

/* The figures that @type (nullable) has, then those that @entry has beside them. */
void     msp_figure_fields_show (MspFigureFields       *self,
                                 MspCatalog            *catalog,
                                 const MspActivityType *type,
                                 const MspContribution *entry);
/* Puts what is typed into @entry; FALSE if one is no number, which is said at that field. */
gboolean msp_figure_fields_read (MspFigureFields       *self,
                                 MspContribution       *entry);

G_END_DECLS
