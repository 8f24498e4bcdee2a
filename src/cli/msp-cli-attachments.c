/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-attachments"

#include "cli/msp-cli-attachments.h"

#include <glib/gi18n-lib.h>

#include "cli/msp-cli-output.h"
#include "journal/msp-attachment-folder.h"
#include "journal/msp-journal-attachments.h"

static void
fail_to_find (GError     **error,
              const char  *name)
{
  g_set_error (error, MSP_ATTACHMENT_ERROR, MSP_ATTACHMENT_ERROR_MISSING,
               _ ("no file there has the name “%s”"), name);
}

static gboolean
has_file (MspJournalStore *store,
          const char      *id,
          const char      *name)
{
  g_autoptr (MspContribution) entry = msp_journal_store_get (store, id, NULL);

  return entry != NULL && msp_attachments_find (entry->attachments, name) != NULL;
}

gboolean
msp_cli_attachments_check (MspCliFields     *fields,
                           MspJournalStore  *store,
                           GStrv             ids,
                           GError          **error)
{
  for (guint i = 0; fields->detach != NULL && fields->detach[i] != NULL; i++)
    {
      guint n = 0;

      while (ids[n] != NULL && !has_file (store, ids[n], fields->detach[i]))
        n++;
      if (ids[n] == NULL)
        {
          fail_to_find (error, fields->detach[i]);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
msp_cli_attachments_copy (MspCliFields     *fields,
                          MspJournalStore  *store,
                          GError          **error)
{
  fields->attached = msp_attachments_new ();
  for (guint i = 0; fields->attach != NULL && fields->attach[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (fields->attach[i]);
      MspAttachment *attachment = msp_journal_store_attach (store, file, error);

      if (attachment == NULL)
        return FALSE;

      msp_journal_store_release (store, attachment->hash);
      g_ptr_array_add (fields->attached, attachment);
    }

  return TRUE;
}

void
msp_cli_attachments_apply (MspCliFields    *fields,
                           MspContribution *entry)
{
  for (guint i = 0; fields->detach != NULL && fields->detach[i] != NULL; i++)
    msp_attachments_remove (entry->attachments, fields->detach[i]);
  for (guint i = 0; fields->attached != NULL && i < fields->attached->len; i++)
    msp_attachments_add (entry->attachments,
                         msp_attachment_copy (g_ptr_array_index (fields->attached, i)));
}

void
msp_cli_attachments_print (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (list, i);
      g_autofree char *name = msp_cli_shown (attachment->name, FALSE);
      g_autofree char *size = g_format_size ((guint64) attachment->size);

      g_print (_ ("Attachment: %s (%s)\n"), name, size);
    }
}

static int
hand_out (MspCliSession       *session,
          MspJournalStore     *store,
          const MspAttachment *attachment,
          const char          *output)
{
  g_autofree char *path = msp_journal_store_find_attachment (store, attachment->hash);
  g_autoptr (GError) error = NULL;

  if (output == NULL && path != NULL)
    {
      g_print ("%s\n", path);
      return MSP_CLI_DONE;
    }
  if (output == NULL)
    return msp_cli_failed (_ ("“%s” is not in the journal's folder any more."), attachment->name);

  if (!msp_attachment_copy_out (msp_journal_store_get_attachment_folder (store), attachment, output,
                                0600, NULL, &error))
    return msp_cli_journal_error (session, error);

  return MSP_CLI_DONE;
}

int
msp_cli_attachment (MspCliSession *session,
                    char         **arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Copy it there"), "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const MspAttachment *attachment = NULL;
  MspJournalStore *store;
  int status;

  if (!msp_cli_session_parse (session, arguments, entries, "ID NAME", 2, 2, &status))
    return status;

  store = msp_cli_session_journal (session, FALSE);
  if (store == NULL)
    return MSP_CLI_FAILED;

  id = msp_journal_store_resolve (store, session->rest[0], &error);
  if (id != NULL)
    entry = msp_journal_store_get (store, id, &error);
  if (entry != NULL)
    attachment = msp_attachments_find (entry->attachments, session->rest[1]);
  if (entry != NULL && attachment == NULL)
    fail_to_find (&error, session->rest[1]);
  if (attachment == NULL)
    return msp_cli_journal_error (session, error);

  return hand_out (session, store, attachment, output);
}
