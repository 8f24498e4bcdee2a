/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void msp_csv_append_cell (GString    *row,
                          const char *text);
/* (transfer full): @text, marked where a spreadsheet would run it as a formula */
char *msp_csv_defuse       (const char *text);
/* (transfer none): what of @cell is behind the mark that defusing put there */
const char *msp_csv_pass_mark (const char *cell);

/* Several values in one cell, with semicolons between; one in a value itself, or a backslash, has a
 * backslash before it. */
char  *msp_csv_join_list  (const char *const *values);
GStrv  msp_csv_split_list (const char        *cell);

G_END_DECLS
