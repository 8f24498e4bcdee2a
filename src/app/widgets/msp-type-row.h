/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

#define MSP_TYPE_TYPE_ROW (msp_type_row_get_type ())

G_DECLARE_FINAL_TYPE (MspTypeRow, msp_type_row, MSP, TYPE_ROW, AdwComboRow)

/* The portal's types of contribution, and one of the user's own at their end. */
void                   msp_type_row_set_catalog (MspTypeRow *self,
                                                 MspCatalog *catalog);
/* Empty: the first; a name that is not the portal's: the user's own. */
void                   msp_type_row_choose      (MspTypeRow *self,
                                                 const char *name);
/* (nullable): NULL: a type of the user's own */
const MspActivityType *msp_type_row_get_chosen  (MspTypeRow *self);

G_END_DECLS
