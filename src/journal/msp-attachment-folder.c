/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-attachment-folder"

#include "journal/msp-attachment-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/msp-clock.h"
#include "base/msp-file-writer.h"

#define DEFAULT_JOURNAL "journal.db"
#define FOLDER "attachments"
#define CHUNK 65536
#define SOURCE_ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," \
  G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," \
  G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* One file on its way. */
typedef struct
{
  GInputStream         *stream;   /* (owned) */
  MspFileWriter        *writer;   /* (owned) */
  GChecksum            *checksum; /* (owned) */
  char                 *shown;    /* (owned): its name for people */
  gint64                size;     /* as it was at first */
  gint64                copied;
  GFileProgressCallback progress; /* (nullable) */
  gpointer              progress_data;
} Copy;

G_DEFINE_QUARK (MspAttachmentError, msp_attachment_error)

static void
copy_clear (Copy *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->writer, msp_file_writer_free);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_pointer (&self->shown, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

G_GNUC_PRINTF (3, 4)
static void
fail (GError             **error,
      MspAttachmentError   code,
      const char          *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (MSP_ATTACHMENT_ERROR, (int) code, format,
                                                arguments));
  va_end (arguments);
}

/* What went wrong with the file itself, for people. */
static void
fail_to_read (GError       **error,
              const GError  *cause,
              const char    *shown)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, cause->message);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    fail (error, MSP_ATTACHMENT_ERROR_SOURCE, _ ("“%s” is not there any more."), shown);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    fail (error, MSP_ATTACHMENT_ERROR_SOURCE, _ ("“%s” may not be read by you."), shown);
  else
    fail (error, MSP_ATTACHMENT_ERROR_SOURCE,
          _ ("“%s” cannot be read (%s)."), shown, cause->message);
}

/* What went wrong where it was to be put. */
static void
fail_to_write (GError       **error,
               const GError  *cause,
               const char    *shown)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    fail (error, MSP_ATTACHMENT_ERROR_FULL,
          _ ("The disk is full: “%s” was not copied. Nothing that was saved is lost. Free some "
             "space, then try again."), shown);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    fail (error, MSP_ATTACHMENT_ERROR_READ_ONLY,
          _ ("“%s” was not copied, because the folder for it cannot be written. Check its "
             "permissions."), shown);
  else
    fail (error, MSP_ATTACHMENT_ERROR_FAILED,
          _ ("“%s” was not copied (%s). Nothing that was saved is lost."), shown,
          cause->message);
}

char *
msp_attachment_folder_of (const char *journal_path)
{
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  g_autofree char *own = NULL;

  g_return_val_if_fail (journal_path != NULL, NULL);

  place = g_path_get_dirname (journal_path);
  name = g_path_get_basename (journal_path);
  own = g_strconcat (name, "-" FOLDER, NULL);

  return g_build_filename (place, g_str_equal (name, DEFAULT_JOURNAL) ? FOLDER : own, NULL);
}

char *
msp_attachment_path (const char *folder,
                     const char *hash)
{
  g_return_val_if_fail (folder != NULL && hash != NULL, NULL);

  return msp_attachment_is_hash (hash) ? g_build_filename (folder, hash, NULL) : NULL;
}

gboolean
msp_attachment_is_there (const char *folder,
                         const char *hash)
{
  g_autofree char *path = msp_attachment_path (folder, hash);
  struct stat info;

  return path != NULL && lstat (path, &info) == 0 && S_ISREG (info.st_mode);
}

/* Made for its owner only, and on the disk before anything is put into it. */
static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  g_autofree char *place = NULL;
  int place_fd;

  if (mkdir (folder, 0700) != 0)
    {
      if (errno == EEXIST)
        return TRUE;
      msp_file_set_error (error, errno);
      return FALSE;
    }

  chmod (folder, 0700); /* whatever the umask took away */
  place = g_path_get_dirname (folder);
  place_fd = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (place_fd >= 0)
    {
      fsync (place_fd);
      close (place_fd);
    }

  return TRUE;
}

/* -1 with @error (nullable) set. A link in its place is not followed: it would lead elsewhere. */
static int
open_folder (const char  *folder,
             GError     **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (fd < 0)
    msp_file_set_error (error, errno);

  return fd;
}

