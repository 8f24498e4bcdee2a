/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-habits.h"

#include <glib/gstdio.h>

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
  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  msp_journal_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_unlink (log);
  g_free (fixture->path);
}

static void
set (char      **field,
     const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static MspContribution *
make_entry (const char *url,
            const char *type,
            const char *area,
            MspDay      date)
{
  MspContribution *entry = msp_contribution_new ();

  set (&entry->title, "An entry");
  set (&entry->url, url);
  set (&entry->type, type);
  set (&entry->area, area);
  set (&entry->role, "Author");
  g_strfreev (entry->audience);
  entry->audience = g_strsplit ("Developer", ",", -1);
  entry->date = date;

  return entry;
}

static char *
add (Fixture    *fixture,
     const char *url,
     const char *type,
     const char *area)
{
  g_autoptr (MspContribution) entry = make_entry (url, type, area, msp_day_new (2026, 11, 23));
  g_autoptr (GError) error = NULL;
  char *id = msp_journal_store_add (fixture->store, entry, &error);

  g_assert_no_error (error);

  return id;
}

static void
found (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(MspHabit **) data = msp_journal_store_habit_finish (MSP_JOURNAL_STORE (source), result, &error);
  g_assert_no_error (error);
}

static MspHabit *
ask (Fixture    *fixture,
     const char *url,
     const char *path,
     const char *type)
{
  MspHabit *habit = NULL;

  msp_journal_store_habit_async (fixture->store, url, path, type, NULL, found, &habit);
  while (habit == NULL)
    g_main_context_iteration (NULL, TRUE);

  return habit;
}

#define assert_type(fixture, url, path, expected) \
  G_STMT_START { g_autoptr (MspHabit) habit = ask (fixture, url, path, NULL); \
                 g_assert_cmpstr (habit->type, ==, expected); \
                 g_assert_cmpint (habit->is_from_site, ==, *habit->type != '\0'); } G_STMT_END

static void
test_site (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = add (fixture, "https://www.example.org/one", "Blog", "");
  g_autofree char *second = add (fixture, "http://example.org/two", "Article", "");
  g_autofree char *other = add (fixture, "https://example.org.evil/x", "Podcast", "");
  g_autofree char *another = add (fixture, "https://my-example.org/x", "Podcast", "");
  const char *const ids[] = { second, NULL };

  assert_type (fixture, "https://example.org/new", NULL, "Article");
  assert_type (fixture, "HTTPS://WWW.EXAMPLE.ORG/", NULL, "Article");
  assert_type (fixture, "https://sub.example.org/", NULL, "");
  assert_type (fixture, "https://example.com/", NULL, "");
  assert_type (fixture, "javascript:x", NULL, "");
  assert_type (fixture, "", NULL, "");
  assert_type (fixture, NULL, NULL, "");

  assert_type (fixture, "https://example.org/one/more", "/one", "Blog");
  assert_type (fixture, "https://example.org/three", "/three", "");

  /* What is in the trash says nothing. */
  g_assert_true (msp_journal_store_delete (fixture->store, ids, NULL));
  assert_type (fixture, "https://example.org/new", NULL, "Blog");
}

/* A site that was used long ago is found by the index of links. */
static void
test_old_site (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *old = add (fixture, "https://www.example.org/old", "Blog", "");
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 600; i++)
    g_ptr_array_add (entries, make_entry ("", "Article", "", msp_day_new (2026, 11, 1)));
  g_assert_true (msp_journal_store_add_many (fixture->store, entries, &error));
  g_assert_no_error (error);

  assert_type (fixture, "https://example.org/new", NULL, "Blog");
  assert_type (fixture, "https://example.org/new", "/old", "Blog");
  assert_type (fixture, "https://example.org/new", "/none", "");
  assert_type (fixture, "https://example.net/new", NULL, "");
}

static void
test_type (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = add (fixture, "https://example.org/1", "Blog", "Bicep");
  g_autofree char *second = add (fixture, "", "Blog", "Azure Networking");
  g_autofree char *third = add (fixture, "https://github.com/x", "Podcast", "");
  g_autoptr (MspHabit) by_type = ask (fixture, NULL, NULL, "BLOG");
  g_autoptr (MspHabit) by_site = ask (fixture, "https://example.org/2", NULL, "Podcast");
  g_autoptr (MspHabit) fallback = ask (fixture, "https://example.com/", NULL, "Podcast");
  g_autoptr (MspHabit) unknown = ask (fixture, "https://example.com/", NULL, "Book/E-book");

  g_assert_cmpstr (by_type->area, ==, "Azure Networking");
  g_assert_cmpstr (by_type->role, ==, "Author");
  g_assert_cmpstr (by_type->audience[0], ==, "Developer");
  g_assert_true (by_type->is_known);
  g_assert_false (by_type->is_from_site);

  g_assert_cmpstr (by_site->type, ==, "Blog");
  g_assert_cmpstr (by_site->area, ==, "Azure Networking");
  g_assert_true (by_site->is_from_site);

  g_assert_cmpstr (fallback->type, ==, "Podcast");
  g_assert_false (fallback->is_from_site);
  g_assert_true (fallback->is_known);

  g_assert_cmpstr (unknown->type, ==, "Book/E-book");
  g_assert_false (unknown->is_known);
  g_assert_cmpstr (unknown->area, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/habits/site", Fixture, NULL, set_up, test_site, tear_down);
  g_test_add ("/habits/old-site", Fixture, NULL, set_up, test_old_site, tear_down);
  g_test_add ("/habits/type", Fixture, NULL, set_up, test_type, tear_down);

  return g_test_run ();
}
