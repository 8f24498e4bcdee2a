/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-life"

#include "cli/msp-cli-life.h"

#include <glib/gi18n-lib.h>

#define IDS_MAX 100000

typedef gboolean (*ChangeFunc) (MspJournalStore    *store,
                                const char *const  *ids,
                                GError            **error);

/* NULL after having said which one is not there. */
static GStrv
resolve_all (MspCliSession   *session,
             MspJournalStore *store)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; session->rest[i] != NULL; i++)
    {
      g_autofree char *id = msp_journal_store_resolve (store, session->rest[i], &error);

      if (id == NULL)
        {
          msp_cli_journal_error (session, error);
          return NULL;
        }
      g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

static int
change_all (MspCliSession *session,
            char         **arguments,
            ChangeFunc     change)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store;
  int status;

  if (!msp_cli_session_parse (session, arguments, NULL, "ID…", 1, IDS_MAX, &status))
    return status;

  store = msp_cli_session_journal (session, TRUE);
  ids = store != NULL ? resolve_all (session, store) : NULL;
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
print_trash (MspCliSession   *session,
             MspJournalStore *store)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  query->trash = TRUE;
  list = msp_journal_store_list (store, query, &error);
  if (list == NULL)
    return msp_cli_journal_error (session, error);

  for (guint i = 0; i < list->len; i++)
    {
      const MspContribution *entry = g_ptr_array_index (list, i);
      g_autofree char *id = msp_cli_shorten (entry->id, 8);
      g_autofree char *day = msp_cli_shorten (entry->deleted, 10);

      g_print (_ ("%s  deleted %s  %s\n"), id, day, entry->title);
    }

  return MSP_CLI_DONE;
}

int
msp_cli_trash (MspCliSession *session,
               char         **arguments)
{
  gboolean empty = FALSE;
  const GOptionEntry entries[] = {
    { "empty", 0, 0, G_OPTION_ARG_NONE, &empty, N_ ("Remove for good what is in it"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  MspJournalStore *store;
  int status;

  if (!msp_cli_session_parse (session, arguments, entries, NULL, 0, 0, &status))
    return status;

  store = msp_cli_session_journal (session, empty);
  if (store == NULL)
    return MSP_CLI_FAILED;

  if (!empty)
    return print_trash (session, store);

  if (msp_journal_store_empty_trash (store, MSP_DAY_NONE, &error) < 0)
    return msp_cli_journal_error (session, error);

  return MSP_CLI_DONE;
}
