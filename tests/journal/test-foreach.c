/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-figure-history.h"
#include "journal/msp-journal-store.h"

#include <glib/gstdio.h>

#include "base/msp-clock.h"

#define N_ENTRIES 50

/* What the visits saw, and what happens while they go on. */
typedef struct
{
  char            *path;
  MspJournalStore *store;
  MspJournalStore *other;  /* another connection to the same file */
  char            *ids[N_ENTRIES];
  GString         *titles; /* of the entries seen */
  GStrv            names;
  guint            n_seen;
  guint            most;
} Fixture;

static char *
add (Fixture    *fixture,
     int         i,
     const char *figure)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  char *id;

  g_free (entry->title);
  entry->title = g_strdup_printf ("%02d", i);
  g_free (entry->type);
  entry->type = g_strdup (i % 2 == 0 ? "Blog" : "Article");
  entry->date = msp_day_new (2026, 1, 1) + i;
  msp_contribution_set_figure (entry, figure, i);
  id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);

  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_build_filename (g_get_user_data_dir (), "ms-programs", "journal.db", NULL);
  g_unlink (fixture->path);
  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  fixture->other = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_ENTRIES; i++)
    fixture->ids[i] = add (fixture, i, i % 2 == 0 ? "numberOfViews" : "stars");
  fixture->titles = g_string_new (NULL);
  fixture->most = G_MAXUINT;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_journal_store_close (fixture->other);
  g_assert_finalize_object (fixture->other);
  msp_journal_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  for (int i = 0; i < N_ENTRIES; i++)
    g_free (fixture->ids[i]);
  g_string_free (fixture->titles, TRUE);
  g_strfreev (fixture->names);
  g_free (fixture->path);
}

static gboolean
see (MspContribution  *entry,
     gpointer          data,
     GError          **error)
{
  g_autoptr (MspContribution) owned = entry;
  Fixture *fixture = data;

  g_string_append_printf (fixture->titles, "%s ", owned->title);
  g_assert_cmpuint (owned->figures->len, ==, 1);
  fixture->n_seen++;

  return fixture->n_seen < fixture->most;
}

static void
take_names (const char *const *names,
            gpointer           data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (fixture->n_seen, ==, 0);
  fixture->names = g_strdupv ((char **) names);
}

static void
test_each_in_order (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspQuery) query = msp_query_new ();

  query->limit = 3;
  g_assert_true (msp_journal_store_foreach (fixture->store, query, take_names, see, fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->titles->str, ==, "49 48 47 ");
  g_assert_cmpuint (g_strv_length (fixture->names), ==, 2);
}

static void
test_names_are_those_of_the_entries (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (MspQuery) all = msp_query_new ();
  const char *const ids[] = { fixture->ids[1], fixture->ids[2], NULL };

  query->ids = g_strdupv ((char **) ids);
  query->types = g_strsplit ("article", ",", -1);
  g_assert_true (msp_journal_store_foreach (fixture->store, query, take_names, see, fixture, &error));
  g_assert_cmpstr (fixture->titles->str, ==, "01 ");
  g_assert_cmpuint (g_strv_length (fixture->names), ==, 1);
  g_assert_cmpstr (fixture->names[0], ==, "stars");

  /* Those of the trash are none of them. */
  for (int i = 1; i < N_ENTRIES; i += 2)
    {
      const char *const one[] = { fixture->ids[i], NULL };

      g_assert_true (msp_journal_store_delete (fixture->store, one, &error));
    }
  fixture->n_seen = 0;
  g_clear_pointer (&fixture->names, g_strfreev);
  g_assert_true (msp_journal_store_foreach (fixture->store, all, take_names, see, fixture, &error));
  g_assert_cmpuint (fixture->n_seen, ==, N_ENTRIES / 2);
  g_assert_cmpuint (g_strv_length (fixture->names), ==, 1);
  g_assert_cmpstr (fixture->names[0], ==, "numberOfViews");
}

