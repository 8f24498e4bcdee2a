/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* The search index of a journal keeps its entries' words as msp-search-text.h has them; one that was
 * written by an earlier release is renewed, some entries at a time. */

/* Blocking; notes in a journal without entries that its index is of this release. */
void msp_search_index_begin (MspJournalStore *store);
void msp_search_index_renew (MspJournalStore *store);

G_END_DECLS
