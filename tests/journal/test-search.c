/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/msp-clock.h"
#include "journal/msp-journal-records.h"
#include "journal/msp-search-index.h"
#include "journal/msp-search-text.h"
#include "storage/msp-statement.h"

#define N_TITLES 800
#define N_SEARCHES 300
/* Merges of sixteen at once, and nothing else, would leave thirty parts of so many. */
#define N_SAVES 255
/* No word that is looked for begins like this. */
#define TYPE "Xxqzj"

/* What is typed, a title, and what of it is marked; NULL where it is not found. */
static const struct
{
  const char *typed;
  const char *title;
  const char *marked;
} finds[] = {
  { "azure", "All about AZURE", "AZURE" },
  { "AZ", "All about azure", "az" },
  { "zure", "All about azure", NULL },
  { "donnees", "Les données", "données" },
  { "DONNÉES", "Les donne\xcc\x81" "es", "donne\xcc\x81" "es" },
  { "uber", "Überblick", "Über" },
  { "über", "Uberblick", "Uber" },
  { "strasse", "Die Straße", "Straße" },
  { "STRASS", "Die Straße", "Straß" },
  { "straße", "Die STRASSE", "STRASSE" },
  { "lodz", "Łódź", "Łódź" },
  { "dumlupinar", "Dumlupınar", "Dumlupınar" },
  { "istanbul", "İSTANBUL", "İSTANBUL" },
  { "ещё", "Еще раз", "Еще" },
  { "еще", "Ещё раз", "Ещё" },
  { "НАУКА", "о науках", "наука" },
  { "науК", "о Науках", "Наук" },
  { "οδος", "Ὁδός", "Ὁδός" },
  { "漢字", "日本の漢字入門", "漢字" },
  { "字入", "日本の漢字入門", "字入" },
  { "バス", "ハス停", NULL },
  { "バス", "ハ\xe3\x82\x99ス停", "ハ\xe3\x82\x99ス" },
  { "한국", "대한국어", "한국" },
  { "하", "한국어", "한" },
  { "คราม", "สงครามโลก", "คราม" },
  { "हिन्दी", "मेरी हिन्दी", "हिन्दी" },
  { "שלום", "שָׁלוֹם", "שָׁלוֹם" },
  { "محمد", "مُحَمَّد", "مُحَمَّد" },
  { "youtube", "https://www.youtube.com/watch?v=1", "youtube" },
  { "www.youtube", "https://www.youtube.com/watch?v=1", "www.youtube" },
  { "https://www.youtube.com/w", "https://www.youtube.com/watch?v=1", "https://www.youtube.com/w" },
  { "c#", "C# and C++", "C#" },
  { "C++", "C# and C++", "C++" },
  { "csharp", "Learn C#", "C#" },
  { "c#", "Learn csharp", "csharp" },
  { "c#", "Cloud", NULL },
  { "f#", "F#/.NET", "F#" },
  { ".net", "ASP.NET", "NET" },
  { ".NET", "Networks", NULL },
  { "net", "Networks", "Net" },
  { "a/b", "A/B testing", "A/B" },
  { "#azure", "Azure", "Azure" },
  { "don't", "Don’t panic", "Don’t" },
  { "\"quoted\"", "Quoted", "Quoted" },
  { "or", "Organise", "Or" },
  { "near(", "Nearby", "Near" },
  { "pay*", "Payment", "Pay" },
  { "title:pay", "Title: payment", "Title: pay" },
  { "soft\xc2\xadware", "Software", "Software" },
  { "azure", "🎉Azure🎉", "Azure" },
  { "２０２６", "In 2026", "2026" },
};

typedef struct
{
  char            *folder;
  MspJournalStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("ms-programs-XXXXXX", &error);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->store = msp_journal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_journal_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_free (fixture->folder);
}

static MspContribution *
make_entry (const char *title,
            int         number)
{
  MspContribution *entry = msp_contribution_new ();

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup (TYPE);
  entry->date = msp_day_new (2026, 1, 1) + number;

  return entry;
}

static void
add (MspJournalStore *store,
     GPtrArray       *entries)
{
  g_autoptr (GError) error = NULL;

  msp_journal_store_add_many (store, entries, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (MspJournalStore *store,
      const char      *search)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  query->search = g_strdup (search);
  entries = msp_journal_store_list (store, query, &error);
  g_assert_no_error (error);

  return entries;
}

static void
assert_marked (const char *typed,
               const char *title,
               const char *marked)
{
  g_autoptr (GArray) spans = msp_search_text_find_matches (title, typed);
  const MspTextSpan *span = &g_array_index (spans, MspTextSpan, 0);
  g_autofree char *found = NULL;

  g_assert_cmpuint (spans->len, ==, marked != NULL ? 1 : 0);
  if (marked == NULL)
    return;

  found = g_strndup (title + span->start, span->end - span->start);
  g_assert_cmpstr (found, ==, marked);
}

static void
test_finds (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);

  for (gsize i = 0; i < G_N_ELEMENTS (finds); i++)
    g_ptr_array_add (entries, make_entry (finds[i].title, (int) i));
  add (fixture->store, entries);

  for (gsize i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autoptr (GPtrArray) found = list (fixture->store, finds[i].typed);
      gboolean has_title = FALSE;

      g_test_message ("%s in %s", finds[i].typed, finds[i].title);
      for (guint j = 0; j < found->len; j++)
        {
          const MspContribution *entry = g_ptr_array_index (found, j);

          has_title = has_title || g_str_equal (entry->title, finds[i].title);
        }
      g_assert_cmpint (has_title, ==, finds[i].marked != NULL);
      assert_marked (finds[i].typed, finds[i].title, finds[i].marked);
    }
}

