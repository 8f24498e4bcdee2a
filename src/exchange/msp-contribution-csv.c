/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-contribution-csv"

#include "exchange/msp-contribution-csv.h"

#include "exchange/msp-csv.h"
#include "exchange/msp-figure-names.h"

static const char *const columns[] = {
  "id", "title", "description", "privateDescription", "date", "dateEnd", "url",
  "activityTypeName", "technologyFocusArea", "additionalTechnologyAreas", "targetAudience", "role",
  "quantity", "isPrivate", "isHighImpact", "status", "inPortal", "microsoftEvent",
  "microsoftEventOther", "tags", "notes", "links", "created", "modified",
};

/* The names of all the user's own figures, each once. */
static GPtrArray *
list_metrics (GPtrArray *entries)
{
  GPtrArray *metrics = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const MspContribution *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->figures->len; j++)
        {
          const MspFigure *figure = g_ptr_array_index (entry->figures, j);

          if (!msp_figure_is_portal_field (figure->name) &&
              !g_ptr_array_find_with_equal_func (metrics, figure->name, g_str_equal, NULL))
            g_ptr_array_add (metrics, figure->name);
        }
    }

  return metrics;
}

static void
append_day (GString *row,
            MspDay   day)
{
  g_autofree char *iso = day != MSP_DAY_NONE ? msp_day_to_iso (day) : g_strdup ("");

  msp_csv_append_cell (row, iso);
}

static void
append_list (GString     *row,
             const GStrv  values)
{
  g_autofree char *joined = g_strjoinv (";", values);

  msp_csv_append_cell (row, joined);
}

/* Numbers stay numbers: they are never quoted. */
static void
append_number (GString *row,
               gint64   number)
{
  g_string_append_c (row, ',');
  if (number >= 0)
    g_string_append_printf (row, "%" G_GINT64_FORMAT, number);
}

static void
append_fields (GString               *row,
               const MspContribution *entry)
{
  msp_csv_append_cell (row, entry->id);
  msp_csv_append_cell (row, entry->title);
  msp_csv_append_cell (row, entry->description);
  msp_csv_append_cell (row, entry->private_description);
  append_day (row, entry->date);
  append_day (row, entry->date_end);
  msp_csv_append_cell (row, entry->url);
  msp_csv_append_cell (row, entry->type);
  msp_csv_append_cell (row, entry->area);
  append_list (row, entry->additional_areas);
  append_list (row, entry->audience);
  msp_csv_append_cell (row, entry->role);
  append_number (row, entry->quantity);
  msp_csv_append_cell (row, entry->is_private ? "true" : "false");
  msp_csv_append_cell (row, entry->is_high_impact ? "true" : "false");
  msp_csv_append_cell (row, entry->status == MSP_STATUS_PLANNED ? "planned" : "done");
  append_day (row, entry->in_portal);
  msp_csv_append_cell (row, entry->microsoft_event);
  msp_csv_append_cell (row, entry->microsoft_event_other);
  append_list (row, entry->tags);
  msp_csv_append_cell (row, entry->notes);
  append_list (row, entry->links);
  msp_csv_append_cell (row, entry->created);
  msp_csv_append_cell (row, entry->modified);
}

/**
 * msp_contributions_to_csv:
 * @entries: (element-type MspContribution): entries of the journal
 *
 * Returns: (transfer full): a header, and a line for each
 */
char *
msp_contributions_to_csv (GPtrArray *entries)
{
  g_autoptr (GPtrArray) metrics = list_metrics (entries);
  const char *const *fields = msp_figure_portal_fields ();
  GString *csv = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    msp_csv_append_cell (csv, columns[i]);
  for (guint i = 0; fields[i] != NULL; i++)
    msp_csv_append_cell (csv, fields[i]);
  for (guint i = 0; i < metrics->len; i++)
    {
      g_autofree char *name = g_strconcat ("metric:", g_ptr_array_index (metrics, i), NULL);

      msp_csv_append_cell (csv, name);
    }
  g_string_append (csv, "\r\n");

  for (guint i = 0; i < entries->len; i++)
    {
      const MspContribution *entry = g_ptr_array_index (entries, i);

      append_fields (csv, entry);
      for (guint j = 0; fields[j] != NULL; j++)
        append_number (csv, msp_contribution_get_figure (entry, fields[j]));
      for (guint j = 0; j < metrics->len; j++)
        append_number (csv, msp_contribution_get_figure (entry, g_ptr_array_index (metrics, j)));
      g_string_append (csv, "\r\n");
    }

  return g_string_free (csv, FALSE);
}
