/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-edit"

#include "cli/msp-cli-edit.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "cli/msp-cli-attachments.h"
#include "cli/msp-cli-fields.h"
#include "cli/msp-cli-ids.h"

#define PROBLEMS_MAX 20

/* What is changed, in each entry. */
typedef struct
{
  MspCliFields *fields;         /* (owned) */
  char        **added_tags;     /* (owned) (nullable) */
  char        **removed_tags;   /* (owned) (nullable) */
  char         *unmodified_since; /* (owned) (nullable) */
  MspCatalog   *catalog;
} Edit;

static gboolean
has_tag (char       **tags,
         const char  *folded)
{
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autofree char *tag = msp_text_clean (tags[i], FALSE);
      g_autofree char *other = msp_text_fold (tag);

      if (g_str_equal (other, folded))
        return TRUE;
    }

  return FALSE;
}

/* Those to add behind those that stay; case and accents make no other tag. */
static void
change_tags (const Edit      *edit,
             MspContribution *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  if (edit->added_tags == NULL && edit->removed_tags == NULL)
    return;

  for (guint i = 0; entry->tags[i] != NULL; i++)
    {
      g_autofree char *folded = msp_text_fold (entry->tags[i]);

      if (!has_tag (edit->removed_tags, folded))
        g_strv_builder_add (builder, entry->tags[i]);
    }
  if (edit->added_tags != NULL)
    g_strv_builder_addv (builder, (const char **) edit->added_tags);

  tags = g_strv_builder_end (builder);
  g_strfreev (entry->tags);
  entry->tags = msp_strv_copy_clean ((const char *const *) tags);
}

/* On the worker; wrong values have been found before. */
static gboolean
edit_entry (MspContribution *entry,
            gpointer         data)
{
  const Edit *edit = data;

  if (!msp_cli_fields_apply (edit->fields, edit->catalog, entry, NULL))
    return FALSE;

  change_tags (edit, entry);

  return TRUE;
}

/* Why an entry cannot be changed like that; how many reasons were said. */
static guint
say_problems (Edit                  *edit,
              const MspContribution *kept,
              gboolean               with_id)
{
  g_autoptr (MspContribution) entry = msp_contribution_copy (kept);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *id = msp_cli_shorten (kept->id, 8);

  edit_entry (entry, edit);
  problems = msp_contribution_check (entry);
  for (guint i = 0; i < problems->len; i++)
    {
      const MspFieldProblem *problem = g_ptr_array_index (problems, i);

      if (with_id)
        msp_cli_wrong ("%s, “%s”: %s: %s", id, kept->title, problem->field, problem->message);
      else
        msp_cli_wrong ("%s: %s", problem->field, problem->message);
      if (!with_id)
        break;
    }

  return problems->len;
}

/* After all of them were refused for the first that cannot be changed. */
static int
refuse (MspJournalStore *store,
        Edit            *edit,
        GStrv            ids)
{
  guint n_said = 0;

  for (guint i = 0; ids[i] != NULL && n_said < PROBLEMS_MAX; i++)
    {
      g_autoptr (MspContribution) entry = msp_journal_store_get (store, ids[i], NULL);

      if (entry != NULL)
        n_said += say_problems (edit, entry, ids[1] != NULL);
    }

  if (ids[1] != NULL)
    msp_cli_wrong (_ ("none of the entries was changed"));

  return MSP_CLI_WRONG;
}

/* An entry that must still be as it was at that time. */
static int
edit_unmodified (MspCliSession   *session,
                 MspJournalStore *store,
                 Edit            *edit,
                 const char      *id)
{
  g_autoptr (MspContribution) kept = NULL;
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GError) error = NULL;

  kept = msp_journal_store_get (store, id, &error);
  if (kept == NULL)
    return msp_cli_journal_error (session, error);

  entry = msp_contribution_copy (kept);
  edit_entry (entry, edit);
  g_free (entry->modified);
  entry->modified = g_strdup (edit->unmodified_since);
  if (msp_journal_store_update (store, entry, &error))
    return MSP_CLI_DONE;

  if (g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_CHANGED))
    {
      g_autoptr (MspContribution) now = msp_journal_store_get (store, id, NULL);

      return msp_cli_failed (_ ("“%s” was changed at %s and is not any more as it was at %s; it was "
                                "left as it is"), kept->title,
                             now != NULL ? now->modified : kept->modified, edit->unmodified_since);
    }
  if (g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID))
    {
      say_problems (edit, kept, FALSE);
      return MSP_CLI_WRONG;
    }

  return msp_cli_journal_error (session, error);
}

