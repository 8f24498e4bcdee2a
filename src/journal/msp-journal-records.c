/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-records"

#include "journal/msp-journal-records.h"

#include "base/msp-clock.h"
#include "storage/msp-statement.h"

/* One small statement, what it binds, and what it answers. */
typedef struct
{
  const char  *sql;
  const char  *texts[3];   /* bound to :t0, :t1, :t2 */
  gint64       numbers[5]; /* bound to :n0 … */
  guint        n_texts;
  guint        n_numbers;
  GPtrArray   *rows;       /* (nullable): answer, by @read_row */
  gpointer (*read_row)(MspStatement *row);
  gint64       row_id;     /* answer */
  int          changes;    /* answer */
} Request;

static void
bind (MspStatement  *statement,
      const Request *request)
{
  static const char *const text_names[] = { ":t0", ":t1", ":t2" };
  static const char *const number_names[] = { ":n0", ":n1", ":n2", ":n3", ":n4" };

  for (guint i = 0; i < request->n_texts; i++)
    msp_statement_bind_text (statement, text_names[i], request->texts[i]);
  for (guint i = 0; i < request->n_numbers; i++)
    msp_statement_bind_int (statement, number_names[i], request->numbers[i]);
}

static gboolean
run_request (MspDatabase  *database,
             gpointer      data,
             GError      **error)
{
  Request *request = data;
  g_autoptr (GError) local_error = NULL;
  MspStatement *statement = msp_database_prepare (database, request->sql, error);

  if (statement == NULL)
    return FALSE;

  bind (statement, request);
  while (msp_statement_next (statement, &local_error))
    {
      if (request->rows != NULL)
        g_ptr_array_add (request->rows, request->read_row (statement));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  request->row_id = msp_database_last_row_id (database);
  request->changes = msp_database_changes (database);

  return TRUE;
}

static gboolean
call (MspJournalStore  *self,
      Request          *request,
      GError          **error)
{
  return msp_database_call (msp_journal_store_get_database (self), run_request, request, error);
}

void
msp_saved_result_free (MspSavedResult *self)
{
  g_free (self->json);
  g_free (self);
}

static gpointer
read_result (MspStatement *row)
{
  MspSavedResult *result = g_new0 (MspSavedResult, 1);

  result->key = msp_statement_column_int (row, 0);
  result->date = (MspDay) msp_statement_column_int (row, 1);
  result->json = g_strdup (msp_statement_column_text (row, 2));

  return result;
}

static gpointer
read_cycle_dates (MspStatement *row)
{
  MspCycleDates *dates = g_new0 (MspCycleDates, 1);

  dates->year = (int) msp_statement_column_int (row, 0);
  dates->window_start = (MspDay) msp_statement_column_int (row, 1);
  dates->window_end = (MspDay) msp_statement_column_int (row, 2);
  dates->record_by = (MspDay) msp_statement_column_int (row, 3);
  dates->announce_on = (MspDay) msp_statement_column_int (row, 4);

  return dates;
}

static gpointer
read_text (MspStatement *row)
{
  return g_strdup (msp_statement_column_text (row, 0));
}

/**
 * msp_journal_store_save_result:
 * @self: the journal
 * @date: when the wizard was run
 * @json: its result
 * @error: return location for an error
 *
 * Returns: the result's key, or -1 with @error set
 */
gint64
msp_journal_store_save_result (MspJournalStore  *self,
                               MspDay            date,
                               const char       *json,
                               GError          **error)
{
  Request request = {
    .sql = "INSERT INTO wizard_result (day, json) VALUES (:n0, :t0)",
    .texts = { json }, .n_texts = 1, .numbers = { date }, .n_numbers = 1,
  };

  return call (self, &request, error) ? request.row_id : -1;
}

GPtrArray *
msp_journal_store_list_results (MspJournalStore  *self,
                                GError          **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_saved_result_free);
  Request request = {
    .sql = "SELECT id, day, json FROM wizard_result ORDER BY id DESC",
    .rows = rows, .read_row = read_result,
  };

  return call (self, &request, error) ? g_steal_pointer (&rows) : NULL;
}

