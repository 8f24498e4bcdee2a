/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/msp-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange/msp-archive-writer.h"
#include "journal/msp-journal-attachments.h"
#include "../support/test-folder.h"

#define JOURNAL "{\"format\": \"ms-programs-journal\"}"
#define BOMB (G_GINT64_CONSTANT (33) * 1024 * 1024)

typedef struct
{
  MspJournalStore *store;
  char            *folder;
  char            *path;  /* of the archive */
  char            *hash;  /* of "slides" */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ms-programs-archive-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "in.zip", NULL);
  fixture->hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "slides", -1);
  journal = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->store = msp_journal_store_open (journal, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* What was released goes when the journal is closed, for no entry names it. */
  g_autofree char *left = g_build_filename (fixture->folder, "attachments", fixture->hash, NULL);

  msp_journal_store_close (fixture->store);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);
  test_remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->hash);
}

/* An archive as somebody else makes it. */
static struct archive *
begin (Fixture *fixture)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, fixture->path), ==, ARCHIVE_OK);

  return archive;
}

static void
add (struct archive *archive,
     const char     *name,
     const char     *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (gint64) strlen (content));
  archive_write_header (archive, entry);
  archive_write_data (archive, content, strlen (content));
  archive_entry_free (entry);
}

static void
add_link (struct archive *archive,
          const char     *name)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFLNK);
  archive_entry_set_symlink (entry, "/etc/passwd");
  archive_write_header (archive, entry);
  archive_entry_free (entry);
}

