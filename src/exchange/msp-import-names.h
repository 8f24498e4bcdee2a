/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

/**
 * MspImportNames:
 *
 * How the catalogue spells what a file names: types, also by their older names, areas, audiences.
 */
typedef struct _MspImportNames MspImportNames;

MspImportNames        *msp_import_names_new           (MspCatalog      *catalog);
void                   msp_import_names_free          (MspImportNames  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportNames, msp_import_names_free)

/* (nullable): NULL: a type of the user's own. @role: (out) (nullable): what the older name says. */
const MspActivityType *msp_import_names_find_type     (MspImportNames  *self,
                                                       const char      *name,
                                                       const char     **role);
/* The spelling of the catalogue, or @name itself. */
const char            *msp_import_names_spell         (MspImportNames  *self,
                                                       const char      *name);
/* (nullable): the id of the portal's figure of that label, or id */
const char            *msp_import_names_find_figure   (MspImportNames  *self,
                                                       const char      *label);
/* The figure that "annual reach" is for entries of @type. */
const char            *msp_import_names_main_figure   (const MspActivityType *type);

G_END_DECLS
