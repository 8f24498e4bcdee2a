/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-row.h"

G_BEGIN_DECLS

/**
 * MspImportSink:
 *
 * Where a reader gives its rows, one after the other.
 */
typedef struct
{
  MspImportRow    *row;         /* being filled; not owned */
  MspImportFunc    func;
  gpointer         data;
  GCancellable    *cancellable; /* (nullable): not owned */
  volatile double *fraction;    /* (nullable) */
  gsize            length;      /* of the whole text */
  guint            n_rows;      /* given so far */
} MspImportSink;

/* Finishes the row, which begins at @line and is @raw in the file, and gives it. @position: how much
 * of the text is read. FALSE: nothing more is wanted, and @error says why. */
gboolean msp_import_sink_give (MspImportSink  *self,
                               guint           line,
                               const char     *raw,
                               gsize           raw_length,
                               gsize           position,
                               GError        **error);

G_END_DECLS
