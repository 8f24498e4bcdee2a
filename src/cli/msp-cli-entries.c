/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-entries"

#include "cli/msp-cli-entries.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "base/msp-json.h"
#include "base/msp-text.h"
#include "cli/msp-cli-attachments.h"
#include "cli/msp-cli-fields.h"
#include "cli/msp-cli-output.h"
#include "cli/msp-cli-templates.h"
#include "exchange/msp-contribution-json.h"
#include "journal/msp-figure-history.h"

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
      g_autofree char *title = msp_cli_shown (other->title, FALSE);

      g_printerr (_ ("ms-programs: the journal has this already: “%s” (%s); it was added all the "
                     "same\n"), title, other->id);
    }
}

static int
add_entry (MspCliSession   *session,
           MspCliFields    *fields,
           MspContribution *entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  MspJournalStore *store;

  if (!is_right (entry))
    return MSP_CLI_WRONG;

  store = msp_cli_session_journal (session, TRUE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  if (!msp_cli_attachments_copy (fields, store, &error))
    return msp_cli_journal_error (session, error);

  msp_cli_attachments_apply (fields, entry);
  warn_of_duplicate (store, entry);
  id = msp_journal_store_add (store, entry, &error);
  if (id == NULL)
    return msp_cli_journal_error (session, error);

  g_print ("%s\n", id);

  return MSP_CLI_DONE;
}

/* From a template, or from nothing. NULL after having said what is wrong. */
static MspContribution *
begin_entry (MspCliSession      *session,
             const MspCliFields *fields,
             const char         *template_name,
             int                *status)
{
  MspContribution *entry;

  *status = MSP_CLI_WRONG;
  if (template_name == NULL && session->rest == NULL && fields->title == NULL)
    {
      msp_cli_wrong (_ ("the title is missing"));
      return NULL;
    }
  if (template_name == NULL && fields->type == NULL)
    {
      msp_cli_wrong (_ ("--type is missing"));
      return NULL;
    }

  *status = MSP_CLI_FAILED;
  entry = template_name != NULL ? msp_cli_begin_entry (session, template_name)
                                : msp_contribution_new ();
  if (entry == NULL)
    return NULL;

  entry->date = msp_clock_today ();
  if (session->rest != NULL)
    {
      g_free (entry->title);
      entry->title = msp_text_clean (session->rest[0], FALSE);
    }

  return entry;
}

int
msp_cli_add (MspCliSession *session,
             char         **arguments)
{
  g_autoptr (MspCliFields) fields = msp_cli_fields_new ();
  g_autofree GOptionEntry *entries = msp_cli_fields_entries (fields);
  g_autofree char *template_name = NULL;
  const GOptionEntry own[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template_name,
      N_ ("Begin with that template; title and type are its own if they are not given"), "NAME" },
    G_OPTION_ENTRY_NULL
  };
  g_autofree GOptionEntry *all = msp_cli_join_entries (own, entries);
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = msp_cli_fields_take (fields, arguments, FALSE, &error);
  int status;

  if (rest == NULL)
    return msp_cli_wrong ("%s", error->message);
  if (!msp_cli_session_parse (session, rest, all, "TITLE --type TYPE", 0, 1, &status))
    return status;

  entry = begin_entry (session, fields, template_name, &status);
  if (entry == NULL)
    return status;
  if (!msp_cli_fields_apply (fields, msp_cli_session_catalog (session), entry, &error))
    return msp_cli_wrong ("%s", error->message);

  return add_entry (session, fields, entry);
}

static void
print_line (const char *name,
            const char *text)
{
  g_autofree char *shown = msp_cli_shown (text, TRUE);

  if (*text != '\0')
    g_print ("%s: %s\n", name, shown);
}

static void
print_words (const char *name,
             GStrv       words)
{
  g_autofree char *joined = g_strjoinv (", ", words);

  print_line (name, joined);
}

static void
print_figures (const MspContribution *entry,
               GPtrArray             *history)
{
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);
      g_autofree char *name = msp_cli_shown (figure->name, FALSE);
      g_autofree char *day = msp_day_to_iso (figure->recorded_on);

      g_print (_ ("%s: %" G_GINT64_FORMAT " (recorded %s)\n"), name, figure->value, day);
      for (guint j = 0; history != NULL && j < history->len; j++)
        {
          const MspPastFigure *past = g_ptr_array_index (history, j);
          g_autofree char *past_day = msp_day_to_iso (past->recorded_on);

          if (g_str_equal (past->name, figure->name))
            g_print ("  %s  %" G_GINT64_FORMAT "\n", past_day, past->value);
        }
    }
}

static void
print_times (const MspContribution *entry)
{
  print_line (_ ("Added"), entry->created);
  print_line (_ ("Changed"), entry->modified);
  if (entry->deleted != NULL)
    {
      g_autofree char *leaves = msp_day_to_text (msp_journal_leaves_trash (entry->deleted));

      print_line (_ ("In the trash since"), entry->deleted);
      print_line (_ ("Leaves the trash"), leaves);
    }
}

