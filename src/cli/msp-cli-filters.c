/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-filters"

#include "cli/msp-cli-filters.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "cli/msp-cli-ids.h"
#include "journal/msp-journal-records.h"
#include "progress/msp-award.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100
#define DAYS_MAX 36500

MspCliFilters *
msp_cli_filters_new (void)
{
  return g_new0 (MspCliFilters, 1);
}

void
msp_cli_filters_free (MspCliFilters *self)
{
  g_free (self->search);
  g_free (self->from);
  g_free (self->to);
  g_free (self->cycle);
  g_strfreev (self->types);
  g_strfreev (self->areas);
  g_strfreev (self->tags);
  g_free (self->gate);
  g_free (self->figures_before);
  g_free (self->older_figures);
  g_strfreev (self->ids);
  g_free (self->status);
  g_free (self->sort);
  g_free (self->limit);
  g_free (self);
}

GOptionEntry *
msp_cli_filters_entries (MspCliFilters *self)
{
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &self->search, N_ ("With words that begin like these, in any text"), "WORDS" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, N_ ("Not before this day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, N_ ("Not after this day"), "DATE" },
    { "cycle", 0, 0, G_OPTION_ARG_STRING, &self->cycle,
      N_ ("The cycle whose window opens in this year"), "YEAR" },
    { "type", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->types, N_ ("Of this type; several times: of any"), "TYPE" },
    { "area", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->areas, N_ ("In this area; several times: in any"), "AREA" },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->tags, N_ ("With this tag; several times: with any"), "TAG" },
    { "status", 0, 0, G_OPTION_ARG_STRING, &self->status, N_ ("any, planned or done"), "STATUS" },
    { "gate", 0, 0, G_OPTION_ARG_STRING, &self->gate, N_ ("Of a type that counts towards this gate"),
      "GATE" },
    { "in-portal", 0, 0, G_OPTION_ARG_NONE, &self->in_portal, N_ ("In the portal"), NULL },
    { "not-in-portal", 0, 0, G_OPTION_ARG_NONE, &self->not_in_portal,
      N_ ("Not in the portal yet"), NULL },
    { "high-impact", 0, 0, G_OPTION_ARG_NONE, &self->high_impact, N_ ("Of high impact"), NULL },
    { "not-high-impact", 0, 0, G_OPTION_ARG_NONE, &self->not_high_impact,
      N_ ("Not of high impact"), NULL },
    { "private", 0, 0, G_OPTION_ARG_NONE, &self->only_private, N_ ("Private"), NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &self->only_public, N_ ("Not private"), NULL },
    { "with-link", 0, 0, G_OPTION_ARG_NONE, &self->with_link, N_ ("With a link"), NULL },
    { "without-link", 0, 0, G_OPTION_ARG_NONE, &self->without_link, N_ ("Without a link"), NULL },
    { "with-reach", 0, 0, G_OPTION_ARG_NONE, &self->with_reach, N_ ("That reached people"), NULL },
    { "without-reach", 0, 0, G_OPTION_ARG_NONE, &self->without_reach,
      N_ ("Without people reached"), NULL },
    { "figures-before", 0, 0, G_OPTION_ARG_STRING, &self->figures_before,
      N_ ("With no figure of this day or later"), "DATE" },
    { "older-figures", 0, 0, G_OPTION_ARG_STRING, &self->older_figures,
      N_ ("With no figure of the last so many days"), "DAYS" },
    { "id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->ids,
      N_ ("With this id; several times: any; -: those on standard input"), "ID" },
    { "trash", 0, 0, G_OPTION_ARG_NONE, &self->trash, N_ ("In the trash"), NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &self->sort,
      N_ ("date (newest first), title, type, area or reach (most first)"), "ORDER" },
    { "reverse", 0, 0, G_OPTION_ARG_NONE, &self->reverse, N_ ("In the opposite order"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &self->limit, N_ ("At most so many"), "N" },
    G_OPTION_ENTRY_NULL
  };

  return g_memdup2 (entries, sizeof entries);
}

