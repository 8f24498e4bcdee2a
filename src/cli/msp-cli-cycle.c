/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-cycle"

#include "cli/msp-cli-cycle.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "base/msp-json.h"
#include "cli/msp-cli-filters.h"
#include "cli/msp-cli-output.h"
#include "msp-config.h"
#include "progress/msp-award.h"
#include "progress/msp-stats.h"
#include "reminders/msp-reminder-service.h"

#define N_DEADLINES 3

static void
print_lines_json (const char *name,
                  const char *key,
                  GPtrArray  *lines,
                  gboolean    by_id,
                  const char *end)
{
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json, "  \"%s\": [", name);
  for (guint i = 0; i < lines->len; i++)
    {
      const MspStatsLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (json, "%s{\"%s\": ", i > 0 ? ", " : "", key);
      msp_json_append_string (json, by_id ? line->id : line->name);
      g_string_append_printf (json, ", \"entries\": %u, \"reach\": %" G_GINT64_FORMAT "}",
                              line->entries, line->reach);
    }
  g_print ("%s]%s\n", json->str, end);
}

static void
print_stats_json (const MspStats *stats)
{
  g_print ("{\n  \"cycle\": %d,\n  \"entries\": %u,\n  \"active_months\": %d,\n"
           "  \"months_gone\": %d,\n  \"reach\": %" G_GINT64_FORMAT ",\n", stats->cycle.year,
           stats->entries, stats->active_months, stats->months_gone, stats->reach);
  print_lines_json ("by_month", "month", stats->by_month, TRUE, ",");
  print_lines_json ("by_type", "type", stats->by_type, FALSE, ",");
  print_lines_json ("by_area", "area", stats->by_area, FALSE, ",");
  print_lines_json ("by_gate", "gate", stats->by_gate, TRUE, "");
  g_print ("}\n");
}

static void
print_lines_text (const char *title,
                  GPtrArray  *lines)
{
  g_print ("\n%s\n", title);
  for (guint i = 0; i < lines->len; i++)
    {
      const MspStatsLine *line = g_ptr_array_index (lines, i);
      g_autofree char *name = msp_cli_shown (line->name, FALSE);

      if (line->entries > 0)
        g_print ("  %5u  %s\n", line->entries, name);
    }
}

static void
print_stats_text (const MspStats *stats)
{
  g_autofree char *start = msp_day_to_text (stats->cycle.window_start);
  g_autofree char *end = msp_day_to_text (stats->cycle.window_end);

  g_print ("%s – %s\n", start, end);
  g_print (_ ("Contributions: %u\n"), stats->entries);
  g_print (_ ("Active months: %d of %d\n"), stats->active_months, stats->months_gone);
  g_print (_ ("People reached: %" G_GINT64_FORMAT "\n"), stats->reach);
  print_lines_text (_ ("By month"), stats->by_month);
  print_lines_text (_ ("By type"), stats->by_type);
  print_lines_text (_ ("By area"), stats->by_area);
  print_lines_text (_ ("By kind"), stats->by_gate);
}

/* NULL after having said what is wrong. */
static MspStats *
make_stats (MspCliSession *session,
            int            year)
{
  g_autoptr (GSettings) settings = msp_settings_new ();
  g_autoptr (MspAward) award = msp_award_read (settings);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = msp_cli_session_journal (session, FALSE);
  MspDay today = msp_clock_today ();
  MspCycle cycle;

  if (store == NULL)
    return NULL;

  own = msp_journal_store_list_cycle_dates (store, &error);
  if (own != NULL)
    {
      cycle = year != 0 ? msp_cycle_of_year (&award->rule, own, year)
                        : msp_cycle_of_day (&award->rule, own, today);
      facts = msp_journal_store_facts (store, cycle.window_start, cycle.window_end, &error);
    }

  if (facts == NULL)
    {
      msp_cli_journal_error (session, error);
      return NULL;
    }

  return msp_stats_new (msp_cli_session_catalog (session), &cycle, facts, today);
}

