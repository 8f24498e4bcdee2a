/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-opener"

#include "app/widgets/msp-import-opener.h"

typedef struct
{
  MspCatalog *catalog;  /* (owned): fixed once read, so that a worker may read it */
  char       *path;     /* (owned) (nullable) */
  GBytes     *text;     /* (owned) (nullable) */
  char       *name;     /* (owned) */
  char       *encoding; /* (owned) (nullable) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_object_unref (self->catalog);
  g_free (self->path);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->name);
  g_free (self->encoding);
  g_free (self);
}

static void
open_on_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Opening *opening = task_data;
  GError *error = NULL;
  MspImportSource *opened;

  if (opening->path != NULL)
    opened = msp_import_source_open (opening->catalog, opening->path, MSP_IMPORT_AUTO,
                                     opening->encoding, &error);
  else
    opened = msp_import_source_open_bytes (opening->catalog, opening->text, opening->name,
                                           MSP_IMPORT_AUTO, opening->encoding, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
msp_import_opener_open_async (MspCatalog          *catalog,
                              const char          *path,
                              GBytes              *text,
                              const char          *name,
                              const char          *encoding,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (MSP_IS_CATALOG (catalog) && (path != NULL) != (text != NULL) && name != NULL);

  opening->catalog = g_object_ref (catalog);
  opening->path = g_strdup (path);
  opening->text = text != NULL ? g_bytes_ref (text) : NULL;
  opening->name = g_strdup (name);
  opening->encoding = g_strdup (encoding);
  g_task_set_source_tag (task, msp_import_opener_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_on_worker);
}

MspImportSource *
msp_import_opener_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
