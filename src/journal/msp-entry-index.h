/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"
#include "storage/msp-database.h"

G_BEGIN_DECLS

/* The search index: an entry stands in it under its position. On the worker, inside a transaction. */
gboolean msp_entry_index_add        (MspDatabase            *database,
                                     gint64                  position,
                                     const MspContribution  *entry,
                                     GError                **error);
/* Of a text that is at hand: msp_search_text_of_entry(). */
gboolean msp_entry_index_add_text   (MspDatabase            *database,
                                     gint64                  position,
                                     const char             *text,
                                     GError                **error);
gboolean msp_entry_index_remove     (MspDatabase            *database,
                                     gint64                  position,
                                     GError                **error);
/* By row key, as the entry stands in the file; one that is not there is passed over. */
gboolean msp_entry_index_add_key    (MspDatabase            *database,
                                     gint64                  key,
                                     GError                **error);
gboolean msp_entry_index_remove_key (MspDatabase            *database,
                                     gint64                  key,
                                     GError                **error);
/* Where the entry with a row key stands; @uuid (out) (transfer full): NULL if there is none. */
gboolean msp_entry_index_find       (MspDatabase            *database,
                                     gint64                  key,
                                     gint64                 *position,
                                     char                  **uuid,
                                     GError                **error);

/* msp_database_transaction() for what changes the words of entries: a part of the search index is
 * merged within it. */
gboolean msp_entry_index_transaction (MspDatabase            *database,
                                      MspDatabaseFunc         func,
                                      gpointer                data,
                                      GError                **error);

G_END_DECLS
