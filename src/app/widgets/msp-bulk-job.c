/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-bulk-job"

#include "app/widgets/msp-bulk-job.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-bulk-writer.h"
#include "app/widgets/msp-entry-actions.h"
#include "base/msp-text.h"

/* From when on somebody wants to know how far it is, and to stop it. */
#define LONG_MS 1000

struct _MspBulkJob
{
  GtkWidget      *widget;      /* (owned) */
  MspServices    *services;    /* (owned) */
  MspBulkJobKind  kind;
  MspBulkEdit    *edit;        /* (owned) (nullable) */
  GCancellable   *cancellable; /* (owned) */
  gint64          start;       /* monotonic time, µs */
  guint           n_entries;
  gint            n_done;      /* counted up by the worker */
  GDestroyNotify  finished;
  gpointer        user_data;
};

static void
job_free (MspBulkJob *self)
{
  self->finished (self->user_data);
  g_clear_pointer (&self->edit, msp_bulk_edit_free);
  g_object_unref (self->cancellable);
  g_object_unref (self->services);
  g_object_unref (self->widget);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspBulkJob, job_free)

static void
say (MspBulkJob *self,
     const char *text)
{
  gtk_widget_activate_action (self->widget, "win.toast", "s", text);
}

static void
say_error (MspBulkJob   *self,
           const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _ ("Cancelled. Nothing was changed."));
  else
    msp_entry_actions_say_error (self->widget, self->services, error);
}

/* On the worker. */
static gboolean
edit_and_count (MspContribution *entry,
                gpointer         data)
{
  MspBulkJob *self = data;

  g_atomic_int_inc (&self->n_done);

  return msp_bulk_edit_apply (entry, self->edit);
}

static void
edited (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MspBulkJob) self = user_data;
  g_autoptr (GError) error = NULL;
  int n_edited = msp_journal_store_edit_many_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (n_edited < 0)
    say_error (self, error);
  else if (n_edited == 0)
    say (self, _ ("The selected contributions are like that already."));
}

static void
deleted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MspBulkJob) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_delete_finish (MSP_JOURNAL_STORE (source), result, &error))
    say_error (self, error);
}

static void
restored (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MspBulkJob) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_restore_finish (MSP_JOURNAL_STORE (source), result, &error))
    say_error (self, error);
}

static void
removed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MspBulkJob) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_remove_finish (MSP_JOURNAL_STORE (source), result, &error))
    say_error (self, error);
}

static void
run (MspBulkJob        *self,
     MspJournalStore   *store,
     const char *const *ids)
{
  if (self->kind == MSP_BULK_JOB_EDIT)
    msp_journal_store_edit_many_async (store, ids, edit_and_count, self, NULL, self->cancellable,
                                       edited, self);
  else if (self->kind == MSP_BULK_JOB_DELETE)
    msp_journal_store_delete_async (store, ids, self->cancellable, deleted, self);
  else if (self->kind == MSP_BULK_JOB_RESTORE)
    msp_journal_store_restore_async (store, ids, self->cancellable, restored, self);
  else if (self->kind == MSP_BULK_JOB_REMOVE)
    msp_journal_store_remove_async (store, ids, removed, self);
  else
    msp_bulk_writer_run (self->widget, self->services, ids, (MspBulkWritten) job_free, self);
}

static void
ids_read (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MspBulkJob) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = msp_journal_store_ids_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (error != NULL)
    say_error (self, error);
  else if (ids[0] != NULL)
    run (g_steal_pointer (&self), MSP_JOURNAL_STORE (source), (const char *const *) ids);
}

/**
 * msp_bulk_job_start:
 * @widget: where the window's actions are found
 * @services: with an open journal
 * @keys: (element-type gint64): the entries
 * @kind: what is done
 * @edit: (transfer full) (nullable): for `MSP_BULK_JOB_EDIT`
 * @finished: called when it is over
 * @user_data: for @finished
 *
 * Returns: (transfer none): the job, until @finished was called
 */
MspBulkJob *
msp_bulk_job_start (GtkWidget      *widget,
                    MspServices    *services,
                    GArray         *keys,
                    MspBulkJobKind  kind,
                    MspBulkEdit    *edit,
                    GDestroyNotify  finished,
                    gpointer        user_data)
{
  MspBulkJob *self = g_new0 (MspBulkJob, 1);

  self->widget = g_object_ref (widget);
  self->services = g_object_ref (services);
  self->kind = kind;
  self->edit = edit;
  self->cancellable = g_cancellable_new ();
  self->start = g_get_monotonic_time ();
  self->n_entries = keys->len;
  self->finished = finished;
  self->user_data = user_data;
  msp_journal_store_ids_async (msp_services_get_store (services), keys, ids_read, self);

  return self;
}

void
msp_bulk_job_cancel (MspBulkJob *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->cancellable);
}

gboolean
msp_bulk_job_offers_cancel (MspBulkJob *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* Files that are removed for good are gone one by one, and a text is ready soon. */
  return self->kind != MSP_BULK_JOB_REMOVE && self->kind != MSP_BULK_JOB_COPY &&
         g_get_monotonic_time () - self->start > LONG_MS * G_TIME_SPAN_MILLISECOND;
}

char *
msp_bulk_job_make_text (MspBulkJob *self)
{
  guint n_done;
  g_autofree char *done = NULL;
  g_autofree char *all = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  n_done = (guint) g_atomic_int_get (&self->n_done);
  if (n_done == 0)
    return NULL;

  done = msp_text_number (n_done);
  all = msp_text_number (self->n_entries);

  /* Translators: how many contributions are changed, of how many. */
  return g_strdup_printf (_ ("%s of %s changed"), done, all);
}
