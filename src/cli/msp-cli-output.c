/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-output"

#include "cli/msp-cli-output.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/msp-text.h"
#include "cli/msp-cli-session.h"

#define BUFFER_SIZE 65536

void
msp_cli_output_begin (void)
{
  /* Where no locale is set, as under cron, what people write is UTF-8 all the same. */
  if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968"))
    setlocale (LC_CTYPE, "C.UTF-8");

  signal (SIGPIPE, SIG_IGN);
  if (!isatty (STDOUT_FILENO))
    setvbuf (stdout, NULL, _IOFBF, BUFFER_SIZE);
}

/* Such as "head", once it has its lines. */
static gboolean
is_reader_gone (void)
{
  struct pollfd output = { .fd = STDOUT_FILENO, .events = POLLOUT };

  return poll (&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

int
msp_cli_output_end (int status)
{
  if ((fflush (stdout) == 0 && !ferror (stdout)) || is_reader_gone ())
    return status;

  return msp_cli_failed (_ ("the output could not be written"));
}

gboolean
msp_cli_output_put (GString  *text,
                    gboolean  at_once)
{
  fwrite (text->str, 1, text->len, stdout);
  g_string_truncate (text, 0);
  if (at_once)
    fflush (stdout);

  return !ferror (stdout);
}

char *
msp_cli_shown (const char *text,
               gboolean    multi_line)
{
  GString *shown = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!msp_text_is_obeyed (c) || (multi_line && (c == '\n' || c == '\t')))
        g_string_append_unichar (shown, c);
      else if (c < 0x100)
        g_string_append_printf (shown, "\\x%02x", c);
      else
        g_string_append_printf (shown, "\\u%04x", c);
    }

  return g_string_free (shown, FALSE);
}
