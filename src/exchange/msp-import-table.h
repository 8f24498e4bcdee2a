/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-names.h"
#include "exchange/msp-import-sink.h"

G_BEGIN_DECLS

/**
 * MspImportTable:
 *
 * A CSV file with a header: its columns, and its rows as entries.
 */
typedef struct _MspImportTable MspImportTable;

/* Looks the whole text over once; it has to outlive the table, as @names has. */
MspImportTable *msp_import_table_open           (const char      *text,
                                                 gsize            length,
                                                 MspImportNames  *names,
                                                 GError         **error);
void            msp_import_table_free           (MspImportTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportTable, msp_import_table_free)

/* (element-type MspImportMappedColumn) */
GPtrArray      *msp_import_table_get_columns    (MspImportTable  *self);
const char     *msp_import_table_get_header     (MspImportTable  *self);
MspDateOrder    msp_import_table_get_date_order (MspImportTable  *self);
gboolean        msp_import_table_is_ours        (MspImportTable  *self);
/* (nullable) (transfer full): a date that can be read in two ways */
char           *msp_import_table_dup_example    (MspImportTable  *self);
/* Whether columns fill what every entry has. */
gboolean        msp_import_table_check          (MspImportTable  *self,
                                                 GError         **error);
gboolean        msp_import_table_read           (MspImportTable  *self,
                                                 MspImportSink   *sink,
                                                 GError         **error);
/* (transfer full): the header as it was, with its line end */
char           *msp_import_table_begin_rejects  (MspImportTable  *self);

G_END_DECLS
