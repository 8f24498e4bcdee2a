/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-draft"

#include "app/widgets/msp-dossier-draft.h"

#include "base/msp-clock.h"
#include "dossier/msp-dossier-html.h"
#include "dossier/msp-dossier-layout.h"
#include "dossier/msp-dossier-markdown.h"
#include "dossier/msp-dossier-pdf.h"

/* What is made; read by the thread that makes it. */
typedef struct
{
  MspCatalog *catalog;      /* (owned): fixed, any thread may read it */
  MspCycle    cycle;
  MspDay      today;
  char       *name;         /* (owned) */
  gboolean    with_private;
  MspPaper    paper;
  GPtrArray  *entries;      /* (owned) (nullable): once they are read */
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->catalog);
  g_free (order->name);
  g_clear_pointer (&order->entries, g_ptr_array_unref);
  g_free (order);
}

typedef struct
{
  MspDossierDraft *draft; /* (owned) */
  MspDossierFormat format;
} Writing;

static void
writing_free (Writing *writing)
{
  msp_dossier_draft_unref (writing->draft);
  g_free (writing);
}

MspDossierDraft *
msp_dossier_draft_ref (MspDossierDraft *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
draft_clear (MspDossierDraft *self)
{
  msp_dossier_free (self->dossier);
  msp_dossier_pages_unref (self->pages);
}

void
msp_dossier_draft_unref (MspDossierDraft *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) draft_clear);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Order *order = task_data;
  MspDossierOptions options = { .name = order->name, .with_private = order->with_private };
  MspDossierDraft *draft;

  if (g_task_return_error_if_cancelled (task))
    return;

  draft = g_atomic_rc_box_new0 (MspDossierDraft);
  draft->dossier = msp_dossier_new (order->catalog, &order->cycle, order->entries, &options,
                                    order->today);
  draft->pages = msp_dossier_layout_new (draft->dossier, order->paper);
  g_task_return_pointer (task, draft, (GDestroyNotify) msp_dossier_draft_unref);
}

static void
entries_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  order->entries = msp_journal_store_list_finish (MSP_JOURNAL_STORE (source), result, &error);
  if (order->entries == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, make_in_thread);
}

/**
 * msp_dossier_draft_make_async:
 * @services: with a journal that is open
 * @cycle: whose entries are in it
 * @name: (nullable): the person's
 * @with_private: whether private entries are in it
 * @paper: what it is laid out on
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
msp_dossier_draft_make_async (MspServices         *services,
                              const MspCycle      *cycle,
                              const char          *name,
                              gboolean             with_private,
                              MspPaper             paper,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  MspJournalStore *store = msp_services_get_store (services);
  g_autoptr (MspQuery) query = msp_query_new ();
  GTask *task = g_task_new (services, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  g_return_if_fail (MSP_IS_JOURNAL_STORE (store));

  order->catalog = g_object_ref (msp_services_get_catalog (services));
  order->cycle = *cycle;
  order->today = msp_clock_today ();
  order->name = g_strdup (name);
  order->with_private = with_private;
  order->paper = paper;
  g_task_set_source_tag (task, msp_dossier_draft_make_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);

  query->from = cycle->window_start;
  query->to = cycle->window_end;
  query->status = MSP_STATUS_FILTER_DONE;
  msp_journal_store_list_async (store, query, cancellable, entries_read, task);
}

MspDossierDraft *
msp_dossier_draft_make_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Writing *writing = task_data;
  const MspDossierDraft *draft = writing->draft;
  GError *error = NULL;
  GBytes *bytes;
  char *text;

  if (writing->format == MSP_DOSSIER_PDF)
    {
      bytes = msp_dossier_pages_to_pdf (draft->pages, draft->dossier, &error);
      if (bytes == NULL)
        g_task_return_error (task, error);
      else
        g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
      return;
    }

  if (writing->format == MSP_DOSSIER_HTML)
    text = msp_dossier_to_html (draft->dossier, msp_dossier_pages_get_paper (draft->pages));
  else
    text = msp_dossier_to_markdown (draft->dossier);
  g_task_return_pointer (task, g_bytes_new_take (text, strlen (text)), (GDestroyNotify) g_bytes_unref);
}

void
msp_dossier_draft_write_async (MspDossierDraft     *self,
                               MspDossierFormat     format,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->draft = msp_dossier_draft_ref (self);
  writing->format = format;
  g_task_set_source_tag (task, msp_dossier_draft_write_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

GBytes *
msp_dossier_draft_write_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