static gboolean
choose (const char  *option,
        const char  *value,
        const char  *choices,
        int         *chosen,
        GError     **error)
{
  g_auto (GStrv) names = g_strsplit (choices, ", ", -1);

  for (int i = 0; value != NULL && names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], value))
        {
          *chosen = i;
          return TRUE;
        }
    }

  if (value == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s: \"%s\" is not one of %s"),
               option, value, choices);

  return FALSE;
}

static gboolean
parse_day (const char  *option,
           const char  *text,
           MspDay      *day,
           GError     **error)
{
  if (text == NULL || msp_day_parse_typed (text, msp_clock_today (), day, error))
    return TRUE;

  g_prefix_error (error, "%s: ", option);

  return FALSE;
}

gboolean
msp_cli_parse_year (const char  *text,
                    int         *year,
                    GError     **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, FIRST_YEAR, LAST_YEAR, &number, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--cycle: \"%s\" is not a year from %d to %d"), text, FIRST_YEAR, LAST_YEAR);
      return FALSE;
    }

  *year = (int) number;

  return TRUE;
}

static gboolean
apply_cycle (MspCliFilters  *self,
             MspCliSession  *session,
             MspQuery       *query,
             GError        **error)
{
  g_autoptr (GSettings) settings = msp_settings_new ();
  g_autoptr (MspAward) award = msp_award_read (settings);
  g_autoptr (GPtrArray) own = NULL;
  MspJournalStore *store;
  MspCycle cycle;
  int year;

  if (self->cycle == NULL)
    return TRUE;

  if (!msp_cli_parse_year (self->cycle, &year, error))
    return FALSE;

  store = msp_cli_session_journal (session, FALSE);
  if (store != NULL)
    own = msp_journal_store_list_cycle_dates (store, error);
  if (own == NULL)
    return FALSE;

  cycle = msp_cycle_of_year (&award->rule, own, year);
  query->from = MAX (query->from, cycle.window_start);
  query->to = query->to != MSP_DAY_NONE ? MIN (query->to, cycle.window_end) : cycle.window_end;

  return TRUE;
}

/* An older name of a type finds what is kept under the newer one. */
static GStrv
spell_types (MspCatalog  *catalog,
             char       **types)
{
  GStrv spelt = types != NULL ? g_strdupv (types) : NULL;

  for (guint i = 0; spelt != NULL && spelt[i] != NULL; i++)
    {
      const MspActivityType *type = msp_catalog_find_activity_type (catalog, spelt[i], NULL);

      if (type != NULL)
        {
          g_free (spelt[i]);
          spelt[i] = g_strdup (type->name);
        }
    }

  return spelt;
}

static MspWhether
whether (gboolean with,
         gboolean without)
{
  return with ? MSP_WHETHER_YES : without ? MSP_WHETHER_NO : MSP_WHETHER_ANY;
}

/* The types that count towards the gate that was named. */
static gboolean
apply_gate (MspCliFilters  *self,
            MspCliSession  *session,
            MspQuery       *query,
            GError        **error)
{
  if (self->gate == NULL)
    return TRUE;

  query->gate_types = msp_catalog_list_types_of_gate (msp_cli_session_catalog (session), self->gate);
  if (query->gate_types == NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--gate: \"%s\" is not one of the eight gates; see ms-programs eligibility "
                    "--questions, contribution_kinds"), self->gate);

  return query->gate_types != NULL;
}

static gboolean
check_pairs (MspCliFilters  *self,
             GError        **error)
{
  if ((self->in_portal && self->not_in_portal) || (self->with_link && self->without_link) ||
      (self->with_reach && self->without_reach) || (self->only_private && self->only_public) ||
      (self->high_impact && self->not_high_impact))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("a filter and its opposite are given; nothing can be both"));
      return FALSE;
    }

  return TRUE;
}

