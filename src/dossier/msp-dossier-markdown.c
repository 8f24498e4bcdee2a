/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-markdown"

#include "dossier/msp-dossier-markdown.h"

#include "base/msp-markdown.h"

static void
append_heading (GString    *text,
                const char *marks,
                const char *title)
{
  g_string_append_printf (text, "%s ", marks);
  msp_markdown_append (text, title);
  g_string_append (text, "\n\n");
}

static void
append_paragraph (GString    *text,
                  const char *paragraph)
{
  msp_markdown_append (text, paragraph);
  g_string_append (text, "\n\n");
}

static void
append_title (GString          *text,
              const MspDossier *dossier)
{
  append_heading (text, "#", dossier->title);
  if (*dossier->name != '\0')
    {
      g_string_append (text, "**");
      msp_markdown_append (text, dossier->name);
      g_string_append (text, "**\n\n");
    }
  append_paragraph (text, dossier->period);
  append_paragraph (text, dossier->as_of);
}

static void
append_figures (GString          *text,
                const MspDossier *dossier)
{
  append_heading (text, "##", msp_dossier_get_text (MSP_DOSSIER_TEXT_SUMMARY));
  for (guint i = 0; i < dossier->figures->len; i++)
    {
      const MspDossierFigure *figure = g_ptr_array_index (dossier->figures, i);

      g_string_append (text, "- ");
      msp_markdown_append (text, figure->label);
      g_string_append (text, ": **");
      msp_markdown_append (text, figure->value);
      g_string_append (text, "**");
      if (figure->detail != NULL)
        {
          g_string_append_c (text, ' ');
          msp_markdown_append (text, figure->detail);
        }
      g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '\n');
}

static void
append_chart (GString               *text,
              const MspDossierChart *chart)
{
  if (chart->bars->len == 0)
    return;

  append_heading (text, "###", chart->title);
  g_string_append_c (text, '|');
  msp_markdown_append_cell (text, chart->bar_title);
  msp_markdown_append_cell (text, msp_dossier_get_text (MSP_DOSSIER_TEXT_CONTRIBUTIONS));
  msp_markdown_append_cell (text, msp_dossier_get_text (MSP_DOSSIER_TEXT_PEOPLE_REACHED));
  g_string_append (text, "\n| --- | ---: | ---: |\n");
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const MspDossierBar *bar = g_ptr_array_index (chart->bars, i);

      g_string_append_c (text, '|');
      msp_markdown_append_cell (text, bar->label);
      msp_markdown_append_cell (text, bar->entries_text);
      msp_markdown_append_cell (text, bar->reach_text);
      g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '\n');
}

static void
append_mark (GString    *text,
             const char *mark)
{
  g_string_append (text, ", **");
  msp_markdown_append (text, mark);
  g_string_append (text, "**");
}

/* The title with its link, the type and the marks in one cell, as in the other formats. */
static void
append_contribution (GString               *text,
                     const MspDossierEntry *entry)
{
  g_string_append_c (text, ' ');
  if (entry->is_link)
    msp_markdown_append_link (text, entry->title, entry->url);
  else
    msp_markdown_append (text, entry->title);
  if (*entry->url != '\0' && !entry->is_link)
    {
      g_string_append_c (text, ' ');
      msp_markdown_append (text, entry->url);
    }
  g_string_append (text, "<br>");
  msp_markdown_append (text, entry->type);
  if (entry->is_high_impact)
    append_mark (text, msp_dossier_get_text (MSP_DOSSIER_TEXT_HIGH_IMPACT));
  if (entry->is_private)
    append_mark (text, msp_dossier_get_text (MSP_DOSSIER_TEXT_PRIVATE));
  g_string_append (text, " |");
}

static void
append_entry (GString               *text,
              const MspDossierEntry *entry)
{
  g_string_append_c (text, '|');
  msp_markdown_append_cell (text, entry->date);
  append_contribution (text, entry);
  msp_markdown_append_cell (text, entry->role);
  msp_markdown_append_cell (text, entry->audience);
  msp_markdown_append_cell (text, entry->reach);
  g_string_append_c (text, '\n');
}

static void
append_section (GString                 *text,
                const MspDossierSection *section)
{
  append_heading (text, "##", section->title);
  if (section->question != NULL)
    {
      g_string_append_c (text, '*');
      msp_markdown_append (text, section->question);
      g_string_append (text, "*\n\n");
    }
  append_paragraph (text, section->summary);
  if (section->entries->len == 0)
    return;

  g_string_append_c (text, '|');
  for (int column = 0; column < MSP_DOSSIER_N_COLUMNS; column++)
    msp_markdown_append_cell (text, msp_dossier_get_text ((MspDossierText) column));
  g_string_append (text, "\n| --- | --- | --- | --- | ---: |\n");
  for (guint i = 0; i < section->entries->len; i++)
    append_entry (text, g_ptr_array_index (section->entries, i));
  g_string_append_c (text, '\n');
}

char *
msp_dossier_to_markdown (const MspDossier *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append_title (text, self);
  append_figures (text, self);
  append_chart (text, self->by_type);
  append_chart (text, self->by_month);
  for (guint i = 0; i < self->sections->len; i++)
    append_section (text, g_ptr_array_index (self->sections, i));
  append_heading (text, "##", msp_dossier_get_text (MSP_DOSSIER_TEXT_NOTE));
  for (guint i = 0; self->notes[i] != NULL; i++)
    append_paragraph (text, self->notes[i]);
  g_string_truncate (text, text->len - 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
