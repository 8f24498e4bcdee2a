/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* How one figure of one contribution went: as a line, and each value with its day. */
#define MSP_TYPE_HISTORY_PANEL (msp_history_panel_get_type ())

G_DECLARE_FINAL_TYPE (MspHistoryPanel, msp_history_panel, MSP, HISTORY_PANEL, AdwBin)

GtkWidget *msp_history_panel_new  (void);
/* @title: of the contribution; @label: of the figure, whose name in the journal is @name. */
void       msp_history_panel_show (MspHistoryPanel *self,
                                    MspJournalStore  *store,
                                    gint64            key,
                                    const char       *title,
                                    const char       *name,
                                    const char       *label);

G_END_DECLS