int
msp_cli_stats (MspCliSession *session,
               char         **arguments)
{
  g_autofree char *year_text = NULL;
  const GOptionEntry entries[] = {
    { "cycle", 0, 0, G_OPTION_ARG_STRING, &year_text,
      N_ ("The cycle whose window opens in this year"), "YEAR" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text or json"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MspStats) stats = NULL;
  g_autoptr (GError) error = NULL;
  int year = 0;
  int status;
  int format;

  if (!msp_cli_session_parse (session, arguments, entries, NULL, 0, 0, &status))
    return status;

  format = msp_cli_session_format (session, "text|json");
  if (format < 0)
    return MSP_CLI_WRONG;
  if (year_text != NULL && !msp_cli_parse_year (year_text, &year, &error))
    return msp_cli_wrong ("%s", error->message);

  stats = make_stats (session, year);
  if (stats == NULL)
    return MSP_CLI_FAILED;

  if (format == 1)
    print_stats_json (stats);
  else
    print_stats_text (stats);

  return MSP_CLI_DONE;
}

static void
print_deadlines_json (MspCatalog        *catalog,
                      const MspCycle    *cycle,
                      MspDay             today,
                      const MspDeadline *deadlines)
{
  g_autofree char *day = msp_day_to_iso (today);
  g_autofree char *start = msp_day_to_iso (cycle->window_start);
  g_autofree char *end = msp_day_to_iso (cycle->window_end);
  g_autofree char *record = msp_day_to_iso (cycle->record_by);
  g_autofree char *announce = msp_day_to_iso (cycle->announce_on);

  g_print ("{\n  \"today\": \"%s\",\n  \"cycle\": {\"year\": %d, \"window_start\": \"%s\", "
           "\"window_end\": \"%s\", \"record_by\": \"%s\", \"announce_on\": \"%s\"},\n"
           "  \"deadlines\": [", day, cycle->year, start, end, record, announce);
  for (int i = 0; i < N_DEADLINES; i++)
    {
      g_autofree char *date = msp_day_to_iso (deadlines[i].date);
      g_autoptr (GString) title = g_string_new (NULL);

      msp_json_append_string (title, msp_catalog_get_deadline_title (catalog, deadlines[i].id));
      g_print ("%s\n    {\"id\": \"%s\", \"title\": %s, \"date\": \"%s\", \"days_left\": %d, "
               "\"cycle\": %d}", i > 0 ? "," : "", deadlines[i].id, title->str, date,
               deadlines[i].days_left, deadlines[i].cycle);
    }
  g_print ("\n  ]\n}\n");
}

static void
print_deadlines_text (MspCatalog        *catalog,
                      const MspDeadline *deadlines)
{
  for (int i = 0; i < N_DEADLINES; i++)
    {
      g_autofree char *date = msp_day_to_text (deadlines[i].date);

      g_print (ngettext ("%4d day left   %s: %s\n", "%4d days left  %s: %s\n",
                         deadlines[i].days_left),
               deadlines[i].days_left,
               msp_catalog_get_deadline_title (catalog, deadlines[i].id), date);
    }
}

GPtrArray *
msp_cli_list_deadline_events (MspCliSession   *session,
                              MspJournalStore *store)
{
  g_autoptr (GSettings) settings = msp_settings_new ();
  g_autoptr (MspAward) award = msp_award_read (settings);
  g_autoptr (GPtrArray) own = msp_journal_store_list_cycle_dates (store, NULL);
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_ical_event_free);
  MspDeadline deadlines[N_DEADLINES] = { { NULL } };

  msp_cycle_next_deadlines (&award->rule, own, msp_clock_today (), deadlines);
  for (int i = 0; i < N_DEADLINES; i++)
    {
      const char *title = msp_catalog_get_deadline_title (msp_cli_session_catalog (session),
                                                          deadlines[i].id);

      g_ptr_array_add (events, msp_ical_event_new_deadline (deadlines[i].id, deadlines[i].cycle, title,
                                                            deadlines[i].date,
                                                            award->reminder_days));
    }

  return events;
}

static void
print_deadlines_ical (MspCliSession   *session,
                      MspJournalStore *store)
{
  g_autoptr (GPtrArray) events = msp_cli_list_deadline_events (session, store);
  g_autofree char *text = msp_ical_write (events);

  g_print ("%s", text);
}

int
msp_cli_deadlines (MspCliSession *session,
                   char         **arguments)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text, json or ics"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GSettings) settings = msp_settings_new ();
  g_autoptr (MspAward) award = msp_award_read (settings);
  g_autoptr (GPtrArray) own = NULL;
  MspDeadline deadlines[N_DEADLINES] = { { NULL } };
  MspJournalStore *store;
  MspCatalog *catalog;
  MspCycle cycle;
  int status;
  int format;

  if (!msp_cli_session_parse (session, arguments, entries, NULL, 0, 0, &status))
    return status;

  format = msp_cli_session_format (session, "text|json|ics");
  if (format < 0)
    return MSP_CLI_WRONG;

  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  own = msp_journal_store_list_cycle_dates (store, NULL);
  catalog = msp_cli_session_catalog (session);
  cycle = msp_cycle_of_day (&award->rule, own, msp_clock_today ());
  msp_cycle_next_deadlines (&award->rule, own, msp_clock_today (), deadlines);

  if (format == 1)
    print_deadlines_json (catalog, &cycle, msp_clock_today (), deadlines);
  else if (format == 2)
    print_deadlines_ical (session, store);
  else
    print_deadlines_text (catalog, deadlines);

  return MSP_CLI_DONE;
}