/* (transfer full) (nullable): what is known of a file that can be copied */
static GFileInfo *
look_at (GFile         *source,
         const char    *shown,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *most = NULL;

  if (g_file_peek_path (source) == NULL)
    {
      fail (error, MSP_ATTACHMENT_ERROR_SOURCE,
            _ ("“%s” is not on this computer. Save it first, then attach the saved file."), shown);
      return NULL;
    }

  info = g_file_query_info (source, SOURCE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    {
      fail_to_read (error, cause, shown);
      return NULL;
    }

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      fail (error, MSP_ATTACHMENT_ERROR_SOURCE,
            _ ("“%s” is a folder. Only files can be attached."), shown);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      fail (error, MSP_ATTACHMENT_ERROR_SOURCE,
            _ ("“%s” is a pipe or a device. Only files can be attached."), shown);
      return NULL;
    }
  if (g_file_info_get_size (info) > MSP_ATTACHMENT_SIZE_MAX)
    {
      most = g_format_size_full (MSP_ATTACHMENT_SIZE_MAX, G_FORMAT_SIZE_IEC_UNITS);
      fail (error, MSP_ATTACHMENT_ERROR_TOO_LARGE,
            _ ("“%s” is too large. A file of at most %s can be attached."), shown, most);
      return NULL;
    }

  return g_steal_pointer (&info);
}

static gboolean
is_as_it_was (GFileInfo *before,
              GFileInfo *after,
              gint64     copied)
{
  return copied == g_file_info_get_size (before) && copied == g_file_info_get_size (after) &&
         g_file_info_get_attribute_uint64 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED) ==
         g_file_info_get_attribute_uint64 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED) &&
         g_file_info_get_attribute_uint32 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC) ==
         g_file_info_get_attribute_uint32 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/* Copies to the end, or to the first byte that the file did not have when it was looked at. */
static gboolean
run_copy (Copy          *copy,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  g_autoptr (GError) cause = NULL;

  while (copy->copied <= copy->size)
    {
      gssize n = g_input_stream_read (copy->stream, buffer, CHUNK, cancellable, &cause);

      if (n < 0)
        {
          fail_to_read (error, cause, copy->shown);
          return FALSE;
        }
      if (n == 0)
        break;

      g_checksum_update (copy->checksum, (const guchar *) buffer, n);
      if (!msp_file_writer_write (copy->writer, buffer, (gsize) n, &cause))
        {
          fail_to_write (error, cause, copy->shown);
          return FALSE;
        }
      copy->copied += n;
      if (copy->progress != NULL)
        copy->progress (copy->copied, copy->size, copy->progress_data);
    }

  return TRUE;
}

static gboolean
open_copy (Copy          *copy,
           GFile         *source,
           int            folder_fd,
           int            mode,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GError) cause = NULL;

  copy->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  copy->writer = msp_file_writer_new (folder_fd, mode, &cause);
  if (copy->writer == NULL)
    {
      fail_to_write (error, cause, copy->shown);
      return FALSE;
    }

  copy->stream = G_INPUT_STREAM (g_file_read (source, cancellable, &cause));
  if (copy->stream == NULL)
    fail_to_read (error, cause, copy->shown);

  return copy->stream != NULL;
}

