/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-journal-undo.h"

#include <glib/gstdio.h>

#define DAY (msp_day_new (2026, 4, 1))
#define MANY 40

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

static char *
add (Fixture    *fixture,
     const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  const char *const tags[] = { "one", "two", NULL };
  char *id;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  g_strfreev (entry->tags);
  entry->tags = g_strdupv ((char **) tags);
  entry->date = DAY;
  msp_contribution_set_figure (entry, MSP_FIGURE_VIEWS, 12);
  id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);

  return id;
}

static MspContribution *
get (Fixture    *fixture,
     const char *id)
{
  return msp_journal_store_get (fixture->store, id, NULL);
}

static guint
count (Fixture    *fixture,
       const char *search)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  MspJournalTotals totals = { 0 };

  query->search = g_strdup (search);
  g_assert_true (msp_journal_store_totals (fixture->store, query, &totals, NULL));

  return totals.entries;
}

typedef struct
{
  gboolean    is_done;
  gboolean    has_succeeded;
  MspUndoStep step;
  GError     *error;
} Answer;

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;

  answer->has_succeeded = msp_journal_store_undo_finish (MSP_JOURNAL_STORE (source), result,
                                                         &answer->step, &answer->error);
  answer->is_done = TRUE;
}

static Answer
move (Fixture  *fixture,
      gboolean  redo,
      guint64   serial)
{
  Answer answer = { 0 };

  if (redo)
    msp_journal_store_redo_async (fixture->store, answered, &answer);
  else
    msp_journal_store_undo_async (fixture->store, serial, answered, &answer);
  while (!answer.is_done)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

static void
assert_moved (Fixture     *fixture,
              gboolean     redo,
              MspUndoKind  kind,
              guint        entries)
{
  Answer answer = move (fixture, redo, 0);

  g_assert_no_error (answer.error);
  g_assert_true (answer.has_succeeded);
  g_assert_cmpint (answer.step.kind, ==, kind);
  g_assert_cmpuint (answer.step.entries, ==, entries);
}

static void
assert_same (const MspContribution *a,
             const MspContribution *b)
{
  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_true (msp_contribution_equal (a, b));
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->created, ==, b->created);
  g_assert_cmpstr (a->modified, ==, b->modified);
  g_assert_cmpstr (a->deleted, ==, b->deleted);
}

static void
test_added_entry_goes_and_comes_back (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *id = add (fixture, "Kubernetes at home");
  g_autoptr (MspContribution) before = get (fixture, id);
  g_autoptr (MspContribution) after = NULL;

  assert_moved (fixture, FALSE, MSP_UNDO_ADDED, 1);
  g_assert_null (get (fixture, id));
  g_assert_cmpuint (count (fixture, "kubern"), ==, 0);
  g_assert_false (msp_journal_store_get_undo (fixture->store, NULL));

  assert_moved (fixture, TRUE, MSP_UNDO_ADDED, 1);
  after = get (fixture, id);
  assert_same (before, after);
  g_assert_cmpuint (count (fixture, "kubern"), ==, 1);
  g_assert_false (msp_journal_store_get_redo (fixture->store, NULL));
}

static gboolean
rewrite (MspContribution *entry,
         gpointer         data)
{
  g_free (entry->title);
  entry->title = g_strdup ("Terraform");
  entry->date = DAY + 3;
  g_clear_pointer (&entry->tags, g_strfreev);
  entry->tags = g_strsplit ("three", ";", -1);
  msp_contribution_set_figure (entry, MSP_FIGURE_VIEWS, 99);

  return TRUE;
}

