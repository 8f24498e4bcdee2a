/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-answers"

#include "journal/msp-journal-answers.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "journal/msp-entry-reader.h"
#include "journal/msp-query-sql.h"
#include "storage/msp-statement.h"

#define PREFIX_MIN 8
#define WHOLE_ID 36

static gboolean
is_id_text (const char *text)
{
  return text[strspn (text, "0123456789abcdefABCDEF-")] == '\0';
}

/* (transfer full) (nullable): the whole id; in the trash too */
static char *
resolve (MspDatabase  *database,
         const char   *prefix,
         GError      **error)
{
  g_autofree char *from = g_ascii_strdown (prefix, -1);
  g_autofree char *to = g_strconcat (from, "g", NULL);
  g_autofree char *id = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean several;
  MspStatement *select;

  if (strlen (prefix) < PREFIX_MIN)
    {
      g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
                   _ ("“%s” is too short for an id; give at least 8 characters of it"), prefix);
      return NULL;
    }

  select = msp_database_prepare (database, "SELECT uuid FROM contribution "
                                           "WHERE uuid >= :from AND uuid < :to LIMIT 2", error);
  if (select == NULL)
    return NULL;

  msp_statement_bind_text (select, ":from", from);
  msp_statement_bind_text (select, ":to", to);
  if (strlen (prefix) <= WHOLE_ID && is_id_text (prefix) && msp_statement_next (select, &local_error))
    id = g_strdup (msp_statement_column_text (select, 0));
  several = id != NULL && msp_statement_next (select, &local_error);
  msp_statement_reset (select);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (several)
    g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_AMBIGUOUS,
                 _ ("several entries have an id that begins with “%s”; give more of it"), prefix);
  else if (id == NULL)
    g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
                 _ ("no entry has the id “%s”"), prefix);
  else
    return g_steal_pointer (&id);

  return NULL;
}

/* Asks ids[0], an id or a prefix; answers id. */
gboolean
msp_journal_op_resolve (MspDatabase  *database,
                        gpointer      data,
                        GError      **error)
{
  MspJournalOp *op = data;

  op->id = resolve (database, op->ids[0], error);

  return op->id != NULL;
}

/* Asks ids, ids or prefixes; answers ids, each once. */
gboolean
msp_journal_op_resolve_all (MspDatabase  *database,
                            gpointer      data,
                            GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; op->ids[i] != NULL; i++)
    {
      char *id = resolve (database, op->ids[i], error);

      if (id == NULL)
        return FALSE;

      if (!g_hash_table_contains (seen, id))
        g_strv_builder_add (builder, id);
      g_hash_table_add (seen, id);
    }

  g_strfreev (op->ids);
  op->ids = g_strv_builder_end (builder);

  return TRUE;
}

/* Asks ids[0]; answers found. */
gboolean
msp_journal_op_get (MspDatabase  *database,
                    gpointer      data,
                    GError      **error)
{
  MspJournalOp *op = data;

  op->found = msp_entry_reader_get (database, op->ids[0], error);

  return op->found != NULL;
}

/* Asks query; answers list. */
gboolean
msp_journal_op_list (MspDatabase  *database,
                     gpointer      data,
                     GError      **error)
{
  MspJournalOp *op = data;

  op->list = msp_entry_reader_list (database, op->query, error);

  return op->list != NULL;
}

/* Asks query; answers totals. */
gboolean
msp_journal_op_totals (MspDatabase  *database,
                       gpointer      data,
                       GError      **error)
{
  MspJournalOp *op = data;
  MspStatement *select = msp_query_sql_prepare (database, op->query,
                                                "count(*), coalesce(sum(reach), 0)", FALSE, error);

  if (select == NULL || !msp_statement_next (select, error))
    return FALSE;

  op->totals.entries = (guint) msp_statement_column_int (select, 0);
  op->totals.reach = msp_statement_column_int (select, 1);
  msp_statement_reset (select);

  return TRUE;
}

