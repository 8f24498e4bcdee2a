/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-html"

#include "dossier/msp-dossier-html.h"

#include <gio/gio.h>

#define STYLE_PATH "/com/example/MsPrograms/core/dossier.css"
/* Nothing is loaded and nothing runs, whatever a reader adds to the file. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'"
#define BAR_LENGTH 1000

/* Appends @format with each of its arguments, all of them text, escaped. */
G_GNUC_PRINTF (2, 3)
static void
append (GString    *html,
        const char *format,
        ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (html, text);
}

static void
append_style (GString  *html,
              MspPaper  paper)
{
  g_autoptr (GBytes) style = g_resources_lookup_data (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text;

  g_assert (style != NULL);

  text = g_bytes_get_data (style, &size);
  g_string_append (html, "<style>\n");
  g_string_append_len (html, text, (gssize) size);
  append (html, "@page { size: %s; margin: 20mm 18mm; @bottom-right { content: counter(page) \" / \" "
                "counter(pages); font: 8pt sans-serif; } }\n</style>\n", msp_paper_get_css (paper));
}

static void
append_head (GString          *html,
             const MspDossier *dossier,
             MspPaper          paper)
{
  append (html, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"generator\" content=\"MS Programs\">\n",
          dossier->language, dossier->is_rtl ? "rtl" : "ltr", POLICY);
  if (*dossier->name != '\0')
    append (html, "<meta name=\"author\" content=\"%s\">\n", dossier->name);
  append (html, "<title>%s</title>\n", dossier->document_title);
  append_style (html, paper);
  g_string_append (html, "</head>\n<body>\n<main>\n");
}

static void
append_title (GString          *html,
              const MspDossier *dossier)
{
  append (html, "<header class=\"title\">\n<h1>%s</h1>\n", dossier->title);
  if (*dossier->name != '\0')
    append (html, "<p class=\"name\" dir=\"auto\">%s</p>\n", dossier->name);
  append (html, "<p class=\"period\">%s</p>\n<p class=\"as-of soft\">%s</p>\n</header>\n",
          dossier->period, dossier->as_of);
}

static void
append_contents (GString          *html,
                 const MspDossier *dossier)
{
  append (html, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">%s</h2>\n<ol>\n"
                "<li><a href=\"#summary\">%s</a></li>\n", msp_dossier_get_text (MSP_DOSSIER_TEXT_CONTENTS),
          msp_dossier_get_text (MSP_DOSSIER_TEXT_SUMMARY));
  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const MspDossierSection *section = g_ptr_array_index (dossier->sections, i);

      append (html, "<li><a href=\"#part-%s\">%s</a> <span class=\"soft\">%s</span></li>\n",
              section->id, section->title, section->summary);
    }
  append (html, "<li><a href=\"#notes\">%s</a></li>\n</ol>\n</nav>\n",
          msp_dossier_get_text (MSP_DOSSIER_TEXT_NOTE));
}

static void
append_figures (GString          *html,
                const MspDossier *dossier)
{
  g_string_append (html, "<dl class=\"figures\">\n");
  for (guint i = 0; i < dossier->figures->len; i++)
    {
      const MspDossierFigure *figure = g_ptr_array_index (dossier->figures, i);

      append (html, "<div><dt>%s</dt><dd>%s", figure->label, figure->value);
      if (figure->detail != NULL)
        append (html, " <small>%s</small>", figure->detail);
      g_string_append (html, "</dd></div>\n");
    }
  g_string_append (html, "</dl>\n");
}

/* A picture of a bar, stretched by the style sheet; the name and the figure are text beside it. */
static void
append_bar (GString               *html,
            const MspDossierChart *chart,
            const MspDossierBar   *bar)
{
  guint length = bar->entries * BAR_LENGTH / chart->most;

  if (chart->is_timeline)
    append (html, "<div><b class=\"%s\">%s</b><svg viewBox=\"0 0 1 %d\" preserveAspectRatio=\"none\" "
                  "aria-hidden=\"true\"><rect x=\"0.08\" y=\"%u\" width=\"0.84\" height=\"%u\"/></svg>"
                  "<span>%s</span></div>\n", bar->entries == 0 ? "none" : "some", bar->entries_text,
            BAR_LENGTH, BAR_LENGTH - length, length, bar->short_label);
  else
    append (html, "<div><span dir=\"auto\">%s</span><svg viewBox=\"0 0 %d 1\" "
                  "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"%u\" height=\"1\"/></svg>"
                  "<b>%s</b></div>\n", bar->label, BAR_LENGTH, length, bar->entries_text);
}

