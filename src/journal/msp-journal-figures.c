/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-figures"

#include "journal/msp-journal-figures.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "journal/msp-entry-reader.h"
#include "journal/msp-journal-ops.h"
#include "journal/msp-query-sql.h"
#include "storage/msp-statement.h"

/* Between the names of an entry's figures: a control character, which none has in it. */
#define SEPARATOR "\x1f"

/* What is asked of the journal's worker, and what it answers. */
typedef struct
{
  GArray       *keys; /* (owned) (nullable) (element-type gint64) */
  char         *name; /* (owned) (nullable) */
  MspQuery     *query; /* (owned) (nullable) */
  GPtrArray    *changes; /* (owned) (nullable) (element-type MspFigureChange) */

  GPtrArray    *list; /* (owned) (nullable): answer */
  MspFigureUse *use;  /* (owned) (nullable): answer */
} FiguresOp;

static void
figures_op_free (FiguresOp *self)
{
  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self->name);
  msp_query_free (self->query);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->use, msp_figure_use_free);
  g_free (self);
}

static gboolean
propagate (GError  *local_error,
           GError **error)
{
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);

  return FALSE;
}

static gboolean
append_figures (MspStatement  *select,
                GPtrArray     *figures,
                GError       **error)
{
  GError *local_error = NULL;

  while (msp_statement_next (select, &local_error))
    msp_figure_list_add (figures, msp_statement_column_text (select, 0),
                         msp_statement_column_int (select, 1),
                         (MspDay) msp_statement_column_int (select, 2));

  return propagate (local_error, error);
}

/* Asks keys; answers list. */
static gboolean
list_figures (MspDatabase  *database,
              gpointer      data,
              GError      **error)
{
  FiguresOp *op = data;

  op->list = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_entry_figures_free);
  for (guint i = 0; i < op->keys->len; i++)
    {
      MspEntryFigures *entry = g_new0 (MspEntryFigures, 1);
      MspStatement *select;

      entry->key = g_array_index (op->keys, gint64, i);
      entry->figures = msp_figure_list_new ();
      g_ptr_array_add (op->list, entry);

      /* SQLite takes the value from the row that has the newest day. */
      select = msp_database_prepare (database, "SELECT name, value, max(recorded_on) FROM figure "
                                               "WHERE contribution = :key GROUP BY name", error);
      if (select == NULL)
        return FALSE;

      msp_statement_bind_int (select, ":key", entry->key);
      if (!append_figures (select, entry->figures, error))
        return FALSE;
    }

  return TRUE;
}

/* Asks keys[0] and name; answers list. */
static gboolean
list_values (MspDatabase  *database,
             gpointer      data,
             GError      **error)
{
  FiguresOp *op = data;
  MspStatement *select =
    msp_database_prepare (database, "SELECT name, value, recorded_on FROM figure "
                                    "WHERE contribution = :key AND name = :name "
                                    "ORDER BY recorded_on", error);

  if (select == NULL)
    return FALSE;

  op->list = msp_figure_list_new ();
  msp_statement_bind_int (select, ":key", g_array_index (op->keys, gint64, 0));
  msp_statement_bind_text (select, ":name", op->name);

  return append_figures (select, op->list, error);
}

/* Each word once: a column's texts, each of which may be several. */
static GStrv
list_words (MspDatabase     *database,
            const MspQuery  *query,
            const char      *column,
            GError         **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  MspStatement *select = msp_query_sql_prepare (database, query, column, FALSE, error);
  GError *local_error = NULL;
  GHashTableIter iter;
  gpointer word;

  if (select == NULL)
    return NULL;

  while (msp_statement_next (select, &local_error))
    {
      g_auto (GStrv) parts = g_strsplit (msp_statement_column_text (select, 0), SEPARATOR, -1);

      for (guint i = 0; parts[i] != NULL; i++)
        {
          if (*parts[i] != '\0')
            g_hash_table_add (words, g_strdup (parts[i]));
        }
    }
  if (!propagate (local_error, error))
    return NULL;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_strv_builder_add (builder, word);

  return g_strv_builder_end (builder);
}

/* Asks query; answers use. */
static gboolean
list_use (MspDatabase  *database,
          gpointer      data,
          GError      **error)
{
  FiguresOp *op = data;

  op->use = g_new0 (MspFigureUse, 1);
  op->use->types = list_words (database, op->query, "DISTINCT type", error);
  if (op->use->types == NULL)
    return FALSE;

  /* Entries of one type mostly have the same figures: few texts to take apart. */
  op->use->names = list_words (database, op->query,
                               "DISTINCT coalesce((SELECT group_concat(name, char(31)) FROM "
                               "(SELECT DISTINCT name FROM figure "
                               "WHERE figure.contribution = contribution.id)), '')", error);

  return op->use->names != NULL;
}

static char *
find_id (MspDatabase  *database,
         gint64        key,
         GError      **error)
{
  MspStatement *select =
    msp_database_prepare (database, "SELECT uuid FROM contribution WHERE id = :key", error);
  GError *local_error = NULL;
  char *id = NULL;

  if (select == NULL)
    return NULL;

  msp_statement_bind_int (select, ":key", key);
  if (msp_statement_next (select, &local_error))
    id = g_strdup (msp_statement_column_text (select, 0));
  else if (local_error == NULL)
    local_error = g_error_new_literal (MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
                                       _ ("the entry is not in the journal any more"));
  msp_statement_reset (select);
  propagate (local_error, error);

  return id;
}

