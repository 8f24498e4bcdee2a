/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "journal/msp-figure-paste.h"
#include "journal/msp-figure-sheet.h"
#include "journal/msp-journal-undo.h"

#define SESSIONS "numberOfSessions"

typedef struct
{
  char            *path;
  MspJournalStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_build_filename (g_get_user_data_dir (), "ms-programs", "journal.db", NULL);
  g_unlink (fixture->path);
  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  msp_journal_store_start_undo (fixture->store);
  g_setenv ("MS_PROGRAMS_TODAY", "2026-10-01", TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  msp_journal_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_unlink (log);
  g_free (fixture->path);
}

/* What an asynchronous call answers. */
static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *answer;
}

static gint64
key_of (Fixture    *fixture,
        const char *id)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GArray) keys = NULL;
  const char *const ids[] = { id, NULL };

  query->ids = g_strdupv ((char **) ids);
  msp_journal_store_keys_async (fixture->store, query, NULL, answered, &answer);
  keys = msp_journal_store_keys_finish (fixture->store, wait_for (&answer), NULL);
  g_assert_cmpuint (keys->len, ==, 1);

  return g_array_index (keys, MspEntryKey, 0).key;
}

static gint64
add (Fixture     *fixture,
     const char  *type,
     gint64       views,
     char       **id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = msp_contribution_new ();

  g_free (entry->title);
  entry->title = g_strdup ("Zero trust at home");
  g_free (entry->type);
  entry->type = g_strdup (type);
  entry->date = msp_day_new (2026, 4, 1);
  if (views >= 0)
    msp_contribution_set_figure (entry, MSP_FIGURE_VIEWS, views);
  *id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);

  return key_of (fixture, *id);
}

static MspEntryFigures *
read_figures (Fixture *fixture,
              gint64   key)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof key);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_array_append_val (keys, key);
  msp_journal_store_figures_async (fixture->store, keys, answered, &answer);
  list = msp_journal_store_figures_finish (fixture->store, wait_for (&answer), NULL);
  g_assert_cmpuint (list->len, ==, 1);

  return g_ptr_array_steal_index (list, 0);
}

static void
assert_figure (Fixture    *fixture,
               gint64      key,
               const char *name,
               gint64      value,
               const char *recorded_on)
{
  g_autoptr (MspEntryFigures) figures = read_figures (fixture, key);
  const MspFigure *figure = msp_entry_figures_find (figures, name);
  g_autofree char *day = figure != NULL ? msp_day_to_iso (figure->recorded_on) : NULL;

  g_assert_cmpint (figure != NULL ? figure->value : -1, ==, value);
  g_assert_cmpstr (day, ==, recorded_on);
}

static gboolean
set_all (Fixture   *fixture,
         GPtrArray *changes,
         GError   **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  msp_journal_store_set_figures_async (fixture->store, changes, answered, &answer);

  return msp_journal_store_set_figures_finish (fixture->store, wait_for (&answer), error);
}

static void
set_one (Fixture    *fixture,
         gint64      key,
         const char *name,
         gint64      value)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_figure_change_free);

  g_ptr_array_add (changes, msp_figure_change_new (key, name, value));
  g_assert_true (set_all (fixture, changes, NULL));
}

static guint
count_history (Fixture *fixture,
               gint64   key,
               gint64  *first,
               gint64  *last)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) points = NULL;

  msp_journal_store_figure_values_async (fixture->store, key, MSP_FIGURE_VIEWS, NULL, answered,
                                         &answer);
  points = msp_journal_store_figure_values_finish (fixture->store, wait_for (&answer), NULL);
  if (points->len > 0)
    {
      *first = ((MspFigure *) g_ptr_array_index (points, 0))->value;
      *last = ((MspFigure *) g_ptr_array_index (points, points->len - 1))->value;
    }

  return points->len;
}

