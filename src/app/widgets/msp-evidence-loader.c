/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-evidence-loader"

#include "app/widgets/msp-evidence-loader.h"

#include "base/msp-clock.h"

#define NEWEST_MAX 8

/**
 * MspEvidenceLoader:
 *
 * What the journal says of the last twelve months, kept up to date without blocking the window.
 */
struct _MspEvidenceLoader
{
  GObject             parent_instance;

  MspCatalog         *catalog;     /* (owned) (not nullable) */
  MspJournalStore    *store;       /* (owned) (nullable) */
  GCancellable       *cancellable; /* (owned) (nullable): of the running query */
  MspJournalEvidence *evidence;    /* (owned) (nullable): NULL without an entry */
  GPtrArray          *newest;      /* (owned) (not nullable) (element-type MspEntrySummary) */
  guint               n_entries;
};

G_DEFINE_FINAL_TYPE (MspEvidenceLoader, msp_evidence_loader, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GPtrArray *
make_newest (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) msp_entry_summary_free);
}

static void
newest_loaded (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  MspEvidenceLoader *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  newest = msp_journal_store_summaries_finish (MSP_JOURNAL_STORE (source), result, &error);
  if (newest == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot read the entries: %s", error->message);
      return;
    }

  g_clear_pointer (&self->newest, g_ptr_array_unref);
  self->newest = g_steal_pointer (&newest);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
keys_loaded (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MspEvidenceLoader *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) rows = NULL;

  keys = msp_journal_store_keys_finish (MSP_JOURNAL_STORE (source), result, &error);
  if (keys == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot read the entries: %s", error->message);
      return;
    }

  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (rows, g_array_index (keys, MspEntryKey, i).key);
  msp_journal_store_summaries_async (self->store, (const gint64 *) (gpointer) rows->data, rows->len,
                                     self->cancellable, newest_loaded, self);
}

static void
load_newest (MspEvidenceLoader *self)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  MspDay today = msp_clock_today ();

  query->from = msp_evidence_window_start (today);
  query->to = today;
  query->status = MSP_STATUS_FILTER_DONE;
  query->limit = NEWEST_MAX;
  msp_journal_store_keys_async (self->store, query, self->cancellable, keys_loaded, self);
}

static void
facts_loaded (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  MspEvidenceLoader *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  facts = msp_journal_store_facts_finish (MSP_JOURNAL_STORE (source), result, &error);
  if (facts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot read the journal: %s", error->message);
      return;
    }

  g_clear_pointer (&self->evidence, msp_journal_evidence_free);
  if (facts->len > 0)
    self->evidence = msp_evidence_new (self->catalog, facts);
  self->n_entries = facts->len;
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);

  load_newest (self);
}

static void
cancel (MspEvidenceLoader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* A callback of a cancelled query still comes: it finds the error before it looks at the loader. */
static void
load (MspEvidenceLoader *self)
{
  MspDay today = msp_clock_today ();

  cancel (self);
  self->cancellable = g_cancellable_new ();
  msp_journal_store_facts_async (self->store, msp_evidence_window_start (today), today,
                                 self->cancellable, facts_loaded, self);
}

static void
msp_evidence_loader_dispose (GObject *object)
{
  MspEvidenceLoader *self = MSP_EVIDENCE_LOADER (object);

  cancel (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (msp_evidence_loader_parent_class)->dispose (object);
}

static void
msp_evidence_loader_finalize (GObject *object)
{
  MspEvidenceLoader *self = MSP_EVIDENCE_LOADER (object);

  g_clear_pointer (&self->evidence, msp_journal_evidence_free);
  g_clear_pointer (&self->newest, g_ptr_array_unref);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (msp_evidence_loader_parent_class)->finalize (object);
}

static void
msp_evidence_loader_class_init (MspEvidenceLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_evidence_loader_dispose;
  object_class->finalize = msp_evidence_loader_finalize;

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_evidence_loader_init (MspEvidenceLoader *self)
{
  self->newest = make_newest ();
}

MspEvidenceLoader *
msp_evidence_loader_new (MspCatalog *catalog)
{
  MspEvidenceLoader *self;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);

  self = g_object_new (MSP_TYPE_EVIDENCE_LOADER, NULL);
  self->catalog = g_object_ref (catalog);

  return self;
}

/**
 * msp_evidence_loader_set_store:
 * @self: a loader
 * @store: (nullable): the journal
 *
 * Reads this journal now and whenever it changes.
 */
void
msp_evidence_loader_set_store (MspEvidenceLoader *self,
                               MspJournalStore   *store)
{
  g_return_if_fail (MSP_IS_EVIDENCE_LOADER (self));

  if (self->store == store)
    return;

  cancel (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * msp_evidence_loader_get_evidence:
 * @self: a loader
 *
 * Returns: (nullable): what the journal says; %NULL while it is read or if it says nothing
 */
const MspJournalEvidence *
msp_evidence_loader_get_evidence (MspEvidenceLoader *self)
{
  g_return_val_if_fail (MSP_IS_EVIDENCE_LOADER (self), NULL);

  return self->evidence;
}

guint
msp_evidence_loader_count_entries (MspEvidenceLoader *self)
{
  g_return_val_if_fail (MSP_IS_EVIDENCE_LOADER (self), 0);

  return self->n_entries;
}

/**
 * msp_evidence_loader_get_newest:
 * @self: a loader
 *
 * Returns: (transfer none) (element-type MspEntrySummary): the newest of the entries counted
 */
GPtrArray *
msp_evidence_loader_get_newest (MspEvidenceLoader *self)
{
  g_return_val_if_fail (MSP_IS_EVIDENCE_LOADER (self), NULL);

  return self->newest;
}

/**
 * msp_evidence_loader_suggest:
 * @self: a loader
 * @answers: the answers so far
 * @question: a question
 *
 * Returns: (nullable) (transfer full): its answer; where there is none, what the journal would
 *   answer
 */
GStrv
msp_evidence_loader_suggest (MspEvidenceLoader *self,
                             MspAnswers        *answers,
                             const MspQuestion *question)
{
  g_autoptr (MspAnswers) filled = NULL;

  g_return_val_if_fail (MSP_IS_EVIDENCE_LOADER (self), NULL);
  g_return_val_if_fail (MSP_IS_ANSWERS (answers), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  filled = msp_answers_copy (answers);
  if (question->from_journal && self->evidence != NULL)
    msp_evidence_answer (self->evidence, filled);

  return g_strdupv ((GStrv) msp_answers_get (filled, question->id));
}