static int
print_plan (MspCliSession  *session,
            const MspAward *award)
{
  MspJournalStore *store = msp_cli_session_journal (session, FALSE);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) plan = NULL;

  if (store == NULL)
    return MSP_CLI_FAILED;

  own = msp_journal_store_list_cycle_dates (store, NULL);
  plan = msp_reminder_plan (msp_cli_session_catalog (session), award, own, msp_clock_today ());
  for (guint i = 0; i < plan->len; i++)
    {
      const MspReminder *reminder = g_ptr_array_index (plan, i);
      gboolean told = FALSE;

      msp_journal_store_is_reminder_told (store, reminder->deadline, reminder->date,
                                          reminder->stage, &told, NULL);
      if (!told)
        g_print ("%s: %s\n", reminder->title, reminder->body);
    }

  return MSP_CLI_DONE;
}

static int
send_due (MspCliSession *session)
{
  g_autoptr (GApplication) application = g_application_new (MSP_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (MspReminderService) service = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = msp_cli_session_journal (session, TRUE);

  if (store == NULL)
    return MSP_CLI_FAILED;

  if (!g_application_register (application, NULL, &error))
    return msp_cli_failed ("%s", error->message);

  service = msp_reminder_service_new (application, msp_cli_session_catalog (session), store);
  if (msp_reminder_service_run (service, msp_clock_today (), &error) < 0)
    return msp_cli_journal_error (session, error);

  return MSP_CLI_DONE;
}

int
msp_cli_remind (MspCliSession *session,
                char         **arguments)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what would be sent"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GSettings) settings = msp_settings_new ();
  g_autoptr (MspAward) award = msp_award_read (settings);
  int status;

  if (!msp_cli_session_parse (session, arguments, entries, NULL, 0, 0, &status))
    return status;

  if (!msp_award_has_status (award))
    return MSP_CLI_DONE;

  return dry_run ? print_plan (session, award) : send_due (session);
}

int
msp_cli_check (MspCliSession *session,
               char         **arguments)
{
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store;
  int status;

  if (!msp_cli_session_parse (session, arguments, NULL, NULL, 0, 0, &status))
    return status;

  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  problems = msp_journal_store_check (store, &error);
  if (problems == NULL)
    return msp_cli_journal_error (session, error);

  for (guint i = 0; problems[i] != NULL; i++)
    g_print ("%s\n", problems[i]);
  if (problems[0] != NULL)
    return msp_cli_failed (_ ("the journal is damaged; it was left as it is"));

  g_print ("%s\n", _ ("The journal is healthy."));

  return MSP_CLI_DONE;
}
