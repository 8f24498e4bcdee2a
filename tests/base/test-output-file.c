/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/msp-output-file.h"

#define LARGE (1 << 20)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("ms-programs-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

static void
assert_holds (const char *path,
              const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_replaces_when_committed (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (MspOutputFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (LARGE, 'x');
  g_autofree char *text = NULL;
  mode_t mask = umask (0);
  struct stat info;
  gsize length;

  file = msp_output_file_new (fixture->path, &error);
  umask (mask);
  g_assert_no_error (error);
  g_assert_true (msp_output_file_write (file, "begin", 5, &error));
  g_assert_true (msp_output_file_write (file, large, LARGE, &error));
  g_assert_true (msp_output_file_write (file, "end", 3, &error));
  assert_holds (fixture->path, "old");

  g_assert_true (msp_output_file_commit (file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_cmpuint (length, ==, LARGE + 8);
  g_assert_true (g_str_has_prefix (text, "beginx") && g_str_has_suffix (text, "xend"));
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_leaves_the_old_one (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (MspOutputFile) file = msp_output_file_new (fixture->path, NULL);

  g_assert_true (msp_output_file_write (file, "new", 3, NULL));
  g_clear_pointer (&file, msp_output_file_free);
  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
assert_refused (const char   *path,
                GIOErrorEnum  code,
                const char   *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspOutputFile) file = msp_output_file_new (path, &error);

  g_assert_null (file);
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_refuses_other_things (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "out.csv", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "out.csv", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("gone", link), ==, 0);
  assert_refused (fixture->folder, G_IO_ERROR_IS_DIRECTORY, "is a folder");
  assert_refused (nowhere, G_IO_ERROR_NOT_FOUND, "there is no folder");
  assert_refused (below, G_IO_ERROR_NOT_DIRECTORY, "was not written");
  assert_refused (pipe, G_IO_ERROR_NOT_REGULAR_FILE, "a pipe");
  assert_refused ("/dev/null", G_IO_ERROR_NOT_REGULAR_FILE, "a device");
  assert_refused (link, G_IO_ERROR_NOT_FOUND, "is a link");
  assert_refused ("", G_IO_ERROR_INVALID_FILENAME, "name");
}

static void
test_follows_a_link (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("out.csv", link), ==, 0);
  g_assert_true (msp_output_file_save (link, "new", 3, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_says_that_the_disk_is_full (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *large = g_strnfill (LARGE, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = LARGE / 2;
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (msp_output_file_save (fixture->path, large, LARGE, &error));
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "The disk is full"));
  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/output-file/replaces-when-committed", Fixture, NULL, set_up,
              test_replaces_when_committed, tear_down);
  g_test_add ("/output-file/leaves-the-old-one", Fixture, NULL, set_up, test_leaves_the_old_one,
              tear_down);
  g_test_add ("/output-file/refuses-other-things", Fixture, NULL, set_up, test_refuses_other_things,
              tear_down);
  g_test_add ("/output-file/follows-a-link", Fixture, NULL, set_up, test_follows_a_link, tear_down);
  g_test_add ("/output-file/says-that-the-disk-is-full", Fixture, NULL, set_up,
              test_says_that_the_disk_is_full, tear_down);

  return g_test_run ();
}