MspAttachment *
msp_attachment_copy_in (const char             *folder,
                        GFile                  *source,
                        GFileProgressCallback   progress,
                        gpointer                progress_data,
                        GCancellable           *cancellable,
                        GError                **error)
{
  g_auto (Copy) copy = { .progress = progress, .progress_data = progress_data };
  g_autoptr (GFileInfo) before = NULL;
  g_autoptr (GFileInfo) after = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *base = NULL;
  g_autofree char *now = msp_clock_now_utc ();
  g_autofree char *name = NULL;
  const char *hash;
  int folder_fd;

  g_return_val_if_fail (folder != NULL && G_IS_FILE (source), NULL);

  base = g_file_get_basename (source);
  copy.shown = msp_attachment_clean_name (base != NULL ? base : "");
  before = look_at (source, copy.shown, cancellable, error);
  if (before == NULL)
    return NULL;

  name = msp_attachment_clean_name (g_file_info_get_display_name (before));
  copy.size = g_file_info_get_size (before);
  folder_fd = make_folder (folder, &cause) ? open_folder (folder, &cause) : -1;
  if (folder_fd < 0)
    {
      fail_to_write (error, cause, copy.shown);
      return NULL;
    }
  if (!open_copy (&copy, source, folder_fd, 0600, cancellable, error) ||
      !run_copy (&copy, cancellable, error))
    return NULL;

  after = g_file_query_info (source, SOURCE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (after == NULL || !is_as_it_was (before, after, copy.copied))
    {
      fail (error, MSP_ATTACHMENT_ERROR_CHANGED,
            _ ("“%s” was changed or removed while it was being copied. It was not attached. Try "
               "again once it is complete."), copy.shown);
      return NULL;
    }

  /* What is there under this name is the same, unless it was damaged. */
  hash = g_checksum_get_string (copy.checksum);
  if (!msp_file_writer_commit (copy.writer, hash, &cause))
    {
      fail_to_write (error, cause, copy.shown);
      return NULL;
    }

  return msp_attachment_new (name, hash, copy.copied, now);
}

gboolean
msp_attachment_copy_out (const char           *folder,
                         const MspAttachment  *attachment,
                         const char           *path,
                         int                   mode,
                         GCancellable         *cancellable,
                         GError              **error)
{
  g_auto (Copy) copy = { 0 };
  g_autoptr (GFile) source = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *from = NULL;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  int place_fd;

  g_return_val_if_fail (folder != NULL && attachment != NULL && path != NULL, FALSE);

  copy.shown = g_strdup (attachment->name);
  copy.size = attachment->size;
  if (!msp_attachment_is_there (folder, attachment->hash))
    {
      fail (error, MSP_ATTACHMENT_ERROR_MISSING,
            _ ("“%s” is not in the journal's folder any more."), copy.shown);
      return FALSE;
    }

  from = msp_attachment_path (folder, attachment->hash);
  source = g_file_new_for_path (from);
  place = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  place_fd = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (place_fd < 0)
    {
      msp_file_set_error (&cause, errno);
      fail_to_write (error, cause, copy.shown);
      return FALSE;
    }
  if (!open_copy (&copy, source, place_fd, mode, cancellable, error) ||
      !run_copy (&copy, cancellable, error))
    return FALSE;

  if (!g_str_equal (g_checksum_get_string (copy.checksum), attachment->hash))
    {
      fail (error, MSP_ATTACHMENT_ERROR_MISSING,
            _ ("“%s” is damaged: it is not any more what was attached."), copy.shown);
      return FALSE;
    }
  if (msp_file_writer_commit (copy.writer, name, &cause))
    return TRUE;

  fail_to_write (error, cause, copy.shown);

  return FALSE;
}

static gboolean
is_old_file (int         folder_fd,
             const char *name,
             gint64      before)
{
  struct stat info;

  return fstatat (folder_fd, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode) &&
         info.st_mtime < before;
}

void
msp_attachment_remove (const char *folder,
                       const char *hash)
{
  int folder_fd = open_folder (folder, NULL);

  if (folder_fd < 0)
    return;

  if (msp_attachment_is_hash (hash) && is_old_file (folder_fd, hash, G_MAXINT64) &&
      unlinkat (folder_fd, hash, 0) != 0)
    g_debug ("The attachment %s stays: %s", hash, g_strerror (errno));
  close (folder_fd);
}

void
msp_attachment_sweep (const char            *folder,
                      gint64                 before,
                      MspAttachmentIsUnused  is_unused,
                      gpointer               data)
{
  int folder_fd = open_folder (folder, NULL);
  DIR *entries = folder_fd >= 0 ? fdopendir (folder_fd) : NULL;
  const struct dirent *entry;

  if (entries == NULL)
    {
      if (folder_fd >= 0)
        close (folder_fd);
      return;
    }

  while ((entry = readdir (entries)) != NULL)
    {
      gboolean is_broken_off = g_str_has_prefix (entry->d_name, MSP_FILE_WRITER_PREFIX);

      if ((is_broken_off || msp_attachment_is_hash (entry->d_name)) &&
          is_old_file (folder_fd, entry->d_name, before) &&
          (is_broken_off || is_unused (entry->d_name, data)) &&
          unlinkat (folder_fd, entry->d_name, 0) != 0)
        g_debug ("%s stays: %s", entry->d_name, g_strerror (errno));
    }
  closedir (entries);
}
