/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-evidence-row"

#include "app/widgets/msp-evidence-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-clock.h"

static void
add_entry (AdwExpanderRow        *expander,
           const MspEntrySummary *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = msp_day_to_short_text (entry->date, msp_clock_today ());
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), date, entry->type);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  msp_format_accessible_label (row, entry->title);
  adw_expander_row_add_row (expander, row);
}

static void
add_journal_button (AdwExpanderRow           *expander,
                    const MspJournalEvidence *evidence)
{
  const char *const *ids = g_hash_table_lookup (evidence->entries, "");
  g_autofree char *joined = ids != NULL ? g_strjoinv (",", (GStrv) ids) : g_strdup ("");
  g_autofree char *filter = g_strdup_printf ("ids=%s", joined);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show in Journal"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-journal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", filter);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_expander_row_add_action (expander, button);
}

/**
 * msp_evidence_row_new:
 * @loader: what the journal says, with at least one entry
 *
 * Returns: (transfer floating): a row that names the entries behind a prefilled answer
 */
GtkWidget *
msp_evidence_row_new (MspEvidenceLoader *loader)
{
  const MspJournalEvidence *evidence;
  GtkWidget *row;
  GPtrArray *newest;
  guint n;
  g_autofree char *months = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (MSP_IS_EVIDENCE_LOADER (loader), NULL);

  evidence = msp_evidence_loader_get_evidence (loader);
  newest = msp_evidence_loader_get_newest (loader);
  n = msp_evidence_loader_count_entries (loader);
  g_return_val_if_fail (evidence != NULL, NULL);

  months = g_strdup_printf (ngettext ("%d month", "%d months", evidence->months_active),
                            evidence->months_active);
  entries = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  title = g_strdup_printf (_ ("From your journal: %s, %s"), months, entries);

  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 newest->len < n ? _ ("The newest are listed; you can change the answer")
                                                 : _ ("You can change the answer"));
  msp_format_accessible_label (row, title);
  add_journal_button (ADW_EXPANDER_ROW (row), evidence);
  for (guint i = 0; i < newest->len; i++)
    add_entry (ADW_EXPANDER_ROW (row), g_ptr_array_index (newest, i));

  return row;
}
