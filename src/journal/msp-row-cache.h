/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-row.h"
#include "journal/msp-journal-store.h"
#include "journal/msp-key-list.h"

G_BEGIN_DECLS

/* The row objects that somebody holds, and what is still to be read for them. Used by the list model. */
#define MSP_TYPE_ROW_CACHE (msp_row_cache_get_type ())

G_DECLARE_FINAL_TYPE (MspRowCache, msp_row_cache, MSP, ROW_CACHE, GObject)

MspRowCache   *msp_row_cache_new       (MspJournalStore *store);
/* Before the last reference goes: rows may outlive it. */
void           msp_row_cache_close     (MspRowCache     *self);
guint          msp_row_cache_get_size  (MspRowCache     *self);
/* (transfer none) (nullable) */
MspJournalRow *msp_row_cache_find      (MspRowCache     *self,
                                        gint64           key);
/* (transfer full): filled in now, if it was read before, or soon */
MspJournalRow *msp_row_cache_make      (MspRowCache     *self,
                                        gint64           key,
                                        char            *heading);
/* Reads a held row again, soon; all of them. */
void           msp_row_cache_want      (MspRowCache     *self,
                                        gint64           key);
void           msp_row_cache_want_all  (MspRowCache     *self);
/* @summaries (transfer full) (element-type MspEntrySummary): of rows that are asked for before
 * msp_row_cache_forget(). */
void           msp_row_cache_take      (MspRowCache     *self,
                                        GPtrArray       *summaries);
void           msp_row_cache_forget    (MspRowCache     *self);
/* (element-type MspEntryKey): the held rows of @before become those that @after has in their places.
 * Negative keys are of no entry: their rows stay empty. */
void           msp_row_cache_replace   (MspRowCache     *self,
                                        const GArray    *before,
                                        const GArray    *after);

G_END_DECLS