static char *
day_text (MspDay      day,
          const char *none)
{
  return day != MSP_DAY_NONE ? msp_day_to_text (day) : g_strdup (none);
}

static void
print_entry (const MspContribution *entry,
             GPtrArray             *history)
{
  g_autofree char *title = msp_cli_shown (entry->title, FALSE);
  g_autofree char *date = day_text (entry->date, "");
  g_autofree char *end = day_text (entry->date_end, "");
  g_autofree char *portal = day_text (entry->in_portal, _ ("not yet"));
  g_autofree char *quantity = msp_text_number (entry->quantity);
  g_autofree char *reach = msp_text_number (entry->reach);

  g_print ("%s\n", title);
  print_line (_ ("Id"), entry->id);
  print_line (_ ("Type"), entry->type);
  print_line (_ ("Date"), date);
  print_line (_ ("End date"), end);
  print_line (_ ("Link"), entry->url);
  for (guint i = 0; entry->links[i] != NULL; i++)
    print_line (_ ("Further link"), entry->links[i]);
  msp_cli_attachments_print (entry->attachments);
  print_line (_ ("Area"), entry->area);
  print_words (_ ("Additional areas"), entry->additional_areas);
  print_words (_ ("Audience"), entry->audience);
  print_line (_ ("Role"), entry->role);
  print_line (_ ("Event of Microsoft"), entry->microsoft_event);
  print_line (_ ("Other event of Microsoft"), entry->microsoft_event_other);
  print_line (_ ("Quantity"), quantity);
  print_line (_ ("People reached"), reach);
  print_figures (entry, history);
  print_line (_ ("Status"), entry->status == MSP_STATUS_PLANNED ? _ ("planned") : _ ("done"));
  print_line (_ ("In the portal"), portal);
  print_line (_ ("Private"), entry->is_private ? _ ("yes") : _ ("no"));
  print_line (_ ("High impact"), entry->is_high_impact ? _ ("yes") : _ ("no"));
  print_words (_ ("Tags"), entry->tags);
  print_line (_ ("Description"), entry->description);
  print_line (_ ("Private description"), entry->private_description);
  print_line (_ ("Notes"), entry->notes);
  print_times (entry);
}

/* The history is no field of the entry: it stands behind them all. */
static void
append_history (GString   *json,
                GPtrArray *history)
{
  g_string_truncate (json, json->len - strlen ("\n}"));
  g_string_append (json, ",\n  \"history\": [");
  for (guint i = 0; i < history->len; i++)
    {
      const MspPastFigure *past = g_ptr_array_index (history, i);
      g_autofree char *day = msp_day_to_iso (past->recorded_on);

      g_string_append (json, i > 0 ? ",\n    {\"name\": " : "\n    {\"name\": ");
      msp_json_append_string (json, past->name);
      g_string_append_printf (json, ", \"date\": \"%s\", \"value\": %" G_GINT64_FORMAT "}", day,
                              past->value);
    }
  g_string_append (json, history->len > 0 ? "\n  ]\n}" : "]\n}");
}

static void
print_json (const MspContribution *entry,
            GPtrArray             *history)
{
  g_autoptr (GString) json = g_string_new (NULL);

  msp_contribution_append_json (entry, MSP_ENTRY_JSON_PRETTY, json);
  if (history != NULL)
    append_history (json, history);
  g_string_append_c (json, '\n');
  msp_cli_output_put (json, FALSE);
}

static int
show_entry (MspCliSession *session,
            gboolean       with_history,
            int            format)
{
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  MspJournalStore *store = msp_cli_session_journal (session, FALSE);

  if (store == NULL)
    return MSP_CLI_FAILED;

  id = msp_journal_store_resolve (store, session->rest[0], &error);
  if (id != NULL)
    entry = msp_journal_store_get (store, id, &error);
  if (entry != NULL && with_history)
    history = msp_journal_store_figure_history (store, id, &error);
  if (error != NULL)
    return msp_cli_journal_error (session, error);

  if (format == 1)
    print_json (entry, history);
  else
    print_entry (entry, history);

  return MSP_CLI_DONE;
}

int
msp_cli_show (MspCliSession *session,
              char         **arguments)
{
  gboolean history = FALSE;
  const GOptionEntry entries[] = {
    { "history", 0, 0, G_OPTION_ARG_NONE, &history, N_ ("With all that its figures ever were"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text or json"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  int status;
  int format;

  if (!msp_cli_session_parse (session, arguments, entries, "ID", 1, 1, &status))
    return status;

  format = msp_cli_session_format (session, "text|json");
  if (format < 0)
    return MSP_CLI_WRONG;

  return show_entry (session, history, format);
}
