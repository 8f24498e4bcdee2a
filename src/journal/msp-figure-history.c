/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-history"

#include "journal/msp-figure-history.h"

#include "storage/msp-statement.h"

/* What the worker is asked, and what it answers. */
typedef struct
{
  const char *id;
  GPtrArray  *figures; /* (element-type MspPastFigure) */
} History;

static void
past_figure_free (MspPastFigure *figure)
{
  g_free (figure->name);
  g_free (figure);
}

static gboolean
read_history (MspDatabase  *database,
              gpointer      data,
              GError      **error)
{
  History *history = data;
  g_autoptr (GError) local_error = NULL;
  MspStatement *rows =
    msp_database_prepare (database, "SELECT name, value, recorded_on FROM figure WHERE contribution = "
                                    "(SELECT id FROM contribution WHERE uuid = :uuid) "
                                    "ORDER BY name, recorded_on", error);

  if (rows == NULL)
    return FALSE;

  msp_statement_bind_text (rows, ":uuid", history->id);
  while (msp_statement_next (rows, &local_error))
    {
      MspPastFigure *figure = g_new0 (MspPastFigure, 1);

      figure->name = g_strdup (msp_statement_column_text (rows, 0));
      figure->value = msp_statement_column_int (rows, 1);
      figure->recorded_on = (MspDay) msp_statement_column_int (rows, 2);
      g_ptr_array_add (history->figures, figure);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * msp_journal_store_figure_history:
 * @self: the journal
 * @id: a whole id
 * @error: return location for an error
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type MspPastFigure) (nullable): all that the entry's figures ever
 *   were, by name, the oldest first
 */
GPtrArray *
msp_journal_store_figure_history (MspJournalStore  *self,
                                  const char       *id,
                                  GError          **error)
{
  g_autoptr (GPtrArray) figures =
    g_ptr_array_new_with_free_func ((GDestroyNotify) past_figure_free);
  History history = { id, figures };

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && id != NULL, NULL);

  if (!msp_database_call (msp_journal_store_get_database (self), read_history, &history, error))
    return NULL;

  return g_steal_pointer (&figures);
}
