/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* Says under a row of a boxed list what is wrong with it. @problem is (nullable): nothing is.
 * Without @is_error it is a hint: said, but not in red. */
void msp_field_problem_set (GtkWidget  *row,
                            const char *problem,
                            gboolean    is_error);
/* What is to be known of the row, whether something is wrong with it or not; @note is (nullable). */
void msp_field_problem_set_note (GtkWidget  *row,
                                 const char *note);

typedef struct
{
  const char *field; /* name of MspFieldProblem */
  gpointer    row;
} MspFieldRow;

/* Says which of @problems (element-type MspFieldProblem) is of @row, or that none is. What is empty is
 * an error only if @is_touched. */
void msp_field_problem_set_from (const MspFieldRow *row,
                                 GPtrArray         *problems,
                                 gboolean           is_touched);
/* Before @row leaves its list. */
void msp_field_problem_remove (GtkWidget *row);

G_END_DECLS