static int
edit_entries (MspCliSession *session,
              Edit          *edit)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) named = msp_cli_ids_read ((const char *const *) session->rest, &error);
  g_auto (GStrv) ids = NULL;
  MspJournalStore *store;

  if (named == NULL)
    return msp_cli_wrong ("%s", error->message);
  if (named[0] == NULL)
    return MSP_CLI_DONE;
  if (edit->unmodified_since != NULL && named[1] != NULL)
    return msp_cli_wrong (_ ("--if-unmodified-since is about one entry"));

  store = msp_cli_session_journal (session, TRUE);
  ids = store != NULL ? msp_cli_ids_resolve (session, store, named) : NULL;
  if (ids == NULL)
    return MSP_CLI_FAILED;
  if (!msp_cli_attachments_check (edit->fields, store, ids, &error) ||
      !msp_cli_attachments_copy (edit->fields, store, &error))
    return msp_cli_journal_error (session, error);

  if (edit->unmodified_since != NULL)
    return edit_unmodified (session, store, edit, ids[0]);
  if (msp_journal_store_edit_many (store, (const char *const *) ids, edit_entry, edit, &error))
    return MSP_CLI_DONE;
  if (g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID))
    return refuse (store, edit, ids);

  return msp_cli_journal_error (session, error);
}

/* Wrong values are found on an entry of nothing, before the journal is opened. */
static gboolean
check_values (const Edit  *edit,
              GError     **error)
{
  g_autoptr (MspContribution) scratch = msp_contribution_new ();
  g_autoptr (GDateTime) time = NULL;

  if (!msp_cli_fields_are_given (edit->fields) && edit->added_tags == NULL &&
      edit->removed_tags == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("nothing to change is given; see ms-programs edit --help"));
      return FALSE;
    }

  if (edit->unmodified_since != NULL)
    time = g_date_time_new_from_iso8601 (edit->unmodified_since, NULL);
  if (edit->unmodified_since != NULL && time == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--if-unmodified-since: \"%s\" is not a time like 2026-11-21T18:02:11Z"),
                   edit->unmodified_since);
      return FALSE;
    }

  return msp_cli_fields_apply (edit->fields, edit->catalog, scratch, error);
}

static int
parse_and_edit (MspCliSession *session,
                char         **arguments,
                Edit          *edit)
{
  g_autofree GOptionEntry *fields = msp_cli_fields_entries (edit->fields);
  const GOptionEntry own[] = {
    { "add-tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &edit->added_tags,
      N_ ("A tag beside the others; several times"), "TAG" },
    { "remove-tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &edit->removed_tags,
      N_ ("A tag to take off; several times"), "TAG" },
    { "if-unmodified-since", 0, 0, G_OPTION_ARG_STRING, &edit->unmodified_since,
      N_ ("Only if the entry's \"modified\" is still this"), "TIME" },
    G_OPTION_ENTRY_NULL
  };
  g_autofree GOptionEntry *entries = msp_cli_join_entries (fields, own);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = msp_cli_fields_take (edit->fields, arguments, TRUE, &error);
  int status;

  if (rest == NULL)
    return msp_cli_wrong ("%s", error->message);

  session->summary = msp_cli_ids_get_help ();
  session->description = _ ("--no-FIELD clears a field, as in --no-notes; --no-reach=NAME one figure.");
  if (!msp_cli_session_parse (session, rest, entries, MSP_CLI_IDS_PARAMETERS, 1, G_MAXINT, &status))
    return status;

  edit->catalog = msp_cli_session_catalog (session);
  if (!check_values (edit, &error))
    return msp_cli_wrong ("%s", error->message);

  return edit_entries (session, edit);
}

int
msp_cli_edit (MspCliSession *session,
              char         **arguments)
{
  Edit edit = { .fields = msp_cli_fields_new () };
  int status = parse_and_edit (session, arguments, &edit);

  msp_cli_fields_free (edit.fields);
  g_strfreev (edit.added_tags);
  g_strfreev (edit.removed_tags);
  g_free (edit.unmodified_since);

  return status;
}
