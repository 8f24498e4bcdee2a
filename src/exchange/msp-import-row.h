/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-fields.h"
#include "exchange/msp-import-names.h"
#include "exchange/msp-import-source.h"

G_BEGIN_DECLS

/**
 * MspImportRow:
 *
 * Makes an entry of the values of one row, or finds out why it is none.
 */
typedef struct _MspImportRow MspImportRow;

/* @exact: whether texts are what this program wrote: they are taken as they are, other people's are
 * cleaned and spelt as in the catalogue. @names has to outlive the row. */
MspImportRow    *msp_import_row_new      (MspImportNames   *names,
                                          gboolean          exact,
                                          MspDateOrder      order);
void             msp_import_row_free     (MspImportRow     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportRow, msp_import_row_free)

void             msp_import_row_begin    (MspImportRow     *self);
/* (transfer none): what was set so far, for what has no text */
MspContribution *msp_import_row_get      (MspImportRow     *self);
/* Says that the row has a member of that name, empty or not. */
void             msp_import_row_name     (MspImportRow     *self,
                                          const char       *member);
/* @figure: (nullable): the name of a figure. An empty text is no value. */
void             msp_import_row_set      (MspImportRow     *self,
                                          MspImportField    field,
                                          const char       *figure,
                                          const char       *text);
/* Adds one value to a list. */
void             msp_import_row_add      (MspImportRow     *self,
                                          MspImportField    field,
                                          const char       *text);
/* The first failure counts. @value: (nullable). */
void             msp_import_row_fail     (MspImportRow     *self,
                                          const char       *field,
                                          const char       *value,
                                          const char       *reason);
/* Fills in the entry, or field, value and reason. */
void             msp_import_row_finish   (MspImportRow     *self,
                                          MspImportRecord  *record);

G_END_DECLS
