/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-evidence"

#include "progress/msp-evidence.h"

#define MONTHS 12

MspDay
msp_evidence_window_start (MspDay today)
{
  return msp_day_add_months (msp_day_first_of_month (today), 1 - MONTHS);
}

static void
note (GHashTable *entries,
      const char *kind,
      const char *id)
{
  GPtrArray *ids = g_hash_table_lookup (entries, kind);

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (entries, g_strdup (kind), ids);
    }

  g_ptr_array_add (ids, g_strdup (id));
}

static void
note_fact (GHashTable         *entries,
           MspCatalog         *catalog,
           const MspEntryFact *fact)
{
  const MspActivityType *type = msp_catalog_find_activity_type (catalog, fact->type, NULL);

  note (entries, "", fact->id);
  for (guint i = 0; type != NULL && i < type->gates->len; i++)
    note (entries, ((const MspGate *) g_ptr_array_index (type->gates, i))->id, fact->id);
}

static GStrv
take_strv (GPtrArray *ids)
{
  GStrv strv = g_new0 (char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    strv[i] = g_strdup (g_ptr_array_index (ids, i));

  return strv;
}

/**
 * msp_evidence_new:
 * @catalog: the catalogue
 * @facts: (element-type MspEntryFact): the done entries of the last twelve months
 *
 * Returns: (transfer full): the answers that the journal gives
 */
MspJournalEvidence *
msp_evidence_new (MspCatalog *catalog,
                  GPtrArray  *facts)
{
  MspJournalEvidence *evidence = g_new0 (MspJournalEvidence, 1);
  g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) entries =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  GPtrArray *gates = msp_catalog_get_gates (catalog);
  GHashTableIter iter;
  gpointer kind;
  gpointer ids;

  for (guint i = 0; i < facts->len; i++)
    {
      const MspEntryFact *fact = g_ptr_array_index (facts, i);

      g_hash_table_add (months, GINT_TO_POINTER (msp_day_month_index (fact->date)));
      note_fact (entries, catalog, fact);
    }

  for (guint i = 0; i < gates->len; i++)
    {
      const MspGate *gate = g_ptr_array_index (gates, i);

      if (g_hash_table_contains (entries, gate->id))
        g_strv_builder_add (kinds, gate->id);
    }

  evidence->months_active = (int) MIN (g_hash_table_size (months), MONTHS);
  evidence->kinds = g_strv_builder_end (kinds);
  evidence->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_strfreev);
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &kind, &ids))
    g_hash_table_insert (evidence->entries, g_strdup (kind), take_strv (ids));

  return evidence;
}
