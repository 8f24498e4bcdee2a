/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-session"

#include "cli/msp-cli-session.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "cli/msp-cli-output.h"

MspCliSession *
msp_cli_session_new (void)
{
  return g_new0 (MspCliSession, 1);
}

void
msp_cli_session_free (MspCliSession *self)
{
  if (self->store != NULL)
    msp_journal_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->catalog);
  g_strfreev (self->rest);
  g_free (self->format);
  g_free (self->today);
  g_free (self->journal);
  g_free (self);
}

char *
msp_cli_shorten (const char *text,
                 glong       n)
{
  return g_utf8_substring (text, 0, MIN (n, g_utf8_strlen (text, -1)));
}

static void
print_error (const char *format,
             va_list     arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  g_autofree char *shown = NULL;

  /* One line, whatever a message quotes. */
  g_strdelimit (valid, "\r\n", ' ');
  shown = msp_cli_shown (valid, FALSE);
  g_printerr ("ms-programs: %s\n", shown);
}

int
msp_cli_wrong (const char *format,
               ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_error (format, arguments);
  va_end (arguments);

  return MSP_CLI_WRONG;
}

int
msp_cli_failed (const char *format,
                ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_error (format, arguments);
  va_end (arguments);

  return MSP_CLI_FAILED;
}

char *
msp_cli_session_path (MspCliSession *self)
{
  return self->journal != NULL ? g_strdup (self->journal) : msp_journal_default_path ();
}

/* A field that cannot be saved is a wrong command line; the rest are failures. */
int
msp_cli_journal_error (MspCliSession *self,
                       const GError  *error)
{
  g_autofree char *path = msp_cli_session_path (self);
  g_autofree char *text = msp_database_error_to_text (error, path);

  if (g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID))
    return msp_cli_wrong ("%s", text);

  return msp_cli_failed ("%s", text);
}

int
msp_cli_error (MspCliSession *self,
               const GError  *error)
{
  if (error == NULL)
    return MSP_CLI_FAILED;
  if (error->domain == MSP_JOURNAL_ERROR || error->domain == MSP_DATABASE_ERROR)
    return msp_cli_journal_error (self, error);

  return msp_cli_wrong ("%s", error->message);
}

GOptionEntry *
msp_cli_join_entries (const GOptionEntry *first,
                      const GOptionEntry *second)
{
  g_autoptr (GArray) all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (; first->long_name != NULL; first++)
    g_array_append_vals (all, first, 1);
  for (; second->long_name != NULL; second++)
    g_array_append_vals (all, second, 1);

  return (GOptionEntry *) (gpointer) g_array_steal (all, NULL);
}

/* The parser does not say which argument it cannot read. */
static int
say_parse_error (const GError *error,
                 GStrv         arguments)
{
  for (guint i = 0; error->domain == G_CONVERT_ERROR && arguments[i] != NULL; i++)
    {
      if (!g_utf8_validate (arguments[i], -1, NULL))
        return msp_cli_wrong (_ ("\"%s\" is not valid text; it must be UTF-8"), arguments[i]);
    }

  return msp_cli_wrong ("%s", error->message);
}

static gboolean
check_rest (MspCliSession *self,
            guint          least,
            guint          most,
            int           *status)
{
  guint n_rest = self->rest != NULL ? g_strv_length (self->rest) : 0;

  if (n_rest > most)
    *status = msp_cli_wrong (_ ("\"%s\" is one argument too many"), self->rest[most]);
  else if (n_rest < least)
    *status = msp_cli_wrong (_ ("an argument is missing; see --help"));
  else
    return TRUE;

  return FALSE;
}

gboolean
msp_cli_session_parse (MspCliSession       *self,
                       char               **arguments,
                       const GOptionEntry  *entries,
                       const char          *parameters,
                       guint                least,
                       guint                most,
                       int                 *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_auto (GStrv) copy = g_strdupv (arguments);
  g_autoptr (GError) error = NULL;
  const GOptionEntry common[] = {
    { "journal", 0, 0, G_OPTION_ARG_FILENAME, &self->journal, N_ ("Another journal"), "FILE" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &self->today, N_ ("Another day than today"), "DATE" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("Say this"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, self->summary);
  g_option_context_set_description (context, self->description);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &copy, &error) ||
      (self->today != NULL && !msp_clock_fix_today (self->today, &error)))
    {
      *status = say_parse_error (error, arguments);
      return FALSE;
    }

  if (self->help)
    {
      g_autofree char *program = g_strconcat ("ms-programs ", arguments[0], NULL);
      g_autofree char *help = NULL;

      g_set_prgname (program);
      help = g_option_context_get_help (context, FALSE, NULL);
      g_print ("%s", help);
      *status = MSP_CLI_DONE;
      return FALSE;
    }

  return check_rest (self, least, most, status);
}

MspCatalog *
msp_cli_session_catalog (MspCliSession *self)
{
  g_autofree char *folder = msp_catalog_default_user_folder ();
  g_autofree char *problem = NULL;
  g_autoptr (GError) error = NULL;

  if (self->catalog == NULL)
    {
      self->catalog = msp_catalog_load (folder, &problem, &error);
      if (self->catalog == NULL)
        g_error ("The bundled catalogue cannot be read: %s", error->message);
      if (problem != NULL)
        g_printerr ("ms-programs: %s\n", problem);
    }

  return self->catalog;
}

MspJournalStore *
msp_cli_session_journal (MspCliSession *self,
                         gboolean       writes)
{
  g_autofree char *path = msp_cli_session_path (self);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL && !self->has_no_store)
    {
      self->store = msp_journal_store_open (path, !writes, &error);
      self->has_no_store = self->store == NULL;
      if (self->has_no_store)
        msp_cli_journal_error (self, error);
    }

  return self->store;
}

int
msp_cli_session_format (MspCliSession *self,
                        const char    *formats)
{
  g_auto (GStrv) names = g_strsplit (formats, "|", -1);

  if (self->format == NULL)
    return 0;

  for (int i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], self->format))
        return i;
    }

  msp_cli_wrong (_ ("--format: \"%s\" is not one of %s"), self->format, formats);

  return -1;
}
