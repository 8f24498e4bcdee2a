/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/msp-day.h"
#include "journal/msp-query.h"

G_BEGIN_DECLS

/* The keys of a list's rows in their order: GArray of MspEntryKey. */

/**
 * MspEntryKey:
 * @key: row key in the file, stable for an entry's life
 * @position: sorts by date; other for each entry
 * @reach: people reached
 */
typedef struct
{
  gint64 key;
  gint64 position;
  gint64 reach;
} MspEntryKey;

/**
 * MspKeyChange:
 * @position: where, in the list before
 * @n_removed: how many rows go there
 * @n_added: how many come instead
 * @from: the first of those in the list after
 */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
  guint from;
} MspKeyChange;

/* The lower bits of a position: a sequence within the day. */
#define MSP_POSITION_SEQUENCE_BITS 24

MspDay  msp_entry_key_get_date (const MspEntryKey *self);

/* (element-type MspKeyChange): from the front; one stretch if there were more than @most. */
GArray *msp_key_list_compare   (const GArray      *before,
                                const GArray      *after,
                                guint              most);
/* Whether the rows from @start to before @end, in the list before, must stay as they are. */
typedef gboolean (*MspStretchFunc) (guint    start,
                                    guint    end,
                                    gpointer data);
/* Makes one change of those that nothing lies between which @is_kept. */
void    msp_key_list_merge_changes (GArray         *changes,
                                    MspStretchFunc  is_kept,
                                    gpointer        data);
/* G_MAXUINT: not there */
guint   msp_key_list_find      (const GArray      *keys,
                                gint64             key);
/* Where @key belongs in a list in the order of @compare. */
guint   msp_key_list_place     (const GArray      *keys,
                                const MspEntryKey *key,
                                GCompareDataFunc   compare,
                                gpointer           data);
gint64  msp_key_list_sum_reach (const GArray      *keys);
/* Makes the list @length long, or as long as a list view may look, by places with negative keys for
 * entries that are still to be read. */
void    msp_key_list_add_places (GArray           *keys,
                                 guint             length);
/* (transfer full) (nullable): in a list by date the month of a row, if the one above belongs to another */
char   *msp_key_list_heading   (const GArray      *keys,
                                guint              index,
                                MspSort            sort);
/* @keys: (element-type gint64): gets @key, once */
void    msp_keys_add           (GArray            *keys,
                                gint64             key);

G_END_DECLS
