/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-text"

#include "exchange/msp-import-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/msp-import-limits.h"

/* How long a pipe may be silent, in milliseconds: before somebody writes to it, and in between. */
#define WRITER_WAIT 2000
#define SILENCE_MAX 30000

/* What 0x80 to 0x9f are in Windows-1252; 0 is nothing. */
static const gunichar2 windows_1252[] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
};

G_GNUC_PRINTF (3, 4)
static gboolean
fail (MspImportError   code,
      GError         **error,
      const char      *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, MSP_IMPORT_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
fail_by_errno (const char  *path,
               int          code,
               GError     **error)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               _ ("“%s” cannot be read: %s"), path, g_strerror (code));

  return FALSE;
}

/* A pipe is opened without waiting, so it is waited for here, but not for ever. */
static gboolean
wait_for_pipe (int          fd,
               const char  *path,
               int         *silent,
               GError     **error)
{
  struct pollfd place = { .fd = fd, .events = POLLIN };
  char nothing;
  gssize n;

  if (poll (&place, 1, WRITER_WAIT) > 0)
    {
      *silent = 0;
      return TRUE;
    }

  *silent += WRITER_WAIT;
  n = read (fd, &nothing, 0);
  if (*silent >= SILENCE_MAX || n < 0)
    return fail (MSP_IMPORT_ERROR_INVALID, error,
                 _ ("“%s” is a pipe through which nothing has come for %d seconds"), path,
                 SILENCE_MAX / 1000);

  return TRUE;
}

static gboolean
read_all (int          fd,
          const char  *path,
          gboolean     is_pipe,
          GByteArray  *bytes,
          GError     **error)
{
  gsize room = 256 * 1024;
  int silent = 0;

  while (TRUE)
    {
      guint before = bytes->len;
      gssize n;

      g_byte_array_set_size (bytes, before + (guint) room);
      n = read (fd, bytes->data + before, room);
      g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));

      if (bytes->len > MSP_IMPORT_FILE_MAX)
        return fail (MSP_IMPORT_ERROR_TOO_LARGE, error,
                     _ ("“%s” is larger than 32 MiB; import it in parts"), path);
      if (n > 0 || (n < 0 && errno == EINTR))
        continue;

      if (n < 0 && errno == EAGAIN)
        {
          if (!wait_for_pipe (fd, path, &silent, error))
            return FALSE;
          continue;
        }
      if (n < 0)
        return fail_by_errno (path, errno, error);

      /* Nothing yet: somebody may be about to open the other end. */
      if (is_pipe && bytes->len == 0 && silent == 0)
        {
          struct pollfd place = { .fd = fd, .events = POLLIN };

          silent = 1;
          if (poll (&place, 1, WRITER_WAIT) > 0)
            continue;
        }
      if (is_pipe && bytes->len == 0)
        return fail (MSP_IMPORT_ERROR_INVALID, error,
                     _ ("“%s” is a pipe that nobody writes to"), path);

      return TRUE;
    }
}

static gboolean
has_changed (const struct stat *before,
             const struct stat *after)
{
  return before->st_size != after->st_size || before->st_mtim.tv_sec != after->st_mtim.tv_sec ||
         before->st_mtim.tv_nsec != after->st_mtim.tv_nsec;
}

static gboolean
read_open_file (int          fd,
                const char  *path,
                GByteArray  *bytes,
                GError     **error)
{
  struct stat before;
  struct stat after;

  if (fstat (fd, &before) != 0)
    return fail_by_errno (path, errno, error);
  if (S_ISDIR (before.st_mode))
    return fail (MSP_IMPORT_ERROR_INVALID, error, _ ("“%s” is a folder; choose a file in it"), path);
  if (S_ISREG (before.st_mode) && before.st_size > MSP_IMPORT_FILE_MAX)
    return fail (MSP_IMPORT_ERROR_TOO_LARGE, error,
                 _ ("“%s” is larger than 32 MiB; import it in parts"), path);
  if (!read_all (fd, path, S_ISFIFO (before.st_mode), bytes, error))
    return FALSE;

  if (S_ISREG (before.st_mode) && (fstat (fd, &after) != 0 || has_changed (&before, &after)))
    return fail (MSP_IMPORT_ERROR_INVALID, error,
                 _ ("“%s” was written to while it was read; import it again when it is complete"),
                 path);

  return TRUE;
}