static void
end (struct archive *archive)
{
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

static char *
name_file (Fixture *fixture)
{
  return g_strconcat (MSP_ARCHIVE_FILES, fixture->hash, NULL);
}

/* Nothing but the fixture's own folder is left of what was written meanwhile. */
static guint
count_temporary (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n - 1;
}

static void
assert_journal_refused (Fixture    *fixture,
                        int         code,
                        const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (msp_archive_read_journal (fixture->path, &error));
  g_assert_error (error, MSP_ARCHIVE_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_nonnull (strstr (error->message, "Nothing was imported."));
}

static void
assert_files_refused (Fixture    *fixture,
                      int         code,
                      const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (msp_archive_attach_files (fixture->path, fixture->store, NULL, NULL, &error));
  g_assert_error (error, MSP_ARCHIVE_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpuint (count_temporary (), ==, 0);
}

static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *source = g_build_filename (fixture->folder, "slides.pdf", NULL);
  g_autoptr (MspOutputFile) output = msp_output_file_new (fixture->path, NULL);
  g_autoptr (MspArchiveWriter) writer = msp_archive_writer_new (output, NULL);
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;
  gboolean is_good;
  guint n_files;

  g_assert_true (g_file_set_contents (source, "slides", -1, NULL));
  g_assert_true (msp_archive_writer_append_journal (writer, JOURNAL, 10, &error));
  g_assert_true (msp_archive_writer_append_journal (writer, JOURNAL + 10, strlen (JOURNAL) - 10,
                                                    &error));
  g_assert_true (msp_archive_writer_add_file (writer, source, fixture->hash, NULL, &is_good, &error));
  g_assert_true (is_good);
  g_assert_true (msp_archive_writer_add_file (writer, fixture->path, fixture->hash, NULL, &is_good,
                                              &error));
  g_assert_false (is_good);
  g_assert_true (msp_archive_writer_finish (writer, &error));
  g_assert_true (msp_output_file_commit (output, &error));
  g_assert_no_error (error);

  g_assert_true (msp_archive_is_zip_file (fixture->path));
  journal = msp_archive_read_journal (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (journal, NULL), g_bytes_get_size (journal), JOURNAL,
                   strlen (JOURNAL));
  g_assert_true (msp_archive_attach_files (fixture->path, fixture->store, &n_files, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_files, ==, 1);
  copy = msp_journal_store_find_attachment (fixture->store, fixture->hash);
  g_assert_true (g_file_get_contents (copy, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "slides");
  g_assert_cmpuint (count_temporary (), ==, 0);
}

/* Packed again by another program, which leaves things of its own in it. */
static void
test_other_members (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *escape = g_build_filename (fixture->folder, "escaped", NULL);
  g_autofree char *name = name_file (fixture);
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GError) error = NULL;
  struct archive *archive = begin (fixture);
  guint n_files;

  add (archive, "__MACOSX/journal.json", "x");
  add (archive, "../escaped", "x");
  add (archive, escape, "x");
  add (archive, MSP_ARCHIVE_FILES "../../escaped", "x");
  add_link (archive, "link");
  add (archive, name, "slides");
  add (archive, MSP_ARCHIVE_JOURNAL, JOURNAL);
  end (archive);

  journal = msp_archive_read_journal (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (journal), ==, strlen (JOURNAL));
  g_assert_true (msp_archive_attach_files (fixture->path, fixture->store, &n_files, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_files, ==, 1);
  g_assert_false (g_file_test (escape, G_FILE_TEST_EXISTS));
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *name = name_file (fixture);
  struct archive *archive = begin (fixture);

  add_link (archive, MSP_ARCHIVE_JOURNAL);
  end (archive);
  assert_journal_refused (fixture, MSP_ARCHIVE_ERROR_INVALID, "is a link");

  archive = begin (fixture);
  add (archive, MSP_ARCHIVE_JOURNAL, JOURNAL);
  add_link (archive, name);
  end (archive);
  assert_files_refused (fixture, MSP_ARCHIVE_ERROR_INVALID, "is a link");
}

static void
test_wrong_content (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *name = name_file (fixture);
  struct archive *archive = begin (fixture);

  add (archive, MSP_ARCHIVE_JOURNAL, JOURNAL);
  add (archive, name, "other");
  end (archive);
  assert_files_refused (fixture, MSP_ARCHIVE_ERROR_INVALID, "damaged");
}

static void
test_journals (Fixture       *fixture,
               gconstpointer  data)
{
  struct archive *archive = begin (fixture);

  add (archive, "other.json", JOURNAL);
  end (archive);
  assert_journal_refused (fixture, MSP_ARCHIVE_ERROR_INVALID, "without");

  archive = begin (fixture);
  add (archive, MSP_ARCHIVE_JOURNAL, JOURNAL);
  add (archive, MSP_ARCHIVE_JOURNAL, JOURNAL);
  end (archive);
  assert_journal_refused (fixture, MSP_ARCHIVE_ERROR_INVALID, "two journals");
}

static void
test_bomb (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *zeros = g_strnfill (BOMB, '0');
  struct archive *archive = begin (fixture);

  add (archive, MSP_ARCHIVE_JOURNAL, zeros);
  end (archive);
  assert_journal_refused (fixture, MSP_ARCHIVE_ERROR_TOO_LARGE, "larger than");
}

static void
test_many_bombs (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *zeros = g_strnfill (BOMB, '0');
  struct archive *archive = begin (fixture);

  add (archive, MSP_ARCHIVE_JOURNAL, JOURNAL);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *content = g_strdup_printf ("%d%s", i, zeros);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
      g_autofree char *name = g_strconcat (MSP_ARCHIVE_FILES, hash, NULL);

      add (archive, name, content);
    }
  end (archive);
  assert_files_refused (fixture, MSP_ARCHIVE_ERROR_TOO_LARGE, "larger than");
}

static void
test_cut_short (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *name = name_file (fixture);
  struct archive *archive = begin (fixture);
  g_autofree char *whole = NULL;
  gsize length;

  add (archive, MSP_ARCHIVE_JOURNAL, JOURNAL);
  add (archive, name, "slides");
  end (archive);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (gsize cut = 0; cut < length; cut += 7)
    {
      g_autoptr (GBytes) journal = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, whole, (gssize) cut, NULL));
      journal = msp_archive_read_journal (fixture->path, &error);
      /* Without its table of contents an archive can still be whole up to there. */
      g_assert_true ((journal == NULL) == (error != NULL));
      if (journal != NULL)
        g_assert_cmpuint (g_bytes_get_size (journal), ==, strlen (JOURNAL));
    }
}

static void
test_no_archive (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_false (msp_archive_is_zip_file (fixture->path));
  g_assert_false (msp_archive_is_zip_file (fixture->folder));
  g_assert_true (g_file_set_contents (fixture->path, "id,title\r\n", -1, NULL));
  g_assert_false (msp_archive_is_zip_file (fixture->path));
  assert_journal_refused (fixture, MSP_ARCHIVE_ERROR_INVALID, "in.zip");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *own = g_strdup ("/tmp/test-archive-XXXXXX");
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_mkdtemp (own));
  g_setenv ("TMPDIR", own, TRUE);

  g_test_add ("/archive/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/archive/other-members", Fixture, NULL, set_up, test_other_members, tear_down);
  g_test_add ("/archive/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/archive/wrong-content", Fixture, NULL, set_up, test_wrong_content, tear_down);
  g_test_add ("/archive/journals", Fixture, NULL, set_up, test_journals, tear_down);
  g_test_add ("/archive/bomb", Fixture, NULL, set_up, test_bomb, tear_down);
  g_test_add ("/archive/many-bombs", Fixture, NULL, set_up, test_many_bombs, tear_down);
  g_test_add ("/archive/cut-short", Fixture, NULL, set_up, test_cut_short, tear_down);
  g_test_add ("/archive/no-archive", Fixture, NULL, set_up, test_no_archive, tear_down);

  status = g_test_run ();
  g_rmdir (own);

  return status;
}