static void
test_history_grows_by_days (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *id = NULL;
  gint64 key = add (fixture, "Blog", 100, &id);
  gint64 first = 0;
  gint64 last = 0;

  assert_figure (fixture, key, MSP_FIGURE_VIEWS, 100, "2026-10-01");
  g_setenv ("MS_PROGRAMS_TODAY", "2026-11-01", TRUE);
  set_one (fixture, key, MSP_FIGURE_VIEWS, 250);
  set_one (fixture, key, MSP_FIGURE_VIEWS, 260);
  assert_figure (fixture, key, MSP_FIGURE_VIEWS, 260, "2026-11-01");
  g_assert_cmpuint (count_history (fixture, key, &first, &last), ==, 2);
  g_assert_cmpint (first, ==, 100);
  g_assert_cmpint (last, ==, 260);

  /* Said again, it is known to be right today. */
  g_setenv ("MS_PROGRAMS_TODAY", "2026-12-01", TRUE);
  set_one (fixture, key, MSP_FIGURE_VIEWS, 260);
  assert_figure (fixture, key, MSP_FIGURE_VIEWS, 260, "2026-12-01");
  g_assert_cmpuint (count_history (fixture, key, &first, &last), ==, 3);

  /* With the clock set back, what is typed shows all the same. */
  g_setenv ("MS_PROGRAMS_TODAY", "2026-11-15", TRUE);
  set_one (fixture, key, MSP_FIGURE_VIEWS, 270);
  assert_figure (fixture, key, MSP_FIGURE_VIEWS, 270, "2026-12-01");

  set_one (fixture, key, MSP_FIGURE_VIEWS, -1);
  assert_figure (fixture, key, MSP_FIGURE_VIEWS, -1, NULL);
  g_assert_cmpuint (count_history (fixture, key, &first, &last), ==, 0);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) answer = NULL;

  msp_journal_store_undo_async (fixture->store, 0, answered, &answer);
  g_assert_true (msp_journal_store_undo_finish (fixture->store, wait_for (&answer), NULL, NULL));
}

static void
test_many_are_one_step (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_figure_change_free);
  g_autofree char *id_a = NULL;
  g_autofree char *id_b = NULL;
  gint64 a = add (fixture, "Blog", 100, &id_a);
  gint64 b = add (fixture, "Blog", -1, &id_b);
  g_autoptr (MspContribution) entry = NULL;
  MspUndoStep step = { 0 };

  g_setenv ("MS_PROGRAMS_TODAY", "2026-11-01", TRUE);
  g_ptr_array_add (changes, msp_figure_change_new (a, MSP_FIGURE_VIEWS, 1));
  g_ptr_array_add (changes, msp_figure_change_new (a, "stars", 2));
  g_ptr_array_add (changes, msp_figure_change_new (b, MSP_FIGURE_VIEWS, 3));
  g_assert_true (set_all (fixture, changes, NULL));
  assert_figure (fixture, a, MSP_FIGURE_VIEWS, 1, "2026-11-01");
  assert_figure (fixture, a, "stars", 2, "2026-11-01");
  entry = msp_journal_store_get (fixture->store, id_b, NULL);
  g_assert_cmpint (entry->reach, ==, 3);
  g_assert_true (msp_journal_store_get_undo (fixture->store, &step));
  g_assert_cmpuint (step.entries, ==, 2);

  undo (fixture);
  assert_figure (fixture, a, MSP_FIGURE_VIEWS, 100, "2026-10-01");
  assert_figure (fixture, a, "stars", -1, NULL);
  assert_figure (fixture, b, MSP_FIGURE_VIEWS, -1, NULL);
}

static void
test_all_or_none (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_figure_change_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gint64 key = add (fixture, "Blog", 100, &id);

  g_ptr_array_add (changes, msp_figure_change_new (key, MSP_FIGURE_VIEWS, 1));
  g_ptr_array_add (changes, msp_figure_change_new (key + 1000, MSP_FIGURE_VIEWS, 2));
  g_assert_false (set_all (fixture, changes, &error));
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND);
  assert_figure (fixture, key, MSP_FIGURE_VIEWS, 100, "2026-10-01");
}

static void
test_what_is_in_use (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (MspFigureUse) use = NULL;
  g_autofree char *id_a = NULL;
  g_autofree char *id_b = NULL;
  const char *const types[] = { "blog", NULL };
  gint64 a = add (fixture, "Blog", 100, &id_a);
  gint64 b = add (fixture, "Podcast", -1, &id_b);

  set_one (fixture, a, "stars, of GitHub", 5);
  set_one (fixture, b, SESSIONS, 5);
  query->types = g_strdupv ((char **) types);
  msp_journal_store_figure_use_async (fixture->store, query, NULL, answered, &answer);
  use = msp_journal_store_figure_use_finish (fixture->store, wait_for (&answer), NULL);

  g_assert_cmpuint (g_strv_length (use->types), ==, 1);
  g_assert_cmpstr (use->types[0], ==, "Blog");
  g_assert_cmpuint (g_strv_length (use->names), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) use->names, "stars, of GitHub"));
  g_assert_true (g_strv_contains ((const char *const *) use->names, MSP_FIGURE_VIEWS));
}

static void
settle (MspFigureSheet *sheet,
        gint64          key,
        gboolean        is_pending)
{
  while (msp_figure_sheet_get_entry (sheet, key) == NULL ||
         msp_figure_sheet_get (sheet, key, MSP_FIGURE_VIEWS).is_pending != is_pending)
    g_main_context_iteration (NULL, TRUE);
}

