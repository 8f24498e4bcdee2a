/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-query-sql"

#include "journal/msp-query-sql.h"

#include "base/msp-json.h"
#include "base/msp-text.h"
#include "journal/msp-search-text.h"
#include "storage/msp-statement.h"

/* A statement being put together: its text, and what is bound to it. Words
 * of the user are only ever bound. */
typedef struct
{
  GString    *sql;
  GPtrArray  *texts;   /* (element-type utf8): bound to :t0, :t1 … */
  GArray     *numbers; /* (element-type gint64): bound to :n0, :n1 … */
} Builder;

static void
add_text (Builder *builder,
          char    *text)
{
  g_string_append_printf (builder->sql, ":t%u", builder->texts->len);
  g_ptr_array_add (builder->texts, text);
}

static void
add_number (Builder *builder,
            gint64   number)
{
  g_string_append_printf (builder->sql, ":n%u", builder->numbers->len);
  g_array_append_val (builder->numbers, number);
}

static void
add_list (Builder *builder,
          GStrv    values)
{
  g_string_append_c (builder->sql, '(');
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (builder->sql, ", ");
      add_text (builder, msp_text_fold (values[i]));
    }
  g_string_append_c (builder->sql, ')');
}

/* As one value: ids may be many, and each name of a value costs a search among them all. */
static void
add_ids (Builder *builder,
         GStrv    ids)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      msp_json_append_string (json, ids[i]);
    }
  g_string_append_c (json, ']');

  g_string_append (builder->sql, " AND uuid IN (SELECT value FROM json_each (");
  add_text (builder, g_string_free (g_steal_pointer (&json), FALSE));
  g_string_append (builder->sql, "))");
}

static gboolean
is_given (GStrv values)
{
  return values != NULL && values[0] != NULL;
}

static void
add_values (Builder        *builder,
            const MspQuery *query)
{
  if (is_given (query->types))
    {
      g_string_append (builder->sql, " AND type_folded IN ");
      add_list (builder, query->types);
    }

  if (query->gate_types != NULL)
    {
      g_string_append (builder->sql, " AND type_folded IN ");
      add_list (builder, query->gate_types);
    }

  if (is_given (query->areas))
    {
      g_string_append (builder->sql, " AND (area_folded IN ");
      add_list (builder, query->areas);
      g_string_append (builder->sql, " OR id IN (SELECT contribution FROM contribution_value "
                                     "WHERE kind = 'area' AND folded IN ");
      add_list (builder, query->areas);
      g_string_append (builder->sql, "))");
    }

  if (is_given (query->tags))
    {
      g_string_append (builder->sql, " AND id IN (SELECT contribution FROM contribution_value "
                                     "WHERE kind = 'tag' AND folded IN ");
      add_list (builder, query->tags);
      g_string_append_c (builder->sql, ')');
    }

  if (is_given (query->ids))
    add_ids (builder, query->ids);
}

/* How entries are found. By date, hits come out of the search index in the order of the list, so
 * that the first are there at once. */
typedef enum
{
  WAY_LIST,  /* along the list; what is searched for is looked up first */
  WAY_INDEX, /* along the search index */
  WAY_ONE,   /* one entry */
} Way;

static Way
choose_way (const MspQuery *query,
            gboolean        ordered)
{
  return ordered && query->sort == MSP_SORT_DATE && !msp_text_is_blank (query->search) ? WAY_INDEX
                                                                                       : WAY_LIST;
}

static void
add_search (Builder        *builder,
            const MspQuery *query,
            Way             way)
{
  g_autofree char *match = NULL;

  if (msp_text_is_blank (query->search))
    return;

  match = msp_search_text_to_match (query->search);
  if (match == NULL)
    {
      /* Something was typed, but no word: nothing has it. */
      g_string_append (builder->sql, " AND 0");
      return;
    }

  if (way == WAY_INDEX)
    g_string_append (builder->sql, " AND contribution_text MATCH ");
  else if (way == WAY_ONE)
    g_string_append (builder->sql, " AND EXISTS (SELECT 1 FROM contribution_text "
                                   "WHERE rowid = position AND contribution_text MATCH ");
  else
    g_string_append (builder->sql, " AND position IN (SELECT rowid FROM contribution_text "
                                   "WHERE contribution_text MATCH ");
  add_text (builder, g_steal_pointer (&match));
  if (way != WAY_INDEX)
    g_string_append_c (builder->sql, ')');
}

static void
add_whether (Builder    *builder,
             MspWhether  whether,
             const char *condition)
{
  if (whether != MSP_WHETHER_ANY)
    g_string_append_printf (builder->sql, whether == MSP_WHETHER_YES ? " AND %s" : " AND NOT %s",
                            condition);
}

static void
add_marks (Builder        *builder,
           const MspQuery *query)
{
  add_whether (builder, query->in_portal, "(in_portal <> 0)");
  add_whether (builder, query->high_impact, "(is_high_impact = 1)");
  add_whether (builder, query->is_private, "(is_private = 1)");
  add_whether (builder, query->has_reach, "(reach > 0)");
  add_whether (builder, query->has_link, "(url <> '' OR EXISTS (SELECT 1 FROM contribution_value AS v "
                                         "WHERE v.contribution = contribution.id AND v.kind = 'link'))");
  if (query->figures_before != MSP_DAY_NONE)
    {
      g_string_append (builder->sql, " AND NOT EXISTS (SELECT 1 FROM figure WHERE "
                                     "figure.contribution = contribution.id AND recorded_on >= ");
      add_number (builder, query->figures_before);
      g_string_append_c (builder->sql, ')');
    }
}

