/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-query-builder"

#include "journal/msp-query-builder.h"

#include "base/msp-json.h"
#include "base/msp-text.h"
#include "journal/msp-key-list.h"
#include "journal/msp-search-text.h"

void
msp_query_builder_init (MspQueryBuilder *builder,
                        const char      *sql)
{
  builder->sql = g_string_new (sql);
  builder->texts = g_ptr_array_new_with_free_func (g_free);
  builder->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
msp_query_builder_clear (MspQueryBuilder *builder)
{
  g_string_free (builder->sql, TRUE);
  g_ptr_array_unref (builder->texts);
  g_array_unref (builder->numbers);
}

static void
add_text (MspQueryBuilder *builder,
          char            *text)
{
  g_string_append_printf (builder->sql, ":t%u", builder->texts->len);
  g_ptr_array_add (builder->texts, text);
}

void
msp_query_builder_add_number (MspQueryBuilder *builder,
                              gint64           number)
{
  g_string_append_printf (builder->sql, ":n%u", builder->numbers->len);
  g_array_append_val (builder->numbers, number);
}

static void
add_list (MspQueryBuilder *builder,
          GStrv            values)
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
add_ids (MspQueryBuilder *builder,
         GStrv            ids)
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
is_given (const GStrv values)
{
  return values != NULL && values[0] != NULL;
}

static gboolean
has_search (const MspQuery *query)
{
  return !msp_text_is_blank (query->search);
}

/* An index gives the entries of a type in the order of the list. */
static gboolean
follows_type (const MspQuery *query,
              MspQueryWay     way)
{
  return way == MSP_QUERY_WAY_SETS && !has_search (query) &&
         (query->sort == MSP_SORT_DATE || query->sort == MSP_SORT_TYPE);
}

static void
add_types (MspQueryBuilder *builder,
           const MspQuery  *query,
           const GStrv      types,
           MspQueryWay      way)
{
  if (follows_type (query, way))
    g_string_append (builder->sql, " AND type_folded IN ");
  else if (way == MSP_QUERY_WAY_SETS)
    g_string_append (builder->sql, " AND +id IN (SELECT id FROM contribution WHERE type_folded IN ");
  else
    g_string_append (builder->sql, " AND +type_folded IN ");
  add_list (builder, types);
  if (way == MSP_QUERY_WAY_SETS && !follows_type (query, way))
    g_string_append_c (builder->sql, ')');
}

/* Whether an entry has one of @values of @kind. */
static void
add_having (MspQueryBuilder *builder,
            const char      *kind,
            GStrv            values,
            MspQueryWay      way)
{
  g_string_append_printf (builder->sql, way == MSP_QUERY_WAY_SETS
                          ? "+id IN (SELECT contribution FROM contribution_value WHERE kind = '%s' "
                            "AND folded IN "
                          : "EXISTS (SELECT 1 FROM contribution_value AS v WHERE "
                            "v.contribution = contribution.id AND v.kind = '%s' AND v.folded IN ",
                          kind);
  add_list (builder, values);
  g_string_append_c (builder->sql, ')');
}

static void
add_areas (MspQueryBuilder *builder,
           const MspQuery  *query,
           MspQueryWay      way)
{
  if (way == MSP_QUERY_WAY_SETS)
    g_string_append (builder->sql, " AND (+id IN (SELECT id FROM contribution WHERE area_folded IN ");
  else
    g_string_append (builder->sql, " AND (+area_folded IN ");
  add_list (builder, query->areas);
  g_string_append (builder->sql, way == MSP_QUERY_WAY_SETS ? ") OR " : " OR ");
  add_having (builder, "area", query->areas, way);
  g_string_append_c (builder->sql, ')');
}

static void
add_values (MspQueryBuilder *builder,
            const MspQuery  *query,
            MspQueryWay      way)
{
  if (is_given (query->types))
    add_types (builder, query, query->types, way);
  if (query->gate_types != NULL)
    add_types (builder, query, query->gate_types, way);
  if (is_given (query->areas))
    add_areas (builder, query, way);
  if (is_given (query->tags))
    {
      g_string_append (builder->sql, " AND ");
      add_having (builder, "tag", query->tags, way);
    }
  if (is_given (query->ids))
    add_ids (builder, query->ids);
}

static void
add_search (MspQueryBuilder *builder,
            const MspQuery  *query,
            MspQueryWay      way)
{
  g_autofree char *match = NULL;

  if (!has_search (query))
    return;

  match = msp_search_text_to_match (query->search);
  if (match == NULL)
    {
      /* Something was typed, but no word: nothing has it. */
      g_string_append (builder->sql, " AND 0");
      return;
    }

  if (way == MSP_QUERY_WAY_HITS)
    g_string_append (builder->sql, " AND contribution_text MATCH ");
  else if (way == MSP_QUERY_WAY_ONE)
    g_string_append (builder->sql, " AND EXISTS (SELECT 1 FROM contribution_text "
                                   "WHERE rowid = position AND contribution_text MATCH ");
  else
    g_string_append (builder->sql, " AND +position IN (SELECT rowid FROM contribution_text "
                                   "WHERE contribution_text MATCH ");
  add_text (builder, g_steal_pointer (&match));
  if (way != MSP_QUERY_WAY_HITS)
    g_string_append_c (builder->sql, ')');
}

static void
add_whether (MspQueryBuilder *builder,
             MspWhether       whether,
             const char      *condition)
{
  if (whether != MSP_WHETHER_ANY)
    g_string_append_printf (builder->sql, whether == MSP_WHETHER_YES ? " AND %s" : " AND NOT %s",
                            condition);
}

static void
add_marks (MspQueryBuilder *builder,
           const MspQuery  *query)
{
  add_whether (builder, query->in_portal, "(in_portal <> 0)");
  add_whether (builder, query->high_impact, "(is_high_impact = 1)");
  add_whether (builder, query->is_private, "(is_private = 1)");
  add_whether (builder, query->has_reach, "(+reach > 0)");
  add_whether (builder, query->has_link, "(url <> '' OR EXISTS (SELECT 1 FROM contribution_value AS v "
                                         "WHERE v.contribution = contribution.id AND v.kind = 'link'))");
  if (query->status != MSP_STATUS_FILTER_ANY)
    g_string_append (builder->sql, query->status == MSP_STATUS_FILTER_DONE ? " AND planned = 0"
                                                                           : " AND planned = 1");
  if (query->figures_before != MSP_DAY_NONE)
    {
      g_string_append (builder->sql, " AND NOT EXISTS (SELECT 1 FROM figure WHERE "
                                     "figure.contribution = contribution.id AND recorded_on >= ");
      msp_query_builder_add_number (builder, query->figures_before);
      g_string_append_c (builder->sql, ')');
    }
}

MspQueryStretch
msp_query_stretch_of_days (const MspQuery *query)
{
  MspQueryStretch stretch = { 0, G_MAXINT64 };

  if (query->from != MSP_DAY_NONE)
    stretch.first = (gint64) query->from << MSP_POSITION_SEQUENCE_BITS;
  if (query->to != MSP_DAY_NONE)
    stretch.last = (((gint64) query->to + 1) << MSP_POSITION_SEQUENCE_BITS) - 1;

  return stretch;
}

static void
add_stretch (MspQueryBuilder *builder,
             MspQueryStretch  stretch,
             MspQueryWay      way)
{
  const char *place = way == MSP_QUERY_WAY_HITS ? "contribution_text.rowid" : "position";

  if (stretch.first > 0)
    {
      g_string_append_printf (builder->sql, " AND %s >= ", place);
      msp_query_builder_add_number (builder, stretch.first);
    }
  if (stretch.last < G_MAXINT64)
    {
      g_string_append_printf (builder->sql, " AND %s <= ", place);
      msp_query_builder_add_number (builder, stretch.last);
    }
}

void
msp_query_builder_add_conditions (MspQueryBuilder *builder,
                                  const MspQuery  *query,
                                  MspQueryStretch  stretch,
                                  MspQueryWay      way)
{
  g_string_append (builder->sql, query->trash ? " WHERE deleted IS NOT NULL"
                                              : " WHERE deleted IS NULL");
  add_stretch (builder, stretch, way);
  add_values (builder, query, way);
  add_search (builder, query, way);
  add_marks (builder, query);
}

void
msp_query_builder_bind (const MspQueryBuilder *builder,
                        MspStatement          *statement)
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
