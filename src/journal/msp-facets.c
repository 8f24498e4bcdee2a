/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-facets"

#include "journal/msp-facets.h"

#include "base/msp-text.h"
#include "journal/msp-facet-table.h"
#include "journal/msp-journal-ops.h"
#include "journal/msp-key-list.h"
#include "journal/msp-query-sql.h"
#include "journal/msp-search-text.h"
#include "storage/msp-statement.h"

#define TABLE_KEY "msp-facet-table"

/* The filters, each of which an entry may fail; the marks come behind. */
typedef enum
{
  FILTER_TYPE,
  FILTER_GATE,
  FILTER_AREA,
  FILTER_TAG,
  FILTER_DAYS,
  FILTER_MARKS,
} Filter;

/* One count over the table. */
typedef struct
{
  const MspQuery      *query;
  const MspFacetTable *table;
  GArray              *positions; /* (owned) (nullable) (element-type gint64): only these, sorted */
  guint8              *types;     /* (owned) (nullable): by number, whether it is asked for */
  guint8              *gate_types; /* (owned) (nullable) */
  guint8              *areas;     /* (owned) (nullable) */
  guint8              *tags;      /* (owned) (nullable) */
  guint               *type_counts; /* (owned): by number */
  guint               *gate_counts; /* (owned) */
  guint               *area_counts; /* (owned) */
  guint               *tag_counts; /* (owned) */
  MspFacets           *facets;    /* (owned) (nullable) */
} Count;

static void
facet_free (MspFacet *self)
{
  g_free (self->name);
  g_free (self);
}

void
msp_facets_free (MspFacets *self)
{
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->gate_types, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
  g_free (self);
}

guint
msp_facets_count (const GPtrArray *facets,
                  const char      *name)
{
  g_autofree char *folded = msp_text_fold (name);

  for (guint i = 0; i < facets->len; i++)
    {
      const MspFacet *facet = g_ptr_array_index (facets, i);
      g_autofree char *other = msp_text_fold (facet->name);

      if (g_str_equal (folded, other))
        return facet->count;
    }

  return 0;
}

guint
msp_facets_count_days (const MspFacets *self,
                       MspDay           from,
                       MspDay           to)
{
  guint count = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      const MspDayCount *day = &g_array_index (self->days, MspDayCount, i);

      if (day->day >= from && (to == MSP_DAY_NONE || day->day <= to))
        count += day->count;
    }

  return count;
}

static guint8 *
choose (const MspFacetNames *names,
        const GStrv          chosen)
{
  guint8 *is_chosen;

  if (chosen == NULL || chosen[0] == NULL)
    return NULL;

  is_chosen = g_new0 (guint8, names->names->len + 1);
  for (guint i = 0; chosen[i] != NULL; i++)
    {
      guint number = msp_facet_names_find (names, chosen[i]);

      if (number != G_MAXUINT)
        is_chosen[number] = TRUE;
    }

  return is_chosen;
}

static void
count_init (Count               *self,
            const MspQuery      *query,
            const MspFacetTable *table)
{
  static const char *const none[] = { "", NULL };

  *self = (Count) { .query = query, .table = table };
  self->types = choose (&table->types, query->types);
  /* A gate that no type counts towards has nothing. */
  self->gate_types = choose (&table->types, query->gate_types != NULL && query->gate_types[0] == NULL
                             ? (GStrv) none : query->gate_types);
  self->areas = choose (&table->areas, query->areas);
  self->tags = choose (&table->tags, query->tags);
  self->type_counts = g_new0 (guint, table->types.names->len + 1);
  self->gate_counts = g_new0 (guint, table->types.names->len + 1);
  self->area_counts = g_new0 (guint, table->areas.names->len + 1);
  self->tag_counts = g_new0 (guint, table->tags.names->len + 1);
  self->facets = g_new0 (MspFacets, 1);
  self->facets->days = g_array_new (FALSE, FALSE, sizeof (MspDayCount));
}

