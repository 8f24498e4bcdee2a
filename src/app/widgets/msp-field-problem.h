/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says under a row of a boxed list what is wrong with it. @problem is (nullable): nothing is.
 * Without @is_error it is a hint: said, but not in red. */
void msp_field_problem_set (GtkWidget  *row,
                            const char *problem,
                            gboolean    is_error);
/* Before @row leaves its list. */
void msp_field_problem_remove (GtkWidget *row);

G_END_DECLS
