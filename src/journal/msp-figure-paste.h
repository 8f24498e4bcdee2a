/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MspFigurePaste:
 * @n_lines: lines of text
 * @n_columns: the most cells of a line
 *
 * Numbers as a spreadsheet puts them on the clipboard.
 */
typedef struct
{
  guint   n_lines;
  guint   n_columns;
  GArray *values; /* (element-type gint64): line by line; -1: an empty cell */
} MspFigurePaste;

/* (nullable): NULL with @error, whose message is a sentence for people that names the line. Empty
 * lines at the end are left out. */
MspFigurePaste *msp_figure_paste_parse (const char            *text,
                                        GError               **error);
void            msp_figure_paste_free  (MspFigurePaste        *self);
/* -1: empty */
gint64          msp_figure_paste_get   (const MspFigurePaste  *self,
                                        guint                  line,
                                        guint                  column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspFigurePaste, msp_figure_paste_free)

G_END_DECLS
