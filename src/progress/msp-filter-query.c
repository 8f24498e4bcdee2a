/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter-query"

#include "progress/msp-filter-query.h"

/* The types of all gates; none, not NULL, if none of the gates is known. */
static GStrv
list_types (MspCatalog  *catalog,
            const GStrv  gates)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; gates[i] != NULL; i++)
    {
      g_auto (GStrv) types = msp_catalog_list_types_of_gate (catalog, gates[i]);

      if (types != NULL)
        g_strv_builder_addv (builder, (const char **) types);
    }

  return g_strv_builder_end (builder);
}

MspQuery *
msp_filter_to_query (const MspFilter    *filter,
                     MspCatalog         *catalog,
                     const MspCycleRule *rule,
                     GPtrArray          *own)
{
  MspQuery *query;

  g_return_val_if_fail (filter != NULL && MSP_IS_CATALOG (catalog) && rule != NULL, NULL);

  query = msp_query_copy (filter->query);
  if (filter->gates != NULL && filter->gates[0] != NULL)
    query->gate_types = list_types (catalog, filter->gates);
  if (filter->cycle != 0)
    {
      MspCycle cycle = msp_cycle_of_year (rule, own, filter->cycle);

      query->from = cycle.window_start;
      query->to = cycle.window_end;
    }

  return query;
}
