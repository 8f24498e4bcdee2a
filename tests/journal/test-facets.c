/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/msp-text.h"
#include "journal/msp-facets.h"
#include "journal/msp-search-text.h"

/* More than the beginning of a list in which the first rows are looked for. */
#define N_ENTRIES 4600
#define N_QUERIES 60
#define N_FIRST 20

static const char *const types[] = { "Blog", "Podcast", "Talk", "Rare kind" };
static const char *const areas[] = { "", "Windows", "Azure", "Rare area" };
static const char *const tags[] = { "bicep", "ai", "Größe", "rare" };
static const char *const words[] = { "cloud", "Straße", "漢字", "уровень", "rarity" };

typedef struct
{
  char            *folder;
  MspJournalStore *store;
  GPtrArray       *entries; /* (element-type MspContribution) */
} Fixture;

/* Three that are common; the last one is found a few times among the oldest. */
static const char *
draw (const char *const *names,
      gsize              n_names,
      int                number)
{
  if (number > N_ENTRIES - 300 && g_test_rand_int_range (0, 20) == 0)
    return names[n_names - 1];

  return names[g_test_rand_int_range (0, (gint32) n_names - 1)];
}

static void
replace (char       **field,
         const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static MspContribution *
make_entry (int number)
{
  MspContribution *entry = msp_contribution_new ();
  g_autofree char *title = g_strdup_printf ("%s and %s", draw (words, G_N_ELEMENTS (words), number),
                                            draw (words, G_N_ELEMENTS (words), number));
  const char *const tag[] = { draw (tags, G_N_ELEMENTS (tags), number), NULL };
  const char *const area[] = { areas[g_test_rand_int_range (1, 3)], NULL };

  replace (&entry->title, title);
  replace (&entry->type, draw (types, G_N_ELEMENTS (types), number));
  replace (&entry->area, draw (areas, G_N_ELEMENTS (areas), number));
  entry->date = msp_day_new (2026, 6, 1) - number / 4;
  entry->status = g_test_rand_int_range (0, 5) == 0 ? MSP_STATUS_PLANNED : MSP_STATUS_DONE;
  entry->in_portal = g_test_rand_bit () ? entry->date : MSP_DAY_NONE;
  entry->is_high_impact = g_test_rand_int_range (0, 9) == 0;
  entry->is_private = number > N_ENTRIES - 9;
  if (g_test_rand_bit ())
    replace (&entry->url, "https://example.org/");
  if (g_test_rand_bit ())
    msp_contribution_set_figure (entry, "numberOfViews", g_test_rand_int_range (0, 3));
  if (g_test_rand_bit ())
    {
      g_strfreev (entry->tags);
      entry->tags = g_strdupv ((GStrv) tag);
    }
  if (*entry->area != '\0' && g_test_rand_bit () && !g_str_equal (entry->area, area[0]))
    {
      g_strfreev (entry->additional_areas);
      entry->additional_areas = g_strdupv ((GStrv) area);
    }

  return entry;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_autoptr (MspQuery) all = msp_query_new ();

  fixture->folder = g_dir_make_tmp ("ms-programs-XXXXXX", &error);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->store = msp_journal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_ENTRIES; i++)
    g_ptr_array_add (entries, make_entry (i));
  msp_journal_store_add_many (fixture->store, entries, &error);
  g_assert_no_error (error);
  /* As they are kept, newest first. */
  fixture->entries = msp_journal_store_list (fixture->store, all, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_journal_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_ptr_array_unref (fixture->entries);
  g_free (fixture->folder);
}

static gboolean
has (const char *name,
     GStrv       among)
{
  g_autofree char *folded = msp_text_fold (name);

  for (guint i = 0; among != NULL && among[i] != NULL; i++)
    {
      g_autofree char *other = msp_text_fold (among[i]);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_any (GStrv names,
         GStrv among)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (has (names[i], among))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (const MspContribution *entry,
           const char            *search)
{
  g_autoptr (GArray) spans = NULL;

  if (search == NULL || *search == '\0')
    return TRUE;

  spans = msp_search_text_find_matches (entry->title, search);

  return spans->len > 0;
}

static gboolean
has_mark (const MspContribution *entry,
          MspMark                mark)
{
  const gboolean marks[MSP_N_MARKS] = {
    entry->status == MSP_STATUS_DONE, entry->in_portal != MSP_DAY_NONE, entry->is_high_impact,
    *entry->url != '\0', entry->reach > 0, entry->is_private,
  };

  return marks[mark];
}

/* As the query is meant, entry by entry. */
static gboolean
belongs (const MspContribution *entry,
         const MspQuery        *query)
{
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      MspWhether asked = msp_query_get_mark (query, (MspMark) mark);

      if (asked != MSP_WHETHER_ANY && has_mark (entry, (MspMark) mark) != (asked == MSP_WHETHER_YES))
        return FALSE;
    }

  return (query->types == NULL || has (entry->type, query->types)) &&
         (query->gate_types == NULL || has (entry->type, query->gate_types)) &&
         (query->areas == NULL || has (entry->area, query->areas) ||
          has_any (entry->additional_areas, query->areas)) &&
         (query->tags == NULL || has_any (entry->tags, query->tags)) && entry->date >= query->from &&
         (query->to == MSP_DAY_NONE || entry->date <= query->to) && has_words (entry, query->search);
}

static GStrv
draw_names (const char *const *names,
            gsize              n_names)
{
  const char *first = names[g_test_rand_int_range (0, (gint32) n_names)];
  const char *second = names[g_test_rand_int_range (0, (gint32) n_names)];
  const char *const chosen[] = { first, second, NULL };

  if (g_test_rand_int_range (0, 3) > 0 || *first == '\0' || *second == '\0')
    return NULL;

  return g_strdupv ((GStrv) chosen);
}

static MspQuery *
draw_query (void)
{
  MspQuery *query = msp_query_new ();

  query->types = draw_names (types, G_N_ELEMENTS (types));
  query->gate_types = draw_names (types, G_N_ELEMENTS (types));
  query->areas = draw_names (areas, G_N_ELEMENTS (areas));
  query->tags = draw_names (tags, G_N_ELEMENTS (tags));
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      if (g_test_rand_int_range (0, 6) == 0)
        msp_query_set_mark (query, (MspMark) mark, (MspWhether) g_test_rand_int_range (0, 3));
    }
  if (g_test_rand_bit ())
    query->search = g_strdup (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  if (g_test_rand_int_range (0, 4) == 0)
    query->from = msp_day_new (2025, g_test_rand_int_range (1, 12), 1);
  if (g_test_rand_int_range (0, 4) == 0)
    query->to = msp_day_new (2025, g_test_rand_int_range (1, 12), 28);
  query->reversed = g_test_rand_int_range (0, 4) == 0;

  return query;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static MspFacets *
count (MspJournalStore *store,
       const MspQuery  *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MspFacets *facets;

  msp_journal_store_facets_async (store, query, NULL, take_result, &result);
  facets = msp_journal_store_facets_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return facets;
}

static guint
count_slowly (Fixture        *fixture,
              const MspQuery *query)
{
  guint n = 0;

  for (guint i = 0; i < fixture->entries->len; i++)
    n += belongs (g_ptr_array_index (fixture->entries, i), query) ? 1 : 0;

  return n;
}

/* What there would be with @name alone chosen in @field of the query. */
static guint
count_one (Fixture        *fixture,
           const MspQuery *query,
           gsize           offset,
           const char     *name)
{
  g_autoptr (MspQuery) other = msp_query_copy (query);
  GStrv *field = (GStrv *) (gpointer) ((char *) other + offset);
  const char *const one[] = { name, NULL };

  g_strfreev (*field);
  *field = g_strdupv ((GStrv) one);

  return count_slowly (fixture, other);
}

static void
assert_names (Fixture           *fixture,
              const MspQuery    *query,
              const GPtrArray   *facets,
              gsize              offset,
              const char *const *names,
              gsize              n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      if (*names[i] != '\0')
        g_assert_cmpuint (msp_facets_count (facets, names[i]), ==,
                          count_one (fixture, query, offset, names[i]));
    }
  for (guint i = 1; i < facets->len; i++)
    g_assert_cmpuint (((MspFacet *) g_ptr_array_index (facets, i - 1))->count, >=,
                      ((MspFacet *) g_ptr_array_index (facets, i))->count);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  for (int i = 0; i < N_QUERIES / 4; i++)
    {
      g_autoptr (MspQuery) query = draw_query ();
      g_autoptr (MspQuery) other = msp_query_copy (query);
      g_autoptr (MspFacets) facets = count (fixture->store, query);

      g_assert_cmpuint (facets->entries, ==, count_slowly (fixture, query));
      assert_names (fixture, query, facets->types, offsetof (MspQuery, types), types,
                    G_N_ELEMENTS (types));
      assert_names (fixture, query, facets->gate_types, offsetof (MspQuery, gate_types), types,
                    G_N_ELEMENTS (types));
      assert_names (fixture, query, facets->areas, offsetof (MspQuery, areas), areas,
                    G_N_ELEMENTS (areas));
      assert_names (fixture, query, facets->tags, offsetof (MspQuery, tags), tags,
                    G_N_ELEMENTS (tags));
      for (int mark = 0; mark < MSP_N_MARKS; mark++)
        {
          for (int whether = MSP_WHETHER_YES; whether <= MSP_WHETHER_NO; whether++)
            {
              msp_query_set_mark (other, (MspMark) mark, (MspWhether) whether);
              g_assert_cmpuint (facets->marks[mark][whether], ==, count_slowly (fixture, other));
            }
          msp_query_set_mark (other, (MspMark) mark, msp_query_get_mark (query, (MspMark) mark));
        }
      other->from = msp_day_new (2025, 4, 1);
      other->to = msp_day_new (2026, 3, 31);
      g_assert_cmpuint (msp_facets_count_days (facets, other->from, other->to), ==,
                        count_slowly (fixture, other));
    }
}

/* The first rows are those of the whole list, however they were looked for. */
static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (MspQuery) query = draw_query ();
      g_autoptr (GAsyncResult) first_result = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) summaries = NULL;
      g_autoptr (GArray) first = NULL;
      g_autoptr (GArray) keys = NULL;

      query->sort = (MspSort) g_test_rand_int_range (0, MSP_SORT_AREA + 1);
      if (g_test_rand_bit ())
        query->sort = MSP_SORT_DATE;
      msp_journal_store_first_rows_async (fixture->store, query, N_FIRST, NULL, take_result,
                                          &first_result);
      msp_journal_store_keys_async (fixture->store, query, NULL, take_result, &result);
      first = msp_journal_store_first_rows_finish (fixture->store, wait_for (&first_result),
                                                   &summaries, NULL);
      keys = msp_journal_store_keys_finish (fixture->store, wait_for (&result), NULL);
      g_assert_cmpuint (keys->len, ==, count_slowly (fixture, query));
      g_assert_cmpuint (first->len, ==, MIN (keys->len, N_FIRST));
      g_assert_cmpuint (summaries->len, ==, first->len);
      for (guint row = 0; row < first->len; row++)
        g_assert_cmpint (g_array_index (first, MspEntryKey, row).key, ==,
                         g_array_index (keys, MspEntryKey, row).key);
      for (guint row = 1; row < keys->len && query->sort == MSP_SORT_DATE; row++)
        g_assert_cmpint (g_array_index (keys, MspEntryKey, row - 1).position <
                         g_array_index (keys, MspEntryKey, row).position, ==, query->reversed);
    }
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  MspJournalStore **store = user_data;

  *store = msp_journal_store_open_finish (result, NULL);
}

/* A count that is kept notices what is written afterwards, and one that nobody wants ends. */
static void
test_changes_and_cancelling (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (MspJournalStore) store = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspFacets) before = NULL;
  g_autoptr (MspFacets) after = NULL;
  g_autoptr (MspFacets) in_trash = NULL;
  const MspContribution *entry = g_ptr_array_index (fixture->entries, 0);
  const char *const ids[] = { entry->id, NULL };

  msp_journal_store_open_async (msp_journal_store_get_path (fixture->store), NULL, opened, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);

  msp_journal_store_facets_async (store, query, cancellable, take_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (msp_journal_store_facets_finish (store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  before = count (store, query);
  g_assert_true (msp_journal_store_delete (store, ids, NULL));
  after = count (store, query);
  g_assert_cmpuint (before->entries, ==, N_ENTRIES);
  g_assert_cmpuint (after->entries, ==, N_ENTRIES - 1);
  query->trash = TRUE;
  in_trash = count (store, query);
  g_assert_cmpuint (in_trash->entries, ==, 1);
  msp_journal_store_close (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/facets/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/facets/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/facets/changes-and-cancelling", Fixture, NULL, set_up, test_changes_and_cancelling,
              tear_down);

  return g_test_run ();
}