static void
count_clear (Count *self)
{
  g_clear_pointer (&self->positions, g_array_unref);
  g_free (self->types);
  g_free (self->gate_types);
  g_free (self->areas);
  g_free (self->tags);
  g_free (self->type_counts);
  g_free (self->gate_counts);
  g_free (self->area_counts);
  g_free (self->tag_counts);
  g_clear_pointer (&self->facets, msp_facets_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

static const MspFacetValue *
value_at (const Count * self,
          const MspFacetRow * row,
          guint i)
{
  return &g_array_index (self->table->values, MspFacetValue, row->first_value + i);
}

static gboolean
has_value (const Count       *self,
           const MspFacetRow *row,
           const guint8      *chosen,
           gboolean           is_tag)
{
  for (guint i = 0; i < row->n_values; i++)
    {
      const MspFacetValue *value = value_at (self, row, i);

      if (value->is_tag == is_tag && chosen[value->number])
        return TRUE;
    }

  return FALSE;
}

static MspWhether
mark_of (const MspFacetRow *row,
         int                mark)
{
  return (row->marks & (1u << mark)) != 0 ? MSP_WHETHER_YES : MSP_WHETHER_NO;
}

static MspDay
day_of (const MspFacetRow *row)
{
  return (MspDay) (row->position >> MSP_POSITION_SEQUENCE_BITS);
}

/* Which filters @row does not pass, as bits. */
static guint
failed_filters (const Count       *self,
                const MspFacetRow *row)
{
  MspDay day = day_of (row);
  guint failed = 0;

  if (self->types != NULL && !self->types[row->type])
    failed |= 1u << FILTER_TYPE;
  if (self->gate_types != NULL && !self->gate_types[row->type])
    failed |= 1u << FILTER_GATE;
  if (self->areas != NULL && !self->areas[row->area] && !has_value (self, row, self->areas, FALSE))
    failed |= 1u << FILTER_AREA;
  if (self->tags != NULL && !has_value (self, row, self->tags, TRUE))
    failed |= 1u << FILTER_TAG;
  if (day < self->query->from || (self->query->to != MSP_DAY_NONE && day > self->query->to))
    failed |= 1u << FILTER_DAYS;

  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      MspWhether asked = msp_query_get_mark (self->query, (MspMark) mark);

      if (asked != MSP_WHETHER_ANY && asked != mark_of (row, mark))
        failed |= 1u << (FILTER_MARKS + mark);
    }

  return failed;
}

static void
count_values (Count             *self,
              const MspFacetRow *row,
              gboolean           areas,
              gboolean           tags)
{
  if (areas)
    self->area_counts[row->area]++;

  for (guint i = 0; i < row->n_values; i++)
    {
      const MspFacetValue *value = value_at (self, row, i);

      if (value->is_tag && tags)
        self->tag_counts[value->number]++;
      else if (!value->is_tag && areas && value->number != row->area)
        self->area_counts[value->number]++;
    }
}

static void
count_day (GArray *days,
           MspDay  day)
{
  MspDayCount *last = days->len > 0 ? &g_array_index (days, MspDayCount, days->len - 1) : NULL;
  MspDayCount first = { day, 1 };

  if (last != NULL && last->day == day)
    last->count++;
  else
    g_array_append_val (days, first);
}

static void
count_row (Count             *self,
           const MspFacetRow *row)
{
  guint failed = failed_filters (self, row);
#define COUNTS_FOR(filter) ((failed & ~(1u << (filter))) == 0)

  /* With two filters failed, it would still be out with either of them taken away. */
  if ((failed & (failed - 1)) != 0)
    return;

  if (failed == 0)
    self->facets->entries++;
  if (COUNTS_FOR (FILTER_TYPE))
    self->type_counts[row->type]++;
  if (COUNTS_FOR (FILTER_GATE))
    self->gate_counts[row->type]++;
  if (COUNTS_FOR (FILTER_AREA) || COUNTS_FOR (FILTER_TAG))
    count_values (self, row, COUNTS_FOR (FILTER_AREA), COUNTS_FOR (FILTER_TAG));
  if (COUNTS_FOR (FILTER_DAYS))
    count_day (self->facets->days, day_of (row));
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      if (COUNTS_FOR (FILTER_MARKS + mark))
        self->facets->marks[mark][mark_of (row, mark)]++;
    }
#undef COUNTS_FOR
}

static void
count_rows (Count *self)
{
  guint next = 0;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const MspFacetRow *row = &g_array_index (self->table->rows, MspFacetRow, i);

      if (self->positions != NULL)
        {
          while (next < self->positions->len &&
                 g_array_index (self->positions, gint64, next) < row->position)
            next++;
          if (next == self->positions->len)
            break;
          if (g_array_index (self->positions, gint64, next) != row->position)
            continue;
        }

      count_row (self, row);
    }
}

static int
compare_facets (gconstpointer a,
                gconstpointer b)
{
  const MspFacet *one = *(MspFacet *const *) a;
  const MspFacet *other = *(MspFacet *const *) b;

  if (one->count != other->count)
    return one->count < other->count ? 1 : -1;

  return g_utf8_collate (one->name, other->name);
}

