/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-attachment-view"

#include "journal/msp-attachment-view.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "journal/msp-attachment-folder.h"

#define DAY_SECONDS (24 * 60 * 60)
#define HEAD_BYTES 4096
#define NAME_BYTES_MAX 200 /* with what a copy is called meanwhile, below the 255 of file systems */
#define SUFFIX_BYTES_MAX 40

/* Kinds of file that are programs, or that a program would start or install. */
static const char *const kinds_that_run[] = {
  "application/x-executable", "application/x-sharedlib", "application/x-pie-executable",
  "application/x-desktop", "application/x-shellscript", "application/x-csh", "application/x-perl",
  "application/x-ruby", "application/x-php", "application/javascript", "text/javascript",
  "text/x-python", "application/x-python-bytecode", "application/x-ms-dos-executable",
  "application/x-msdownload", "application/vnd.microsoft.portable-executable", "application/x-msi",
  "application/x-ms-shortcut", "application/x-bat", "application/java-archive",
  "application/x-java-jnlp-file", "application/vnd.appimage", "application/x-iso9660-appimage",
  "application/vnd.debian.binary-package", "application/x-rpm", "application/vnd.flatpak",
  "application/vnd.flatpak.ref", "application/vnd.flatpak.repo", "application/vnd.snap",
};

static const char *const endings_that_run[] = {
  ".desktop", ".exe", ".bat", ".cmd", ".com", ".scr", ".ps1", ".vbs", ".lnk", ".jar", ".sh", ".py",
  ".AppImage", ".flatpakref", ".deb", ".rpm", ".msi", ".run",
};

static const char *const beginnings_that_run[] = { "#!", "MZ", "\177ELF", "[Desktop Entry]" };

static gboolean
begins_as_what_runs (const char *head,
                     gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings_that_run); i++)
    {
      gsize n = strlen (beginnings_that_run[i]);

      if (length >= n && memcmp (head, beginnings_that_run[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_ending_that_runs (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings_that_run); i++)
    {
      gsize length = strlen (name);
      gsize ending = strlen (endings_that_run[i]);

      if (length >= ending && g_ascii_strcasecmp (name + length - ending, endings_that_run[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* By its name and by what it begins with: either may lie. */
static gboolean
runs (const char *path,
      const char *name)
{
  char head[HEAD_BYTES];
  FILE *file = g_fopen (path, "re");
  gsize length = file != NULL ? fread (head, 1, sizeof head, file) : 0;
  g_autofree char *by_name = g_content_type_guess (name, NULL, 0, NULL);
  g_autofree char *by_content = g_content_type_guess (NULL, (const guchar *) head, length, NULL);

  if (file != NULL)
    fclose (file);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_that_run); i++)
    {
      if (g_content_type_is_a (by_name, kinds_that_run[i]) ||
          g_content_type_is_a (by_content, kinds_that_run[i]))
        return TRUE;
    }

  return has_ending_that_runs (name) || begins_as_what_runs (head, length);
}

/* Short enough for every file system, with its ending. */
static char *
fit_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  const char *end;
  g_autofree char *stem = NULL;

  if (strlen (name) <= NAME_BYTES_MAX)
    return g_strdup (name);

  if (dot == NULL || strlen (dot) > SUFFIX_BYTES_MAX)
    dot = "";
  end = g_utf8_find_prev_char (name, name + NAME_BYTES_MAX - strlen (dot) + 1);
  stem = g_strndup (name, (gsize) (end - name));

  return g_strconcat (stem, dot, NULL);
}

static void
remove_old_views (const char *views)
{
  g_autoptr (GDir) dir = g_dir_open (views, 0, NULL);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC - DAY_SECONDS;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (views, name, NULL);
      g_autoptr (GDir) view = NULL;
      const char *file;
      GStatBuf info;

      if (!msp_attachment_is_hash (name) || g_lstat (place, &info) != 0 ||
          !S_ISDIR (info.st_mode) || info.st_mtime > before)
        continue;

      view = g_dir_open (place, 0, NULL);
      while (view != NULL && (file = g_dir_read_name (view)) != NULL)
        {
          g_autofree char *path = g_build_filename (place, file, NULL);

          g_unlink (path);
        }
      g_rmdir (place);
    }
}

char *
msp_attachment_make_view (const char           *folder,
                          const MspAttachment  *attachment,
                          GCancellable         *cancellable,
                          gboolean             *can_run,
                          GError              **error)
{
  g_autofree char *views = g_build_filename (g_get_user_cache_dir (), "ms-programs", "open", NULL);
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL && attachment != NULL && can_run != NULL, NULL);
  g_return_val_if_fail (msp_attachment_is_hash (attachment->hash) &&
                        msp_attachment_name_problem (attachment->name) == NULL, NULL);

  remove_old_views (views);
  place = g_build_filename (views, attachment->hash, NULL);
  if (g_mkdir_with_parents (place, 0700) != 0)
    {
      g_set_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_FAILED,
                   _ ("“%s” cannot be opened, because there is no place for a copy of it (%s)."),
                   attachment->name, g_strerror (errno));
      return NULL;
    }

  name = fit_name (attachment->name);
  path = g_build_filename (place, name, NULL);
  if (!msp_attachment_copy_out (folder, attachment, path, 0400, cancellable, error))
    return NULL;

  *can_run = runs (path, name);

  return g_steal_pointer (&path);
}
