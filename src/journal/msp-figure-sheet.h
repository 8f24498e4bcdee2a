/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-figures.h"

G_BEGIN_DECLS

/* The figures of a list's entries while somebody edits them: read by pages for the rows that are
 * held, written behind. Follows the store's "changed". Signals: "changed" (gint64 key): what
 * msp_figure_sheet_get() answers for that entry may differ; "failed" (GError): nothing of the last
 * flush was written. */
#define MSP_TYPE_FIGURE_SHEET (msp_figure_sheet_get_type ())

G_DECLARE_FINAL_TYPE (MspFigureSheet, msp_figure_sheet, MSP, FIGURE_SHEET, GObject)

/**
 * MspSheetFigure:
 * @value: -1: not recorded, or not read yet
 * @is_pending: it is not in the journal yet
 */
typedef struct
{
  gint64   value;
  gboolean is_pending;
} MspSheetFigure;

/* (transfer full) */
MspFigureSheet        *msp_figure_sheet_new          (MspJournalStore *store);
/* Rows that are shown: read soon, and again when the journal changes. */
void                   msp_figure_sheet_hold         (MspFigureSheet  *self,
                                                      gint64           key);
void                   msp_figure_sheet_release      (MspFigureSheet  *self,
                                                      gint64           key);
/* (nullable): NULL until read, or not held; what is in the journal */
const MspEntryFigures *msp_figure_sheet_get_entry    (MspFigureSheet  *self,
                                                      gint64           key);
/* As somebody has typed it. */
MspSheetFigure         msp_figure_sheet_get          (MspFigureSheet  *self,
                                                      gint64           key,
                                                      const char      *name);
/* Shown at once; written with the next flush. @value: -1 clears. */
void                   msp_figure_sheet_set          (MspFigureSheet  *self,
                                                      gint64           key,
                                                      const char      *name,
                                                      gint64           value);
/* Writes all that was set, in one transaction. */
void                   msp_figure_sheet_flush        (MspFigureSheet  *self);

G_END_DECLS