static GPtrArray *
make_facets (const MspFacetNames *names,
             const guint         *counts)
{
  GPtrArray *facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);

  for (guint i = 0; i < names->names->len; i++)
    {
      const char *name = g_ptr_array_index (names->names, i);
      MspFacet *facet;

      /* Of the areas, that there is none. */
      if (*name == '\0')
        continue;

      facet = g_new0 (MspFacet, 1);
      facet->name = g_strdup (name);
      facet->count = counts[i];
      g_ptr_array_add (facets, facet);
    }
  g_ptr_array_sort (facets, compare_facets);

  return facets;
}

static MspFacets *
take_facets (Count *self)
{
  self->facets->types = make_facets (&self->table->types, self->type_counts);
  self->facets->gate_types = make_facets (&self->table->types, self->gate_counts);
  self->facets->areas = make_facets (&self->table->areas, self->area_counts);
  self->facets->tags = make_facets (&self->table->tags, self->tag_counts);

  return g_steal_pointer (&self->facets);
}

/* (transfer full) (nullable) (element-type gint64): the places that @select answers in their order */
static GArray *
read_positions (MspStatement  *select,
                GError       **error)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  while (msp_statement_next (select, &local_error))
    {
      gint64 position = msp_statement_column_int (select, 0);

      g_array_append_val (positions, position);
    }

  if (local_error == NULL)
    return g_steal_pointer (&positions);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* What is asked for and does not stand in the table. */
static gboolean
select_positions (Count        *self,
                  MspDatabase  *database,
                  GError      **error)
{
  const MspQuery *query = self->query;
  g_autofree char *match = NULL;
  MspStatement *select;

  if ((query->ids != NULL && query->ids[0] != NULL) || query->figures_before != MSP_DAY_NONE)
    {
      MspQuery part = { .search = query->search, .ids = query->ids,
                        .figures_before = query->figures_before, .trash = query->trash,
                        .reversed = TRUE };

      select = msp_query_sql_prepare (database, &part, "position", TRUE, error);
    }
  else if (!msp_text_is_blank (query->search))
    {
      match = msp_search_text_to_match (query->search);
      select = msp_database_prepare (database, match != NULL
                                     ? "SELECT rowid FROM contribution_text "
                                       "WHERE contribution_text MATCH :match ORDER BY rowid"
                                     : "SELECT 0 WHERE 0", error);
      if (select != NULL && match != NULL)
        msp_statement_bind_text (select, ":match", match);
    }
  else
    {
      return TRUE;
    }

  if (select != NULL)
    self->positions = read_positions (select, error);

  return self->positions != NULL;
}

/* (nullable): kept with a connection that only reads, which notices when others have written. */
static const MspFacetTable *
get_table (MspDatabase  *database,
           GError      **error)
{
  MspFacetTable *table = g_object_get_data (G_OBJECT (database), TABLE_KEY);

  if (table != NULL && msp_database_is_read_only (database) &&
      table->data_version == msp_database_data_version (database))
    return table;

  table = msp_facet_table_read (database, FALSE, error);
  if (table != NULL)
    g_object_set_data_full (G_OBJECT (database), TABLE_KEY, table,
                            (GDestroyNotify) msp_facet_table_free);

  return table;
}

/* Asks query; answers facets. */
static gboolean
count_facets (MspDatabase  *database,
              gpointer      data,
              GError      **error)
{
  MspJournalOp *op = data;
  g_autoptr (MspFacetTable) trash = NULL;
  const MspFacetTable *table;
  g_auto (Count) count = { 0 };

  if (op->query->trash)
    table = trash = msp_facet_table_read (database, TRUE, error);
  else
    table = get_table (database, error);

  if (table == NULL)
    return FALSE;

  count_init (&count, op->query, table);
  if (!select_positions (&count, database, error))
    return FALSE;

  count_rows (&count);
  op->facets = take_facets (&count);

  return TRUE;
}

void
msp_journal_store_facets_async (MspJournalStore     *self,
                                const MspQuery      *query,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  MspJournalOp *op = g_new0 (MspJournalOp, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && query != NULL);

  op->query = msp_query_copy (query);
  msp_journal_op_study (self, op, count_facets, cancellable, callback, user_data);
}

MspFacets *
msp_journal_store_facets_finish (MspJournalStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  MspJournalOp *op = msp_journal_op_finish (self, result, error);

  return op != NULL ? g_steal_pointer (&op->facets) : NULL;
}
