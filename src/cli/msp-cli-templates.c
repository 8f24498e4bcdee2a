/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-templates"

#include "cli/msp-cli-templates.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "cli/msp-cli-output.h"
#include "journal/msp-journal-templates.h"

#define FORMAT_JSON 1

/* What is asked for; at most one is given. */
typedef struct
{
  char *save;   /* (owned) (nullable) */
  char *rename; /* (owned) (nullable) */
  char *remove; /* (owned) (nullable) */
} Request;

static void
request_clear (Request *self)
{
  g_free (self->save);
  g_free (self->rename);
  g_free (self->remove);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
print_template (const MspTemplate *template,
                int                format,
                gboolean           is_first)
{
  g_autofree char *name = msp_cli_shown (template->name, FALSE);
  g_autofree char *title = msp_cli_shown (template->entry->title, FALSE);
  g_autofree char *json = NULL;

  if (format != FORMAT_JSON)
    {
      g_print ("%s  [%s]  %s\n", name, template->entry->type, title);
      return;
    }

  json = msp_template_to_json (template->name, template->entry);
  g_print ("%s\n%s", is_first ? "" : ",", json);
}

static int
print_templates (MspCliSession *session,
                 int            format)
{
  MspJournalStore *store = msp_cli_session_journal (session, FALSE);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return MSP_CLI_FAILED;

  list = msp_journal_store_list_templates (store, &error);
  if (list == NULL)
    return msp_cli_journal_error (session, error);

  if (format == FORMAT_JSON)
    g_print ("[");
  for (guint i = 0; i < list->len; i++)
    print_template (g_ptr_array_index (list, i), format, i == 0);
  if (format == FORMAT_JSON)
    g_print ("\n]\n");

  return MSP_CLI_DONE;
}

static int
save_template (MspCliSession   *session,
               MspJournalStore *store,
               const char      *name)
{
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = msp_journal_store_resolve (store, session->rest[0], &error);

  if (id != NULL)
    entry = msp_journal_store_get (store, id, &error);
  if (entry == NULL || !msp_journal_store_change_template (store, NULL, name, entry, &error))
    return msp_cli_journal_error (session, error);

  return MSP_CLI_DONE;
}

static int
change_template (MspCliSession *session,
                 const Request *request)
{
  MspJournalStore *store = msp_cli_session_journal (session, TRUE);
  g_autoptr (GError) error = NULL;
  const char *name = request->rename != NULL ? request->rename : request->remove;
  const char *new_name = request->rename != NULL ? session->rest[0] : NULL;

  if (store == NULL)
    return MSP_CLI_FAILED;
  if (request->save != NULL)
    return save_template (session, store, request->save);
  if (!msp_journal_store_change_template (store, name, new_name, NULL, &error))
    return msp_cli_journal_error (session, error);

  return MSP_CLI_DONE;
}

int
msp_cli_templates (MspCliSession *session,
                   char         **arguments)
{
  g_auto (Request) request = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text or json"), "FORMAT" },
    { "save", 0, 0, G_OPTION_ARG_STRING, &request.save, N_ ("Keep the entry ID under that name"), "NAME" },
    { "rename", 0, 0, G_OPTION_ARG_STRING, &request.rename, N_ ("Call that template NEW-NAME"), "NAME" },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &request.remove, N_ ("Remove that template"), "NAME" },
    G_OPTION_ENTRY_NULL
  };
  int given;
  int status;
  int format;
  gboolean has_rest;

  if (!msp_cli_session_parse (session, arguments, entries, "[ID|NEW-NAME]", 0, 1, &status))
    return status;

  format = msp_cli_session_format (session, "text|json");
  if (format < 0)
    return MSP_CLI_WRONG;

  given = (request.save != NULL) + (request.rename != NULL) + (request.remove != NULL);
  has_rest = session->rest != NULL;
  if (given > 1 || has_rest != (request.save != NULL || request.rename != NULL))
    return msp_cli_wrong (_ ("give --save NAME ID, --rename NAME NEW-NAME, --remove NAME, or nothing"));
  if ((request.save != NULL && msp_text_is_blank (request.save)) ||
      (request.rename != NULL && msp_text_is_blank (session->rest[0])))
    return msp_cli_wrong (_ ("the name is missing"));

  return given > 0 ? change_template (session, &request) : print_templates (session, format);
}

MspContribution *
msp_cli_begin_entry (MspCliSession *session,
                     const char    *name)
{
  MspJournalStore *store = msp_cli_session_journal (session, TRUE);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folded = msp_text_fold (name);
  g_autofree char *shown = msp_cli_shown (name, FALSE);

  if (store == NULL)
    return NULL;

  list = msp_journal_store_list_templates (store, &error);
  if (list == NULL)
    msp_cli_journal_error (session, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MspTemplate *template = g_ptr_array_index (list, i);
      g_autofree char *other = msp_text_fold (template->name);

      if (g_str_equal (other, folded))
        return msp_template_begin_entry (template, msp_clock_today ());
    }

  if (list != NULL)
    msp_cli_failed (_ ("there is no template “%s”"), shown);

  return NULL;
}