static void
test_edit_is_taken_back_whole (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *id = add (fixture, "Kubernetes at home");
  g_autoptr (MspContribution) before = get (fixture, id);
  g_autoptr (MspContribution) edited = NULL;
  g_autoptr (MspContribution) undone = NULL;
  g_autoptr (MspContribution) redone = NULL;
  const char *const ids[] = { id, NULL };

  g_assert_true (msp_journal_store_edit_many (fixture->store, ids, rewrite, NULL, NULL));
  edited = get (fixture, id);
  g_assert_cmpuint (count (fixture, "terraform"), ==, 1);

  assert_moved (fixture, FALSE, MSP_UNDO_EDITED, 1);
  undone = get (fixture, id);
  assert_same (before, undone);
  g_assert_cmpuint (count (fixture, "terraform"), ==, 0);
  g_assert_cmpuint (count (fixture, "kubernetes two"), ==, 1);

  assert_moved (fixture, TRUE, MSP_UNDO_EDITED, 1);
  redone = get (fixture, id);
  assert_same (edited, redone);
}

static void
test_many_are_one_step (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *title = g_strdup_printf ("Entry %d", i);
      g_autofree char *id = add (fixture, title);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);

  g_assert_true (msp_journal_store_edit_many (fixture->store, (const char *const *) ids, rewrite,
                                              NULL, NULL));
  g_assert_true (msp_journal_store_delete (fixture->store, (const char *const *) ids, NULL));
  g_assert_cmpint (msp_journal_store_empty_trash (fixture->store, MSP_DAY_NONE, NULL), ==, MANY);
  g_assert_null (get (fixture, ids[7]));

  assert_moved (fixture, FALSE, MSP_UNDO_REMOVED, MANY);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
  assert_moved (fixture, FALSE, MSP_UNDO_DELETED, MANY);
  g_assert_cmpuint (count (fixture, "terraform three"), ==, MANY);
  assert_moved (fixture, FALSE, MSP_UNDO_EDITED, MANY);
  g_assert_cmpuint (count (fixture, "terraform"), ==, 0);
  g_assert_cmpuint (count (fixture, "entry one"), ==, MANY);
}

static void
test_thirty_steps_are_kept (Fixture       *fixture,
                            gconstpointer  data)
{
  for (int i = 0; i < MANY; i++)
    g_free (add (fixture, "Step"));
  for (int i = 0; i < 30; i++)
    assert_moved (fixture, FALSE, MSP_UNDO_ADDED, 1);

  g_assert_false (msp_journal_store_get_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, NULL), ==, MANY - 30);
}

static void
test_step_in_the_middle (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *first = add (fixture, "First");
  g_autofree char *second = NULL;
  MspUndoStep step;
  Answer answer;

  g_assert_true (msp_journal_store_get_undo (fixture->store, &step));
  second = add (fixture, "Second");
  answer = move (fixture, FALSE, step.serial);

  g_assert_no_error (answer.error);
  g_assert_null (get (fixture, first));
  g_assert_cmpuint (count (fixture, "second"), ==, 1);
}

static void
test_work_of_others_is_kept (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add (fixture, "Mine");
  g_autoptr (MspJournalStore) other = msp_journal_store_open (fixture->path, FALSE, &error);
  const char *const ids[] = { id, NULL };
  Answer answer;

  g_assert_no_error (error);
  g_assert_true (msp_journal_store_edit_many (other, ids, rewrite, NULL, &error));
  answer = move (fixture, FALSE, 0);

  g_assert_false (answer.has_succeeded);
  g_assert_error (answer.error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CHANGED);
  g_clear_error (&answer.error);
  g_assert_cmpuint (count (fixture, "terraform"), ==, 1);
  g_assert_false (msp_journal_store_get_undo (fixture->store, NULL));
  msp_journal_store_close (other);
}

static void
test_nothing_to_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  Answer answer = move (fixture, FALSE, 0);

  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void        (*test)(Fixture *,
                        gconstpointer);
  } tests[] = {
    { "/undo/added-entry", test_added_entry_goes_and_comes_back },
    { "/undo/edit", test_edit_is_taken_back_whole },
    { "/undo/many-are-one-step", test_many_are_one_step },
    { "/undo/thirty-steps", test_thirty_steps_are_kept },
    { "/undo/step-in-the-middle", test_step_in_the_middle },
    { "/undo/work-of-others", test_work_of_others_is_kept },
    { "/undo/nothing", test_nothing_to_undo },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