static void
append_chart (GString               *html,
              const MspDossierChart *chart)
{
  if (chart->bars->len == 0)
    return;

  append (html, "<figure>\n<figcaption>%s</figcaption>\n<div class=\"%s\" role=\"img\" "
                "aria-label=\"%s\">\n", chart->title, chart->is_timeline ? "months" : "types",
          chart->description);
  for (guint i = 0; i < chart->bars->len; i++)
    append_bar (html, chart, g_ptr_array_index (chart->bars, i));
  g_string_append (html, "</div>\n</figure>\n");
}

static void
append_mark (GString        *html,
             MspDossierText  mark)
{
  append (html, " · <span class=\"mark\">%s</span>", msp_dossier_get_text (mark));
}

/* The address is read from paper, too. */
static void
append_contribution (GString               *html,
                     const MspDossierEntry *entry)
{
  if (entry->is_link)
    append (html, "<td><a href=\"%s\" rel=\"noreferrer\"><bdi>%s</bdi></a>", entry->url, entry->title);
  else
    append (html, "<td><bdi>%s</bdi>", entry->title);

  append (html, "<span class=\"type\"><bdi>%s</bdi>", entry->type);
  if (entry->is_high_impact)
    append_mark (html, MSP_DOSSIER_TEXT_HIGH_IMPACT);
  if (entry->is_private)
    append_mark (html, MSP_DOSSIER_TEXT_PRIVATE);
  g_string_append (html, "</span>");
  if (*entry->url != '\0')
    append (html, "<span class=\"address\"><bdi dir=\"ltr\">%s</bdi></span>", entry->url);
  g_string_append (html, "</td>");
}

static void
append_cell (GString        *html,
             MspDossierText  column,
             const char     *text)
{
  /* What is empty says nothing of itself where the columns stand below one another. */
  if (*text == '\0')
    g_string_append (html, "<td></td>");
  else
    append (html, "<td data-label=\"%s\"><bdi>%s</bdi></td>", msp_dossier_get_text (column), text);
}

static void
append_table (GString                 *html,
              const MspDossierSection *section)
{
  append (html, "<table>\n<caption class=\"hidden\">%s</caption>\n<thead><tr>", section->title);
  for (int column = 0; column < MSP_DOSSIER_N_COLUMNS; column++)
    append (html, "<th scope=\"col\">%s</th>", msp_dossier_get_text ((MspDossierText) column));
  g_string_append (html, "</tr></thead>\n<tbody>\n");

  for (guint i = 0; i < section->entries->len; i++)
    {
      const MspDossierEntry *entry = g_ptr_array_index (section->entries, i);

      append (html, "<tr><td>%s</td>", entry->date);
      append_contribution (html, entry);
      append_cell (html, MSP_DOSSIER_TEXT_ROLE, entry->role);
      append_cell (html, MSP_DOSSIER_TEXT_AUDIENCE, entry->audience);
      append_cell (html, MSP_DOSSIER_TEXT_REACH, entry->reach);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody>\n</table>\n");
}

static void
append_section (GString                 *html,
                const MspDossierSection *section)
{
  append (html, "<section id=\"part-%s\">\n<h2>%s</h2>\n", section->id, section->title);
  if (section->question != NULL)
    append (html, "<p class=\"question\">%s</p>\n", section->question);
  append (html, "<p class=\"summary%s\">%s</p>\n", section->entries->len == 0 ? " nothing" : "",
          section->summary);
  if (section->entries->len > 0)
    append_table (html, section);
  g_string_append (html, "</section>\n");
}

static void
append_notes (GString          *html,
              const MspDossier *dossier)
{
  append (html, "<section id=\"notes\" class=\"notes\">\n<h2>%s</h2>\n",
          msp_dossier_get_text (MSP_DOSSIER_TEXT_NOTE));
  for (guint i = 0; dossier->notes[i] != NULL; i++)
    append (html, "<p>%s</p>\n", dossier->notes[i]);
  g_string_append (html, "</section>\n");
}

char *
msp_dossier_to_html (const MspDossier *self,
                     MspPaper          paper)
{
  g_autoptr (GString) html = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append_head (html, self, paper);
  append_title (html, self);
  append_contents (html, self);
  append (html, "<section id=\"summary\" class=\"summary-part\">\n<h2>%s</h2>\n",
          msp_dossier_get_text (MSP_DOSSIER_TEXT_SUMMARY));
  append_figures (html, self);
  append_chart (html, self->by_type);
  append_chart (html, self->by_month);
  g_string_append (html, "</section>\n");
  for (guint i = 0; i < self->sections->len; i++)
    append_section (html, g_ptr_array_index (self->sections, i));
  append_notes (html, self);
  g_string_append (html, "</main>\n</body>\n</html>\n");

  return g_string_free (g_steal_pointer (&html), FALSE);
}