/* Asks from and to; answers list. */
gboolean
msp_journal_op_facts (MspDatabase  *database,
                      gpointer      data,
                      GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GError) local_error = NULL;
  MspStatement *select =
    msp_database_prepare (database, "SELECT uuid, day, type, area, reach FROM contribution "
                                    "WHERE deleted IS NULL AND planned = 0 AND day >= :from AND day <= :to "
                                    "ORDER BY position", error);

  if (select == NULL)
    return FALSE;

  op->list = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_entry_fact_free);
  msp_statement_bind_int (select, ":from", op->from);
  msp_statement_bind_int (select, ":to", op->to);
  while (msp_statement_next (select, &local_error))
    {
      MspEntryFact *fact = g_new0 (MspEntryFact, 1);

      fact->id = g_strdup (msp_statement_column_text (select, 0));
      fact->date = (MspDay) msp_statement_column_int (select, 1);
      fact->type = g_strdup (msp_statement_column_text (select, 2));
      fact->area = g_strdup (msp_statement_column_text (select, 3));
      fact->status = MSP_STATUS_DONE;
      fact->reach = msp_statement_column_int (select, 4);
      g_ptr_array_add (op->list, fact);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
append_found (MspDatabase   *database,
              MspStatement  *select,
              GPtrArray     *list,
              GError       **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) local_error = NULL;

  while (msp_statement_next (select, &local_error))
    g_strv_builder_add (builder, msp_statement_column_text (select, 0));
  ids = g_strv_builder_end (builder);

  for (guint i = 0; local_error == NULL && ids[i] != NULL; i++)
    {
      MspContribution *entry = msp_entry_reader_get (database, ids[i], &local_error);

      if (entry != NULL)
        g_ptr_array_add (list, entry);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Asks entry; answers list. */
gboolean
msp_journal_op_duplicates (MspDatabase  *database,
                           gpointer      data,
                           GError      **error)
{
  MspJournalOp *op = data;
  g_autofree char *url_key = *op->entry->url != '\0' ? msp_url_normalise (op->entry->url)
                                                     : g_strdup ("");
  g_autofree char *type = msp_text_fold (op->entry->type);
  g_autofree char *title = msp_text_fold (op->entry->title);
  MspStatement *select =
    msp_database_prepare (database, "SELECT uuid FROM contribution WHERE deleted IS NULL "
                                    "AND type_folded = :type AND ((url_key <> '' AND url_key = :url_key) "
                                    "OR (day = :day AND title_folded = :title)) AND uuid <> :uuid "
                                    "ORDER BY position DESC LIMIT 5", error);

  if (select == NULL)
    return FALSE;

  op->list = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  msp_statement_bind_text (select, ":type", type);
  msp_statement_bind_text (select, ":url_key", url_key);
  msp_statement_bind_int (select, ":day", op->entry->date);
  msp_statement_bind_text (select, ":title", title);
  msp_statement_bind_text (select, ":uuid", op->entry->id != NULL ? op->entry->id : "");

  return append_found (database, select, op->list, error);
}

static GStrv
list_words (MspDatabase  *database,
            const char   *sql,
            GError      **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  MspStatement *select = msp_database_prepare (database, sql, error);

  if (select != NULL)
    {
      while (msp_statement_next (select, error))
        g_strv_builder_add (builder, msp_statement_column_text (select, 0));
    }

  return g_strv_builder_end (builder);
}

/* Each counted along an index alone, and read as one of its entries writes it: the rows of a large
 * journal take twenty times as long. */
#define TYPES_SQL \
  "SELECT (SELECT type FROM contribution AS one WHERE one.type_folded = used.folded " \
  "AND one.deleted IS NULL LIMIT 1) FROM (SELECT type_folded AS folded, count(*) AS n " \
  "FROM contribution WHERE deleted IS NULL GROUP BY type_folded) AS used ORDER BY n DESC"
#define AREAS_SQL \
  "SELECT (SELECT area FROM contribution AS one WHERE one.area_folded = used.folded " \
  "AND one.deleted IS NULL LIMIT 1) FROM (SELECT area_folded AS folded, count(*) AS n " \
  "FROM contribution WHERE deleted IS NULL AND area_folded <> '' GROUP BY area_folded) AS used " \
  "ORDER BY n DESC"
#define TAGS_SQL \
  "SELECT (SELECT value FROM contribution_value AS one WHERE one.kind = 'tag' " \
  "AND one.folded = used.folded LIMIT 1) FROM (SELECT folded, count(*) AS n " \
  "FROM contribution_value WHERE kind = 'tag' AND contribution NOT IN " \
  "(SELECT id FROM contribution WHERE deleted IS NOT NULL) GROUP BY folded) AS used ORDER BY n DESC"

/* Answers vocabulary. */
gboolean
msp_journal_op_vocabulary (MspDatabase  *database,
                           gpointer      data,
                           GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GError) local_error = NULL;

  op->vocabulary = g_new0 (MspJournalVocabulary, 1);
  op->vocabulary->types = list_words (database, TYPES_SQL, &local_error);
  op->vocabulary->areas = list_words (database, AREAS_SQL, local_error == NULL ? &local_error : NULL);
  op->vocabulary->tags = list_words (database, TAGS_SQL, local_error == NULL ? &local_error : NULL);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Answers problems. */
gboolean
msp_journal_op_check (MspDatabase  *database,
                      gpointer      data,
                      GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  MspStatement *index;
  g_autoptr (GError) index_error = NULL;

  if (!msp_database_check (database, builder, error))
    return FALSE;

  /* Each entry stands in the search index under its position. */
  index = msp_database_prepare (database, "SELECT count(*) FROM contribution WHERE position NOT IN "
                                          "(SELECT rowid FROM contribution_text)", error);
  if (index == NULL)
    return FALSE;

  if (msp_statement_next (index, &index_error))
    {
      if (msp_statement_column_int (index, 0) > 0)
        g_strv_builder_add (builder, _ ("entries are missing from the search index"));
      msp_statement_reset (index);
    }
  if (index_error != NULL)
    g_strv_builder_add (builder, index_error->message);

  op->problems = g_strv_builder_end (builder);

  return TRUE;
}
