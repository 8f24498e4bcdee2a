/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "journal/msp-query.h"

G_BEGIN_DECLS

/* How the journal is shown: properties "view" (string: list, table or figures), "sort" (string: date,
 * title, type, area or reach), "reversed" and "trash" (boolean). All but the last are remembered. */
#define MSP_TYPE_JOURNAL_OPTIONS (msp_journal_options_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalOptions, msp_journal_options, MSP, JOURNAL_OPTIONS, GObject)

MspJournalOptions *msp_journal_options_new         (GSettings          *settings);
const char        *msp_journal_options_get_view    (MspJournalOptions  *self);
MspSort            msp_journal_options_get_sort    (MspJournalOptions  *self);
gboolean           msp_journal_options_is_reversed (MspJournalOptions  *self);
gboolean           msp_journal_options_is_trash    (MspJournalOptions  *self);
void               msp_journal_options_set_trash   (MspJournalOptions  *self,
                                                    gboolean            is_trash);
/* An action for each property, called as it is. */
void               msp_journal_options_add_actions (MspJournalOptions  *self,
                                                    GActionMap         *map);

G_END_DECLS
