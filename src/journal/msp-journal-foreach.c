/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-foreach"

#include "journal/msp-journal-foreach.h"

#include "journal/msp-entry-reader.h"

/* (unowned): the caller waits */
typedef struct
{
  const MspQuery    *query;
  MspFigureNamesFunc names_func;
  MspEntryFunc       func;
  gpointer           data;
} Visit;

static gboolean
visit_entries (MspDatabase  *database,
               gpointer      data,
               GError      **error)
{
  const Visit *visit = data;

  return msp_entry_reader_foreach (database, visit->query, visit->names_func, visit->func,
                                   visit->data, error);
}

/**
 * msp_journal_store_foreach:
 * @self: the journal
 * @query: which entries, in which order
 * @names_func: (nullable) (scope call): told the names of all their figures first
 * @func: (scope call): given each of them
 * @data: for both
 * @error: return location for an error, of @func too
 *
 * Returns: whether nothing went wrong; @func may have ended it before the last
 */
gboolean
msp_journal_store_foreach (MspJournalStore     *self,
                           const MspQuery      *query,
                           MspFigureNamesFunc   names_func,
                           MspEntryFunc         func,
                           gpointer             data,
                           GError             **error)
{
  Visit visit = { query, names_func, func, data };

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && query != NULL && func != NULL, FALSE);

  /* Where there are several connections, nobody who saves waits for it. */
  return msp_database_call (msp_journal_store_get_reader (self, MSP_JOURNAL_READER_STUDY),
                            visit_entries, &visit, error);
}
