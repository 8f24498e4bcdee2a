/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"
#include "app/widgets/msp-journal-selection.h"

G_BEGIN_DECLS

/* The same contributions in the way that somebody has chosen: as a list, in a table, or their figures. A
 * view is made when it is first shown. Signal "query-changed": it wants other contributions. */
#define MSP_TYPE_JOURNAL_VIEW (msp_journal_view_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalView, msp_journal_view, MSP, JOURNAL_VIEW, AdwBin)

void        msp_journal_view_set_journal (MspJournalView      *self,
                                          MspServices         *services,
                                          MspJournalSelection *selection);
/* @name: list, table or figures; any other is taken for list */
void        msp_journal_view_set_shown   (MspJournalView      *self,
                                          const char          *name);
/* Leaves out of @query what the view does not want. */
void        msp_journal_view_narrow      (MspJournalView      *self,
                                          MspQuery            *query);
/* It wants all again. */
void        msp_journal_view_clear       (MspJournalView      *self);
/* @search: (nullable): what is looked for */
void        msp_journal_view_set_search  (MspJournalView      *self,
                                          const char          *search);
/* What the list is sorted by. */
void        msp_journal_view_set_sort    (MspJournalView      *self,
                                          MspSort              sort,
                                          gboolean             is_reversed);
/* Selects the row and scrolls to it. */
void        msp_journal_view_show        (MspJournalView      *self,
                                          guint                position);
void        msp_journal_view_focus       (MspJournalView      *self);

G_END_DECLS
