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

G_END_DECLS
