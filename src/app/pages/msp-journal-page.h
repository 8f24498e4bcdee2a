/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_JOURNAL_PAGE (msp_journal_page_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalPage, msp_journal_page, MSP, JOURNAL_PAGE, AdwBin)

void msp_journal_page_new_entry       (MspJournalPage *self);
void msp_journal_page_edit_entry      (MspJournalPage *self,
                                       const char     *id);
void msp_journal_page_set_filter_text (MspJournalPage *self,
                                       const char     *text);
void msp_journal_page_focus_search    (MspJournalPage *self);

G_END_DECLS
