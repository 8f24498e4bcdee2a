/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-result-history"

#include "app/widgets/msp-result-history.h"

/**
 * MspResultHistory:
 *
 * The saved results of the wizard, newest first, and the one that was deleted last.
 */
struct _MspResultHistory
{
  GObject          parent_instance;

  MspCatalog      *catalog; /* (owned) (not nullable) */
  MspJournalStore *store;   /* (owned) (nullable) */
  GPtrArray       *results; /* (owned) (not nullable) (element-type MspSavedResult) */
  MspSavedResult  *deleted; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MspResultHistory, msp_result_history, G_TYPE_OBJECT)

static gboolean
can_write (MspResultHistory *self)
{
  return self->store != NULL && !msp_journal_store_is_read_only (self->store);
}

static void
load (MspResultHistory *self)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  if (self->store != NULL)
    results = msp_journal_store_list_results (self->store, &error);
  if (error != NULL)
    g_warning ("Cannot read the results: %s", error->message);
  if (results == NULL)
    results = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_saved_result_free);

  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = g_steal_pointer (&results);
}

static gboolean
save (MspResultHistory *self,
      MspDay            date,
      const char       *json)
{
  g_autoptr (GError) error = NULL;

  if (!can_write (self))
    return FALSE;

  if (msp_journal_store_save_result (self->store, date, json, &error) < 0)
    g_warning ("Cannot save the result: %s", error->message);
  load (self);

  return error == NULL;
}

static void
msp_result_history_finalize (GObject *object)
{
  MspResultHistory *self = MSP_RESULT_HISTORY (object);

  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->deleted, msp_saved_result_free);
  g_clear_object (&self->store);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (msp_result_history_parent_class)->finalize (object);
}

static void
msp_result_history_class_init (MspResultHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_result_history_finalize;
}

static void
msp_result_history_init (MspResultHistory *self)
{
  load (self);
}

MspResultHistory *
msp_result_history_new (MspCatalog *catalog)
{
  MspResultHistory *self;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);

  self = g_object_new (MSP_TYPE_RESULT_HISTORY, NULL);
  self->catalog = g_object_ref (catalog);

  return self;
}

/**
 * msp_result_history_set_store:
 * @self: a history
 * @store: (nullable): the journal that keeps the results
 */
void
msp_result_history_set_store (MspResultHistory *self,
                              MspJournalStore  *store)
{
  g_return_if_fail (MSP_IS_RESULT_HISTORY (self));

  g_set_object (&self->store, store);
  load (self);
}

/**
 * msp_result_history_get_results:
 * @self: a history
 *
 * Returns: (transfer none) (element-type MspSavedResult): newest first
 */
GPtrArray *
msp_result_history_get_results (MspResultHistory *self)
{
  g_return_val_if_fail (MSP_IS_RESULT_HISTORY (self), NULL);

  return self->results;
}

/* The place of a result, or one that no result has. */
guint
msp_result_history_find (MspResultHistory *self,
                         gint64            key)
{
  guint i = 0;

  g_return_val_if_fail (MSP_IS_RESULT_HISTORY (self), G_MAXUINT);

  while (i < self->results->len &&
         ((const MspSavedResult *) g_ptr_array_index (self->results, i))->key != key)
    i++;

  return i;
}

/**
 * msp_result_history_read:
 * @self: a history
 * @index: a place
 *
 * Returns: (nullable) (transfer full): the result there; %NULL if there is none that can be read
 */
MspAssessment *
msp_result_history_read (MspResultHistory *self,
                         guint             index)
{
  const MspSavedResult *result;

  g_return_val_if_fail (MSP_IS_RESULT_HISTORY (self), NULL);

  if (index >= self->results->len)
    return NULL;

  result = g_ptr_array_index (self->results, index);

  return msp_assessment_from_json (self->catalog, result->json, NULL);
}

gboolean
msp_result_history_save (MspResultHistory *self,
                         MspAssessment    *assessment)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (MSP_IS_RESULT_HISTORY (self), FALSE);
  g_return_val_if_fail (MSP_IS_ASSESSMENT (assessment), FALSE);

  json = msp_assessment_to_json (assessment);

  return save (self, msp_assessment_get_date (assessment), json);
}

gboolean
msp_result_history_delete (MspResultHistory *self,
                           gint64            key)
{
  g_autoptr (GError) error = NULL;
  guint index;

  g_return_val_if_fail (MSP_IS_RESULT_HISTORY (self), FALSE);

  index = msp_result_history_find (self, key);
  if (index >= self->results->len || !can_write (self))
    return FALSE;

  if (!msp_journal_store_delete_result (self->store, key, &error))
    {
      g_warning ("Cannot delete the result: %s", error->message);
      return FALSE;
    }

  g_clear_pointer (&self->deleted, msp_saved_result_free);
  self->deleted = g_ptr_array_steal_index (self->results, index);
  load (self);

  return TRUE;
}

/* Brings back the result that was deleted last. */
gboolean
msp_result_history_undo (MspResultHistory *self)
{
  g_return_val_if_fail (MSP_IS_RESULT_HISTORY (self), FALSE);

  if (self->deleted == NULL || !save (self, self->deleted->date, self->deleted->json))
    return FALSE;

  g_clear_pointer (&self->deleted, msp_saved_result_free);

  return TRUE;
}
