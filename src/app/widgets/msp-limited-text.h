/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MSP_LIMIT_NUMBER 40 /* characters of a date or a number */
#define MSP_LIMIT_LINE 1000 /* of other lines: more than can be saved, so that a slip is seen */
#define MSP_LIMIT_LINK 4000

/* Lets at most @most characters into a row with a GtkText, none of them invisible, however much is
 * pasted. What was left out is said below the row. */
void msp_limited_text_set (GtkEditable *row,
                           gsize        most);
/* (nullable): a sentence about what a field did not take; @loss is of MspTextLoss. */
const char *msp_limited_text_describe (guint loss);

G_END_DECLS
