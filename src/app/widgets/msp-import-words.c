/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-words"

#include "app/widgets/msp-import-words.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "exchange/msp-import-dates.h"

#define N_DATES 2

static gboolean
is_filled (GPtrArray  *columns,
           const char *field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      if (g_strcmp0 (column->field, field) == 0)
        return TRUE;
    }

  return FALSE;
}

char *
msp_import_words_missing (GPtrArray *columns)
{
  g_return_val_if_fail (columns != NULL, NULL);

  if (columns->len == 0)
    return NULL;

  if (!is_filled (columns, "title"))
    return g_strdup (_ ("No column is known to be the title. Say which one it is."));

  return is_filled (columns, "date")
         ? NULL : g_strdup (_ ("No column is known to be the date. Say which one it is."));
}

char *
msp_import_words_columns (GPtrArray *columns,
                          gboolean   is_remembered)
{
  g_autofree char *used = NULL;
  g_autofree char *all = NULL;
  guint n_used = 0;

  g_return_val_if_fail (columns != NULL, NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      n_used += column->field != NULL;
    }
  used = msp_text_number (n_used);
  all = msp_text_number (columns->len);
  if (is_remembered)
    /* Translators: two numbers: "5 of 7 are used, as the last time". */
    return g_strdup_printf (_ ("%s of %s are used, as the last time"), used, all);

  return n_used == columns->len ? g_strdup (_ ("All of them are used"))
         /* Translators: two numbers: "5 of 7 are used". */
                                : g_strdup_printf (_ ("%s of %s are used"), used, all);
}

static void
add_dates (GPtrArray             *texts,
           const MspImportColumn *column,
           MspDateOrder           order)
{
  for (guint i = 0; column->samples != NULL && column->samples[i] != NULL; i++)
    {
      MspDay day_first;
      MspDay month_first;
      g_autofree char *shown = NULL;

      if (texts->len == N_DATES ||
          msp_import_date_parse (column->samples[i], MSP_DATE_ORDER_DMY, &day_first) != NULL ||
          msp_import_date_parse (column->samples[i], MSP_DATE_ORDER_MDY, &month_first) != NULL ||
          day_first == month_first)
        continue;

      shown = msp_day_to_text (order == MSP_DATE_ORDER_DMY ? day_first : month_first);
      /* Translators: a date as it stands in a file, and the day that it means. */
      g_ptr_array_add (texts, g_strdup_printf (_ ("%s is %s"), column->samples[i], shown));
    }
}

char *
msp_import_words_dates (GPtrArray    *columns,
                        MspDateOrder  order)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (columns != NULL, NULL);

  for (guint i = 0; i < columns->len; i++)
    add_dates (texts, g_ptr_array_index (columns, i), order);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n", (char **) texts->pdata);
}

/* @text: (transfer full): on a line of its own */
static void
add_line (GString *lines,
          char    *text)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, text);
  g_free (text);
}

char *
msp_import_words_same (const MspImportReport *report)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *changed = msp_text_number (report->changed);
  g_autofree char *in_trash = msp_text_number (report->in_trash);

  if (report->changed > 0)
    add_line (lines, g_strdup_printf (ngettext ("%s says something else than the journal",
                                                "%s say something else than the journal",
                                                report->changed), changed));
  if (report->in_trash > 0)
    add_line (lines, g_strdup_printf (ngettext ("%s is in the trash and stays there",
                                                "%s are in the trash and stay there",
                                                report->in_trash), in_trash));

  return g_string_free (lines, FALSE);
}

char *
msp_import_words_hint (const MspImportReport *report)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *missing = msp_text_number (report->files_missing);

  if (report->added + report->updated == 0)
    add_line (lines, g_strdup (_ ("There is nothing to import.")));
  else
    add_line (lines, g_strdup (_ ("Nothing is changed yet. A backup of the journal is made before, and "
                                  "the import can be undone.")));
  if (report->files_missing > 0)
    add_line (lines, g_strdup_printf (ngettext ("%s attached file is not there and left out.",
                                                "%s attached files are not there and left out.",
                                                report->files_missing), missing));

  return g_string_free (lines, FALSE);
}

char *
msp_import_words_result (const MspImportReport *report)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *added = msp_text_number (report->added);
  g_autofree char *updated = msp_text_number (report->updated);
  g_autofree char *duplicates = msp_text_number (report->duplicates);
  g_autofree char *rejected = msp_text_number (report->rejected);

  add_line (lines, g_strdup_printf (ngettext ("%s contribution was added.",
                                              "%s contributions were added.", report->added), added));
  if (report->updated > 0)
    add_line (lines, g_strdup_printf (ngettext ("%s was changed.", "%s were changed.",
                                                report->updated), updated));
  if (report->duplicates > 0)
    add_line (lines, g_strdup_printf (ngettext ("%s was there already and left as it is.",
                                                "%s were there already and left as they are.",
                                                report->duplicates), duplicates));
  if (report->rejected > 0)
    add_line (lines, g_strdup_printf (ngettext ("%s row was rejected. Save it, mend it, and import it "
                                                "again.",
                                                "%s rows were rejected. Save them, mend them, and "
                                                "import them again.", report->rejected), rejected));

  return g_string_free (lines, FALSE);
}
