/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-launch"

#include "app/msp-launch.h"

#include <glib/gi18n-lib.h>

#include "app/msp-application.h"
#include "base/msp-clock.h"
#include "msp-config.h"

#define EXIT_USAGE 2

/* The options that open the window; everything else is a verb's. */
typedef struct
{
  char    *page;    /* (owned) (nullable) */
  char    *journal; /* (owned) (nullable) */
  char    *today;   /* (owned) (nullable) */
  gboolean new_entry;
  gboolean version;
  gboolean help;
  gboolean service;
  char   **rest;    /* (owned) (nullable) */
} Options;

static const char *const page_names[] = {
  "overview", "compare", "eligibility", "journal", "progress", NULL,
};

static void
options_clear (Options *options)
{
  g_free (options->page);
  g_free (options->journal);
  g_free (options->today);
  g_strfreev (options->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Says in one line what is wrong with the command line. */
static gboolean
parse (Options  *options,
       int       argc,
       char     *argv[],
       GError  **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  const GOptionEntry entries[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, &options->page, NULL, NULL },
    { "journal", 0, 0, G_OPTION_ARG_FILENAME, &options->journal, NULL, NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options->today, NULL, NULL },
    { "new-entry", 0, 0, G_OPTION_ARG_NONE, &options->new_entry, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, NULL, NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options->service,
      NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &arguments, error))
    return FALSE;

  if (options->rest != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                 _ ("There is no command “%s”; see ms-programs --help"), options->rest[0]);
  else if (options->page != NULL && !g_strv_contains (page_names, options->page))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("There is no page “%s”; pages are overview, compare, eligibility, journal and "
                    "progress"),
                 options->page);
  else if (options->today != NULL)
    return msp_clock_fix_today (options->today, error);
  else
    return TRUE;

  return FALSE;
}

static int
usage_error (const GError *error)
{
  g_printerr ("ms-programs: %s\n", error->message);

  return EXIT_USAGE;
}

/* Runs in the instance that has the window, which may be another process. */
static int
run_application (const Options *options,
                 char          *program)
{
  g_autoptr (MspApplication) application = msp_application_new (options->journal);
  g_autoptr (GError) error = NULL;
  char *service_argv[] = { program, (char *) "--gapplication-service", NULL };
  GActionGroup *actions = G_ACTION_GROUP (application);

  if (options->service)
    return g_application_run (G_APPLICATION (application), 2, service_argv);

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    {
      g_printerr ("ms-programs: %s\n", error->message);
      return EXIT_FAILURE;
    }

  if (options->page != NULL)
    g_action_group_activate_action (actions, "show-page", g_variant_new_string (options->page));
  if (options->new_entry)
    g_action_group_activate_action (actions, "new-entry", NULL);

  return g_application_run (G_APPLICATION (application), 1, service_argv);
}

/**
 * msp_launch_wants_window:
 * @argc: number of arguments
 * @argv: the command line
 *
 * Returns: whether no verb stands in it, so that it is about the window
 */
gboolean
msp_launch_wants_window (int   argc,
                         char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--journal") || g_str_equal (argv[i], "--today") ||
          g_str_equal (argv[i], "--page"))
        i++;
      else if (argv[i][0] != '-')
        return FALSE;
    }

  return TRUE;
}

/**
 * msp_launch_run:
 * @argc: number of arguments
 * @argv: the command line, without a verb
 * @help: the text of --help
 *
 * Opens the window, or raises the one that is open.
 *
 * Returns: the exit status
 */
int
msp_launch_run (int         argc,
                char       *argv[],
                const char *help)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;

  if (!parse (&options, argc, argv, &error))
    return usage_error (error);

  if (options.help)
    {
      g_print ("%s", help);
      return EXIT_SUCCESS;
    }

  if (options.version)
    {
      g_print ("MS Programs %s\n", MSP_VERSION);
      return EXIT_SUCCESS;
    }

  if (!gtk_init_check ())
    {
      g_printerr ("ms-programs: %s\n",
                  _ ("There is no display to open the window on; see ms-programs --help for what "
                     "runs without one"));
      return EXIT_FAILURE;
    }

  if (options.journal == NULL && g_getenv ("MS_PROGRAMS_JOURNAL") != NULL)
    options.journal = g_strdup (g_getenv ("MS_PROGRAMS_JOURNAL"));

  return run_application (&options, argv[0]);
}