static gboolean
fail (MspContribution  *entry,
      gpointer          data,
      GError          **error)
{
  msp_contribution_free (entry);
  ((Fixture *) data)->n_seen++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no space");

  return FALSE;
}

static void
test_ends_when_told (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspQuery) query = msp_query_new ();

  fixture->most = 2;
  g_assert_true (msp_journal_store_foreach (fixture->store, query, NULL, see, fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_seen, ==, 2);

  g_assert_false (msp_journal_store_foreach (fixture->store, query, NULL, fail, fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (fixture->n_seen, ==, 3);
}

/* Deletes and renames through the other connection in the middle. */
static gboolean
see_and_meddle (MspContribution  *entry,
                gpointer          data,
                GError          **error)
{
  Fixture *fixture = data;
  g_autoptr (GError) local_error = NULL;
  const char *const gone[] = { fixture->ids[0], NULL };

  if (fixture->n_seen == 5)
    {
      g_autoptr (MspContribution) last =
        msp_journal_store_get (fixture->other, fixture->ids[1], &local_error);

      g_free (last->title);
      last->title = g_strdup ("renamed");
      g_assert_true (msp_journal_store_update (fixture->other, last, &local_error));
      g_assert_true (msp_journal_store_delete (fixture->other, gone, &local_error));
      g_assert_cmpint (msp_journal_store_empty_trash (fixture->other, MSP_DAY_NONE, &local_error),
                       ==, 1);
    }

  return see (entry, data, error);
}

static void
test_all_are_of_one_moment (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspQuery) query = msp_query_new ();

  g_assert_true (msp_journal_store_foreach (fixture->store, query, NULL, see_and_meddle, fixture,
                                            &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_seen, ==, N_ENTRIES);
  g_assert_true (g_str_has_suffix (fixture->titles->str, " 01 00 "));
}

static void
test_several_ids_resolve (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *upper = g_ascii_strup (fixture->ids[1], -1);
  const char *const known[] = { fixture->ids[0], upper, fixture->ids[1], NULL };
  const char *const unknown[] = { fixture->ids[0], "00000000-nowhere", NULL };
  g_auto (GStrv) ids = msp_journal_store_resolve_all (fixture->store, known, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[1], ==, fixture->ids[1]);

  g_assert_null (msp_journal_store_resolve_all (fixture->store, unknown, &error));
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "00000000-nowhere"));
}

static void
test_figures_have_a_past (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (MspContribution) entry = NULL;
  const MspPastFigure *first;
  const MspPastFigure *second;

  g_assert_true (msp_clock_fix_today ("2030-01-02", &error));
  entry = msp_journal_store_get (fixture->store, fixture->ids[1], &error);
  msp_contribution_set_figure (entry, "stars", 99);
  g_assert_true (msp_journal_store_update (fixture->store, entry, &error));

  history = msp_journal_store_figure_history (fixture->store, fixture->ids[1], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  first = g_ptr_array_index (history, 0);
  second = g_ptr_array_index (history, 1);
  g_assert_cmpstr (first->name, ==, "stars");
  g_assert_cmpint (first->value, ==, 1);
  g_assert_cmpint (second->value, ==, 99);
  g_assert_cmpint (second->recorded_on, ==, msp_day_new (2030, 1, 2));
}

#define ADD_TEST(name, func) g_test_add ("/foreach/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_TEST ("each-in-order", test_each_in_order);
  ADD_TEST ("names-are-those-of-the-entries", test_names_are_those_of_the_entries);
  ADD_TEST ("ends-when-told", test_ends_when_told);
  ADD_TEST ("all-are-of-one-moment", test_all_are_of_one_moment);
  ADD_TEST ("several-ids-resolve", test_several_ids_resolve);
  ADD_TEST ("figures-have-a-past", test_figures_have_a_past);

  return g_test_run ();
}
