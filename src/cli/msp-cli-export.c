/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-export"

#include "cli/msp-cli-export.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "base/msp-output-file.h"
#include "cli/msp-cli-cycle.h"
#include "cli/msp-cli-dossier.h"
#include "cli/msp-cli-filters.h"
#include "exchange/msp-export.h"

#define STDOUT_NAME "-"
#define ARCHIVE_END ".zip"

/* What the verb was asked for. */
typedef struct
{
  MspCliFilters       *filters;
  const MspCliDossier *dossier;
  const char          *output;  /* (nullable): NULL: standard output */
} Request;

/* A value of --format, and who writes it; the exit status. */
typedef struct
{
  const char *name;
  int (*run)(MspCliSession *session,
             const Request *request,
             int            format);
  int         format; /* for run */
} Format;

static gboolean
is_archive (const char *output)
{
  g_autofree char *folded = output != NULL ? g_ascii_strdown (output, -1) : NULL;

  return folded != NULL && g_str_has_suffix (folded, ARCHIVE_END);
}

static int
say_failure (MspCliSession *session,
             const GError  *error)
{
  /* "head" has its lines. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return MSP_CLI_DONE;
  if (error->domain == G_IO_ERROR)
    return msp_cli_failed ("%s", error->message);

  return msp_cli_journal_error (session, error);
}

static int
export_entries (MspCliSession *session,
                const Request *request,
                int            format)
{
  g_autoptr (MspExport) export = NULL;
  g_autoptr (MspQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store;

  query = msp_cli_filters_query (request->filters, session, &error);
  if (query == NULL)
    return msp_cli_error (session, error);
  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  if (format == MSP_EXPORT_JSON && is_archive (request->output))
    format = MSP_EXPORT_ARCHIVE;
  export = msp_export_new ((MspExportFormat) format, query, request->output);
  if (format == MSP_EXPORT_ICAL)
    export->deadlines = msp_cli_list_deadline_events (session, store);
  if (!msp_export_run (export, msp_cli_session_catalog (session), store, NULL, &error))
    return say_failure (session, error);

  if (export->files_missing > 0)
    msp_cli_failed (ngettext ("%d attached file is not in the journal's folder any more, or damaged; "
                              "the export is without it",
                              "%d attached files are not in the journal's folder any more, or "
                              "damaged; the export is without them", (gulong) export->files_missing),
                    export->files_missing);

  return MSP_CLI_DONE;
}

typedef enum
{
  DOSSIER_MARKDOWN,
  DOSSIER_HTML,
  DOSSIER_PDF,
} DossierFormat;

static const char *const dossier_formats[] = {
  [DOSSIER_MARKDOWN] = "markdown", [DOSSIER_HTML] = "html", [DOSSIER_PDF] = "pdf",
};

static gboolean
write_bytes (const char  *output,
             GBytes      *bytes,
             GError     **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autoptr (MspOutputFile) file = NULL;

  if (output != NULL)
    return msp_output_file_save (output, data, size, error);

  file = msp_output_file_new_stdout ();

  return msp_output_file_write (file, data, size, error) && msp_output_file_commit (file, error);
}

static int
export_dossier (MspCliSession *session,
                const Request *request,
                int            format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = msp_cli_dossier_make (request->dossier, session, request->filters,
                                                   dossier_formats[format], &error);

  if (bytes == NULL)
    return error != NULL && error->domain == G_IO_ERROR ? say_failure (session, error)
                                                        : msp_cli_error (session, error);

  return write_bytes (request->output, bytes, &error) ? MSP_CLI_DONE : say_failure (session, error);
}

static const Format formats[] = {
  { "csv", export_entries, MSP_EXPORT_CSV },
  { "json", export_entries, MSP_EXPORT_JSON },
  { "ics", export_entries, MSP_EXPORT_ICAL },
  { "portal-markdown", export_entries, MSP_EXPORT_PORTAL_MARKDOWN },
  { "markdown", export_dossier, DOSSIER_MARKDOWN },
  { "html", export_dossier, DOSSIER_HTML },
  { "pdf", export_dossier, DOSSIER_PDF },
};

/* (transfer full): "csv|json" … */
static char *
list_formats (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_ptr_array_add (names, (gpointer) formats[i].name);
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("|", (char **) names->pdata);
}

/* A zip is asked for by its name, and holds JSON. */
static int
choose_format (MspCliSession *session,
               const char    *output)
{
  g_autofree char *names = list_formats ();
  int format;

  if (session->format == NULL && is_archive (output))
    session->format = g_strdup ("json");
  format = msp_cli_session_format (session, names);
  if (format >= 0 && is_archive (output) && !g_str_equal (formats[format].name, "json"))
    {
      msp_cli_wrong (_ ("--output: a file that ends in %s is for --format json only"), ARCHIVE_END);
      return -1;
    }

  return format;
}

/* Ids stand behind the verb or are a filter of their own; both go the same way. */
static void
take_ids (MspCliSession *session,
          MspCliFilters *filters)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (session->rest == NULL)
    return;

  g_strv_builder_addv (ids, (const char **) session->rest);
  if (filters->ids != NULL)
    g_strv_builder_addv (ids, (const char **) filters->ids);
  g_strfreev (filters->ids);
  filters->ids = g_strv_builder_end (ids);
}

int
msp_cli_export (MspCliSession *session,
                char         **arguments)
{
  g_autoptr (MspCliFilters) filters = msp_cli_filters_new ();
  g_autofree GOptionEntry *common = msp_cli_filters_entries (filters);
  g_auto (MspCliDossier) dossier = { 0 };
  g_autofree GOptionEntry *of_dossier = msp_cli_dossier_entries (&dossier);
  g_autofree char *output = NULL;
  const GOptionEntry own[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format,
      N_ ("csv, json, ics for a calendar, portal-markdown; the dossier of a cycle as markdown, html or pdf"), "FORMAT" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write to this file; one that ends in .zip gets the attached files too"), "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_autofree GOptionEntry *filtering = msp_cli_join_entries (common, own);
  g_autofree GOptionEntry *entries = msp_cli_join_entries (filtering, of_dossier);
  Request request = { .filters = filters, .dossier = &dossier };
  int status;
  int format;

  session->summary = _ ("Writes the contributions that the filters select, or those with the ids.");
  if (!msp_cli_session_parse (session, arguments, entries, "[ID…]", 0, G_MAXUINT, &status))
    return status;

  request.output = g_strcmp0 (output, STDOUT_NAME) == 0 ? NULL : output;
  format = choose_format (session, request.output);
  if (format < 0)
    return MSP_CLI_WRONG;

  take_ids (session, filters);

  return formats[format].run (session, &request, formats[format].format);
}
