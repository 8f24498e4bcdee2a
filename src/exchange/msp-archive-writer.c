/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-archive-writer"

#include "exchange/msp-archive-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <time.h>

#include "exchange/msp-archive.h"

#define CHUNK 65536
#define MODE 0600

struct _MspArchiveWriter
{
  MspOutputFile  *output;     /* (not owned) */
  struct archive *archive;    /* (owned) */
  GError         *error;      /* (owned) (nullable): of the output, while the library passes on a failure */
  gboolean        in_journal; /* its member is begun */
};

static la_ssize_t
bytes_made (struct archive *archive,
            void           *data,
            const void     *bytes,
            size_t          size)
{
  MspArchiveWriter *self = data;

  if (self->error == NULL && msp_output_file_write (self->output, bytes, size, &self->error))
    return (la_ssize_t) size;

  archive_set_error (archive, EIO, "The output failed");

  return -1;
}

static gboolean
check (MspArchiveWriter  *self,
       la_ssize_t         status,
       GError           **error)
{
  if (self->error == NULL && status >= ARCHIVE_OK)
    return TRUE;

  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The archive could not be written (%s)."),
                 archive_error_string (self->archive));

  return FALSE;
}

/* @size: -1: known at its end only */
static gboolean
begin_member (MspArchiveWriter  *self,
              const char        *name,
              gint64             size,
              GError           **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int status;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, MODE);
  archive_entry_set_mtime (entry, time (NULL), 0);
  if (size >= 0)
    archive_entry_set_size (entry, size);
  status = archive_write_header (self->archive, entry);
  archive_entry_free (entry);

  return check (self, status, error);
}

MspArchiveWriter *
msp_archive_writer_new (MspOutputFile  *output,
                        GError        **error)
{
  g_autoptr (MspArchiveWriter) self = g_new0 (MspArchiveWriter, 1);

  g_return_val_if_fail (output != NULL, NULL);

  self->output = output;
  self->archive = archive_write_new ();
  if (!check (self, archive_write_set_format_zip (self->archive), error) ||
      !check (self, archive_write_set_bytes_in_last_block (self->archive, 1), error) ||
      !check (self, archive_write_open (self->archive, self, NULL, bytes_made, NULL), error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
msp_archive_writer_append_journal (MspArchiveWriter  *self,
                                   gconstpointer      data,
                                   gsize              size,
                                   GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->in_journal && !begin_member (self, MSP_ARCHIVE_JOURNAL, -1, error))
    return FALSE;

  self->in_journal = TRUE;

  return size == 0 || check (self, archive_write_data (self->archive, data, size), error);
}

/* (nullable): what lies at @path, if it is what its name says, from its beginning */
static GFileInputStream *
open_good (const char    *path,
           const char    *hash,
           gint64        *size,
           GCancellable  *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gssize n = 0;

  *size = 0;
  while (stream != NULL &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK, cancellable, NULL)) > 0)
    {
      g_checksum_update (checksum, buffer, n);
      *size += n;
    }

  if (stream == NULL || n < 0 || !g_str_equal (g_checksum_get_string (checksum), hash) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, NULL))
    return NULL;

  return g_steal_pointer (&stream);
}

gboolean
msp_archive_writer_add_file (MspArchiveWriter  *self,
                             const char        *path,
                             const char        *hash,
                             GCancellable      *cancellable,
                             gboolean          *is_good,
                             GError           **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guchar *buffer = g_malloc (CHUNK);
  g_autofree char *name = g_strconcat (MSP_ARCHIVE_FILES, hash, NULL);
  gint64 size;
  gssize n;

  g_return_val_if_fail (self != NULL && path != NULL && is_good != NULL, FALSE);

  stream = open_good (path, hash, &size, cancellable);
  *is_good = stream != NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (stream == NULL)
    return TRUE;

  self->in_journal = FALSE;
  if (!begin_member (self, name, size, error))
    return FALSE;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK, cancellable, error)) > 0)
    {
      if (!check (self, archive_write_data (self->archive, buffer, (size_t) n), error))
        return FALSE;
    }

  return n == 0;
}

gboolean
msp_archive_writer_finish (MspArchiveWriter  *self,
                           GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check (self, archive_write_close (self->archive), error);
}

void
msp_archive_writer_free (MspArchiveWriter *self)
{
  if (self == NULL)
    return;

  /* What is not finished is thrown away by the owner of the output; nothing more goes there. */
  if (self->error == NULL)
    self->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "Closed");
  archive_write_free (self->archive);
  g_clear_error (&self->error);
  g_free (self);
}