/* A whole number of @least or more; NULL is none and leaves @number. */
static gboolean
parse_number (const char  *option,
              const char  *text,
              guint64      least,
              guint64      most,
              guint64     *number,
              GError     **error)
{
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, least, most, number, NULL))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s: \"%s\" is not a whole number from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT),
               option, text, least, most);

  return FALSE;
}

/* The day before which the newest figure was recorded. */
static gboolean
apply_figures (MspCliFilters  *self,
               MspQuery       *query,
               GError        **error)
{
  guint64 days = 0;

  if (!parse_day ("--figures-before", self->figures_before, &query->figures_before, error) ||
      !parse_number ("--older-figures", self->older_figures, 0, DAYS_MAX, &days, error))
    return FALSE;

  if (self->older_figures != NULL)
    {
      MspDay before = msp_clock_today () - (MspDay) days;

      query->figures_before = query->figures_before != MSP_DAY_NONE
                              ? MIN (query->figures_before, before) : before;
    }

  return TRUE;
}

static gboolean
apply_ids (MspCliFilters  *self,
           MspCliSession  *session,
           MspQuery       *query,
           GError        **error)
{
  g_auto (GStrv) ids = NULL;
  MspJournalStore *store;

  if (self->ids == NULL)
    return TRUE;

  ids = msp_cli_ids_read ((const char *const *) self->ids, error);
  /* No ids at all would be no filter; an empty one is had by nothing. */
  if (ids != NULL && ids[0] == NULL)
    {
      query->ids = g_strsplit ("\n", "\n", -1);
      return TRUE;
    }

  store = ids != NULL ? msp_cli_session_journal (session, FALSE) : NULL;
  if (store != NULL)
    query->ids = msp_journal_store_resolve_all (store, (const char *const *) ids, error);

  return query->ids != NULL;
}

static void
apply_marks (MspCliFilters *self,
             MspQuery      *query)
{
  query->in_portal = whether (self->in_portal, self->not_in_portal);
  query->high_impact = whether (self->high_impact, self->not_high_impact);
  query->is_private = whether (self->only_private, self->only_public);
  query->has_link = whether (self->with_link, self->without_link);
  query->has_reach = whether (self->with_reach, self->without_reach);
  query->reversed = self->reverse;
  query->trash = self->trash;
}

/**
 * msp_cli_filters_query:
 * @self: the options
 * @session: knows the catalogue; its journal is opened for a cycle's own dates and for ids
 * @error: return location for an error; not set where what is wrong has been said
 *
 * Returns: (transfer full) (nullable): what they ask for
 */
MspQuery *
msp_cli_filters_query (MspCliFilters  *self,
                       MspCliSession  *session,
                       GError        **error)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  int sort = MSP_SORT_DATE;
  int status = 0;
  guint64 limit = 0;

  if (!choose ("--sort", self->sort, "date, title, type, reach, area", &sort, error) ||
      !choose ("--status", self->status, "any, done, planned", &status, error) ||
      !parse_day ("--from", self->from, &query->from, error) ||
      !parse_day ("--to", self->to, &query->to, error) ||
      !parse_number ("--limit", self->limit, 1, G_MAXINT, &limit, error) ||
      !check_pairs (self, error) || !apply_figures (self, query, error) ||
      !apply_gate (self, session, query, error) || !apply_cycle (self, session, query, error) ||
      !apply_ids (self, session, query, error))
    return NULL;

  query->search = g_strdup (self->search);
  query->types = spell_types (msp_cli_session_catalog (session), self->types);
  query->areas = g_strdupv (self->areas);
  query->tags = g_strdupv (self->tags);
  query->status = (MspStatusFilter) status;
  query->sort = (MspSort) sort;
  query->limit = (guint) limit;
  apply_marks (self, query);

  return g_steal_pointer (&query);
}
