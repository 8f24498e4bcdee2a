/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* search FILE [ROUNDS]: types searches into a journal made by generate and prints, for each, how long
 * the store takes to answer with the first rows, beside the bare query of the search index for as
 * many; then the same with filters and other orders, and the counts beside the filters. */

#include <stdio.h>
#include <stdlib.h>

#include "journal/msp-facets.h"
#include "journal/msp-journal-store.h"
#include "journal/msp-search-text.h"
#include "storage/msp-statement.h"

#define N_ROWS 50
#define ROUNDS 41

#define BARE_SQL \
  "SELECT uuid, day, title, type, area, url, planned, is_high_impact, is_private, in_portal, reach " \
  "FROM contribution_text CROSS JOIN contribution ON position = contribution_text.rowid " \
  "WHERE contribution_text MATCH :match ORDER BY contribution_text.rowid DESC LIMIT 50"

typedef struct
{
  MspJournalStore *store;
  GMainContext    *context;
  gboolean         answered;
  guint            n_answered;
  int              rounds;
} Bench;

typedef struct
{
  const char *name;
  const char *search;
  const char *type;
  const char *area;
  const char *tag;
  MspSort     sort;
  MspWhether  high_impact;
  int         days; /* of the past, 0: all */
} Case;

static const Case cases[] = {
  { .name = "k", .search = "k" },
  { .name = "t", .search = "t" },
  { .name = "ku", .search = "ku" },
  { .name = "com", .search = "com" },
  { .name = "comm", .search = "comm" },
  { .name = "communit", .search = "communit" },
  { .name = "qua (rare)", .search = "qua" },
  { .name = "zettab (rare)", .search = "zettab" },
  { .name = "azure kub", .search = "azure kub" },
  { .name = "the with c", .search = "the with c" },
  { .name = "zettabyte quant", .search = "zettabyte quant" },
  { .name = "勉強会", .search = "勉強会" },
  { .name = "дан", .search = "дан" },
  { .name = "xyzzy (none)", .search = "xyzzy" },
  { .name = "the + type", .search = "the", .type = "Blog" },
  { .name = "the + rare type", .search = "the", .type = "Podcast" },
  { .name = "the + no such type", .search = "the", .type = "None such" },
  { .name = "the + area", .search = "the", .area = "Windows" },
  { .name = "the + tag", .search = "the", .tag = "bicep" },
  { .name = "the + no such tag", .search = "the", .tag = "none such" },
  { .name = "the + high impact", .search = "the", .high_impact = MSP_WHETHER_YES },
  { .name = "the, last year", .search = "the", .days = 365 },
  { .name = "qua, last month", .search = "qua", .days = 30 },
  { .name = "the by title", .search = "the", .sort = MSP_SORT_TITLE },
  { .name = "the by reach", .search = "the", .sort = MSP_SORT_REACH },
  { .name = "qua by title", .search = "qua", .sort = MSP_SORT_TITLE },
  { .name = "all", .search = "" },
  { .name = "type", .type = "Podcast" },
  { .name = "tag", .tag = "bicep" },
  { .name = "no such tag", .tag = "none such" },
  { .name = "area by title", .area = "Windows", .sort = MSP_SORT_TITLE },
};

/* What the worker does for a bare query, and how long it took. */
typedef struct
{
  char   *match; /* (nullable): all */
  gint64  took;
} Bare;

static void
must (gboolean      done,
      const GError *error)
{
  if (done)
    return;

  fprintf (stderr, "search: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static gboolean
run_bare (MspDatabase  *database,
          gpointer      data,
          GError      **error)
{
  Bare *bare = data;
  gint64 start = g_get_monotonic_time ();
  MspStatement *select = msp_database_prepare (database, BARE_SQL, error);

  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":match", bare->match);
  while (msp_statement_next (select, NULL))
    {
      for (int column = 0; column < 11; column++)
        msp_statement_column_text (select, column);
    }
  bare->took = g_get_monotonic_time () - start;

  return TRUE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

static double
at (GArray *times,
    guint   percent)
{
  g_array_sort (times, compare_times);

  return (double) g_array_index (times, gint64, MIN (times->len - 1, times->len * percent / 100)) / 1000.0;
}

static void
rows_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GArray) keys = msp_journal_store_first_rows_finish (MSP_JOURNAL_STORE (source), result,
                                                                 &summaries, &error);

  must (keys != NULL, error);
  bench->n_answered = keys->len;
  bench->answered = TRUE;
}

