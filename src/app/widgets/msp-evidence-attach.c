/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-evidence-attach"

#include "app/widgets/msp-evidence-attach.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-journal-attachments.h"

/* One drop of files on an entry. */
typedef struct
{
  MspJournalStore *store;  /* (owned) */
  char            *id;     /* (owned) */
  GStrv            uris;   /* (owned) */
  guint            next;   /* which of them is to be copied */
  GPtrArray       *copied; /* (owned) (element-type MspAttachment) */
} Drop;

static void
drop_free (Drop *self)
{
  g_object_unref (self->store);
  g_free (self->id);
  g_strfreev (self->uris);
  g_ptr_array_unref (self->copied);
  g_free (self);
}

/* On the journal's worker. */
static gboolean
add_attachments (MspContribution *entry,
                 gpointer         data)
{
  GPtrArray *list = data;
  gboolean differs = FALSE;

  for (guint i = 0; i < list->len; i++)
    differs = msp_attachments_add (entry->attachments,
                                   msp_attachment_copy (g_ptr_array_index (list, i))) || differs;

  return differs;
}

/* The copies go, unless an entry has them. */
static void
give_up (GTask  *task,
         GError *error)
{
  const Drop *drop = g_task_get_task_data (task);

  for (guint i = 0; i < drop->copied->len; i++)
    msp_journal_store_release (drop->store,
                               ((const MspAttachment *) g_ptr_array_index (drop->copied, i))->hash);
  g_task_return_error (task, error);
}

static void
edited (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  int count = msp_journal_store_edit_many_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (count >= 0)
    g_task_return_int (task, count);
  else
    give_up (task, error);
}

static void copy_next (GTask *task);

static void
copied (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Drop *drop = g_task_get_task_data (task);
  GError *error = NULL;
  MspAttachment *attachment =
    msp_journal_store_attach_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (attachment == NULL)
    {
      give_up (task, error);
      return;
    }

  g_ptr_array_add (drop->copied, attachment);
  copy_next (g_steal_pointer (&task));
}

static void
copy_next (GTask *task)
{
  Drop *drop = g_task_get_task_data (task);
  const char *const ids[] = { drop->id, NULL };

  if (drop->uris[drop->next] != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (drop->uris[drop->next++]);

      msp_journal_store_attach_async (drop->store, file, NULL, NULL, g_task_get_cancellable (task),
                                      copied, task);
      return;
    }

  msp_journal_store_edit_many_async (drop->store, ids, add_attachments,
                                     g_ptr_array_ref (drop->copied),
                                     (GDestroyNotify) g_ptr_array_unref,
                                     g_task_get_cancellable (task), edited, task);
}

void
msp_evidence_attach_async (MspServices         *services,
                           const char          *id,
                           const char *const   *uris,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;
  Drop *drop;

  g_return_if_fail (MSP_IS_SERVICES (services) && id != NULL && uris != NULL);
  g_return_if_fail (msp_services_get_store (services) != NULL);

  drop = g_new0 (Drop, 1);
  drop->store = g_object_ref (msp_services_get_store (services));
  drop->id = g_strdup (id);
  drop->uris = g_strdupv ((char **) uris);
  drop->copied = msp_attachments_new ();
  task = g_task_new (services, cancellable, callback, user_data);
  g_task_set_source_tag (task, msp_evidence_attach_async);
  g_task_set_task_data (task, drop, (GDestroyNotify) drop_free);
  /* What was done is told, whoever does not want to know any more. */
  g_task_set_check_cancellable (task, FALSE);
  copy_next (task);
}

gboolean
msp_evidence_attach_finish (MspServices   *services,
                            GAsyncResult  *result,
                            const char   **remark,
                            GError       **error)
{
  gssize count;

  g_return_val_if_fail (g_task_is_valid (result, services), FALSE);

  count = g_task_propagate_int (G_TASK (result), error);
  *remark = count == 0 ? _ ("It is attached already.") : NULL;

  return count >= 0;
}
