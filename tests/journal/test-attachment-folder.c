/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-attachment-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journal/msp-contribution.h"
#include "../support/test-folder.h"

#define LARGE (300 * 1024) /* several pieces of a copy */
#define NOBODY 65534
#define HELLO_HASH "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

typedef struct
{
  char *place;
  char *folder;
  char *source;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *journal = NULL;

  fixture->place = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  journal = g_build_filename (fixture->place, "journal.db", NULL);
  fixture->folder = msp_attachment_folder_of (journal);
  fixture->source = g_build_filename (fixture->place, "my slides.pdf", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_remove_all (fixture->place);
  g_free (fixture->place);
  g_free (fixture->folder);
  g_free (fixture->source);
}

static void
write_source (Fixture *fixture,
              gsize    size)
{
  g_autofree char *text = g_strnfill (size, 'x');

  g_assert_true (g_file_set_contents (fixture->source, text, (gssize) size, NULL));
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static MspAttachment *
copy (Fixture                *fixture,
      const char             *path,
      GFileProgressCallback   progress,
      GError                **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return msp_attachment_copy_in (fixture->folder, file, progress, fixture, NULL, error);
}

static void
assert_refused (Fixture               *fixture,
                const char            *path,
                GFileProgressCallback  progress,
                MspAttachmentError     code,
                const char            *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (copy (fixture, path, progress, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static int
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static void
test_stored_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (fixture->place, "other.txt", NULL);
  g_autofree char *path = msp_attachment_path (fixture->folder, HELLO_HASH);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (fixture->source, "hello", -1, NULL));
  g_assert_true (g_file_set_contents (other, "hello", -1, NULL));
  g_assert_false (msp_attachment_is_there (fixture->folder, HELLO_HASH));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (MspAttachment) attachment = copy (fixture, i == 0 ? fixture->source : other, NULL,
                                                   &error);

      g_assert_no_error (error);
      g_assert_cmpstr (attachment->name, ==, i == 0 ? "my slides.pdf" : "other.txt");
      g_assert_cmpstr (attachment->hash, ==, HELLO_HASH);
      g_assert_cmpint (attachment->size, ==, 5);
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
  g_assert_true (msp_attachment_is_there (fixture->folder, HELLO_HASH));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "hello");
}

static void
test_modes (Fixture       *fixture,
            gconstpointer  data)
{
  const mode_t masks[] = { 0, 0777 };

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autoptr (MspAttachment) attachment = NULL;
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      mode_t old;

      write_source (fixture, 10);
      old = umask (masks[i]);
      attachment = copy (fixture, fixture->source, NULL, &error);
      umask (old);
      g_assert_no_error (error);
      path = msp_attachment_path (fixture->folder, attachment->hash);
      g_assert_cmpint (mode_of (path), ==, 0600);
      g_assert_cmpint (mode_of (fixture->folder), ==, 0700);
      test_remove_all (fixture->folder);
    }
}

static void
vanish (goffset  done,
        goffset  total,
        gpointer data)
{
  g_unlink (((Fixture *) data)->source);
}

static void
grow (goffset  done,
      goffset  total,
      gpointer data)
{
  int fd = g_open (((Fixture *) data)->source, O_WRONLY | O_APPEND, 0);

  g_assert_cmpint (write (fd, "more", 4), ==, 4);
  close (fd);
}

static void
shrink (goffset  done,
        goffset  total,
        gpointer data)
{
  g_assert_cmpint (truncate (((Fixture *) data)->source, 10), ==, 0);
}

static void
change (goffset  done,
        goffset  total,
        gpointer data)
{
  int fd = g_open (((Fixture *) data)->source, O_WRONLY, 0);

  g_usleep (20000); /* more than the grain of a file's time */
  g_assert_cmpint (write (fd, "more", 4), ==, 4);
  close (fd);
}

static void
test_changed_while_copied (Fixture       *fixture,
                           gconstpointer  data)
{
  const GFileProgressCallback changes[] = { vanish, grow, shrink, change };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      write_source (fixture, LARGE);
      assert_refused (fixture, fixture->source, changes[i], MSP_ATTACHMENT_ERROR_CHANGED,
                      "my slides.pdf");
    }
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (fixture->place, "pipe", NULL);
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/slides.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (fixture, fixture->source, NULL, MSP_ATTACHMENT_ERROR_SOURCE, "is not there");
  assert_refused (fixture, fixture->place, NULL, MSP_ATTACHMENT_ERROR_SOURCE, "is a folder");
  assert_refused (fixture, pipe, NULL, MSP_ATTACHMENT_ERROR_SOURCE, "is a pipe");
  assert_refused (fixture, "/dev/zero", NULL, MSP_ATTACHMENT_ERROR_SOURCE, "is a pipe or a device");

  g_assert_null (msp_attachment_copy_in (fixture->folder, remote, NULL, NULL, NULL, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_SOURCE);
  g_assert_nonnull (strstr (error->message, "is not on this computer"));
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  write_source (fixture, 1);
  g_assert_cmpint (truncate (fixture->source, MSP_ATTACHMENT_SIZE_MAX + 1), ==, 0);
  assert_refused (fixture, fixture->source, NULL, MSP_ATTACHMENT_ERROR_TOO_LARGE, "is too large");
}

/* As root nothing is forbidden. */
static void
become (gboolean is_nobody)
{
  static gboolean was_root = FALSE;

  if (is_nobody)
    was_root = geteuid () == 0;
  if (was_root)
    g_assert_cmpint (seteuid (is_nobody ? NOBODY : 0), ==, 0);
}

static void
test_forbidden (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspAttachment) stored = NULL;

  g_assert_cmpint (chmod (fixture->place, 0755), ==, 0);
  write_source (fixture, 10);
  g_assert_cmpint (chmod (fixture->source, 0), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
  become (TRUE);
  assert_refused (fixture, fixture->source, NULL, MSP_ATTACHMENT_ERROR_READ_ONLY, "cannot be written");
  become (FALSE);

  g_assert_cmpint (chmod (fixture->folder, 0777), ==, 0);
  become (TRUE);
  assert_refused (fixture, fixture->source, NULL, MSP_ATTACHMENT_ERROR_SOURCE, "may not be read");
  become (FALSE);

  g_assert_cmpint (chmod (fixture->source, 0644), ==, 0);
  test_remove_all (fixture->folder);
  g_assert_cmpint (chmod (fixture->place, 0555), ==, 0);
  become (TRUE);
  assert_refused (fixture, fixture->source, NULL, MSP_ATTACHMENT_ERROR_READ_ONLY, "cannot be written");
  become (FALSE);
  g_assert_cmpint (chmod (fixture->place, 0755), ==, 0);

  stored = copy (fixture, fixture->source, NULL, &error);
  g_assert_no_error (error);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  struct rlimit limit;
  rlim_t old;

  write_source (fixture, LARGE);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  old = limit.rlim_cur;
  limit.rlim_cur = LARGE / 2;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_refused (fixture, fixture->source, NULL, MSP_ATTACHMENT_ERROR_FULL, "The disk is full");
  limit.rlim_cur = old;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->source);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_source (fixture, LARGE);
  g_cancellable_cancel (cancellable);
  g_assert_null (msp_attachment_copy_in (fixture->folder, file, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_folder_is_no_link (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->place, "elsewhere", NULL);
  g_autofree char *outside = g_build_filename (elsewhere, HELLO_HASH, NULL);
  g_autoptr (GError) error = NULL;

  write_source (fixture, 10);
  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_true (g_file_set_contents (outside, "hello", -1, NULL));
  g_assert_cmpint (symlink (elsewhere, fixture->folder), ==, 0);
  g_assert_null (copy (fixture, fixture->source, NULL, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_FAILED);
  msp_attachment_remove (fixture->folder, HELLO_HASH);
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));

  /* Nor is what lies in it. */
  g_assert_cmpint (g_unlink (fixture->folder), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_clear_pointer (&elsewhere, g_free);
  elsewhere = msp_attachment_path (fixture->folder, HELLO_HASH);
  g_assert_cmpint (symlink (outside, elsewhere), ==, 0);
  g_assert_false (msp_attachment_is_there (fixture->folder, HELLO_HASH));
}

static void
test_out (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->place, "out.txt", NULL);
  g_autofree char *path = msp_attachment_path (fixture->folder, HELLO_HASH);
  g_autofree char *text = NULL;
  g_autoptr (MspAttachment) attachment = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->source, "hello", -1, NULL));
  g_assert_true (g_file_set_contents (target, "what was there", -1, NULL));
  attachment = copy (fixture, fixture->source, NULL, NULL);
  g_assert_true (msp_attachment_copy_out (fixture->folder, attachment, target, 0400, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "hello");
  g_assert_cmpint (mode_of (target), ==, 0400);

  /* What was tampered with is not handed out. */
  g_assert_true (g_file_set_contents (path, "HELLO", -1, NULL));
  g_assert_false (msp_attachment_copy_out (fixture->folder, attachment, target, 0600, NULL, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_cmpint (mode_of (target), ==, 0400);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (msp_attachment_copy_out (fixture->folder, attachment, target, 0600, NULL, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_MISSING);
}

static gboolean
all_unused (const char *hash,
            gpointer    data)
{
  return TRUE;
}

static void
test_sweep (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const names[] = { HELLO_HASH, ".new-0123456789abcdef", "mine.txt", "subfolder" };
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      if (i < 3)
        g_assert_true (g_file_set_contents (path, "hello", -1, NULL));
      else
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  msp_attachment_sweep (fixture->folder, now - 60, all_unused, NULL);
  g_assert_cmpuint (count_files (fixture), ==, 4);
  msp_attachment_sweep (fixture->folder, now + 60, all_unused, NULL);
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_names (void)
{
  const struct
  {
    const char *file;
    const char *name;
  } names[] = {
    { "slides.pdf", "slides.pdf" }, { "Q&A <b>é 漢.txt", "Q&A <b>é 漢.txt" }, { "", "_" }, { "..", "_" },
    { "a/b", "a_b" }, { "two\nlines", "two_lines" }, { "\342\200\256exe.pdf", "_exe.pdf" },
    { "\xff", "\xef\xbf\xbd" },
  };
  g_autofree char *filler = g_strnfill (300, 'n');
  g_autofree char *overlong = g_strconcat (filler, ".pdf", NULL);
  g_autofree char *cut = msp_attachment_clean_name (overlong);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = msp_attachment_clean_name (names[i].file);

      g_assert_cmpstr (name, ==, names[i].name);
      g_assert_null (msp_attachment_name_problem (name));
      if (!g_str_equal (names[i].file, names[i].name))
        g_assert_nonnull (msp_attachment_name_problem (names[i].file));
    }
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, MSP_NAME_MAX);
  g_assert_true (g_str_has_suffix (cut, "n.pdf"));
  g_assert_nonnull (msp_attachment_name_problem (overlong));

  g_assert_true (msp_attachment_is_hash (HELLO_HASH));
  g_assert_false (msp_attachment_is_hash ("../" HELLO_HASH));
  g_assert_false (msp_attachment_is_hash (HELLO_HASH "0"));
  g_assert_false (msp_attachment_is_hash (""));
  g_assert_null (msp_attachment_path ("/x", "../../etc/passwd"));
}

static void
test_lists (void)
{
  g_autoptr (GPtrArray) list = msp_attachments_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *other = g_strdup (HELLO_HASH);

  other[0] = 'f';
  g_assert_true (msp_attachments_add (list, msp_attachment_new ("a.pdf", HELLO_HASH, 5, "")));
  g_assert_false (msp_attachments_add (list, msp_attachment_new ("a.pdf", HELLO_HASH, 5, "")));
  g_assert_true (msp_attachments_add (list, msp_attachment_new ("a.pdf", other, 5, "")));
  g_assert_true (msp_attachments_add (list, msp_attachment_new ("b", HELLO_HASH, 5, "")));
  names = msp_attachments_list_names (list);
  g_assert_cmpstr (names[0], ==, "a.pdf");
  g_assert_cmpstr (names[1], ==, "a (2).pdf");
  g_assert_cmpstr (names[2], ==, "b");
  g_assert_null (names[3]);
  g_assert_true (msp_attachments_remove (list, "a.pdf"));
  g_assert_false (msp_attachments_remove (list, "a.pdf"));
}

static void
test_own_folder (void)
{
  g_autofree char *usual = msp_attachment_folder_of ("/x/journal.db");
  g_autofree char *own = msp_attachment_folder_of ("/x/mine.db");

  g_assert_cmpstr (usual, ==, "/x/attachments");
  g_assert_cmpstr (own, ==, "/x/mine.db-attachments");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/attachment-folder/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("stored-once", test_stored_once);
  ADD ("modes", test_modes);
  ADD ("changed-while-copied", test_changed_while_copied);
  ADD ("no-file", test_no_file);
  ADD ("too-large", test_too_large);
  ADD ("forbidden", test_forbidden);
  ADD ("full", test_full);
  ADD ("cancelled", test_cancelled);
  ADD ("folder-is-no-link", test_folder_is_no_link);
  ADD ("out", test_out);
  ADD ("sweep", test_sweep);
#undef ADD
  g_test_add_func ("/attachment-folder/names", test_names);
  g_test_add_func ("/attachment-folder/lists", test_lists);
  g_test_add_func ("/attachment-folder/own-folder", test_own_folder);

  return g_test_run ();
}
