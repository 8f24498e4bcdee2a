/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-archive"

#include "exchange/msp-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/msp-file-writer.h"
#include "exchange/msp-import-limits.h"
#include "journal/msp-journal-attachments.h"

#define CHUNK 65536
/* No true archive grows more than that; a bomb does. */
#define GROWTH_MAX 200
#define SMALL (G_GINT64_CONSTANT (64) * 1024 * 1024)

/* One archive being read from its beginning. */
typedef struct
{
  struct archive       *archive; /* (owned) */
  struct archive_entry *entry;   /* (not owned): the member at hand */
  char                 *shown;   /* (owned): the file's name for people */
  gint64                read;    /* bytes of all members so far */
  gint64                most;
} Reading;

/* Gets what a member holds, piece by piece. */
typedef gboolean (*ChunkFunc) (gconstpointer   data,
                               gsize           size,
                               gpointer        user_data,
                               GError        **error);

G_DEFINE_QUARK (MspArchiveError, msp_archive_error)

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_pointer (&self->shown, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
fail_to_read (Reading  *reading,
              GError  **error)
{
  const char *cause = archive_error_string (reading->archive);

  g_set_error (error, MSP_ARCHIVE_ERROR, MSP_ARCHIVE_ERROR_INVALID,
               _ ("“%s” is damaged or no archive that can be read (%s). Nothing was imported."),
               reading->shown, cause != NULL ? cause : "?");
}

static void
fail_as_too_large (Reading     *reading,
                   const char  *name,
                   gint64       most,
                   GError     **error)
{
  g_autofree char *size = g_format_size_full ((guint64) most, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, MSP_ARCHIVE_ERROR, MSP_ARCHIVE_ERROR_TOO_LARGE,
               _ ("“%s” in “%s” is larger than %s, which is more than can be imported. Nothing was "
                  "imported."), name, reading->shown, size);
}

gboolean
msp_archive_is_zip (gconstpointer data,
                    gsize         size)
{
  return size >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0);
}

gboolean
msp_archive_is_zip_file (const char *path)
{
  char start[4];
  struct stat info;
  gboolean is_zip;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);

  /* Nothing is taken out of a pipe by looking at it. */
  fd = stat (path, &info) == 0 && S_ISREG (info.st_mode) ? open (path, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0)
    return FALSE;

  is_zip = read (fd, start, sizeof start) == (gssize) sizeof start &&
           msp_archive_is_zip (start, sizeof start);
  close (fd);

  return is_zip;
}

static gboolean
open_archive (Reading     *reading,
              const char  *path,
              GError     **error)
{
  struct stat info;

  reading->shown = g_filename_display_basename (path);
  reading->archive = archive_read_new ();
  archive_read_support_format_zip (reading->archive);
  if (archive_read_open_filename (reading->archive, path, CHUNK) != ARCHIVE_OK ||
      stat (path, &info) != 0)
    {
      fail_to_read (reading, error);
      return FALSE;
    }

  reading->most = SMALL + info.st_size * GROWTH_MAX;

  return TRUE;
}

