/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "base/msp-clock.h"
#include "journal/msp-journal-backup.h"
#include "../support/test-folder.h"

#define WRITERS 4
#define BACKUPS 25

typedef struct
{
  char            *folder;
  char            *path;
  MspJournalStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ms-programs-backup-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->store = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_journal_store_close (fixture->store);
  g_object_unref (fixture->store);
  test_remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add (Fixture    *fixture,
     const char *title)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  entry->date = msp_day_new (2026, 4, 1);
  id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);
}

static guint
count (Fixture *fixture)
{
  MspJournalContents contents;
  g_autoptr (GError) error = NULL;

  msp_journal_store_get_contents (fixture->store, &contents, &error);
  g_assert_no_error (error);

  return contents.entries;
}

static char *
back_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *path = msp_journal_store_back_up (fixture->store, NULL, &error);

  g_assert_no_error (error);

  return path;
}

static void
test_made_and_looked_at (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *hash_path = NULL;
  g_autofree char *log = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalContents contents;
  const MspBackup *backup;
  GStatBuf info;

  add (fixture, "First");
  add (fixture, "Second");
  path = back_up (fixture);
  add (fixture, "Third");

  backups = msp_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpstr (backup->path, ==, path);
  g_assert_cmpint (ABS (backup->time - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (backup->size, ==, info.st_size);
  hash_path = g_strconcat (path, ".sha256", NULL);
  g_assert_true (g_file_get_contents (hash_path, &hash, NULL, NULL));
  g_assert_cmpuint (strlen (hash), >, 64);

  g_assert_true (msp_journal_look_at_backup (path, &contents, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (contents.entries, ==, 2);
  g_assert_cmpuint (contents.in_trash, ==, 0);
  g_assert_cmpint (contents.last, ==, msp_day_new (2026, 4, 1));
  log = g_strconcat (path, "-wal", NULL);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (MspJournalStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *replaced = NULL;
  g_auto (GStrv) problems = NULL;
  MspJournalContents contents;

  add (fixture, "First");
  path = back_up (fixture);
  add (fixture, "Second");
  /* Somebody else has it open meanwhile. */
  other = msp_journal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (msp_journal_store_get_contents (other, &contents, &error));

  g_assert_true (msp_journal_store_restore_backup (fixture->store, path, &replaced, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_true (msp_journal_store_get_contents (other, &contents, &error));
  g_assert_cmpuint (contents.entries, ==, 1);
  problems = msp_journal_store_check (other, &error);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
  msp_journal_store_close (other);

  g_assert_true (msp_journal_look_at_backup (replaced, &contents, &error));
  g_assert_cmpuint (contents.entries, ==, 2);
  add (fixture, "Third");
  g_assert_true (msp_journal_store_restore_backup (fixture->store, replaced, NULL, &error));
  g_assert_cmpuint (count (fixture), ==, 2);
}

static void
test_a_bad_backup_is_refused (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *nothing = g_build_filename (fixture->folder, "nothing", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalContents contents;
  gsize size;

  add (fixture, "First");
  path = back_up (fixture);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  bytes[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_false (msp_journal_look_at_backup (path, &contents, &error));
  g_assert_error (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (msp_journal_store_restore_backup (fixture->store, path, NULL, &error));
  g_assert_error (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpuint (count (fixture), ==, 1);

  g_assert_false (msp_journal_look_at_backup (nothing, &contents, &error));
  g_assert_error (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CANT_OPEN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (nothing, "", 0, NULL));
  g_assert_false (msp_journal_look_at_backup (nothing, &contents, &error));
  g_assert_error (error, MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT);
}

static void
test_a_file_is_not_replaced (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *again = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;

  made = msp_journal_store_back_up (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, path);
  again = msp_journal_store_back_up (fixture->store, path, &error);
  g_assert_null (again);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  again = msp_journal_store_back_up (fixture->store, fixture->path, &error);
  g_assert_null (again);
}

static gpointer
make_backups (gpointer data)
{
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = msp_journal_store_open (data, FALSE, &error);

  g_assert_no_error (error);
  for (int i = 0; i < BACKUPS; i++)
    {
      g_autofree char *path = msp_journal_store_back_up (store, NULL, &error);

      g_assert_no_error (error);
    }
  msp_journal_store_close (store);
  g_object_unref (store);

  return NULL;
}

static void
test_names_never_collide (Fixture       *fixture,
                          gconstpointer  data)
{
  GThread *threads[WRITERS];
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = msp_backup_folder (fixture->path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  add (fixture, "First");
  for (int i = 0; i < WRITERS; i++)
    threads[i] = g_thread_new ("backups", make_backups, fixture->path);
  for (int i = 0; i < WRITERS; i++)
    g_thread_join (threads[i]);

  backups = msp_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, WRITERS * BACKUPS);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
}

static void
test_put_aside (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged.db", NULL);
  g_autofree char *old = g_strconcat (damaged, ".corrupt-20200101T000000Z", NULL);
  g_autofree char *older = g_strconcat (damaged, ".corrupt-20190101T000000Z", NULL);
  g_autofree char *oldest = g_strconcat (damaged, ".corrupt-20180101T000000Z", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (damaged, "damaged", -1, NULL));
  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_true (g_file_set_contents (older, "older", -1, NULL));
  g_assert_true (g_file_set_contents (oldest, "oldest", -1, NULL));
  aside = msp_journal_put_aside (damaged, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (damaged, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (older, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (oldest, G_FILE_TEST_EXISTS));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/journal-backup/made-and-looked-at", test_made_and_looked_at);
  ADD ("/journal-backup/restored", test_restored);
  ADD ("/journal-backup/a-bad-backup-is-refused", test_a_bad_backup_is_refused);
  ADD ("/journal-backup/a-file-is-not-replaced", test_a_file_is_not_replaced);
  ADD ("/journal-backup/names-never-collide", test_names_never_collide);
  ADD ("/journal-backup/put-aside", test_put_aside);

  return g_test_run ();
}
