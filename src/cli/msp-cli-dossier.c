/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-dossier"

#include "cli/msp-cli-dossier.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "dossier/msp-dossier-html.h"
#include "dossier/msp-dossier-markdown.h"
#include "dossier/msp-dossier-pdf.h"
#include "journal/msp-journal-records.h"
#include "progress/msp-award.h"

void
msp_cli_dossier_clear (MspCliDossier *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->paper, g_free);
}

GOptionEntry *
msp_cli_dossier_entries (MspCliDossier *self)
{
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &self->name, N_ ("Whose name is on the dossier"), "NAME" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self->paper, N_ ("Its paper: a4 or letter"), "PAPER" },
    { "with-private", 0, 0, G_OPTION_ARG_NONE, &self->with_private,
      N_ ("With the private contributions in it"), NULL },
    G_OPTION_ENTRY_NULL
  };

  return g_memdup2 (entries, sizeof entries);
}

/* What can only be an empty document is a mistake. */
static gboolean
check_filters (const MspQuery  *query,
               GError         **error)
{
  if (!query->trash && query->status != MSP_STATUS_FILTER_PLANNED)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("a dossier holds what is done and not in the trash; leave out --trash and "
                          "--status planned"));

  return FALSE;
}

static gboolean
find_cycle (MspCliSession *session,
            const char    *year_text,
            MspCycle      *cycle,
            GError       **error)
{
  g_autoptr (GSettings) settings = msp_settings_new ();
  g_autoptr (MspAward) award = msp_award_read (settings);
  g_autoptr (GPtrArray) own = NULL;
  MspJournalStore *store;
  int year = 0;

  if (year_text != NULL && !msp_cli_parse_year (year_text, &year, error))
    return FALSE;

  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return FALSE;

  own = msp_journal_store_list_cycle_dates (store, error);
  if (own == NULL)
    return FALSE;

  *cycle = year_text != NULL ? msp_cycle_of_year (&award->rule, own, year)
                             : msp_cycle_of_day (&award->rule, own, msp_clock_today ());

  return TRUE;
}

/* Keeps @query to the cycle; whether it leaves entries of it out. */
static gboolean
narrow (MspQuery       *query,
        const MspCycle *cycle)
{
  g_autoptr (MspQuery) rest = NULL;

  query->from = MAX (query->from, cycle->window_start);
  query->to = query->to != MSP_DAY_NONE ? MIN (query->to, cycle->window_end) : cycle->window_end;
  query->status = MSP_STATUS_FILTER_DONE;

  rest = msp_query_copy (query);
  rest->status = MSP_STATUS_FILTER_ANY;
  if (rest->from == cycle->window_start && rest->to == cycle->window_end)
    rest->from = rest->to = MSP_DAY_NONE;

  return msp_query_is_filtering (rest) || rest->limit > 0;
}

static GBytes *
write_dossier (const MspDossier *dossier,
               const char       *format,
               MspPaper          paper,
               GError          **error)
{
  char *text;

  if (g_str_equal (format, "pdf"))
    return msp_dossier_to_pdf (dossier, paper, error);

  text = g_str_equal (format, "html") ? msp_dossier_to_html (dossier, paper)
                                      : msp_dossier_to_markdown (dossier);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
msp_cli_dossier_make (const MspCliDossier *self,
                      MspCliSession       *session,
                      MspCliFilters       *filters,
                      const char          *format,
                      GError             **error)
{
  MspDossierOptions options = { .name = self->name };
  MspPaper paper = msp_paper_default ();
  g_autoptr (MspQuery) query = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (MspDossier) dossier = NULL;
  MspCycle cycle;

  if (self->paper != NULL && !msp_paper_parse (self->paper, &paper))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--paper: \"%s\" is not one of a4, letter"), self->paper);
      return NULL;
    }

  query = msp_cli_filters_query (filters, session, error);
  if (query == NULL || !check_filters (query, error) ||
      !find_cycle (session, filters->cycle, &cycle, error))
    return NULL;

  /* Who asks for private ones alone wants to see them. */
  options.with_private = self->with_private || query->is_private == MSP_WHETHER_YES;
  options.is_selection = narrow (query, &cycle);
  entries = msp_journal_store_list (msp_cli_session_journal (session, FALSE), query, error);
  if (entries == NULL)
    return NULL;

  dossier = msp_dossier_new (msp_cli_session_catalog (session), &cycle, entries, &options,
                             msp_clock_today ());

  return write_dossier (dossier, format, paper, error);
}
