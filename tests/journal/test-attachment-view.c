/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-attachment-view.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "journal/msp-attachment-folder.h"

static char *
folder_of_test (void)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  return g_build_filename (g_get_user_data_dir (), "attachments", NULL);
}

static MspAttachment *
store (const char *folder,
       const char *name,
       const char *content)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "source", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MspAttachment *attachment;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  attachment = msp_attachment_copy_in (folder, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_free (attachment->name);
  attachment->name = g_strdup (name);

  return attachment;
}

static char *
view (const char          *folder,
      const MspAttachment *attachment,
      gboolean            *can_run)
{
  g_autoptr (GError) error = NULL;
  char *path = msp_attachment_make_view (folder, attachment, NULL, can_run, &error);

  g_assert_no_error (error);

  return path;
}

static void
test_cannot_be_written (void)
{
  g_autofree char *folder = folder_of_test ();
  g_autoptr (MspAttachment) attachment = store (folder, "Q&A <b>é 漢.txt", "hello");
  gboolean can_run = TRUE;
  g_autofree char *path = view (folder, attachment, &can_run);
  g_autofree char *again = view (folder, attachment, &can_run);
  g_autofree char *place = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  GStatBuf info;

  g_assert_false (can_run);
  g_assert_cmpstr (path, ==, again);
  g_assert_cmpstr (name, ==, "Q&A <b>é 漢.txt");
  g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0400);
  g_assert_cmpint (g_stat (place, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "hello");
}

static void
test_programs_are_known (void)
{
  const struct
  {
    const char *name;
    const char *content;
    gboolean    can_run;
  } files[] = {
    { "notes.txt", "plain", FALSE }, { "slides.pdf", "%PDF-1.4", FALSE },
    { "page.html", "<html></html>", FALSE }, { "photo.png", "\211PNG\r\n\032\n", FALSE },
    { "evil.desktop", "[Desktop Entry]\nType=Application\nExec=x\n", TRUE },
    { "evil.txt", "[Desktop Entry]\nType=Application\nExec=x\n", TRUE },
    { "evil.pdf", "#!/bin/sh\n", TRUE }, { "evil.SH", "echo", TRUE }, { "setup.exe", "x", TRUE },
    { "photo.jpg", "MZ\220", TRUE }, { "tool", "\177ELF\002\001\001", TRUE }, { "a.jar", "PK", TRUE },
  };
  g_autofree char *folder = folder_of_test ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (MspAttachment) attachment = store (folder, files[i].name, files[i].content);
      gboolean can_run = !files[i].can_run;
      g_autofree char *path = view (folder, attachment, &can_run);

      g_test_message ("%s", path);
      g_assert_cmpint (can_run, ==, files[i].can_run);
    }
}

static void
test_long_names_fit (void)
{
  g_autofree char *folder = folder_of_test ();
  GString *name = g_string_new (NULL);
  g_autoptr (MspAttachment) attachment = NULL;
  g_autofree char *path = NULL;
  gboolean can_run;

  for (int i = 0; i < 195; i++)
    g_string_append (name, "漢");
  g_string_append (name, ".pdf");
  attachment = store (folder, name->str, "hello");
  path = view (folder, attachment, &can_run);
  g_assert_true (g_utf8_validate (path, -1, NULL));
  g_assert_true (g_str_has_suffix (path, "漢.pdf"));
  g_string_free (name, TRUE);
}

static void
test_old_ones_go (void)
{
  g_autofree char *folder = folder_of_test ();
  g_autoptr (MspAttachment) first = store (folder, "a.txt", "first");
  g_autoptr (MspAttachment) second = store (folder, "a.txt", "second");
  gboolean can_run;
  g_autofree char *old = view (folder, first, &can_run);
  g_autofree char *recent = view (folder, second, &can_run);
  g_autofree char *place = g_path_get_dirname (old);
  struct utimbuf times = { 0, 0 };
  g_autofree char *again = NULL;

  g_assert_cmpint (g_utime (place, &times), ==, 0);
  again = view (folder, second, &can_run);
  g_assert_cmpstr (again, ==, recent);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
}

static void
test_missing (void)
{
  g_autofree char *folder = folder_of_test ();
  g_autoptr (MspAttachment) attachment = store (folder, "a.txt", "missing");
  g_autoptr (GError) error = NULL;
  gboolean can_run;

  msp_attachment_remove (folder, attachment->hash);
  g_assert_null (msp_attachment_make_view (folder, attachment, NULL, &can_run, &error));
  g_assert_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_MISSING);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/attachment-view/cannot-be-written", test_cannot_be_written);
  g_test_add_func ("/attachment-view/programs-are-known", test_programs_are_known);
  g_test_add_func ("/attachment-view/long-names-fit", test_long_names_fit);
  g_test_add_func ("/attachment-view/old-ones-go", test_old_ones_go);
  g_test_add_func ("/attachment-view/missing", test_missing);

  return g_test_run ();
}