static void
note_failure (MspFigureSheet *sheet,
              const GError   *error,
              guint          *n_failures)
{
  (*n_failures)++;
}

static void
test_sheet_shows_what_is_typed (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *id = NULL;
  gint64 key = add (fixture, "Blog", 100, &id);
  MspFigureSheet *sheet = msp_figure_sheet_new (fixture->store);
  const char *const ids[] = { id, NULL };
  guint n_failures = 0;

  g_signal_connect (sheet, "failed", G_CALLBACK (note_failure), &n_failures);
  msp_figure_sheet_hold (sheet, key);
  settle (sheet, key, FALSE);
  g_assert_cmpint (msp_figure_sheet_get (sheet, key, MSP_FIGURE_VIEWS).value, ==, 100);

  msp_figure_sheet_set (sheet, key, MSP_FIGURE_VIEWS, 200);
  g_assert_cmpint (msp_figure_sheet_get (sheet, key, MSP_FIGURE_VIEWS).value, ==, 200);
  g_assert_true (msp_figure_sheet_get (sheet, key, MSP_FIGURE_VIEWS).is_pending);
  assert_figure (fixture, key, MSP_FIGURE_VIEWS, 100, "2026-10-01");
  msp_figure_sheet_flush (sheet);
  settle (sheet, key, FALSE);
  assert_figure (fixture, key, MSP_FIGURE_VIEWS, 200, "2026-10-01");

  /* What cannot be written is told, and the journal's value shows again. */
  g_assert_true (msp_journal_store_delete (fixture->store, ids, NULL));
  g_assert_cmpint (msp_journal_store_empty_trash (fixture->store, 0, NULL), ==, 1);
  msp_figure_sheet_set (sheet, key, MSP_FIGURE_VIEWS, 300);
  msp_figure_sheet_flush (sheet);
  while (n_failures == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (msp_figure_sheet_get (sheet, key, MSP_FIGURE_VIEWS).is_pending);
  g_assert_cmpint (msp_figure_sheet_get (sheet, key, MSP_FIGURE_VIEWS).value, !=, 300);

  msp_figure_sheet_release (sheet, key);
  g_object_unref (sheet);
}

static void
test_paste_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspFigurePaste) paste =
    msp_figure_paste_parse ("1.234\t7\r\n1,234\r\n1 234\t\n\"1234\"\t8\n\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paste->n_lines, ==, 4);
  g_assert_cmpuint (paste->n_columns, ==, 2);
  for (guint i = 0; i < paste->n_lines; i++)
    g_assert_cmpint (msp_figure_paste_get (paste, i, 0), ==, 1234);
  g_assert_cmpint (msp_figure_paste_get (paste, 0, 1), ==, 7);
  g_assert_cmpint (msp_figure_paste_get (paste, 1, 1), ==, -1);
  g_assert_cmpint (msp_figure_paste_get (paste, 2, 1), ==, -1);
  g_assert_cmpint (msp_figure_paste_get (paste, 3, 1), ==, 8);
}

static void
test_paste_says_the_line (void)
{
  const char *const bad[] = { "1\n2\n3.5\n", "1\n2\nmany\n", "1\n2\n-3", "1\n\n9999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (msp_figure_paste_parse (bad[i], &error));
      g_assert_error (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_FORM);
      g_assert_true (g_str_has_prefix (error->message, "Line 3 "));
      g_assert_true (g_str_has_suffix (error->message, "Nothing was changed."));
    }
}

static void
test_paste_has_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "\t1");
  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "\n1");
  g_assert_null (msp_figure_paste_parse (text->str, &error));
  g_assert_error (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_TOO_LONG);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/figures/history-grows-by-days", Fixture, NULL, set_up, test_history_grows_by_days,
              tear_down);
  g_test_add ("/figures/many-are-one-step", Fixture, NULL, set_up, test_many_are_one_step,
              tear_down);
  g_test_add ("/figures/all-or-none", Fixture, NULL, set_up, test_all_or_none, tear_down);
  g_test_add ("/figures/what-is-in-use", Fixture, NULL, set_up, test_what_is_in_use, tear_down);
  g_test_add ("/figures/sheet-shows-what-is-typed", Fixture, NULL, set_up,
              test_sheet_shows_what_is_typed, tear_down);
  g_test_add_func ("/figures/paste-is-read", test_paste_is_read);
  g_test_add_func ("/figures/paste-says-the-line", test_paste_says_the_line);
  g_test_add_func ("/figures/paste-has-limits", test_paste_has_limits);

  return g_test_run ();
}
