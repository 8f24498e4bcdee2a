/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-import"

#include "cli/msp-cli-import.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cli/msp-cli-report.h"
#include "exchange/msp-import.h"

#define FORMATS "auto|csv|json|privacy-export|companion-json|portal-markdown"
#define DATE_ORDERS "ymd|dmy|mdy"
#define DUPLICATES "skip|update|add"
#define REPORTS "text|json"
#define ENCODINGS "utf-8|windows-1252"

/* What the command line says. */
typedef struct
{
  char    *format;       /* (owned) (nullable) */
  GStrv    map;          /* (owned) (nullable) */
  char    *date_order;   /* (owned) (nullable) */
  char    *on_duplicate; /* (owned) (nullable) */
  gboolean dry_run;
  char    *rejects;      /* (owned) (nullable) */
  char    *report;       /* (owned) (nullable) */
  char    *encoding;     /* (owned) (nullable) */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_strfreev (self->map);
  g_free (self->date_order);
  g_free (self->on_duplicate);
  g_free (self->rejects);
  g_free (self->report);
  g_free (self->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The options that name one of a few. */
typedef struct
{
  int kind;
  int date_order;
  int on_duplicate;
  int report;
  int encoding;
} Choices;

/* The place of @value among @choices; 0 if it is not given, -1 after having said that it is wrong. */
static int
find_choice (const char *option,
             const char *value,
             const char *choices)
{
  g_auto (GStrv) names = g_strsplit (choices, "|", -1);

  for (int i = 0; value != NULL && names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], value))
        return i;
    }
  if (value == NULL)
    return 0;

  msp_cli_wrong (_ ("--%s: \"%s\" is not one of %s"), option, value, choices);

  return -1;
}

static gboolean
choose (const Options *options,
        Choices       *choices)
{
  choices->kind = find_choice ("format", options->format, FORMATS);
  if (choices->kind >= 0)
    choices->date_order = find_choice ("date-order", options->date_order, DATE_ORDERS);
  if (choices->kind >= 0 && choices->date_order >= 0)
    choices->on_duplicate = find_choice ("on-duplicate", options->on_duplicate, DUPLICATES);
  else
    return FALSE;
  if (choices->on_duplicate >= 0)
    choices->report = find_choice ("report", options->report, REPORTS);
  if (choices->on_duplicate >= 0 && choices->report >= 0)
    choices->encoding = find_choice ("encoding", options->encoding, ENCODINGS);
  else
    return FALSE;

  return choices->encoding >= 0;
}

/* Before anything is written: whether the rejected rows can be. */
static int
check_rejects (const char *path,
               const char *file)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf rejects;
  GStatBuf source;
  gboolean is_there = g_stat (path, &rejects) == 0;

  if (is_there && g_stat (file, &source) == 0 && rejects.st_dev == source.st_dev &&
      rejects.st_ino == source.st_ino)
    return msp_cli_wrong (_ ("--rejects: \"%s\" is the file that is imported; name another one"),
                          path);
  if (is_there && S_ISDIR (rejects.st_mode))
    return msp_cli_failed (_ ("--rejects: \"%s\" is a folder"), path);
  if (g_access (folder, W_OK) != 0)
    return msp_cli_failed (_ ("--rejects: \"%s\" cannot be written: %s"), path, g_strerror (errno));

  return MSP_CLI_DONE;
}

/* What another command line could mend is a wrong command line. */
static int
say_import_error (MspCliSession *session,
                  const GError  *error)
{
  if (g_error_matches (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN))
    return msp_cli_wrong ("--map: %s", error->message);
  if (g_error_matches (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_ENCODING))
    return msp_cli_failed (_ ("%s If it is an older file from Windows, try --encoding windows-1252."),
                           error->message);
  if (error->domain == MSP_IMPORT_ERROR || error->domain == G_IO_ERROR ||
      error->domain == G_FILE_ERROR)
    return msp_cli_failed ("%s", error->message);

  return msp_cli_journal_error (session, error);
}

/* "HEADER=FIELD"; a header may have the sign in it, a field has not. */
static gboolean
map_columns (MspImportSource  *source,
             const GStrv       map,
             GError          **error)
{
  for (guint i = 0; map != NULL && map[i] != NULL; i++)
    {
      const char *sign = strrchr (map[i], '=');
      g_autofree char *header = NULL;

      if (sign == NULL)
        {
          g_set_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN,
                       _ ("“%s” is not of the form HEADER=FIELD"), map[i]);
          return FALSE;
        }

      header = g_strndup (map[i], (gsize) (sign - map[i]));
      if (!msp_import_source_map (source, header, sign[1] != '\0' ? sign + 1 : NULL, error))
        return FALSE;
    }

  return TRUE;
}

