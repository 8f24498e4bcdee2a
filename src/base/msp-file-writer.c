/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE 1
#define G_LOG_DOMAIN "msp-file-writer"

#include "base/msp-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAMES_TRIED 100
/* The disk begins after so many bytes, beside what makes the rest. */
#define SENT_AT_ONCE (8 * 1024 * 1024)

struct _MspFileWriter
{
  int   folder_fd; /* (owned) */
  int   fd;        /* (owned): -1 once it is closed */
  char *name;      /* (owned) (nullable): NULL once it has its own */
  gsize unsent;    /* bytes since the disk was told to begin */
};

void
msp_file_set_error (GError **error,
                    int      error_number)
{
  GIOErrorEnum code = g_io_error_from_errno (error_number);

  if (error_number == EDQUOT || error_number == EFBIG)
    code = G_IO_ERROR_NO_SPACE;
  else if (error_number == EROFS || error_number == EPERM)
    code = G_IO_ERROR_PERMISSION_DENIED;

  g_set_error_literal (error, G_IO_ERROR, (int) code, g_strerror (error_number));
}

static int
make_file (int         folder_fd,
           const char *name,
           int         mode)
{
  int fd = openat (folder_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  int error_number;

  if (fd < 0 || fchmod (fd, (mode_t) mode) == 0)
    return fd;

  error_number = errno;
  close (fd);
  unlinkat (folder_fd, name, 0);
  errno = error_number;

  return -1;
}

MspFileWriter *
msp_file_writer_new (int      folder_fd,
                     int      mode,
                     GError **error)
{
  g_autoptr (MspFileWriter) self = g_new0 (MspFileWriter, 1);

  self->folder_fd = folder_fd;
  self->fd = -1;
  errno = EEXIST;
  for (int i = 0; i < NAMES_TRIED && self->fd < 0 && errno == EEXIST; i++)
    {
      g_autofree char *name = g_strdup_printf (MSP_FILE_WRITER_PREFIX "%08x%08x", g_random_int (),
                                               g_random_int ());

      self->fd = make_file (folder_fd, name, mode);
      if (self->fd >= 0)
        self->name = g_steal_pointer (&name);
    }

  if (self->fd >= 0)
    return g_steal_pointer (&self);

  msp_file_set_error (error, errno);

  return NULL;
}

gboolean
msp_file_write_all (int             fd,
                    gconstpointer   data,
                    gsize           size,
                    GError        **error)
{
  const char *bytes = data;

  while (size > 0)
    {
      gssize written = write (fd, bytes, size);

      if (written < 0 && errno == EINTR)
        continue;
      /* Somebody else may have made a pipe one that does not wait. */
      if (written < 0 && errno == EAGAIN)
        {
          struct pollfd output = { .fd = fd, .events = POLLOUT };

          poll (&output, 1, -1);
          continue;
        }
      if (written < 0)
        {
          msp_file_set_error (error, errno);
          return FALSE;
        }
      bytes += written;
      size -= (gsize) written;
    }

  return TRUE;
}

gboolean
msp_file_writer_write (MspFileWriter  *self,
                       gconstpointer   data,
                       gsize           size,
                       GError        **error)
{
  g_return_val_if_fail (self != NULL && self->fd >= 0, FALSE);

  if (!msp_file_write_all (self->fd, data, size, error))
    return FALSE;

  self->unsent += size;
#ifdef SYNC_FILE_RANGE_WRITE
  if (self->unsent >= SENT_AT_ONCE)
    {
      sync_file_range (self->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
      self->unsent = 0;
    }
#endif

  return TRUE;
}

gboolean
msp_file_writer_commit (MspFileWriter  *self,
                        const char     *name,
                        GError        **error)
{
  int fd;

  g_return_val_if_fail (self != NULL && self->fd >= 0, FALSE);

  fd = self->fd;
  if (fsync (fd) != 0)
    {
      msp_file_set_error (error, errno);
      return FALSE;
    }
  self->fd = -1;
  /* A disk that is far away says only now that it is full. */
  if (close (fd) != 0 || renameat (self->folder_fd, self->name, self->folder_fd, name) != 0)
    {
      msp_file_set_error (error, errno);
      return FALSE;
    }
  g_clear_pointer (&self->name, g_free);

  /* Not every file system can; the file is in its place all the same. */
  if (fsync (self->folder_fd) != 0)
    g_debug ("The folder cannot be brought to the disk: %s", g_strerror (errno));

  return TRUE;
}

void
msp_file_writer_free (MspFileWriter *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  if (self->name != NULL)
    unlinkat (self->folder_fd, self->name, 0);
  close (self->folder_fd);
  g_free (self->name);
  g_free (self);
}