static void
keys_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = msp_journal_store_keys_finish (MSP_JOURNAL_STORE (source), result, &error);

  must (keys != NULL, error);
  bench->n_answered = keys->len;
  bench->answered = TRUE;
}

static void
facets_read (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspFacets) facets = msp_journal_store_facets_finish (MSP_JOURNAL_STORE (source), result,
                                                                  &error);

  must (facets != NULL, error);
  bench->n_answered = facets->types->len;
  bench->answered = TRUE;
}

static void
wait_for (Bench *bench)
{
  bench->answered = FALSE;
  while (!bench->answered)
    g_main_context_iteration (bench->context, TRUE);
}

static GStrv
one (const char *value)
{
  const char *const list[] = { value, NULL };

  return value != NULL ? g_strdupv ((GStrv) list) : NULL;
}

static MspQuery *
make_query (const Case *test)
{
  MspQuery *query = msp_query_new ();

  query->search = g_strdup (test->search);
  query->types = one (test->type);
  query->areas = one (test->area);
  query->tags = one (test->tag);
  query->sort = test->sort;
  query->high_impact = test->high_impact;
  if (test->days > 0)
    {
      query->from = msp_day_new (2025, 6, 1);
      query->to = query->from + test->days;
    }

  return query;
}

static void
measure_case (Bench      *bench,
              const Case *test)
{
  g_autoptr (MspQuery) query = make_query (test);
  g_autoptr (GArray) bares = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) wholes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  Bare bare = { .match = test->search != NULL ? msp_search_text_to_match (test->search) : NULL };
  guint n_rows = 0;
  guint n_all = 0;

  for (int i = 0; i < bench->rounds; i++)
    {
      gint64 took;
      gint64 start;

      must (msp_database_call (msp_journal_store_get_reader (bench->store, MSP_JOURNAL_READER_LIST),
                               run_bare, &bare, NULL), NULL);
      g_array_append_val (bares, bare.took);

      start = g_get_monotonic_time ();
      msp_journal_store_first_rows_async (bench->store, query, N_ROWS, NULL, rows_read, bench);
      wait_for (bench);
      took = g_get_monotonic_time () - start;
      g_array_append_val (firsts, took);
      n_rows = bench->n_answered;

      start = g_get_monotonic_time ();
      msp_journal_store_keys_async (bench->store, query, NULL, keys_read, bench);
      wait_for (bench);
      took = g_get_monotonic_time () - start;
      g_array_append_val (wholes, took);
      n_all = bench->n_answered;

      start = g_get_monotonic_time ();
      msp_journal_store_facets_async (bench->store, query, NULL, facets_read, bench);
      wait_for (bench);
      took = g_get_monotonic_time () - start;
      g_array_append_val (counts, took);
    }

  printf ("%-20s %6u of %6u  bare %7.2f  first rows %7.2f p99 %7.2f (%5.2f x)  all %7.2f  counts %7.2f\n",
          test->name, n_rows, n_all, at (bares, 50), at (firsts, 50), at (firsts, 99),
          at (firsts, 50) / MAX (at (bares, 50), 0.001), at (wholes, 50), at (counts, 50));
  g_free (bare.match);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;

  bench->store = msp_journal_store_open_finish (result, &error);
  must (bench->store != NULL, error);
  bench->answered = TRUE;
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { .context = g_main_context_default (), .rounds = ROUNDS };

  if (argc < 2)
    {
      fprintf (stderr, "usage: search FILE [ROUNDS]\n");
      return 2;
    }

  if (argc > 2)
    bench.rounds = (int) strtol (argv[2], NULL, 10);
  msp_journal_store_open_async (argv[1], NULL, opened, &bench);
  wait_for (&bench);
  printf ("median milliseconds of %d\n", bench.rounds);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    measure_case (&bench, &cases[i]);
  msp_journal_store_close (bench.store);
  g_object_unref (bench.store);

  return 0;
}
