/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-chart"

#include "dossier/msp-dossier-chart.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"

#define TYPES_SHOWN 12

static void
bar_free (MspDossierBar *bar)
{
  g_free (bar->label);
  g_free (bar->short_label);
  g_free (bar->entries_text);
  g_free (bar->reach_text);
  g_free (bar);
}

static MspDossierChart *
chart_new (const char *title,
           const char *bar_title,
           gboolean    is_timeline)
{
  MspDossierChart *self = g_new0 (MspDossierChart, 1);

  self->title = g_strdup (title);
  self->bar_title = g_strdup (bar_title);
  self->is_timeline = is_timeline;
  self->most = 1;
  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) bar_free);

  return self;
}

static void
add_bar (MspDossierChart *self,
         const char      *label,
         const char      *short_label,
         guint            entries,
         gint64           reach)
{
  MspDossierBar *bar = g_new0 (MspDossierBar, 1);

  bar->label = g_strdup (label);
  bar->short_label = g_strdup (short_label);
  bar->entries = entries;
  bar->entries_text = msp_text_number (entries);
  bar->reach_text = msp_text_number (reach);
  self->most = MAX (self->most, entries);
  g_ptr_array_add (self->bars, bar);
}

/* "Contributions by month. April 2026: 3, May 2026: 0." */
static void
describe (MspDossierChart *self)
{
  g_autoptr (GString) text = g_string_new (self->title);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const MspDossierBar *bar = g_ptr_array_index (self->bars, i);

      g_string_append_printf (text, "%s%s: %s", i == 0 ? ". " : ", ", bar->label, bar->entries_text);
    }
  g_string_append_c (text, '.');
  self->description = g_string_free (g_steal_pointer (&text), FALSE);
}

MspDossierChart *
msp_dossier_chart_of_types (const MspStats *stats)
{
  MspDossierChart *self = chart_new (_ ("Contributions by type"), _ ("Type"), FALSE);
  guint n_shown = stats->by_type->len <= TYPES_SHOWN ? stats->by_type->len : TYPES_SHOWN - 1;
  guint n_rest = stats->by_type->len - n_shown;
  guint entries = 0;
  gint64 reach = 0;

  for (guint i = 0; i < stats->by_type->len; i++)
    {
      const MspStatsLine *line = g_ptr_array_index (stats->by_type, i);
      g_autofree char *name = msp_text_clean (line->name, FALSE);

      if (i < n_shown)
        {
          add_bar (self, name, name, line->entries, line->reach);
          continue;
        }
      entries += line->entries;
      reach += line->reach;
    }

  if (n_rest > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u other type", "%u other types", n_rest),
                                                n_rest);

      add_bar (self, label, label, entries, reach);
    }
  describe (self);

  return self;
}

MspDossierChart *
msp_dossier_chart_of_months (const MspStats *stats)
{
  MspDossierChart *self = chart_new (_ ("Contributions by month"), _ ("Month"), TRUE);
  MspDay month = msp_day_first_of_month (stats->cycle.window_start);

  for (guint i = 0; i < stats->by_month->len; i++)
    {
      const MspStatsLine *line = g_ptr_array_index (stats->by_month, i);
      g_autofree char *short_label = msp_day_to_short_month_text (month);

      add_bar (self, line->name, short_label, line->entries, line->reach);
      month = msp_day_add_months (month, 1);
    }
  describe (self);

  return self;
}

void
msp_dossier_chart_free (MspDossierChart *self)
{
  g_free (self->title);
  g_free (self->bar_title);
  g_free (self->description);
  g_ptr_array_unref (self->bars);
  g_free (self);
}
