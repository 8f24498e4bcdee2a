/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-list"

#include "cli/msp-cli-list.h"

#include <glib/gi18n-lib.h>

#include "cli/msp-cli-filters.h"
#include "cli/msp-cli-output.h"
#include "exchange/msp-contribution-csv.h"
#include "exchange/msp-contribution-json.h"

#define SHOWN_ID 8

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_CSV,
  FORMAT_IDS,
} Format;

/* A list being written while it is read. */
typedef struct
{
  Format   format;
  gboolean in_trash;
  gboolean has_begun;
  GStrv    figures; /* (owned) (nullable): names of the columns of their own */
  GString *text;    /* (owned): what is written next */
} Stream;

static void
append_text (Stream                *stream,
             const MspContribution *entry)
{
  g_autofree char *id = msp_cli_shorten (entry->id, SHOWN_ID);
  g_autofree char *title = msp_cli_shown (entry->title, FALSE);
  g_autofree char *type = msp_cli_shown (entry->type, FALSE);
  g_autofree char *date = msp_day_to_iso (entry->date);

  g_string_append_printf (stream->text, "%s  %s  %s  [%s]", id, date, title, type);
  if (entry->status == MSP_STATUS_PLANNED)
    g_string_append (stream->text, _ ("  planned"));
  if (stream->in_trash && entry->deleted != NULL)
    {
      g_autofree char *deleted = msp_cli_shorten (entry->deleted, (glong) strlen ("2026-11-21"));
      g_autofree char *leaves = msp_day_to_iso (msp_journal_leaves_trash (entry->deleted));

      g_string_append_printf (stream->text, _ ("  deleted %s, leaves %s"), deleted, leaves);
    }
  g_string_append_c (stream->text, '\n');
}

/* What stands in front of the first entry, or of none. */
static void
begin (Stream *stream)
{
  const char *const nothing[] = { NULL };

  if (stream->format == FORMAT_JSON)
    g_string_append_c (stream->text, '[');
  else if (stream->format == FORMAT_CSV)
    msp_contribution_csv_append_header (stream->figures != NULL
                                        ? (const char *const *) stream->figures : nothing,
                                        stream->text);
}

static void
take_figure_names (const char *const *names,
                   gpointer           data)
{
  ((Stream *) data)->figures = g_strdupv ((char **) names);
}

/* On the worker, for which the main thread waits. */
static gboolean
put_entry (MspContribution  *taken,
           gpointer          data,
           GError          **error)
{
  g_autoptr (MspContribution) entry = taken;
  Stream *stream = data;
  gboolean is_first = !stream->has_begun;

  if (is_first)
    begin (stream);
  stream->has_begun = TRUE;

  if (stream->format == FORMAT_JSON)
    {
      g_string_append (stream->text, is_first ? "\n" : ",\n");
      msp_contribution_append_json (entry, MSP_ENTRY_JSON_LINE, stream->text);
    }
  else if (stream->format == FORMAT_CSV)
    {
      msp_contribution_csv_append (entry, (const char *const *) stream->figures, stream->text);
    }
  else if (stream->format == FORMAT_IDS)
    {
      g_string_append_printf (stream->text, "%s\n", entry->id);
    }
  else
    {
      append_text (stream, entry);
    }

  /* The first is there at once, however long the rest takes. */
  return msp_cli_output_put (stream->text, is_first);
}

int
msp_cli_print_list (MspCliSession *session,
                    MspQuery      *query,
                    int            format)
{
  Stream stream = { .format = (Format) format, .in_trash = query->trash };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = msp_cli_session_journal (session, FALSE);
  gboolean succeeded;

  if (store == NULL)
    return MSP_CLI_FAILED;

  stream.text = text;
  succeeded = msp_journal_store_foreach (store, query, stream.format == FORMAT_CSV
                                         ? take_figure_names : NULL, put_entry, &stream, &error);
  if (succeeded && !stream.has_begun)
    begin (&stream);
  if (succeeded && stream.format == FORMAT_JSON)
    g_string_append (text, "\n]\n");
  msp_cli_output_put (text, FALSE);
  g_strfreev (stream.figures);

  return succeeded ? MSP_CLI_DONE : msp_cli_journal_error (session, error);
}

int
msp_cli_list (MspCliSession *session,
              char         **arguments)
{
  g_autoptr (MspCliFilters) filters = msp_cli_filters_new ();
  g_autofree GOptionEntry *common = msp_cli_filters_entries (filters);
  const GOptionEntry own[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format,
      N_ ("text, json, csv, or ids for whole ids alone"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autofree GOptionEntry *entries = msp_cli_join_entries (common, own);
  g_autoptr (MspQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  int format;

  if (!msp_cli_session_parse (session, arguments, entries, NULL, 0, 0, &status))
    return status;

  format = msp_cli_session_format (session, MSP_CLI_LIST_FORMATS);
  if (format < 0)
    return MSP_CLI_WRONG;

  query = msp_cli_filters_query (filters, session, &error);
  if (query == NULL)
    return msp_cli_error (session, error);

  return msp_cli_print_list (session, query, format);
}
