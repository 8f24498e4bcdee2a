/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-stats"

#include "progress/msp-stats.h"

#include "base/msp-text.h"

static void
line_free (MspStatsLine *line)
{
  g_free (line->name);
  g_free (line->id);
  g_free (line);
}

/* The line of @id, made at the end if it is not there. */
static MspStatsLine *
line_of (GPtrArray  *lines,
         const char *id,
         const char *name)
{
  MspStatsLine *line;

  for (guint i = 0; i < lines->len; i++)
    {
      line = g_ptr_array_index (lines, i);
      if (g_str_equal (line->id, id))
        return line;
    }

  line = g_new0 (MspStatsLine, 1);
  line->id = g_strdup (id);
  line->name = g_strdup (name);
  g_ptr_array_add (lines, line);

  return line;
}

static void
count (MspStatsLine       *line,
       const MspEntryFact *fact)
{
  line->entries++;
  line->reach += fact->reach;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const MspStatsLine *first = *(MspStatsLine *const *) a;
  const MspStatsLine *second = *(MspStatsLine *const *) b;

  if (first->entries != second->entries)
    return first->entries > second->entries ? -1 : 1;

  return strcmp (first->name, second->name);
}

static MspStatsLine *
month_line (MspStats *self,
            MspDay    day)
{
  g_autofree char *iso = msp_day_to_iso (day);
  g_autofree char *id = g_strndup (iso, strlen ("2026-11"));
  g_autofree char *name = msp_day_to_month_text (day);

  return line_of (self->by_month, id, name);
}

static void
count_fact (MspStats           *self,
            MspCatalog         *catalog,
            const MspEntryFact *fact)
{
  const MspActivityType *type = msp_catalog_find_activity_type (catalog, fact->type, NULL);
  g_autofree char *type_id = msp_text_fold (fact->type);
  g_autofree char *area_id = msp_text_fold (fact->area);

  self->entries++;
  self->reach += fact->reach;
  count (month_line (self, fact->date), fact);
  count (line_of (self->by_type, type_id, fact->type), fact);
  if (*fact->area != '\0')
    count (line_of (self->by_area, area_id, fact->area), fact);

  for (guint i = 0; type != NULL && i < type->gates->len; i++)
    {
      const MspGate *gate = g_ptr_array_index (type->gates, i);

      count (line_of (self->by_gate, gate->id, gate->name), fact);
    }
}

MspStats *
msp_stats_new (MspCatalog     *catalog,
               const MspCycle *cycle,
               GPtrArray      *facts,
               MspDay          today)
{
  MspStats *self = g_new0 (MspStats, 1);
  GPtrArray *gates = msp_catalog_get_gates (catalog);

  self->cycle = *cycle;
  self->months_gone = msp_cycle_months_gone (cycle, today);
  self->by_month = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->by_type = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->by_area = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->by_gate = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);

  for (MspDay month = msp_day_first_of_month (cycle->window_start); month <= cycle->window_end;
       month = msp_day_add_months (month, 1))
    month_line (self, month);
  for (guint i = 0; i < gates->len; i++)
    {
      const MspGate *gate = g_ptr_array_index (gates, i);

      line_of (self->by_gate, gate->id, gate->name);
    }

  for (guint i = 0; i < facts->len; i++)
    count_fact (self, catalog, g_ptr_array_index (facts, i));
  for (guint i = 0; i < self->by_month->len; i++)
    self->active_months +=
      ((const MspStatsLine *) g_ptr_array_index (self->by_month, i))->entries > 0;

  g_ptr_array_sort (self->by_type, compare_lines);
  g_ptr_array_sort (self->by_area, compare_lines);

  return self;
}

void
msp_stats_free (MspStats *self)
{
  g_ptr_array_unref (self->by_month);
  g_ptr_array_unref (self->by_type);
  g_ptr_array_unref (self->by_area);
  g_ptr_array_unref (self->by_gate);
  g_free (self);
}
