/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-contribution-text"

#include "exchange/msp-contribution-text.h"

#include "exchange/msp-csv.h"

/* What a spreadsheet would run as a formula is defused as in a file. */
static void
append_cell (GString    *text,
             const char *cell)
{
  g_autofree char *safe = msp_csv_defuse (cell);

  g_string_append_c (text, '\t');
  g_string_append (text, g_strdelimit (safe, "\t\r\n", ' '));
}

char *
msp_contributions_to_text (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (entries != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const MspContribution *entry = g_ptr_array_index (entries, i);
      g_autofree char *date = msp_day_to_iso (entry->date);

      g_string_append (text, date);
      append_cell (text, entry->title);
      append_cell (text, entry->type);
      append_cell (text, entry->area);
      g_string_append_printf (text, "\t%" G_GINT64_FORMAT, entry->reach);
      append_cell (text, entry->url);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
