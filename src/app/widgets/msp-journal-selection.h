/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "journal/msp-journal-model.h"

G_BEGIN_DECLS

/* A GtkSelectionModel over a MspJournalModel that knows the selected entries by their keys, so that they
 * stay selected wherever they move. What leaves the list is not selected any more.
 *
 * Property "selecting" (boolean): somebody selects, a click adds an entry or takes it out again. */
#define MSP_TYPE_JOURNAL_SELECTION (msp_journal_selection_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalSelection, msp_journal_selection, MSP, JOURNAL_SELECTION, GObject)

MspJournalSelection *msp_journal_selection_new       (MspJournalModel     *model);
MspJournalModel     *msp_journal_selection_get_model (MspJournalSelection *self);
guint                msp_journal_selection_get_size  (MspJournalSelection *self);
gboolean             msp_journal_selection_is_selecting (MspJournalSelection *self);
void                 msp_journal_selection_toggle    (MspJournalSelection *self,
                                                      guint                position);
/* (transfer full) (element-type gint64): the keys of the selected entries, in the order of the list */
GArray              *msp_journal_selection_list_keys (MspJournalSelection *self);

G_END_DECLS
