/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-life"

#include "cli/msp-cli-life.h"

#include <glib/gi18n-lib.h>

#include "cli/msp-cli-filters.h"
#include "cli/msp-cli-ids.h"
#include "cli/msp-cli-list.h"

typedef gboolean (*ChangeFunc) (MspJournalStore    *store,
                                const char *const  *ids,
                                GError            **error);

static int
change_all (MspCliSession *session,
            char         **arguments,
            ChangeFunc     change)
{
  g_auto (GStrv) named = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store;
  int status;

  session->summary = msp_cli_ids_get_help ();
  if (!msp_cli_session_parse (session, arguments, NULL, MSP_CLI_IDS_PARAMETERS, 1, G_MAXINT, &status))
    return status;

  named = msp_cli_ids_read ((const char *const *) session->rest, &error);
  if (named == NULL)
    return msp_cli_wrong ("%s", error->message);
  if (named[0] == NULL)
    return MSP_CLI_DONE;

  store = msp_cli_session_journal (session, TRUE);
  ids = store != NULL ? msp_cli_ids_resolve (session, store, named) : NULL;
  if (ids == NULL)
    return MSP_CLI_FAILED;

  if (!change (store, (const char *const *) ids, &error))
    return msp_cli_journal_error (session, error);

  return MSP_CLI_DONE;
}

int
msp_cli_delete (MspCliSession *session,
                char         **arguments)
{
  return change_all (session, arguments, msp_journal_store_delete);
}

int
msp_cli_restore (MspCliSession *session,
                 char         **arguments)
{
  return change_all (session, arguments, msp_journal_store_restore);
}

int
msp_cli_duplicate (MspCliSession *session,
                   char         **arguments)
{
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *copy = NULL;
  MspJournalStore *store;
  int status;

  if (!msp_cli_session_parse (session, arguments, NULL, "ID", 1, 1, &status))
    return status;

  store = msp_cli_session_journal (session, TRUE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  id = msp_journal_store_resolve (store, session->rest[0], &error);
  if (id != NULL)
    entry = msp_journal_store_get (store, id, &error);
  if (entry == NULL)
    return msp_cli_journal_error (session, error);

  /* The portal does not have the copy. */
  entry->in_portal = MSP_DAY_NONE;
  copy = msp_journal_store_add (store, entry, &error);
  if (copy == NULL)
    return msp_cli_journal_error (session, error);

  g_print ("%s\n", copy);

  return MSP_CLI_DONE;
}

static int
empty_trash (MspCliSession *session)
{
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = msp_cli_session_journal (session, TRUE);
  int n_gone;

  if (store == NULL)
    return MSP_CLI_FAILED;

  n_gone = msp_journal_store_empty_trash (store, MSP_DAY_NONE, &error);
  if (n_gone < 0)
    return msp_cli_journal_error (session, error);

  g_print (ngettext ("%d contribution was removed for good.\n",
                     "%d contributions were removed for good.\n", (gulong) n_gone), n_gone);

  return MSP_CLI_DONE;
}

int
msp_cli_trash (MspCliSession *session,
               char         **arguments)
{
  gboolean empty = FALSE;
  g_autoptr (MspCliFilters) filters = msp_cli_filters_new ();
  g_autofree GOptionEntry *common = msp_cli_filters_entries (filters);
  const GOptionEntry own[] = {
    { "empty", 0, 0, G_OPTION_ARG_NONE, &empty, N_ ("Remove for good all that is in it"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format,
      N_ ("text, json, csv, or ids for whole ids alone"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autofree GOptionEntry *entries = msp_cli_join_entries (own, common);
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

  query->trash = TRUE;
  if (!empty)
    return msp_cli_print_list (session, query, format);
  if (msp_query_is_filtering (query) || query->limit > 0)
    return msp_cli_wrong (_ ("--empty is about all that is in the trash; it takes no filter"));

  return empty_trash (session);
}
