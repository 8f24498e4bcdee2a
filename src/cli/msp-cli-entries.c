/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-entries"

#include "cli/msp-cli-entries.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "cli/msp-cli-fields.h"
#include "cli/msp-cli-filters.h"
#include "exchange/msp-contribution-csv.h"
#include "exchange/msp-contribution-json.h"

/* Checked before the journal is opened, so that a wrong line makes no file. */
static gboolean
is_right (const MspContribution *entry)
{
  g_autoptr (GPtrArray) problems = msp_contribution_check (entry);
  const MspFieldProblem *first;

  if (problems->len == 0)
    return TRUE;

  first = g_ptr_array_index (problems, 0);
  msp_cli_wrong ("%s: %s", first->field, first->message);

  return FALSE;
}

static void
warn_of_duplicate (MspJournalStore       *store,
                   const MspContribution *entry)
{
  g_autoptr (GPtrArray) list = msp_journal_store_duplicates (store, entry, NULL);

  if (list != NULL && list->len > 0)
    {
      const MspContribution *other = g_ptr_array_index (list, 0);

      g_printerr (_ ("ms-programs: the journal has this already: “%s” (%s); it was added all the "
                     "same\n"), other->title, other->id);
    }
}

static int
add_entry (MspCliSession         *session,
           const MspContribution *entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  MspJournalStore *store;

  if (!is_right (entry))
    return MSP_CLI_WRONG;

  store = msp_cli_session_journal (session, TRUE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  warn_of_duplicate (store, entry);
  id = msp_journal_store_add (store, entry, &error);
  if (id == NULL)
    return msp_cli_journal_error (session, error);

  g_print ("%s\n", id);

  return MSP_CLI_DONE;
}

int
msp_cli_add (MspCliSession *session,
             char         **arguments)
{
  g_autoptr (MspCliFields) fields = msp_cli_fields_new ();
  g_autofree GOptionEntry *entries = msp_cli_fields_entries (fields);
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = msp_cli_fields_take (fields, arguments, FALSE, &error);
  int status;

  if (rest == NULL)
    return msp_cli_wrong ("%s", error->message);
  if (!msp_cli_session_parse (session, rest, entries, "TITLE --type TYPE", 0, 1, &status))
    return status;
  if (session->rest == NULL && fields->title == NULL)
    return msp_cli_wrong (_ ("the title is missing"));
  if (fields->type == NULL)
    return msp_cli_wrong (_ ("--type is missing"));

  if (session->rest != NULL)
    {
      g_free (entry->title);
      entry->title = msp_text_clean (session->rest[0], FALSE);
    }
  entry->date = msp_clock_today ();
  if (!msp_cli_fields_apply (fields, msp_cli_session_catalog (session), entry, &error))
    return msp_cli_wrong ("%s", error->message);

  return add_entry (session, entry);
}

static int
update_entry (MspCliSession *session,
              MspCliFields  *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = NULL;
  g_autofree char *id = NULL;
  MspJournalStore *store = msp_cli_session_journal (session, TRUE);

  if (store == NULL)
    return MSP_CLI_FAILED;

  id = msp_journal_store_resolve (store, session->rest[0], &error);
  if (id != NULL)
    entry = msp_journal_store_get (store, id, &error);
  if (entry == NULL)
    return msp_cli_journal_error (session, error);

  if (!msp_cli_fields_apply (fields, msp_cli_session_catalog (session), entry, &error))
    return msp_cli_wrong ("%s", error->message);
  if (!is_right (entry))
    return MSP_CLI_WRONG;
  if (!msp_journal_store_update (store, entry, &error))
    return msp_cli_journal_error (session, error);

  return MSP_CLI_DONE;
}

/* Wrong values are found on an entry of nothing, before the journal is opened. */
static gboolean
try_fields (MspCliSession  *session,
            MspCliFields   *fields,
            GError        **error)
{
  g_autoptr (MspContribution) scratch = msp_contribution_new ();

  return msp_cli_fields_apply (fields, msp_cli_session_catalog (session), scratch, error);
}

int
msp_cli_edit (MspCliSession *session,
              char         **arguments)
{
  g_autoptr (MspCliFields) fields = msp_cli_fields_new ();
  g_autofree GOptionEntry *entries = msp_cli_fields_entries (fields);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = msp_cli_fields_take (fields, arguments, TRUE, &error);
  int status;

  if (rest == NULL)
    return msp_cli_wrong ("%s", error->message);
  if (!msp_cli_session_parse (session, rest, entries, "ID", 1, 1, &status))
    return status;
  if (!msp_cli_fields_are_given (fields))
    return msp_cli_wrong (_ ("nothing to change is given; see ms-programs edit --help"));
  if (!try_fields (session, fields, &error))
    return msp_cli_wrong ("%s", error->message);

  return update_entry (session, fields);
}

static void
print_list (GPtrArray *list,
            int        format)
{
  g_autofree char *csv = format == 2 ? msp_contributions_to_csv (list) : NULL;

  if (csv != NULL)
    {
      g_print ("%s", csv);
      return;
    }

  if (format == 1)
    g_print ("[");
  for (guint i = 0; i < list->len; i++)
    {
      const MspContribution *entry = g_ptr_array_index (list, i);
      g_autofree char *json = format == 1 ? msp_contribution_to_json (entry, FALSE) : NULL;
      g_autofree char *date = msp_day_to_iso (entry->date);
      g_autofree char *id = msp_cli_shorten (entry->id, 8);

      if (json != NULL)
        g_print ("%s\n%s", i > 0 ? "," : "", json);
      else
        g_print ("%s  %s  %s  [%s]%s\n", id, date, entry->title, entry->type,
                 entry->status == MSP_STATUS_PLANNED ? _ ("  planned") : "");
    }
  if (format == 1)
    g_print ("\n]\n");
}

int
msp_cli_list (MspCliSession *session,
              char         **arguments)
{
  g_autoptr (MspCliFilters) filters = msp_cli_filters_new ();
  g_autofree GOptionEntry *entries = msp_cli_filters_entries (filters);
  const GOptionEntry format_entry[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text, json or csv"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GArray) all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autoptr (MspQuery) query = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store;
  int status;
  int format;

  for (guint i = 0; entries[i].long_name != NULL; i++)
    g_array_append_val (all, entries[i]);
  g_array_append_val (all, format_entry[0]);
  if (!msp_cli_session_parse (session, arguments, (const GOptionEntry *) (gpointer) all->data,
                              NULL, 0, 0, &status))
    return status;

  format = msp_cli_session_format (session, "text|json|csv");
  if (format < 0)
    return MSP_CLI_WRONG;

  query = msp_cli_filters_query (filters, session, &error);
  if (query == NULL)
    return msp_cli_wrong ("%s", error->message);

  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  list = msp_journal_store_list (store, query, &error);
  if (list == NULL)
    return msp_cli_journal_error (session, error);

  print_list (list, format);

  return MSP_CLI_DONE;
}

static void
print_line (const char *name,
            const char *text)
{
  if (*text != '\0')
    g_print ("%s: %s\n", name, text);
}

static void
print_words (const char *name,
             GStrv       words)
{
  g_autofree char *joined = g_strjoinv (", ", words);

  print_line (name, joined);
}

static void
print_entry (const MspContribution *entry)
{
  g_autofree char *date = msp_day_to_text (entry->date);
  g_autofree char *end = entry->date_end != MSP_DAY_NONE ? msp_day_to_text (entry->date_end)
                                                         : g_strdup ("");
  g_autofree char *portal = entry->in_portal != MSP_DAY_NONE ? msp_day_to_text (entry->in_portal)
                                                             : g_strdup (_ ("not yet"));

  g_print ("%s\n", entry->title);
  print_line (_ ("Id"), entry->id);
  print_line (_ ("Type"), entry->type);
  print_line (_ ("Date"), date);
  print_line (_ ("End date"), end);
  print_line (_ ("Link"), entry->url);
  print_line (_ ("Area"), entry->area);
  print_words (_ ("Additional areas"), entry->additional_areas);
  print_words (_ ("Audience"), entry->audience);
  print_line (_ ("Role"), entry->role);
  print_line (_ ("Status"), entry->status == MSP_STATUS_PLANNED ? _ ("planned") : _ ("done"));
  print_line (_ ("In the portal"), portal);
  print_words (_ ("Tags"), entry->tags);
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);

      g_print ("%s: %" G_GINT64_FORMAT "\n", figure->name, figure->value);
    }
  print_line (_ ("Description"), entry->description);
  print_line (_ ("Private description"), entry->private_description);
  print_line (_ ("Notes"), entry->notes);
  if (entry->deleted != NULL)
    print_line (_ ("In the trash since"), entry->deleted);
}

int
msp_cli_show (MspCliSession *session,
              char         **arguments)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text or json"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *json = NULL;
  MspJournalStore *store;
  int status;
  int format;

  if (!msp_cli_session_parse (session, arguments, entries, "ID", 1, 1, &status))
    return status;

  format = msp_cli_session_format (session, "text|json");
  if (format < 0)
    return MSP_CLI_WRONG;

  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  id = msp_journal_store_resolve (store, session->rest[0], &error);
  if (id != NULL)
    entry = msp_journal_store_get (store, id, &error);
  if (entry == NULL)
    return msp_cli_journal_error (session, error);

  json = format == 1 ? msp_contribution_to_json (entry, TRUE) : NULL;
  if (json != NULL)
    g_print ("%s\n", json);
  else
    print_entry (entry);

  return MSP_CLI_DONE;
}
