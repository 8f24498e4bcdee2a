/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-journal-templates.h"

#include <glib/gstdio.h>

#include "journal/msp-journal-records.h"

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
make_entry (void)
{
  MspContribution *entry = msp_contribution_new ();

  set (&entry->title, "Azure \"meetup\" \\ Q&A <b>é 漢");
  set (&entry->type, "User Group Owner");
  set (&entry->notes, "two\nlines\twith\001control");
  g_strfreev (entry->audience);
  entry->audience = g_strsplit ("Developer,IT Pro", ",", -1);
  entry->date = msp_day_new (2026, 11, 23);
  entry->quantity = 3;
  entry->is_private = TRUE;
  entry->status = MSP_STATUS_PLANNED;
  msp_contribution_set_figure (entry, "inPersonAttendees", 30);

  return entry;
}

static void
test_comes_back (void)
{
  g_autoptr (MspContribution) entry = make_entry ();
  g_autofree char *json = msp_template_to_json ("Monthly <meetup>", entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (MspTemplate) template = msp_template_from_json (json, &error);
  g_autoptr (MspContribution) begun = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (template->name, ==, "Monthly <meetup>");
  g_assert_cmpint (template->entry->date, ==, MSP_DAY_NONE);
  g_assert_cmpuint (template->entry->figures->len, ==, 0);

  begun = msp_template_begin_entry (template, entry->date);
  msp_contribution_set_figure (begun, "inPersonAttendees", 30);
  g_assert_true (msp_contribution_equal (begun, entry));
}

/* What stands for @from in a good template, and makes it a bad one. */
static const struct
{
  const char *from;
  const char *to;
  const char *problem;
} broken[] = {
  { "\"version\": 1", "\"version\": 2", "version" },
  { "ms-programs-template", "ms-programs-journal", "format" },
  { "\"quantity\": 3", "\"quantity\": \"3\"", "quantity" },
  { "\"quantity\": 3", "\"quantity\": -3", "quantity" },
  { "\"isPrivate\": true", "\"isPrivate\": 1", "isPrivate" },
  { "\"planned\"", "\"perhaps\"", "status" },
  { "\"tags\": []", "\"tags\": [1]", "tags[0]" },
  { "\"tags\": []", "\"tags\": {}", "tags" },
  { "\"url\": \"\"", "\"url\": \"javascript:x\"", "url" },
  { "\"role\": \"\", ", "", "\"role\" is missing" },
  { "\"role\"", "\"rule\"", "unknown name \"rule\"" },
  { "\"name\": \"Meetup\"", "\"name\": \"\"", "name" },
  { "}", "", "" },
};

static void
test_broken (void)
{
  g_autoptr (MspContribution) entry = make_entry ();
  g_autofree char *json = msp_template_to_json ("Meetup", entry);
  const char *const others[] = { "", "null", "[]", "{}", "\377" };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_auto (GStrv) parts = g_strsplit (json, broken[i].from, 2);
      g_autofree char *bad = g_strjoinv (broken[i].to, parts);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].to);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_null (msp_template_from_json (bad, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, broken[i].problem));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (msp_template_from_json (others[i], NULL));
}

static char *
list_names (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = msp_journal_store_list_templates (fixture->store, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (names, "%s|", ((MspTemplate *) g_ptr_array_index (list, i))->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
change (Fixture               *fixture,
        const char            *name,
        const char            *new_name,
        const MspContribution *entry)
{
  g_autoptr (GError) error = NULL;
  gboolean changed =
    msp_journal_store_change_template (fixture->store, name, new_name, entry, &error);

  g_assert_cmpint (changed, ==, error == NULL);

  return changed;
}

#define assert_names(fixture, expected) \
  G_STMT_START { g_autofree char *names = list_names (fixture); \
                 g_assert_cmpstr (names, ==, expected); } G_STMT_END

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (MspContribution) entry = make_entry ();

  assert_names (fixture, "");
  g_assert_true (change (fixture, NULL, " Meetup ", entry));
  g_assert_true (change (fixture, NULL, "Élan", entry));
  g_assert_true (change (fixture, NULL, "MEETUP", entry));
  assert_names (fixture, "MEETUP|Élan|");
  g_assert_true (change (fixture, "meetup", "Monthly meetup", NULL));
  assert_names (fixture, "Monthly meetup|Élan|");
  g_assert_true (change (fixture, "Monthly meetup", "Monthly Meetup", NULL));
  g_assert_false (change (fixture, "Monthly Meetup", "elan", NULL));
  g_assert_false (change (fixture, "nothing", "something", NULL));
  g_assert_false (change (fixture, "nothing", NULL, NULL));
  g_assert_false (change (fixture, NULL, "  ", entry));
  g_assert_false (change (fixture, NULL, "0123456789012345678901234567890123456789"
                                         "0123456789012345678901234567890123456789", entry));
  assert_names (fixture, "Monthly Meetup|Élan|");
  g_assert_true (change (fixture, "élan", NULL, NULL));
  assert_names (fixture, "Monthly Meetup|");
}

/* A template of another release hides no other, and other small values are none. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (MspContribution) entry = make_entry ();

  g_assert_true (change (fixture, NULL, "Good", entry));
  g_assert_true (msp_journal_store_set_value (fixture->store, "template:bad", "{\"version\": 9}", NULL));
  g_assert_true (msp_journal_store_set_value (fixture->store, "templates", "x", NULL));
  g_assert_true (msp_journal_store_set_value (fixture->store, "snooze", "x", NULL));
  assert_names (fixture, "Good|");
}

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  *(GPtrArray **) data =
    msp_journal_store_list_templates_finish (MSP_JOURNAL_STORE (source), result, NULL);
}

static void
changed (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  msp_journal_store_change_template_finish (MSP_JOURNAL_STORE (source), result, &error);
  *(int *) data = error == NULL ? 1 : -1;
}

static void
test_for_the_window (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (MspContribution) entry = make_entry ();
  g_autoptr (GPtrArray) list = NULL;
  int good = 0;
  int bad = 0;

  msp_journal_store_change_template_async (fixture->store, NULL, "Meetup", entry, NULL, changed, &good);
  msp_journal_store_change_template_async (fixture->store, NULL, "", entry, NULL, changed, &bad);
  while (good == 0 || bad == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (good, ==, 1);
  g_assert_cmpint (bad, ==, -1);

  msp_journal_store_list_templates_async (fixture->store, NULL, listed, &list);
  while (list == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (list->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/template/comes-back", test_comes_back);
  g_test_add_func ("/template/broken", test_broken);
  g_test_add ("/template/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/template/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/template/for-the-window", Fixture, NULL, set_up, test_for_the_window, tear_down);

  return g_test_run ();
}
