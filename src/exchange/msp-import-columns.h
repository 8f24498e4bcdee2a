/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-dates.h"
#include "exchange/msp-import-fields.h"
#include "exchange/msp-import-names.h"

G_BEGIN_DECLS

/* A column as people see it, and what the reader knows of it. */
typedef struct
{
  MspImportColumn  shown; /* first, so that a pointer to it is one to this */
  guint            cell;  /* its place in a row, from 0 */
  MspImportField   field;
  char            *figure;     /* (nullable): which figure, if it fills one */
  MspDateEvidence  dates;
  gboolean         is_numeric; /* no value in it is anything but a number */
} MspImportMappedColumn;

/* (transfer full) (element-type MspImportMappedColumn): those that have a name. NULL: two have the
 * same. */
GPtrArray *msp_import_columns_new       (const char *const      *names,
                                         guint                   n_names,
                                         GError                **error);
/* Finds by their names what they fill. */
void       msp_import_columns_recognise (GPtrArray              *columns,
                                         MspImportNames         *names);
/* After the values are known: numbers that stand among other people's fields are figures. */
void       msp_import_columns_settle    (GPtrArray              *columns);
/* Whether this program wrote the header, and whether it is the one with days before months. */
gboolean   msp_import_columns_are_ours  (GPtrArray              *columns);
gboolean   msp_import_columns_day_first (GPtrArray              *columns);
gboolean   msp_import_columns_map       (GPtrArray              *columns,
                                         MspImportNames         *names,
                                         const char             *column,
                                         const char             *field,
                                         GError                **error);
gboolean   msp_import_columns_have      (GPtrArray              *columns,
                                         MspImportField          field);

G_END_DECLS
