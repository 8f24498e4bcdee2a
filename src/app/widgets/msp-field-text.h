/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands in a GtkEditable, to and from the fields of a contribution. Lists are separated by
 * commas or semicolons. */
const char *msp_field_text           (gpointer     row);
GStrv       msp_field_text_list      (gpointer     row);
void        msp_field_text_set       (gpointer     row,
                                      const char  *text);
void        msp_field_text_set_list  (gpointer     row,
                                      GStrv        values);
/* Replaces *@field by what stands there, cleaned. */
void        msp_field_text_read      (gpointer     row,
                                      char       **field);
void        msp_field_text_read_list (gpointer     row,
                                      GStrv       *field);
/* Replaces *@field by the number that stands there, 1 for none; FALSE if it is no number, which is said
 * at the row. */
gboolean    msp_field_text_read_number (gpointer   row,
                                        gint64     most,
                                        gint64    *field);

G_END_DECLS
