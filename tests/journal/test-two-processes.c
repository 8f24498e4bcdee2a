/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The journal as the window has it open, with its readers, while other processes come and go. With
 * "add FILE TITLE" the program is such a process; it prints how many entries it has seen after. */

#include "journal/msp-journal-store.h"

static const char *program;

static char *
add_entry (MspJournalStore *store,
           const char      *title)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  char *id;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  msp_day_parse ("2026-11-23", &entry->date, NULL);
  id = msp_journal_store_add (store, entry, &error);
  g_assert_no_error (error);

  return id;
}

static guint
count_entries (MspJournalStore *store)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GPtrArray) list = msp_journal_store_list (store, query, NULL);

  return list->len;
}

static int
be_another_process (const char *path,
                    const char *title)
{
  g_autoptr (MspJournalStore) store = msp_journal_store_open (path, FALSE, NULL);
  g_autofree char *id = add_entry (store, title);

  g_print ("%u\n", count_entries (store));
  msp_journal_store_close (store);

  return 0;
}

static guint
add_elsewhere (const char *path,
               const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "add", path, title, NULL);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (process));

  return (guint) g_ascii_strtoull (output, NULL, 10);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(MspJournalStore **) user_data = msp_journal_store_open_finish (result, NULL);
}

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GArray) keys =
    msp_journal_store_keys_finish (MSP_JOURNAL_STORE (source), result, NULL);

  *(int *) user_data = (int) keys->len;
}

/* What the list would show: through the connection that only reads. */
static int
count_listed (MspJournalStore *store)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  int count = -1;

  msp_journal_store_keys_async (store, query, NULL, listed, &count);
  while (count < 0)
    g_main_context_iteration (NULL, TRUE);

  return count;
}

static void
test_nobody_takes_the_log_away (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "journal.db", NULL);
  g_autoptr (MspJournalStore) store = NULL;

  msp_journal_store_open_async (path, NULL, opened, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 1; i < 10; i += 2)
    {
      g_autofree char *id = add_entry (store, "here");

      g_assert_cmpuint (count_entries (store), ==, i);
      g_assert_cmpuint (add_elsewhere (path, "there"), ==, i + 1);
      g_assert_cmpuint (count_entries (store), ==, i + 1);
      g_assert_cmpint (count_listed (store), ==, (int) i + 1);
    }
  msp_journal_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "add"))
    return be_another_process (argv[2], argv[3]);

  program = argv[0];
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/two-processes/nobody-takes-the-log-away", test_nobody_takes_the_log_away);

  return g_test_run ();
}