static void
test_two_marks_and_overlaps (void)
{
  g_autoptr (GArray) spans = msp_search_text_find_matches ("Azure and Kubernetes on Azure", "kub AZ az");

  g_assert_cmpuint (spans->len, ==, 3);
  g_assert_cmpuint (g_array_index (spans, MspTextSpan, 2).start, ==, 24);
  g_assert_cmpuint (g_array_index (spans, MspTextSpan, 2).end, ==, 26);
}

/* The scripts that random words are of: first and last letter. */
static const gunichar scripts[][2] = {
  { 'a', 'f' }, { 'A', 'F' }, { '0', '3' }, { 0xe0, 0xe9 }, { 0xdc, 0xdf }, { 0x142, 0x145 },
  { 0x3b1, 0x3b5 }, { 0x3ac, 0x3af }, { 0x430, 0x439 }, { 0x451, 0x452 }, { 0x5d0, 0x5d4 },
  { 0x627, 0x62c }, { 0x915, 0x919 }, { 0x93e, 0x941 }, { 0xe01, 0xe04 }, { 0xe30, 0xe35 },
  { 0x3042, 0x304e }, { 0x30ab, 0x30af }, { 0x4e00, 0x4e04 }, { 0xac00, 0xac06 }, { 0x10d0, 0x10d4 },
  { 0xff21, 0xff25 }, { 0x1f389, 0x1f38b }, { 0x300, 0x303 }, { 0x1e00, 0x1e05 },
};
static const char separators[] = "    -.#+\"'*/_:()";

static char *
draw_text (int n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int word = 0; word < n_words; word++)
    {
      gsize script = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (scripts));
      int n_letters = g_test_rand_int_range (1, 4);

      for (int i = 0; i < n_letters; i++)
        {
          /* Mostly of one script. */
          if (g_test_rand_int_range (0, 5) == 0)
            script = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (scripts));
          g_string_append_unichar (text, (gunichar) g_test_rand_int_range ((gint32) scripts[script][0],
                                                                           (gint32) scripts[script][1]));
        }
      g_string_append_c (text, separators[g_test_rand_int_range (0, sizeof separators - 1)]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether each part of @typed that has a word in it is marked in @title; FALSE if there is none. */
static gboolean
is_marked (const char *title,
           const char *typed)
{
  g_auto (GStrv) parts = g_strsplit (typed, " ", -1);
  gboolean has_words = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *match = msp_search_text_to_match (parts[i]);
      g_autoptr (GArray) spans = msp_search_text_find_matches (title, parts[i]);

      if (match != NULL && spans->len == 0)
        return FALSE;

      has_words = has_words || match != NULL;
    }

  return has_words;
}

/* The search index finds exactly the titles in which the words are marked. */
static void
test_marks_are_what_is_found (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  guint n_found = 0;

  for (int i = 0; i < N_TITLES; i++)
    {
      g_autofree char *text = draw_text (g_test_rand_int_range (1, 7));
      g_autofree char *title = g_strconcat (".", text, NULL);

      g_ptr_array_add (entries, make_entry (title, i));
    }
  add (fixture->store, entries);

  for (int i = 0; i < N_SEARCHES; i++)
    {
      g_autofree char *typed = draw_text (g_test_rand_int_range (1, 3));
      g_autoptr (GPtrArray) found = list (fixture->store, typed);
      g_autoptr (GHashTable) dates = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < found->len; j++)
        g_hash_table_add (dates,
                          GINT_TO_POINTER (((MspContribution *) g_ptr_array_index (found, j))->date));
      for (guint j = 0; j < entries->len; j++)
        {
          const MspContribution *entry = g_ptr_array_index (entries, j);
          gboolean is_found = g_hash_table_contains (dates, GINT_TO_POINTER (entry->date));

          if (is_found != is_marked (entry->title, typed))
            g_error ("“%s” in “%s”: %s", typed, entry->title, is_found ? "not marked" : "not found");
        }
      n_found += found->len;
    }
  g_assert_cmpuint (n_found, >, N_SEARCHES);
}

