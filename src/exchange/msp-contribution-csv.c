/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-contribution-csv"

#include "exchange/msp-contribution-csv.h"

#include "exchange/msp-csv.h"
#include "exchange/msp-figure-names.h"

/* In the order of an entry in JSON; figures stand where its figures stand. */
static const char *const columns_before[] = {
  "id", "title", "description", "privateDescription", "date", "dateEnd", "url",
  "activityTypeName", "technologyFocusArea", "additionalTechnologyAreas", "targetAudience", "role",
  "quantity", "reach", NULL,
};
static const char *const columns_between[] = {
  "isPrivate", "isHighImpact", "status", "inPortal", "microsoftEvent", "microsoftEventOther", "tags",
  NULL,
};
static const char *const columns_after[] = { "notes", "links", "created", "modified", NULL };

static void
append_names (GString           *row,
              const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    msp_csv_append_cell (row, names[i]);
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
  g_autofree char *joined = msp_csv_join_list ((const char *const *) values);

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
append_portal_figures (GString               *row,
                       const MspContribution *entry)
{
  const char *const *fields = msp_figure_portal_fields ();

  for (guint i = 0; fields[i] != NULL; i++)
    append_number (row, msp_contribution_get_figure (entry, fields[i]));
}

/**
 * msp_contribution_csv_append_header:
 * @figures: names of figures; those that are no fields of the portal get a column each
 * @csv: where the first line is written
 */
void
msp_contribution_csv_append_header (const char *const *figures,
                                    GString           *csv)
{
  append_names (csv, columns_before);
  append_names (csv, msp_figure_portal_fields ());
  append_names (csv, columns_between);
  for (guint i = 0; figures[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("metric:", figures[i], NULL);

      if (!msp_figure_is_portal_field (figures[i]))
        msp_csv_append_cell (csv, name);
    }
  append_names (csv, columns_after);
  g_string_append (csv, "\r\n");
}

/**
 * msp_contribution_csv_append:
 * @entry: an entry of the journal
 * @figures: as for the header
 * @csv: where its line is written
 */
void
msp_contribution_csv_append (const MspContribution *entry,
                             const char *const     *figures,
                             GString               *csv)
{
  msp_csv_append_cell (csv, entry->id);
  msp_csv_append_cell (csv, entry->title);
  msp_csv_append_cell (csv, entry->description);
  msp_csv_append_cell (csv, entry->private_description);
  append_day (csv, entry->date);
  append_day (csv, entry->date_end);
  msp_csv_append_cell (csv, entry->url);
  msp_csv_append_cell (csv, entry->type);
  msp_csv_append_cell (csv, entry->area);
  append_list (csv, entry->additional_areas);
  append_list (csv, entry->audience);
  msp_csv_append_cell (csv, entry->role);
  append_number (csv, entry->quantity);
  append_number (csv, entry->reach);
  append_portal_figures (csv, entry);
  msp_csv_append_cell (csv, entry->is_private ? "true" : "false");
  msp_csv_append_cell (csv, entry->is_high_impact ? "true" : "false");
  msp_csv_append_cell (csv, entry->status == MSP_STATUS_PLANNED ? "planned" : "done");
  append_day (csv, entry->in_portal);
  msp_csv_append_cell (csv, entry->microsoft_event);
  msp_csv_append_cell (csv, entry->microsoft_event_other);
  append_list (csv, entry->tags);
  for (guint i = 0; figures[i] != NULL; i++)
    {
      if (!msp_figure_is_portal_field (figures[i]))
        append_number (csv, msp_contribution_get_figure (entry, figures[i]));
    }
  msp_csv_append_cell (csv, entry->notes);
  append_list (csv, entry->links);
  msp_csv_append_cell (csv, entry->created);
  msp_csv_append_cell (csv, entry->modified);
  g_string_append (csv, "\r\n");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer container): the names of all figures, each once, in their order */
static GPtrArray *
list_figures (GPtrArray *entries)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const MspContribution *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->figures->len; j++)
        {
          const MspFigure *figure = g_ptr_array_index (entry->figures, j);

          if (!g_ptr_array_find_with_equal_func (names, figure->name, g_str_equal, NULL))
            g_ptr_array_add (names, figure->name);
        }
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return names;
}

char *
msp_contributions_to_csv (GPtrArray *entries)
{
  g_autoptr (GPtrArray) names = NULL;
  GString *csv = g_string_new (NULL);

  g_return_val_if_fail (entries != NULL, NULL);

  names = list_figures (entries);
  msp_contribution_csv_append_header ((const char *const *) names->pdata, csv);
  for (guint i = 0; i < entries->len; i++)
    msp_contribution_csv_append (g_ptr_array_index (entries, i), (const char *const *) names->pdata,
                                 csv);

  return g_string_free (csv, FALSE);
}