gboolean
msp_journal_store_delete_result (MspJournalStore  *self,
                                 gint64            key,
                                 GError          **error)
{
  Request request = {
    .sql = "DELETE FROM wizard_result WHERE id = :n0", .numbers = { key }, .n_numbers = 1,
  };

  return call (self, &request, error);
}

GPtrArray *
msp_journal_store_list_cycle_dates (MspJournalStore  *self,
                                    GError          **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  Request request = {
    .sql = "SELECT year, window_start, window_end, record_by, announce_on FROM cycle_dates "
           "ORDER BY year",
    .rows = rows, .read_row = read_cycle_dates,
  };

  return call (self, &request, error) ? g_steal_pointer (&rows) : NULL;
}

gboolean
msp_journal_store_set_cycle_dates (MspJournalStore      *self,
                                   const MspCycleDates  *dates,
                                   GError              **error)
{
  Request request = {
    .sql = "INSERT OR REPLACE INTO cycle_dates "
           "(year, window_start, window_end, record_by, announce_on) "
           "VALUES (:n0, :n1, :n2, :n3, :n4)",
    .numbers = { dates->year, dates->window_start, dates->window_end, dates->record_by,
                 dates->announce_on },
    .n_numbers = 5,
  };

  if (!call (self, &request, error))
    return FALSE;

  msp_journal_store_emit_changed (self);

  return TRUE;
}

gboolean
msp_journal_store_claim_reminder (MspJournalStore  *self,
                                  const char       *deadline,
                                  MspDay            date,
                                  int               stage,
                                  gboolean         *claimed,
                                  GError          **error)
{
  g_autofree char *now = msp_clock_now_utc ();
  Request request = {
    .sql = "INSERT OR IGNORE INTO reminder (deadline, day, stage, told) "
           "VALUES (:t0, :n0, :n1, :t1)",
    .texts = { deadline, now }, .n_texts = 2, .numbers = { date, stage }, .n_numbers = 2,
  };

  if (!call (self, &request, error))
    return FALSE;

  *claimed = request.changes > 0;

  return TRUE;
}

gboolean
msp_journal_store_release_reminder (MspJournalStore  *self,
                                    const char       *deadline,
                                    MspDay            date,
                                    int               stage,
                                    GError          **error)
{
  Request request = {
    .sql = "DELETE FROM reminder WHERE deadline = :t0 AND day = :n0 AND stage = :n1",
    .texts = { deadline }, .n_texts = 1, .numbers = { date, stage }, .n_numbers = 2,
  };

  return call (self, &request, error);
}

gboolean
msp_journal_store_is_reminder_told (MspJournalStore  *self,
                                    const char       *deadline,
                                    MspDay            date,
                                    int               stage,
                                    gboolean         *told,
                                    GError          **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  Request request = {
    .sql = "SELECT told FROM reminder WHERE deadline = :t0 AND day = :n0 AND stage <= :n1",
    .texts = { deadline }, .n_texts = 1, .numbers = { date, stage }, .n_numbers = 2,
    .rows = rows, .read_row = read_text,
  };

  if (!call (self, &request, error))
    return FALSE;

  *told = rows->len > 0;

  return TRUE;
}

gboolean
msp_journal_store_set_value (MspJournalStore  *self,
                             const char       *name,
                             const char       *value,
                             GError          **error)
{
  Request request = {
    .sql = value != NULL ? "INSERT OR REPLACE INTO setting (name, value) VALUES (:t0, :t1)"
                         : "DELETE FROM setting WHERE name = :t0",
    .texts = { name, value }, .n_texts = value != NULL ? 2 : 1,
  };

  return call (self, &request, error);
}

char *
msp_journal_store_get_value (MspJournalStore  *self,
                             const char       *name,
                             GError          **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  Request request = {
    .sql = "SELECT value FROM setting WHERE name = :t0", .texts = { name }, .n_texts = 1,
    .rows = rows, .read_row = read_text,
  };

  if (!call (self, &request, error) || rows->len == 0)
    return NULL;

  return g_strdup (g_ptr_array_index (rows, 0));
}
