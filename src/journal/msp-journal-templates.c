/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-templates"

#include "journal/msp-journal-templates.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "storage/msp-statement.h"

#define PREFIX "template:" /* of the names in the table of settings */
#define PREFIX_END "template;" /* follows all of them */

typedef struct
{
  char            *name;     /* (owned) (nullable) */
  char            *new_name; /* (owned) (nullable) */
  MspContribution *entry;    /* (owned) (nullable) */
} Change;

static void
change_free (Change *self)
{
  g_free (self->name);
  g_free (self->new_name);
  msp_contribution_free (self->entry);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const MspTemplate *one = *(MspTemplate *const *) a;
  const MspTemplate *other = *(MspTemplate *const *) b;

  return g_utf8_collate (one->name, other->name);
}

/* Fills @data (element-type MspTemplate). */
static gboolean
list_templates (MspDatabase  *database,
                gpointer      data,
                GError      **error)
{
  GPtrArray *list = data;
  g_autoptr (GError) local_error = NULL;
  MspStatement *select =
    msp_database_prepare (database, "SELECT value FROM setting WHERE name >= '" PREFIX "' "
                                                                                       "AND name < '" PREFIX_END "'", error);

  if (select == NULL)
    return FALSE;

  while (msp_statement_next (select, &local_error))
    {
      g_autoptr (GError) problem = NULL;
      MspTemplate *template =
        msp_template_from_json (msp_statement_column_text (select, 0), &problem);

      if (template != NULL)
        g_ptr_array_add (list, template);
      else
        g_message ("A template is left out: %s", problem->message);
    }
  msp_statement_reset (select);
  g_ptr_array_sort (list, compare_names);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static char *
make_key (const char *name)
{
  g_autofree char *folded = msp_text_fold (name);

  return g_strconcat (PREFIX, folded, NULL);
}

/* (nullable) in @template: NULL if there is none */
static gboolean
read_template (MspDatabase  *database,
               const char   *name,
               MspTemplate **template,
               GError      **error)
{
  g_autofree char *key = make_key (name);
  g_autoptr (GError) local_error = NULL;
  MspStatement *select =
    msp_database_prepare (database, "SELECT value FROM setting WHERE name = :name", error);

  if (select == NULL)
    return FALSE;

  *template = NULL;
  msp_statement_bind_text (select, ":name", key);
  if (msp_statement_next (select, &local_error))
    *template = msp_template_from_json (msp_statement_column_text (select, 0), &local_error);
  msp_statement_reset (select);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
write_template (MspDatabase            *database,
                const char             *name,
                const MspContribution  *entry,
                GError                **error)
{
  g_autofree char *key = make_key (name);
  g_autofree char *json = msp_template_to_json (name, entry);
  g_autoptr (MspTemplate) check = msp_template_from_json (json, error);
  MspStatement *insert;

  if (check == NULL)
    return FALSE;

  insert = msp_database_prepare (database, "INSERT OR REPLACE INTO setting (name, value) "
                                           "VALUES (:name, :value)", error);
  if (insert == NULL)
    return FALSE;

  msp_statement_bind_text (insert, ":name", key);
  msp_statement_bind_text (insert, ":value", json);

  return msp_statement_run (insert, error);
}

static gboolean
remove_template (MspDatabase  *database,
                 const char   *name,
                 GError      **error)
{
  g_autofree char *key = make_key (name);
  MspStatement *delete =
    msp_database_prepare (database, "DELETE FROM setting WHERE name = :name", error);

  if (delete == NULL)
    return FALSE;

  msp_statement_bind_text (delete, ":name", key);
  if (!msp_statement_run (delete, error))
    return FALSE;

  if (msp_database_changes (database) > 0)
    return TRUE;

  g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND,
               _ ("there is no template “%s”"), name);

  return FALSE;
}

static gboolean
rename_template (MspDatabase  *database,
                 const char   *name,
                 const char   *new_name,
                 GError      **error)
{
  g_autoptr (MspTemplate) template = NULL;
  g_autoptr (MspTemplate) other = NULL;
  g_autofree char *key = make_key (name);
  g_autofree char *new_key = make_key (new_name);

  if (!read_template (database, name, &template, error) ||
      !read_template (database, new_name, &other, error))
    return FALSE;

  if (other != NULL && !g_str_equal (key, new_key))
    {
      g_set_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_INVALID,
                   _ ("there is a template “%s” already"), other->name);
      return FALSE;
    }

  return remove_template (database, name, error) &&
         write_template (database, new_name, template->entry, error);
}

static gboolean
apply_change (MspDatabase  *database,
              gpointer      data,
              GError      **error)
{
  const Change *change = data;

  if (change->entry != NULL)
    return write_template (database, change->new_name, change->entry, error);
  if (change->new_name != NULL)
    return rename_template (database, change->name, change->new_name, error);

  return remove_template (database, change->name, error);
}

static gboolean
change_template (MspDatabase  *database,
                 gpointer      data,
                 GError      **error)
{
  return msp_database_transaction (database, apply_change, data, error);
}

/* NULL with @error set: the new name is none. */
static Change *
make_change (const char             *name,
             const char             *new_name,
             const MspContribution  *entry,
             GError                **error)
{
  g_autoptr (Change) change = g_new0 (Change, 1);

  change->name = g_strdup (name);
  change->entry = entry != NULL ? msp_contribution_copy (entry) : NULL;
  if (new_name != NULL)
    {
      change->new_name = msp_template_clean_name (new_name, error);
      if (change->new_name == NULL)
        return NULL;
    }

  return g_steal_pointer (&change);
}

GPtrArray *
msp_journal_store_list_templates (MspJournalStore  *self,
                                  GError          **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_template_free);

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), NULL);

  if (!msp_database_call (msp_journal_store_get_database (self), list_templates, list, error))
    return NULL;

  return g_steal_pointer (&list);
}

gboolean
msp_journal_store_change_template (MspJournalStore        *self,
                                   const char             *name,
                                   const char             *new_name,
                                   const MspContribution  *entry,
                                   GError                **error)
{
  g_autoptr (Change) change = NULL;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL || (new_name != NULL && entry != NULL), FALSE);

  change = make_change (name, new_name, entry, error);

  return change != NULL &&
         msp_database_call (msp_journal_store_get_database (self), change_template, change, error);
}

void
msp_journal_store_list_templates_async (MspJournalStore     *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, msp_journal_store_list_templates_async);
  g_task_set_task_data (task, g_ptr_array_new_with_free_func ((GDestroyNotify) msp_template_free),
                        (GDestroyNotify) g_ptr_array_unref);
  msp_database_queue (msp_journal_store_get_reader (self, MSP_JOURNAL_READER_LIST), task,
                      list_templates);
}

GPtrArray *
msp_journal_store_list_templates_finish (MspJournalStore  *self,
                                         GAsyncResult     *result,
                                         GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_ptr_array_ref (g_task_get_task_data (G_TASK (result)));
}

void
msp_journal_store_change_template_async (MspJournalStore       *self,
                                         const char            *name,
                                         const char            *new_name,
                                         const MspContribution *entry,
                                         GCancellable          *cancellable,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Change *change;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));
  g_return_if_fail (name != NULL || (new_name != NULL && entry != NULL));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, msp_journal_store_change_template_async);
  change = make_change (name, new_name, entry, &error);
  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  msp_database_queue (msp_journal_store_get_database (self), g_steal_pointer (&task),
                      change_template);
}

gboolean
msp_journal_store_change_template_finish (MspJournalStore  *self,
                                          GAsyncResult     *result,
                                          GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
