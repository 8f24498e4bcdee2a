/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* How one figure of one contribution went: as a line, and each value with its day. */
#define MSP_TYPE_FIGURE_HISTORY (msp_figure_history_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureHistory, msp_figure_history, MSP, FIGURE_HISTORY, AdwBin)

GtkWidget *msp_figure_history_new  (void);
/* @title: of the contribution; @label: of the figure, whose name in the journal is @name. */
void       msp_figure_history_show (MspFigureHistory *self,
                                    MspJournalStore  *store,
                                    gint64            key,
                                    const char       *title,
                                    const char       *name,
                                    const char       *label);

G_END_DECLS