/* (nullable): the name of the next member that is of use; NULL without @error set at the end */
static const char *
next_member (Reading  *reading,
             GError  **error)
{
  int status;

  while ((status = archive_read_next_header (reading->archive, &reading->entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (reading->entry);

      if (name == NULL || (!g_str_equal (name, MSP_ARCHIVE_JOURNAL) &&
                           !(g_str_has_prefix (name, MSP_ARCHIVE_FILES) &&
                             msp_attachment_is_hash (name + strlen (MSP_ARCHIVE_FILES)))))
        continue;
      if (archive_entry_filetype (reading->entry) == AE_IFREG)
        return name;

      g_set_error (error, MSP_ARCHIVE_ERROR, MSP_ARCHIVE_ERROR_INVALID,
                   _ ("“%s” in “%s” is a link or no file. Nothing was imported."), name,
                   reading->shown);
      return NULL;
    }

  if (status != ARCHIVE_EOF)
    fail_to_read (reading, error);

  return NULL;
}

static gboolean
read_member (Reading       *reading,
             const char    *name,
             gint64         most,
             ChunkFunc      func,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  gint64 size = 0;
  la_ssize_t n;

  while ((n = archive_read_data (reading->archive, buffer, CHUNK)) > 0)
    {
      size += n;
      reading->read += n;
      if (size > most || reading->read > reading->most)
        {
          fail_as_too_large (reading, name, MIN (most, reading->most), error);
          return FALSE;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !func (buffer, (gsize) n, data, error))
        return FALSE;
    }

  if (n == 0)
    return TRUE;

  fail_to_read (reading, error);

  return FALSE;
}

static gboolean
collect (gconstpointer   bytes,
         gsize           size,
         gpointer        data,
         GError        **error)
{
  g_byte_array_append (data, bytes, (guint) size);

  return TRUE;
}

GBytes *
msp_archive_read_journal (const char  *path,
                          GError     **error)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (GByteArray) journal = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *name;

  g_return_val_if_fail (path != NULL, NULL);

  if (!open_archive (&reading, path, error))
    return NULL;

  /* To the end: only then is it known to be whole, with no second journal in it. */
  while ((name = next_member (&reading, &local_error)) != NULL)
    {
      if (!g_str_equal (name, MSP_ARCHIVE_JOURNAL))
        continue;
      if (journal != NULL)
        {
          g_set_error (error, MSP_ARCHIVE_ERROR, MSP_ARCHIVE_ERROR_INVALID,
                       _ ("“%s” holds two journals. Nothing was imported."), reading.shown);
          return NULL;
        }
      journal = g_byte_array_new ();
      if (!read_member (&reading, name, MSP_IMPORT_FILE_MAX, collect, journal, NULL, error))
        return NULL;
    }

  if (local_error == NULL && journal == NULL)
    g_set_error (&local_error, MSP_ARCHIVE_ERROR, MSP_ARCHIVE_ERROR_INVALID,
                 _ ("“%s” is an archive without “%s”, the journal. Nothing was imported."),
                 reading.shown, MSP_ARCHIVE_JOURNAL);
  if (local_error == NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&journal));

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* Where the member is put meanwhile, for people. */
static gboolean
fail_to_write (Reading       *reading,
               const GError  *cause,
               GError       **error)
{
  g_set_error (error, cause->domain, cause->code,
               _ ("The files in “%s” could not be copied (%s). Nothing was imported."),
               reading->shown, cause->message);

  return FALSE;
}

/* One file being written meanwhile. */
typedef struct
{
  Reading *reading;
  int      fd;
} Copy;

static gboolean
write_out (gconstpointer   bytes,
           gsize           size,
           gpointer        data,
           GError        **error)
{
  Copy *copy = data;
  g_autoptr (GError) cause = NULL;

  return msp_file_write_all (copy->fd, bytes, size, &cause) ||
         fail_to_write (copy->reading, cause, error);
}

/* The member at hand as a file of its own, then as the journal's copy, which says what is in it. */
static gboolean
attach_member (Reading          *reading,
               const char       *name,
               const char       *folder,
               MspJournalStore  *store,
               GCancellable     *cancellable,
               GError          **error)
{
  const char *hash = name + strlen (MSP_ARCHIVE_FILES);
  g_autofree char *path = g_build_filename (folder, hash, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MspAttachment) attachment = NULL;
  g_autoptr (GError) cause = NULL;
  Copy copy = { reading, g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600) };
  gboolean is_read;

  if (copy.fd < 0)
    {
      msp_file_set_error (&cause, errno);
      return fail_to_write (reading, cause, error);
    }

  is_read = read_member (reading, name, MSP_ATTACHMENT_SIZE_MAX, write_out, &copy, cancellable, error);
  close (copy.fd);
  if (is_read)
    attachment = msp_journal_store_attach (store, file, error);
  g_unlink (path);
  if (attachment == NULL)
    return FALSE;

  /* Entries are written next; whatever they do not name goes with the journal's closing. */
  msp_journal_store_release (store, attachment->hash);
  if (g_str_equal (attachment->hash, hash))
    return TRUE;

  g_set_error (error, MSP_ARCHIVE_ERROR, MSP_ARCHIVE_ERROR_INVALID,
               _ ("“%s” in “%s” is damaged: it is not what its name says. Nothing was imported."),
               name, reading->shown);

  return FALSE;
}

static gboolean
attach_all (Reading          *reading,
            const char       *folder,
            MspJournalStore  *store,
            guint            *n_files,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *name;

  while ((name = next_member (reading, &local_error)) != NULL)
    {
      g_autofree char *copy = g_strdup (name);

      if (g_str_equal (copy, MSP_ARCHIVE_JOURNAL))
        continue;
      if (!attach_member (reading, copy, folder, store, cancellable, error))
        return FALSE;
      (*n_files)++;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
msp_archive_attach_files (const char       *path,
                          MspJournalStore  *store,
                          guint            *n_files,
                          GCancellable     *cancellable,
                          GError          **error)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = NULL;
  guint n = 0;
  gboolean is_done;

  g_return_val_if_fail (path != NULL && MSP_IS_JOURNAL_STORE (store), FALSE);

  if (!open_archive (&reading, path, error))
    return FALSE;
  folder = g_dir_make_tmp ("ms-programs-XXXXXX", &cause);
  if (folder == NULL)
    return fail_to_write (&reading, cause, error);

  is_done = attach_all (&reading, folder, store, &n, cancellable, error);
  g_rmdir (folder);
  if (n_files != NULL)
    *n_files = n;

  return is_done;
}
