/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-source.h"

G_BEGIN_DECLS

/* Fields that were chosen for columns, until the source can be told of them. */
typedef GPtrArray MspImportChoices;

MspImportChoices *msp_import_choices_new     (void);
void              msp_import_choices_free    (MspImportChoices *self);
void              msp_import_choices_clear   (MspImportChoices *self);
/* @field: (nullable): the column is left out */
void              msp_import_choices_add     (MspImportChoices *self,
                                              const char       *column,
                                              const char       *field);
/* Of those columns what is in @fields, column to field, and differs. */
void              msp_import_choices_add_all (MspImportChoices *self,
                                              GHashTable       *fields,
                                              GPtrArray        *columns);
/* FALSE: there were none. A field that only one column can fill is taken from the one that had it. */
gboolean          msp_import_choices_apply   (MspImportChoices *self,
                                              MspImportSource  *source);

G_END_DECLS