/* Whether @entry differs: a value that is said again is one of today. */
static gboolean
apply (MspContribution       *entry,
       const MspFigureChange *change)
{
  MspFigure *figure = msp_figure_list_find (entry->figures, change->name);
  MspDay before = figure != NULL ? figure->recorded_on : MSP_DAY_NONE;
  gint64 value = figure != NULL ? figure->value : -1;

  if (change->value < 0)
    {
      msp_contribution_remove_figure (entry, change->name);
      return value >= 0;
    }

  if (change->value == value && before == msp_clock_today ())
    return FALSE;

  msp_contribution_set_figure (entry, change->name, change->value);
  figure = msp_figure_list_find (entry->figures, change->name);
  /* The newest day counts: one that is still to come, since the clock was set back, has to give way. */
  figure->recorded_on = before > msp_clock_today () ? before : MSP_DAY_NONE;

  return TRUE;
}

/* The changes of the entry of the one at @at, which moves past them. */
static gboolean
change_entry (MspDatabase  *database,
              GPtrArray    *changes,
              guint        *at,
              GError      **error)
{
  gint64 key = ((const MspFigureChange *) g_ptr_array_index (changes, *at))->key;
  g_autofree char *id = find_id (database, key, error);
  g_autoptr (MspContribution) kept = NULL;
  g_autoptr (MspContribution) entry = NULL;
  gboolean differs = FALSE;

  if (id != NULL)
    kept = msp_entry_reader_get (database, id, error);
  if (kept == NULL)
    return FALSE;

  entry = msp_contribution_copy (kept);
  for (; *at < changes->len; (*at)++)
    {
      const MspFigureChange *change = g_ptr_array_index (changes, *at);

      if (change->key != key)
        break;

      differs |= apply (entry, change);
    }

  return !differs || msp_journal_op_write_update (database, kept, entry, error);
}

static gboolean
change_all (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  GPtrArray *changes = data;

  for (guint at = 0; at < changes->len;)
    {
      if (!change_entry (database, changes, &at, error))
        return FALSE;
    }

  return TRUE;
}

/* Asks changes. */
static gboolean
set_figures (MspDatabase  *database,
             gpointer      data,
             GError      **error)
{
  FiguresOp *op = data;

  return msp_database_transaction (database, change_all, op->changes, error);
}

static void
queue (MspDatabase     *database,
       GTask           *task,
       FiguresOp       *op,
       MspDatabaseFunc  func)
{
  g_task_set_source_tag (task, func);
  g_task_set_task_data (task, op, (GDestroyNotify) figures_op_free);
  msp_database_queue (database, task, func);
}

static FiguresOp *
finish (MspJournalStore  *store,
        GAsyncResult     *result,
        GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_boolean (G_TASK (result), error) ? g_task_get_task_data (G_TASK (result))
                                                           : NULL;
}

void
msp_journal_store_figures_async (MspJournalStore     *self,
                                 GArray              *keys,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  FiguresOp *op = g_new0 (FiguresOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && keys != NULL);

  op->keys = g_array_ref (keys);
  queue (msp_journal_store_get_reader (self, MSP_JOURNAL_READER_LIST),
         g_task_new (self, NULL, callback, user_data), op, list_figures);
}

GPtrArray *
msp_journal_store_figures_finish (MspJournalStore  *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  FiguresOp *op = finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->list) : NULL;
}

void
msp_journal_store_figure_values_async (MspJournalStore     *self,
                                       gint64               key,
                                       const char          *name,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  FiguresOp *op = g_new0 (FiguresOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && name != NULL);

  op->keys = g_array_new (FALSE, FALSE, sizeof key);
  g_array_append_val (op->keys, key);
  op->name = g_strdup (name);
  queue (msp_journal_store_get_reader (self, MSP_JOURNAL_READER_LIST),
         g_task_new (self, cancellable, callback, user_data), op, list_values);
}

GPtrArray *
msp_journal_store_figure_values_finish (MspJournalStore  *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  return msp_journal_store_figures_finish (self, result, error);
}

void
msp_journal_store_figure_use_async (MspJournalStore     *self,
                                    const MspQuery      *query,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  FiguresOp *op = g_new0 (FiguresOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && query != NULL);

  op->query = msp_query_copy (query);
  queue (msp_journal_store_get_reader (self, MSP_JOURNAL_READER_STUDY),
         g_task_new (self, cancellable, callback, user_data), op, list_use);
}

MspFigureUse *
msp_journal_store_figure_use_finish (MspJournalStore  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  FiguresOp *op = finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->use) : NULL;
}

static void
write_completed (MspJournalStore *store,
                 GParamSpec      *pspec,
                 GTask           *task)
{
  if (!g_task_had_error (task))
    msp_journal_store_emit_entries_changed (store);
}

void
msp_journal_store_set_figures_async (MspJournalStore     *self,
                                     GPtrArray           *changes,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  FiguresOp *op = g_new0 (FiguresOp, 1);
  GTask *task;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && changes != NULL);

  op->changes = g_ptr_array_ref (changes);
  task = g_task_new (self, NULL, callback, user_data);
  /* The change is told once its caller knows. */
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (write_completed), self,
                           G_CONNECT_SWAPPED);
  queue (msp_journal_store_get_database (self), task, op, set_figures);
}

gboolean
msp_journal_store_set_figures_finish (MspJournalStore  *self,
                                      GAsyncResult     *result,
                                      GError          **error)
{
  return finish (self, result, error) != NULL;
}
