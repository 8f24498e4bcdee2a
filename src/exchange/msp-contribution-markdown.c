/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-contribution-markdown"

#include "exchange/msp-contribution-markdown.h"

static gboolean
looks_like_a_heading (const char *line)
{
  return line[strspn (line, "\\")] == '#';
}

static void
append_heading (GString    *markdown,
                const char *name)
{
  g_string_append_printf (markdown, "\n## %s\n", name);
}

static void
append_text (GString    *markdown,
             const char *name,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  append_heading (markdown, name);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (markdown, "%s%s%s\n", i == 0 ? "\n" : "",
                            looks_like_a_heading (lines[i]) ? "\\" : "", lines[i]);
}

static void
append_day (GString    *markdown,
            const char *name,
            MspDay      day)
{
  g_autofree char *iso = msp_day_to_iso (day);

  append_text (markdown, name, iso);
}

static void
append_bullet (GString    *markdown,
               gboolean   *is_first,
               const char *text)
{
  g_string_append_printf (markdown, "%s- %s\n", *is_first ? "\n" : "", text);
  *is_first = FALSE;
}

static void
append_figures (GString               *markdown,
                const MspContribution *entry,
                MspCatalog            *catalog)
{
  gboolean is_first = TRUE;

  append_heading (markdown, "Type-specific fields");
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);
      const MspFigureField *field = msp_catalog_find_figure_field (catalog, figure->name);
      g_autofree char *line = g_strdup_printf ("%s: %" G_GINT64_FORMAT,
                                               field != NULL ? field->label : figure->name,
                                               figure->value);

      append_bullet (markdown, &is_first, line);
    }
  if (*entry->microsoft_event != '\0')
    {
      g_autofree char *line = g_strconcat ("Microsoft Event: ", entry->microsoft_event, NULL);

      append_bullet (markdown, &is_first, line);
    }
  if (*entry->microsoft_event_other != '\0')
    {
      g_autofree char *line = g_strconcat ("Other Microsoft Event: ", entry->microsoft_event_other,
                                           NULL);

      append_bullet (markdown, &is_first, line);
    }
}

/**
 * msp_contribution_append_portal_markdown:
 * @entry: an entry
 * @catalog: knows what the portal calls the figures
 * @markdown: where it is written; an entry before it is there already
 */
void
msp_contribution_append_portal_markdown (const MspContribution *entry,
                                         MspCatalog            *catalog,
                                         GString               *markdown)
{
  g_autofree char *areas = g_strjoinv ("\n", entry->additional_areas);
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, entry->quantity);
  gboolean is_first = TRUE;

  g_string_append_printf (markdown, "# MVP Activity: %s\n", entry->title);
  append_text (markdown, "Activity Type", entry->type);
  append_text (markdown, "Primary Technology Area", entry->area);
  append_text (markdown, "Additional Technology Areas", areas);
  append_text (markdown, "Title", entry->title);
  append_text (markdown, "Description", entry->description);
  append_text (markdown, "Private Description", entry->private_description);
  append_heading (markdown, "Target Audience");
  for (guint i = 0; entry->audience[i] != NULL; i++)
    append_bullet (markdown, &is_first, entry->audience[i]);
  append_day (markdown, "Published Date", entry->date);
  if (entry->date_end != MSP_DAY_NONE)
    append_day (markdown, "End Date", entry->date_end);
  append_text (markdown, "Role", entry->role);
  append_text (markdown, "Quantity", quantity);
  append_text (markdown, "Activity URL", entry->url);
  append_figures (markdown, entry, catalog);
}