static MspImportSource *
open_source (MspCliSession  *session,
             const Options  *options,
             const Choices  *choices,
             GError        **error)
{
  static const MspImportKind kinds[] = {
    MSP_IMPORT_AUTO, MSP_IMPORT_CSV, MSP_IMPORT_JSON, MSP_IMPORT_PRIVACY_EXPORT,
    MSP_IMPORT_COMPANION_JSON, MSP_IMPORT_PORTAL_MARKDOWN,
  };
  static const MspDateOrder orders[] = {
    MSP_DATE_ORDER_YMD, MSP_DATE_ORDER_DMY, MSP_DATE_ORDER_MDY,
  };
  g_autoptr (MspImportSource) source =
    msp_import_source_open (msp_cli_session_catalog (session), session->rest[0],
                            kinds[choices->kind], choices->encoding > 0 ? "windows-1252" : NULL,
                            error);

  if (source == NULL || !map_columns (source, options->map, error))
    return NULL;

  if (options->date_order != NULL)
    msp_import_source_set_date_order (source, orders[choices->date_order]);

  return g_steal_pointer (&source);
}

/* What is rejected is handed back, and the rest was imported all the same. */
static int
hand_back (const Options         *options,
           MspImportSource       *source,
           const MspImportReport *report)
{
  g_autoptr (GError) error = NULL;

  if (report->rejected == 0)
    return MSP_CLI_DONE;
  if (options->rejects == NULL || msp_import_save_rejects (source, report, options->rejects, &error))
    return MSP_CLI_REJECTED;

  return msp_cli_failed (_ ("The other rows were imported, but the rejected ones could not be written "
                            "to \"%s\": %s"), options->rejects, error->message);
}

static int
import (MspCliSession *session,
        const Options *options,
        const Choices *choices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspImportSource) source = NULL;
  g_autoptr (MspImportReport) report = NULL;
  MspOnDuplicate on_duplicate = (MspOnDuplicate) choices->on_duplicate;
  MspJournalStore *store;
  int status = MSP_CLI_DONE;

  if (options->rejects != NULL)
    status = check_rejects (options->rejects, session->rest[0]);
  if (status != MSP_CLI_DONE)
    return status;

  source = open_source (session, options, choices, &error);
  if (source == NULL)
    return say_import_error (session, error);

  if (msp_import_source_get_date_order (source) == MSP_DATE_ORDER_UNKNOWN)
    return msp_cli_wrong (_ ("\"%s\": its dates do not say whether the day or the month stands first; say "
                             "it with --date-order dmy or --date-order mdy"), session->rest[0]);

  store = msp_cli_session_journal (session, !options->dry_run);
  if (store == NULL)
    return MSP_CLI_FAILED;

  report = msp_import_run (store, source, on_duplicate, options->dry_run, NULL, NULL, &error);
  if (report == NULL)
    return say_import_error (session, error);

  if (choices->report > 0)
    msp_cli_report_print_json (report);
  else
    msp_cli_report_print_text (report, on_duplicate, options->dry_run);

  return hand_back (options, source, report);
}

int
msp_cli_import (MspCliSession *session,
                char         **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("What the file is: auto, csv, json, privacy-export, companion-json or portal-markdown"), "KIND" },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.map,
      N_ ("The field that a column of a CSV file fills; no field: it is left out; several times"),
      "HEADER=FIELD" },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &options.date_order,
      N_ ("How dates are written: ymd, dmy or mdy"), "ORDER" },
    { "on-duplicate", 0, 0, G_OPTION_ARG_STRING, &options.on_duplicate,
      N_ ("What becomes of contributions that the journal has: skip, update or add"), "WHAT" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("Leave the journal as it is and say what would be done"), NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options.rejects,
      N_ ("Write the rejected rows to a file that can be mended and imported"), "FILE" },
    { "report", 0, 0, G_OPTION_ARG_STRING, &options.report, N_ ("text or json"), "FORMAT" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding,
      N_ ("utf-8, or windows-1252 for older files from Windows"), "NAME" },
    G_OPTION_ENTRY_NULL
  };
  Choices choices = { 0 };
  int status;

  session->summary = _ ("Imports contributions from a file, or from what is piped in (-): all rows that "
                        "can be read, or nothing if the file cannot. A backup of the journal is made "
                        "first.");
  session->description = _ ("Ends with 3 if some rows were rejected; the others are imported.");
  if (!msp_cli_session_parse (session, arguments, entries, "FILE|-", 1, 1, &status))
    return status;
  if (!choose (&options, &choices))
    return MSP_CLI_WRONG;

  return import (session, &options, &choices);
}
