/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-limits.h"

G_BEGIN_DECLS

/**
 * MspCsvReader:
 *
 * Gives the records of a text in the form of RFC 4180 one after the other, with any separator and any
 * line ends.
 */
typedef struct _MspCsvReader MspCsvReader;

/* @text: UTF-8 without NULs, which outlives the reader. */
MspCsvReader *msp_csv_reader_new           (const char    *text,
                                            gsize          length);
void          msp_csv_reader_free          (MspCsvReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspCsvReader, msp_csv_reader_free)

/* The one of comma, semicolon and tab that the first record was found to be written with. */
char          msp_csv_reader_get_separator (MspCsvReader  *self);
/* Back to the beginning. */
void          msp_csv_reader_rewind        (MspCsvReader  *self);
/* FALSE: no record is left, or @error is set. Empty lines are passed over. */
gboolean      msp_csv_reader_next          (MspCsvReader  *self,
                                            GError       **error);

/* Of the record that was read last. */
guint         msp_csv_reader_get_n_cells   (MspCsvReader  *self);
const char   *msp_csv_reader_get_cell      (MspCsvReader  *self,
                                            guint          index);
guint         msp_csv_reader_get_line      (MspCsvReader  *self);
/* (transfer none): as it was, without its line end */
const char   *msp_csv_reader_get_raw       (MspCsvReader  *self,
                                            gsize         *length);
/* How many bytes are read. */
gsize         msp_csv_reader_get_position  (MspCsvReader  *self);

G_END_DECLS
