/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/msp-database.h"

G_BEGIN_DECLS

/* What one transaction did to the rows of some tables, as bytes that only this file reads: it can be
 * taken back, and done again, row for row as it was. */

typedef enum
{
  MSP_CHANGE_ADDED,
  MSP_CHANGE_REMOVED,
  MSP_CHANGE_EDITED,
} MspChangeKind;

/**
 * MspChange:
 * @table: the table's name
 * @kind: what happened to the row
 * @row: reads the row's values: msp_change_get_int() and the like
 */
typedef struct
{
  const char   *table;
  MspChangeKind kind;
  gpointer      row;
} MspChange;

typedef void (*MspChangeFunc) (const MspChange *change,
                               gpointer         data);

/* Called on the worker after a transaction that changed a recorded table is on the disk. */
typedef void (*MspChangesFunc) (GBytes   *changes,
                                gpointer  data);

void     msp_database_record       (MspDatabase        *database,
                                    const char *const  *tables,
                                    MspChangesFunc      func,
                                    gpointer            data);

/* On the worker: whether transactions are recorded; one that takes back what was recorded need not be. */
void     msp_database_pause_recording (MspDatabase      *database,
                                       gboolean          paused);

void     msp_change_set_foreach    (GBytes             *changes,
                                    MspChangeFunc       func,
                                    gpointer            data);
gboolean msp_change_set_apply      (MspDatabase        *database,
                                    GBytes             *changes,
                                    gboolean            backwards,
                                    GError            **error);

/* Of the row in a MspChangeFunc. An edited row has its key and the columns that differ only. */
gint64   msp_change_get_int        (const MspChange    *change,
                                    int                 column);
gboolean msp_change_has_column     (const MspChange    *change,
                                    int                 column);
gboolean msp_change_became_null    (const MspChange    *change,
                                    int                 column);

G_END_DECLS