GBytes *
msp_import_text_read (const char  *path,
                      GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_input = g_str_equal (path, "-");
  int fd = is_input ? STDIN_FILENO : open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  gboolean good;

  if (fd < 0)
    {
      fail_by_errno (path, errno, error);
      return NULL;
    }

  good = is_input ? read_all (fd, _ ("standard input"), FALSE, bytes, error)
         : read_open_file (fd, path, bytes, error);
  if (!is_input)
    close (fd);

  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* The line that a byte stands in, from 1. */
static guint
line_of (const char *text,
         gsize       position)
{
  guint line = 1;

  for (gsize i = 0; i < position; i++)
    line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1 : 0;

  return line;
}

static GBytes *
decode_windows_1252 (const char  *text,
                     gsize        length,
                     const char  *name,
                     GError     **error)
{
  GString *utf8 = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) text[i];
      gunichar c = byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

      if (c == 0 && byte != 0)
        {
          g_string_free (utf8, TRUE);
          fail (MSP_IMPORT_ERROR_ENCODING, error,
                _ ("%s: line %u, byte %" G_GSIZE_FORMAT ": this is not Windows-1252"), name,
                line_of (text, i), i + 1);
          return NULL;
        }
      if (byte < 0x80)
        g_string_append_c (utf8, text[i]);
      else
        g_string_append_unichar (utf8, c);
    }

  return g_string_free_to_bytes (utf8);
}

static gboolean
check_utf8 (const char  *text,
            gsize        length,
            const char  *name,
            GError     **error)
{
  const char *end;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  return fail (MSP_IMPORT_ERROR_ENCODING, error,
               _ ("%s: line %u, byte %" G_GSIZE_FORMAT ": this is not valid UTF-8; if the file comes "
                                                       "from an older program, read it as Windows-1252"), name,
               line_of (text, (gsize) (end - text)), (gsize) (end - text) + 1);
}

/* What is no text at all, whatever its encoding. */
static gboolean
check_is_text (const char  *text,
               gsize        length,
               const char  *name,
               GError     **error)
{
  const char *nul;

  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    return fail (MSP_IMPORT_ERROR_INVALID, error,
                 _ ("%s: line 1, byte 1: the text is UTF-16; save it as UTF-8"), name);

  nul = memchr (text, '\0', length);
  if (nul != NULL)
    return fail (MSP_IMPORT_ERROR_INVALID, error,
                 _ ("%s: line %u, byte %" G_GSIZE_FORMAT ": a zero byte stands here, so the file is "
                                                         "no text or is UTF-16; save it as UTF-8 text"), name,
                 line_of (text, (gsize) (nul - text)), (gsize) (nul - text) + 1);

  return TRUE;
}

GBytes *
msp_import_text_decode (GBytes      *bytes,
                        const char  *name,
                        const char  *encoding,
                        GError     **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize mark = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (length > MSP_IMPORT_FILE_MAX)
    {
      fail (MSP_IMPORT_ERROR_TOO_LARGE, error, _ ("%s is larger than 32 MiB; import it in parts"),
            name);
      return NULL;
    }
  if (length == mark)
    {
      fail (MSP_IMPORT_ERROR_INVALID, error, _ ("%s is empty"), name);
      return NULL;
    }
  if (!check_is_text (text, length, name, error))
    return NULL;

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "utf-8") == 0)
    return check_utf8 (text, length, name, error) ? g_bytes_new_from_bytes (bytes, mark, length - mark)
           : NULL;
  if (g_ascii_strcasecmp (encoding, "windows-1252") == 0)
    return decode_windows_1252 (text, length, name, error);

  fail (MSP_IMPORT_ERROR_INVALID, error,
        _ ("“%s” is no encoding that is read; it is utf-8 or windows-1252"), encoding);

  return NULL;
}
