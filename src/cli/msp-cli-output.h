/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Once, before a verb runs: a reader that goes away is noticed by its write. */
void     msp_cli_output_begin (void);
/* Once, after it: the exit status, which is @status if all of the output could be written. */
int      msp_cli_output_end   (int            status);

/* Writes, and empties, @text. FALSE: there is no use in more of it. */
gboolean msp_cli_output_put   (GString       *text,
                               gboolean       at_once);

/* @text as it is shown: what a terminal would obey stands there by its number. */
char    *msp_cli_shown        (const char    *text,
                               gboolean       multi_line);

G_END_DECLS
