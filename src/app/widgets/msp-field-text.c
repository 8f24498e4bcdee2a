/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-field-text"

#include "app/widgets/msp-field-text.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-field-problem.h"
#include "base/msp-text.h"

const char *
msp_field_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

void
msp_field_text_set (gpointer    row,
                    const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

void
msp_field_text_set_list (gpointer row,
                         GStrv    values)
{
  g_autofree char *joined = g_strjoinv ("; ", values);

  msp_field_text_set (row, joined);
}

void
msp_field_text_read (gpointer   row,
                     char     **field)
{
  g_free (*field);
  *field = msp_text_clean (msp_field_text (row), FALSE);
}

void
msp_field_text_read_list (gpointer  row,
                          GStrv    *field)
{
  g_strfreev (*field);
  *field = msp_field_text_list (row);
}

GStrv
msp_field_text_list (gpointer row)
{
  g_auto (GStrv) parts = g_strsplit_set (msp_field_text (row), ";,", -1);

  return msp_strv_copy_clean ((const char *const *) parts);
}

gboolean
msp_field_text_read_number (gpointer  row,
                            gint64    most,
                            gint64   *field)
{
  const char *text = msp_field_text (row);
  gint64 number = 1;
  gboolean is_number = *text == '\0' || msp_text_parse_number (text, most, &number);

  msp_field_problem_set (row, is_number ? NULL : _ ("This must be a whole number, such as 1200."),
                         TRUE);
  if (is_number)
    *field = number;

  return is_number;
}
