/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-output-file"

#include "base/msp-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/msp-file-writer.h"

#define MODE 0600
/* Small pieces are gathered. */
#define BUFFER_SIZE 131072

struct _MspOutputFile
{
  MspFileWriter *writer; /* (owned) (nullable): NULL for standard output */
  char          *name;   /* (owned) (nullable): in its folder */
  char          *shown;  /* (owned) (nullable): for people */
  GString       *buffer; /* (owned) */
};

/* What went wrong with the file itself, for people. */
static void
fail (GError       **error,
      const GError  *cause,
      const char    *shown)
{
  if (shown == NULL)
    g_set_error (error, cause->domain, cause->code, _ ("The output could not be written (%s)."),
                 cause->message);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, cause->domain, cause->code,
                 _ ("The disk is full: “%s” was not written. What was there is as it was. Free some "
                    "space, then try again."), shown);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, cause->domain, cause->code,
                 _ ("“%s” was not written, because its folder may not be changed by you. Choose "
                    "another folder."), shown);
  else
    g_set_error (error, cause->domain, cause->code,
                 _ ("“%s” was not written (%s). What was there is as it was."), shown,
                 cause->message);
}

/* (transfer full) (nullable): where @path leads; NULL with @error set if nothing may be put there */
static char *
find_place (const char  *path,
            const char  *shown,
            GError     **error)
{
  struct stat info;
  char *real;

  if (lstat (path, &info) != 0)
    return g_strdup (path);

  real = realpath (path, NULL);
  if (real == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("“%s” is a link to something that is not there."), shown);
  else if (stat (real, &info) == 0 && S_ISDIR (info.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _ ("“%s” is a folder. Say which file in it."), shown);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("“%s” is not a file but a pipe or a device, which is not replaced."), shown);
  else if (access (real, W_OK) != 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _ ("“%s” may not be changed by you. Choose another name."), shown);
  else
    return real;

  free (real);

  return NULL;
}

/* -1 with @error set */
static int
open_folder (const char  *folder,
             const char  *shown,
             GError     **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int error_number = errno;
  g_autoptr (GError) cause = NULL;
  g_autofree char *shown_folder = g_filename_display_name (folder);

  if (fd >= 0)
    return fd;

  msp_file_set_error (&cause, error_number);
  if (error_number == ENOENT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("“%s” was not written: there is no folder “%s”."), shown, shown_folder);
  else
    fail (error, cause, shown);

  return -1;
}

/**
 * msp_output_file_new:
 * @path: where it is to be
 * @error: return location for an error
 *
 * Begins a file beside its place. Nothing is there, or changed there, before it is committed.
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` with @error set
 */
MspOutputFile *
msp_output_file_new (const char  *path,
                     GError     **error)
{
  g_autoptr (MspOutputFile) self = msp_output_file_new_stdout ();
  g_autoptr (GError) cause = NULL;
  g_autofree char *place = NULL;
  g_autofree char *folder = NULL;
  int folder_fd;

  g_return_val_if_fail (path != NULL, NULL);

  if (*path == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                           _ ("A file needs a name."));
      return NULL;
    }

  self->shown = g_filename_display_name (path);
  place = find_place (path, self->shown, error);
  if (place == NULL)
    return NULL;

  folder = g_path_get_dirname (place);
  self->name = g_path_get_basename (place);
  folder_fd = open_folder (folder, self->shown, error);
  if (folder_fd < 0)
    return NULL;

  self->writer = msp_file_writer_new (folder_fd, MODE, &cause);
  if (self->writer != NULL)
    return g_steal_pointer (&self);

  fail (error, cause, self->shown);

  return NULL;
}

MspOutputFile *
msp_output_file_new_stdout (void)
{
  MspOutputFile *self = g_new0 (MspOutputFile, 1);

  self->buffer = g_string_sized_new (BUFFER_SIZE);

  return self;
}

static gboolean
put (MspOutputFile  *self,
     gconstpointer   data,
     gsize           size,
     GError        **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean is_written = self->writer != NULL
                        ? msp_file_writer_write (self->writer, data, size, &cause)
                        : msp_file_write_all (STDOUT_FILENO, data, size, &cause);

  if (!is_written)
    fail (error, cause, self->shown);

  return is_written;
}

static gboolean
flush (MspOutputFile  *self,
       GError        **error)
{
  gboolean is_written = put (self, self->buffer->str, self->buffer->len, error);

  g_string_truncate (self->buffer, 0);

  return is_written;
}

gboolean
msp_output_file_write (MspOutputFile  *self,
                       gconstpointer   data,
                       gsize           size,
                       GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->buffer->len + size > BUFFER_SIZE && !flush (self, error))
    return FALSE;
  if (size > BUFFER_SIZE)
    return put (self, data, size, error);

  g_string_append_len (self->buffer, data, (gssize) size);

  return TRUE;
}

gboolean
msp_output_file_commit (MspOutputFile  *self,
                        GError        **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!flush (self, error))
    return FALSE;
  if (self->writer == NULL || msp_file_writer_commit (self->writer, self->name, &cause))
    return TRUE;

  fail (error, cause, self->shown);

  return FALSE;
}

void
msp_output_file_free (MspOutputFile *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->writer, msp_file_writer_free);
  g_string_free (self->buffer, TRUE);
  g_free (self->name);
  g_free (self->shown);
  g_free (self);
}

gboolean
msp_output_file_save (const char     *path,
                      gconstpointer   data,
                      gsize           size,
                      GError        **error)
{
  g_autoptr (MspOutputFile) file = msp_output_file_new (path, error);

  return file != NULL && msp_output_file_write (file, data, size, error) &&
         msp_output_file_commit (file, error);
}