static void
add_conditions (Builder        *builder,
                const MspQuery *query,
                Way             way)
{
  g_string_append (builder->sql, query->trash ? " WHERE deleted IS NOT NULL"
                                              : " WHERE deleted IS NULL");

  if (query->from != MSP_DAY_NONE)
    {
      g_string_append (builder->sql, " AND day >= ");
      add_number (builder, query->from);
    }

  if (query->to != MSP_DAY_NONE)
    {
      g_string_append (builder->sql, " AND day <= ");
      add_number (builder, query->to);
    }

  if (query->status != MSP_STATUS_FILTER_ANY)
    g_string_append (builder->sql, query->status == MSP_STATUS_FILTER_DONE ? " AND planned = 0"
                                                                           : " AND planned = 1");
  add_marks (builder, query);
  add_values (builder, query);
  add_search (builder, query, way);
}

static void
add_order (Builder        *builder,
           const MspQuery *query,
           Way             way)
{
  /* Titles, types and areas run up, dates and reach down, unless reversed: each is the way of an
   * index, forwards or backwards. */
  const char *up = query->reversed ? "DESC" : "ASC";
  const char *down = query->reversed ? "ASC" : "DESC";

  g_string_append (builder->sql, " ORDER BY ");
  if (query->sort == MSP_SORT_TITLE)
    g_string_append_printf (builder->sql, "title_folded %s, ", up);
  else if (query->sort == MSP_SORT_TYPE)
    g_string_append_printf (builder->sql, "type_folded %s, ", up);
  else if (query->sort == MSP_SORT_AREA)
    g_string_append_printf (builder->sql, "area_folded %s, ", up);
  else if (query->sort == MSP_SORT_REACH)
    g_string_append_printf (builder->sql, "reach %s, ", down);
  g_string_append_printf (builder->sql, way == WAY_INDEX ? "contribution_text.rowid %s"
                                                         : "position %s", down);

  if (query->limit > 0)
    {
      g_string_append (builder->sql, " LIMIT ");
      add_number (builder, query->limit);
    }
}

static void
bind_all (MspStatement  *statement,
          const Builder *builder)
{
  for (guint i = 0; i < builder->texts->len; i++)
    {
      g_autofree char *name = g_strdup_printf (":t%u", i);

      msp_statement_bind_text (statement, name, g_ptr_array_index (builder->texts, i));
    }

  for (guint i = 0; i < builder->numbers->len; i++)
    {
      g_autofree char *name = g_strdup_printf (":n%u", i);

      msp_statement_bind_int (statement, name, g_array_index (builder->numbers, gint64, i));
    }
}

/* What a statement of @columns is put together from; @key: 0 for all entries */
static void
build (Builder        *builder,
       const MspQuery *query,
       const char     *columns,
       gboolean        ordered,
       gint64          key)
{
  Way way = key != 0 ? WAY_ONE : choose_way (query, ordered);

  g_string_append_printf (builder->sql, "SELECT %s FROM %s", columns, way == WAY_INDEX
                          ? "contribution_text CROSS JOIN contribution "
                            "ON position = contribution_text.rowid"
                          : "contribution");
  add_conditions (builder, query, way);
  if (key != 0)
    {
      g_string_append (builder->sql, " AND id = ");
      add_number (builder, key);
    }
  else if (ordered)
    {
      add_order (builder, query, way);
    }
}

/* @outer: (nullable): what the statement is the list of */
static MspStatement *
prepare (MspDatabase     *database,
         const MspQuery  *query,
         const char      *outer,
         const char      *columns,
         gboolean         ordered,
         gint64           key,
         GError         **error)
{
  g_autoptr (GString) sql = g_string_new (outer);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  Builder builder = { sql, texts, numbers };
  MspStatement *statement;

  g_string_append (sql, outer != NULL ? " (" : "");
  build (&builder, query, columns, ordered, key);
  g_string_append (sql, outer != NULL ? ")" : "");

  statement = msp_database_prepare (database, sql->str, error);
  if (statement != NULL)
    bind_all (statement, &builder);

  return statement;
}

/**
 * msp_query_sql_prepare:
 * @database: the journal, on its worker
 * @query: which entries
 * @columns: what of each
 * @ordered: whether the query's order and limit matter
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): a statement ready to step
 */
MspStatement *
msp_query_sql_prepare (MspDatabase     *database,
                       const MspQuery  *query,
                       const char      *columns,
                       gboolean         ordered,
                       GError         **error)
{
  return prepare (database, query, NULL, columns, ordered, 0, error);
}

/**
 * msp_query_sql_prepare_one:
 * @database: the journal, on its worker
 * @query: which entries
 * @columns: what of each
 * @key: an entry's row key
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): a statement that answers that entry, if @query has it
 */
MspStatement *
msp_query_sql_prepare_one (MspDatabase     *database,
                           const MspQuery  *query,
                           const char      *columns,
                           gint64           key,
                           GError         **error)
{
  return prepare (database, query, NULL, columns, FALSE, key, error);
}

/**
 * msp_query_sql_prepare_within:
 * @database: the journal, on its worker
 * @query: which entries
 * @outer: a statement that ends where the list of their row keys belongs
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): @outer over the entries of @query, ready to step
 */
MspStatement *
msp_query_sql_prepare_within (MspDatabase     *database,
                              const MspQuery  *query,
                              const char      *outer,
                              GError         **error)
{
  return prepare (database, query, outer, "id", query->limit > 0, 0, error);
}