static char *
repeat (const char *text,
        guint       n_characters)
{
  GString *repeated = g_string_new (NULL);

  while (g_utf8_strlen (repeated->str, -1) < (glong) n_characters)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const nothing[] = {
    "\"", "'", "''", "\"\"", "*", "-", "^", "(", ")", "()", "\\", ":", "+", "#", ".", "/", "%", "_", "{}", "-- ;",
    "🎉", "\xcc\x81", "\xe2\x80\x8d", "\t", "「」", "!?!?",
  };
  static const char *const something[] = {
    "AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", "a AND", "a OR b", "NOT a", "a NOT b", "text:a", "^a", "a*b*",
    "a -b", "\"a", "a\"b", "'; DROP TABLE contribution; --", "a\\b", "{a b}: c", "\xff\xfe" "a",
  };
  static const char *const long_ones[] = { "a", "a ", "漢", "漢 ", "ab\"", "é", "한", "- ", "🎉", "\xcc\x81" };
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);

  g_ptr_array_add (entries, make_entry ("A or b and not near", 0));
  add (fixture->store, entries);

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GPtrArray) found = list (fixture->store, nothing[i]);
      g_autoptr (GArray) spans = msp_search_text_find_matches (nothing[i], nothing[i]);

      /* Blanks alone are no search. */
      g_assert_cmpuint (found->len, ==, *nothing[i] == '\t' ? 1 : 0);
      g_assert_cmpuint (spans->len, ==, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (something); i++)
    {
      g_autoptr (GPtrArray) found = list (fixture->store, something[i]);

      g_assert_nonnull (found);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (long_ones); i++)
    {
      g_autofree char *typed = repeat (long_ones[i], 10000);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = list (fixture->store, typed);
      g_autoptr (GArray) spans = msp_search_text_find_matches ("A or b and not near", typed);

      g_assert_nonnull (spans);
      g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
    }
}

static gboolean
spoil (MspDatabase  *database,
       gpointer      data,
       GError      **error)
{
  MspStatement *update = msp_database_prepare (database, "UPDATE contribution_text SET text = 'old'", error);
  MspStatement *forget = msp_database_prepare (database, "DELETE FROM setting", error);

  return msp_statement_run (update, error) && msp_statement_run (forget, error);
}

/* A journal of an earlier release is found by what this one looks for. */
static void
test_renews_the_index (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_autofree char *value = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  for (int i = 0; i < 250; i++)
    g_ptr_array_add (entries, make_entry ("Straße", i));
  add (fixture->store, entries);
  value = msp_journal_store_get_value (fixture->store, "search-text", NULL);
  g_assert_cmpstr (value, ==, MSP_SEARCH_TEXT_VERSION);
  g_assert_true (msp_database_call (msp_journal_store_get_database (fixture->store), spoil, NULL, NULL));

  msp_search_index_renew (fixture->store);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (value);
      value = msp_journal_store_get_value (fixture->store, "search-text", NULL);
    }
  while (g_strcmp0 (value, MSP_SEARCH_TEXT_VERSION) != 0 && g_get_monotonic_time () < end);

  found = list (fixture->store, "strasse");
  g_assert_cmpuint (found->len, ==, 250);
}

/* Answers in @data how many parts the search index has. */
static gboolean
count_parts (MspDatabase  *database,
             gpointer      data,
             GError      **error)
{
  /* https://www.sqlite.org/fts5.html, the %_data table: the number of the part is in the upper bits. */
  MspStatement *select = msp_database_prepare (database, "SELECT count(DISTINCT id >> 37) "
                                                         "FROM contribution_text_data WHERE id > 10",
                                               error);
  gboolean found = msp_statement_next (select, error);

  *(gint64 *) data = msp_statement_column_int (select, 0);
  msp_statement_reset (select);

  return found;
}

/* Nobody waits for a great merge, because each save does a little of it. */
static void
test_saves_keep_the_index_in_few_parts (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) found = NULL;
  gint64 n_parts = 0;

  for (int i = 0; i < N_SAVES; i++)
    {
      g_autoptr (MspContribution) entry = make_entry ("Straße", i);
      g_autofree char *id = msp_journal_store_add (fixture->store, entry, NULL);

      g_assert_nonnull (id);
    }
  g_assert_true (msp_database_call (msp_journal_store_get_database (fixture->store), count_parts, &n_parts, NULL));

  g_assert_cmpint (n_parts, >, 0);
  g_assert_cmpint (n_parts, <=, 8);
  found = list (fixture->store, "strasse");
  g_assert_cmpuint (found->len, ==, N_SAVES);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/two-marks-and-overlaps", test_two_marks_and_overlaps);
  g_test_add ("/search/finds", Fixture, NULL, set_up, test_finds, tear_down);
  g_test_add ("/search/marks-are-what-is-found", Fixture, NULL, set_up, test_marks_are_what_is_found,
              tear_down);
  g_test_add ("/search/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/search/renews-the-index", Fixture, NULL, set_up, test_renews_the_index, tear_down);
  g_test_add ("/search/saves-keep-the-index-in-few-parts", Fixture, NULL, set_up,
              test_saves_keep_the_index_in_few_parts, tear_down);

  return g_test_run ();
}
