/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-query-sql"

#include "journal/msp-query-sql.h"

#include "base/msp-text.h"
#include "journal/msp-query-builder.h"
#include "storage/msp-statement.h"

/* How far prepare_near() looks: so many entries are tested in a few milliseconds. */
#define NEAR_ROWS 4000

static gboolean
is_given (const GStrv values)
{
  return values != NULL && values[0] != NULL;
}

static gboolean
has_search (const MspQuery *query)
{
  return !msp_text_is_blank (query->search);
}

/* What can only be told from an entry itself, not from its place or its words. */
static gboolean
tests_entries (const MspQuery *query)
{
  return is_given (query->types) || query->gate_types != NULL || is_given (query->areas) ||
         is_given (query->tags) || query->status != MSP_STATUS_FILTER_ANY ||
         query->in_portal != MSP_WHETHER_ANY || query->high_impact != MSP_WHETHER_ANY ||
         query->has_link != MSP_WHETHER_ANY || query->has_reach != MSP_WHETHER_ANY ||
         query->is_private != MSP_WHETHER_ANY || query->figures_before != MSP_DAY_NONE;
}

static void
add_order (MspQueryBuilder *builder,
           const MspQuery  *query,
           MspQueryWay      way)
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
  g_string_append_printf (builder->sql, way == MSP_QUERY_WAY_HITS ? "contribution_text.rowid %s"
                                                                  : "position %s", down);

  if (query->limit > 0)
    {
      g_string_append (builder->sql, " LIMIT ");
      msp_query_builder_add_number (builder, query->limit);
    }
}

/* @outer: (nullable): what the statement is the list of; @key: only for MSP_QUERY_WAY_ONE */
static MspStatement *
prepare (MspDatabase     *database,
         const MspQuery  *query,
         MspQueryStretch  stretch,
         const char      *outer,
         const char      *columns,
         gboolean         ordered,
         MspQueryWay      way,
         gint64           key,
         GError         **error)
{
  g_auto (MspQueryBuilder) builder;
  MspStatement *statement;

  msp_query_builder_init (&builder, outer);
  g_string_append_printf (builder.sql, "%sSELECT %s FROM %s", outer != NULL ? " (" : "", columns,
                          way == MSP_QUERY_WAY_HITS
                          ? "contribution_text CROSS JOIN contribution "
                            "ON position = contribution_text.rowid"
                          : "contribution");
  msp_query_builder_add_conditions (&builder, query, stretch, way);
  if (way == MSP_QUERY_WAY_ONE)
    {
      g_string_append (builder.sql, " AND id = ");
      msp_query_builder_add_number (&builder, key);
    }
  else if (ordered)
    {
      add_order (&builder, query, way);
    }
  g_string_append (builder.sql, outer != NULL ? ")" : "");

  statement = msp_database_prepare (database, builder.sql->str, error);
  if (statement != NULL)
    msp_query_builder_bind (&builder, statement);

  return statement;
}

static MspStatement *
prepare_all (MspDatabase     *database,
             const MspQuery  *query,
             const char      *outer,
             const char      *columns,
             gboolean         ordered,
             GError         **error)
{
  gboolean along_hits = ordered && query->sort == MSP_SORT_DATE && has_search (query) &&
                        !tests_entries (query) && !is_given (query->ids);

  return prepare (database, query, msp_query_stretch_of_days (query), outer, columns, ordered,
                  along_hits ? MSP_QUERY_WAY_HITS : MSP_QUERY_WAY_SETS, 0, error);
}

/**
 * msp_query_sql_prepare:
 * @database: the journal
 * @query: which entries
 * @columns: what of each
 * @ordered: whether the query's order and limit matter
 * @error: return location for an error
 *
 * All that @query selects.
 */
MspStatement *
msp_query_sql_prepare (MspDatabase     *database,
                       const MspQuery  *query,
                       const char      *columns,
                       gboolean         ordered,
                       GError         **error)
{
  return prepare_all (database, query, NULL, columns, ordered, error);
}

/**
 * msp_query_sql_can_look_near:
 * @query: which entries
 *
 * Returns: whether msp_query_sql_prepare_near() may have the first ones sooner
 */
gboolean
msp_query_sql_can_look_near (const MspQuery *query)
{
  /* The entries of one type stand in their order as they are. */
  gboolean has_index = !has_search (query) && is_given (query->types) && query->types[1] == NULL;

  return query->sort == MSP_SORT_DATE && tests_entries (query) && !is_given (query->ids) &&
         !has_index;
}

/* Lets @stretch end with the entry that is so many from its beginning; FALSE if it has less. */
static gboolean
shorten (MspDatabase             *database,
         const MspQuery          *query,
         MspQueryStretch         *stretch,
         GError                 **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT position FROM contribution WHERE deleted IS %s AND position >= :first "
                     "AND position <= :last ORDER BY position %s LIMIT 1 OFFSET :rows",
                     query->trash ? "NOT NULL" : "NULL", query->reversed ? "ASC" : "DESC");
  MspStatement *select = msp_database_prepare (database, sql, error);

  if (select == NULL)
    return FALSE;

  msp_statement_bind_int (select, ":first", stretch->first);
  msp_statement_bind_int (select, ":last", stretch->last);
  msp_statement_bind_int (select, ":rows", NEAR_ROWS);
  if (!msp_statement_next (select, error))
    return FALSE;

  if (query->reversed)
    stretch->last = msp_statement_column_int (select, 0);
  else
    stretch->first = msp_statement_column_int (select, 0);
  msp_statement_reset (select);

  return TRUE;
}

/**
 * msp_query_sql_prepare_near:
 * @database: the journal
 * @query: which entries, msp_query_sql_can_look_near()
 * @columns: what of each
 * @is_all: (out): whether there can be no others
 * @error: return location for an error
 *
 * Those that @query selects from the beginning of the list. Mostly that is enough for the first rows,
 * and at hand much sooner than a choice among all entries.
 */
MspStatement *
msp_query_sql_prepare_near (MspDatabase     *database,
                            const MspQuery  *query,
                            const char      *columns,
                            gboolean        *is_all,
                            GError         **error)
{
  MspQueryStretch stretch = msp_query_stretch_of_days (query);
  g_autoptr (GError) local_error = NULL;

  *is_all = !shorten (database, query, &stretch, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return prepare (database, query, stretch, NULL, columns, TRUE,
                  has_search (query) ? MSP_QUERY_WAY_HITS : MSP_QUERY_WAY_ROWS, 0, error);
}

/**
 * msp_query_sql_prepare_one:
 * @database: the journal
 * @query: which entries
 * @columns: what of each
 * @key: an entry's row key
 * @error: return location for an error
 *
 * That entry, if @query selects it.
 */
MspStatement *
msp_query_sql_prepare_one (MspDatabase     *database,
                           const MspQuery  *query,
                           const char      *columns,
                           gint64           key,
                           GError         **error)
{
  return prepare (database, query, msp_query_stretch_of_days (query), NULL, columns, FALSE,
                  MSP_QUERY_WAY_ONE, key, error);
}

/**
 * msp_query_sql_prepare_within:
 * @database: the journal
 * @query: which entries
 * @outer: a statement that ends where the list of their row keys belongs
 * @error: return location for an error
 *
 * @outer over the entries of @query.
 */
MspStatement *
msp_query_sql_prepare_within (MspDatabase     *database,
                              const MspQuery  *query,
                              const char      *outer,
                              GError         **error)
{
  return prepare_all (database, query, outer, "id", query->limit > 0, error);
}
