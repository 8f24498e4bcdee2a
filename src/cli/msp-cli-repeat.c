/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-repeat"

#include "cli/msp-cli-repeat.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "journal/msp-repeat.h"

static gboolean
read_repeat (const char  *every,
             int          times,
             const char  *until,
             MspRepeat   *repeat,
             GError     **error)
{
  if (every == NULL)
    {
      g_set_error_literal (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_MISSING, _ ("--every is missing"));
      return FALSE;
    }
  if ((times == 0) == (until == NULL) || times < 0)
    {
      g_set_error_literal (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_MISSING,
                           _ ("give either --times, a number from 1, or --until"));
      return FALSE;
    }

  repeat->times = times;

  return msp_repeat_parse_step (every, repeat, error) &&
         (until == NULL ||
          msp_day_parse_typed (until, msp_clock_today (), &repeat->until, error));
}

static int
plan (MspCliSession   *session,
      const MspRepeat *repeat)
{
  MspJournalStore *store = msp_cli_session_journal (session, TRUE);
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *id = NULL;

  if (store == NULL)
    return MSP_CLI_FAILED;

  id = msp_journal_store_resolve (store, session->rest[0], &error);
  if (id != NULL)
    entry = msp_journal_store_get (store, id, &error);
  if (entry == NULL)
    return msp_cli_journal_error (session, error);

  days = msp_repeat_list_days (repeat, entry->date, &error);
  if (days == NULL)
    return msp_cli_wrong ("%s", error->message);

  entries = msp_repeat_make_entries (entry, days);
  if (!msp_journal_store_add_many (store, entries, &error))
    return msp_cli_journal_error (session, error);

  for (guint i = 0; i < entries->len; i++)
    g_print ("%s\n", ((const MspContribution *) g_ptr_array_index (entries, i))->id);

  return MSP_CLI_DONE;
}

int
msp_cli_repeat (MspCliSession *session,
                char         **arguments)
{
  g_autofree char *every = NULL;
  g_autofree char *until = NULL;
  int times = 0;
  const GOptionEntry entries[] = {
    { "every", 0, 0, G_OPTION_ARG_STRING, &every, N_ ("How often: 2w is every two weeks, 1m every month"), "STEP" },
    { "times", 0, 0, G_OPTION_ARG_INT, &times, N_ ("How many are planned"), "N" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("The last day on which one may be"), "DATE" },
    G_OPTION_ENTRY_NULL
  };
  MspRepeat repeat = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  if (!msp_cli_session_parse (session, arguments, entries, "ID --every STEP", 1, 1, &status))
    return status;
  if (!read_repeat (every, times, until, &repeat, &error))
    return msp_cli_wrong ("%s", error->message);

  return plan (session, &repeat);
}
