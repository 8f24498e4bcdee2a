/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "journal/msp-query.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_TABLE_COLUMN_DATE,
  MSP_TABLE_COLUMN_TITLE,
  MSP_TABLE_COLUMN_TYPE,
  MSP_TABLE_COLUMN_AREA,
  MSP_TABLE_COLUMN_REACH,
  MSP_TABLE_COLUMN_STATUS,
  MSP_TABLE_COLUMN_PORTAL,
  MSP_TABLE_COLUMN_IMPACT,
  MSP_TABLE_COLUMN_LINK,
  MSP_TABLE_N_COLUMNS,
} MspTableColumn;

const char *msp_table_column_get_id     (MspTableColumn  self);
/* (transfer none): what its header says */
const char *msp_table_column_get_title  (MspTableColumn  self);
/* FALSE: there is no order by it. */
gboolean    msp_table_column_get_sort   (MspTableColumn  self,
                                         MspSort        *sort);
gboolean    msp_table_column_is_numeric (MspTableColumn  self);

/**
 * MspTableCell:
 * @column: what stands in it
 * @x: where it begins, from the side where reading begins
 * @width: with its padding
 */
typedef struct
{
  MspTableColumn column;
  int            x;
  int            width;
} MspTableCell;

/* Which columns the journal's table has, in which order, how wide: kept in the setting journal-columns.
 * The title is always shown, and takes what is left over. Signal "changed". */
#define MSP_TYPE_TABLE_COLUMNS (msp_table_columns_get_type ())

G_DECLARE_FINAL_TYPE (MspTableColumns, msp_table_columns, MSP, TABLE_COLUMNS, GObject)

MspTableColumns *msp_table_columns_new            (void);
/* Takes what the settings say, and keeps changes there from now on. */
void             msp_table_columns_set_settings   (MspTableColumns *self,
                                                   GSettings       *settings);
/* Of the font, which columns are as wide as so many of. */
void             msp_table_columns_set_char_width (MspTableColumns *self,
                                                   int              width);
/* The least width of all that are shown. */
int              msp_table_columns_get_width      (MspTableColumns *self);
/* Fills in @cells in their order; returns how many are shown. */
guint            msp_table_columns_lay_out        (MspTableColumns *self,
                                                   int              width,
                                                   MspTableCell     cells[MSP_TABLE_N_COLUMNS]);
gboolean         msp_table_columns_is_shown       (MspTableColumns *self,
                                                   MspTableColumn   column);
void             msp_table_columns_set_shown      (MspTableColumns *self,
                                                   MspTableColumn   column,
                                                   gboolean         shown);
/* 0: as wide as by itself. Kept with the next msp_table_columns_save(). */
void             msp_table_columns_set_width      (MspTableColumns *self,
                                                   MspTableColumn   column,
                                                   int              width);
/* By so much, and keeps it. */
void             msp_table_columns_grow           (MspTableColumns *self,
                                                   MspTableColumn   column,
                                                   int              by);
/* One place towards the end, or towards the start if not @forward, among those that are shown. */
gboolean         msp_table_columns_can_move       (MspTableColumns *self,
                                                   MspTableColumn   column,
                                                   gboolean         forward);
void             msp_table_columns_move           (MspTableColumns *self,
                                                   MspTableColumn   column,
                                                   gboolean         forward);
void             msp_table_columns_reset          (MspTableColumns *self);
void             msp_table_columns_save           (MspTableColumns *self);

G_END_DECLS
