/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-markdown"

#include "exchange/msp-import-markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/msp-text.h"
#include "exchange/msp-import-error.h"
#include "exchange/msp-import-limits.h"
#include "exchange/msp-markdown-lines.h"

/* Stands for the section whose bullets are figures and what else a type has. */
#define SECTION_OF_TYPE MSP_IMPORT_FIELD_FIGURE
#define N_SECTIONS 16

typedef struct
{
  gsize start;
  gsize end;
  guint line; /* of the heading, from 1 */
} Activity;

typedef struct
{
  MspImportField  field;
  const char     *start;
  const char     *end;
} Section;

typedef struct
{
  Section sections[N_SECTIONS];
  guint   n_sections;
  char   *title; /* (owned): of the heading */
} Sections;

struct _MspImportMarkdown
{
  const char      *text;       /* not owned */
  MspImportNames  *names;      /* not owned */
  GArray          *activities; /* (owned) (element-type Activity) */
  MspDateEvidence  dates;
};

/* By the keys of their headings. */
static const struct
{
  const char     *key;
  MspImportField  field;
} headings[] = {
  { "activitytype", MSP_IMPORT_FIELD_TYPE },
  { "primarytechnologyarea", MSP_IMPORT_FIELD_AREA },
  { "additionaltechnologyareas", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "title", MSP_IMPORT_FIELD_TITLE },
  { "description", MSP_IMPORT_FIELD_DESCRIPTION },
  { "privatedescription", MSP_IMPORT_FIELD_PRIVATE_DESCRIPTION },
  { "targetaudience", MSP_IMPORT_FIELD_AUDIENCE },
  { "publisheddate", MSP_IMPORT_FIELD_DATE },
  { "enddate", MSP_IMPORT_FIELD_DATE_END },
  { "role", MSP_IMPORT_FIELD_ROLE },
  { "quantity", MSP_IMPORT_FIELD_QUANTITY },
  { "activityurl", MSP_IMPORT_FIELD_URL },
  { "typespecificfields", SECTION_OF_TYPE },
};

/* Whether a line begins a section: MSP_IMPORT_FIELD_NONE if not. A heading of no field of the form is
 * part of what stands above it. */
static MspImportField
find_section (const char *line,
              const char *end)
{
  g_autofree char *name = msp_markdown_dup_heading (line, end, 2);
  g_autofree char *key = name != NULL ? msp_import_field_key (name) : NULL;

  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (headings); i++)
    {
      if (g_str_equal (headings[i].key, key))
        return headings[i].field;
    }

  return MSP_IMPORT_FIELD_NONE;
}

/* A line that looks like a heading in a cell of a table, which is quoted then, is none. */
gboolean
msp_import_markdown_detect (const char *text,
                            gsize       length)
{
  const char *end = text + length;
  const char *seen = text;
  gboolean is_quoted = FALSE;

  for (const char *mark = text; (mark = memchr (mark, '#', (gsize) (end - mark))) != NULL;
       mark = msp_markdown_next_line (mark, end))
    {
      g_autofree char *title = NULL;

      if (mark > text && mark[-1] != '\n' && mark[-1] != '\r')
        continue;

      for (; seen < mark; seen++)
        is_quoted = is_quoted != (*seen == '"');
      if (is_quoted)
        continue;

      title = msp_markdown_dup_activity (mark, end);
      if (title != NULL || find_section (mark, end) == MSP_IMPORT_FIELD_TYPE)
        return TRUE;
    }

  return FALSE;
}

static gboolean
begin_activity (MspImportMarkdown  *self,
                gsize               position,
                guint               line,
                GError            **error)
{
  Activity activity = { position, 0, line };

  if (self->activities->len == MSP_IMPORT_ROWS_MAX)
    return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, line, error,
                            _ ("there are more than 100,000 activities; import the file in parts"));

  if (self->activities->len > 0)
    g_array_index (self->activities, Activity, self->activities->len - 1).end = position;
  g_array_append_val (self->activities, activity);

  return TRUE;
}

/* Finds where activities begin, and that no part is too large. */
static gboolean
find_activities (MspImportMarkdown  *self,
                 gsize               length,
                 GError            **error)
{
  const char *end = self->text + length;
  const char *part = self->text;
  gboolean has_headings = FALSE;
  guint number = 1;

  for (const char *line = self->text; line < end; number++)
    {
      const char *next = msp_markdown_next_line (line, end);
      g_autofree char *title = *line == '#' ? msp_markdown_dup_activity (line, end) : NULL;
      gboolean is_section = *line == '#' && find_section (line, end) != MSP_IMPORT_FIELD_NONE;

      has_headings = has_headings || title != NULL;
      if ((title != NULL || (is_section && self->activities->len == 0)) &&
          !begin_activity (self, (gsize) (line - self->text), number, error))
        return FALSE;

      if (title != NULL || is_section)
        part = line;
      if (next - line > MSP_IMPORT_LINE_MAX)
        return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, number, error, _ ("the line is longer than 1 MiB"));
      if (next - part > MSP_IMPORT_FIELD_MAX)
        return msp_import_fail (MSP_IMPORT_ERROR_TOO_LARGE, number, error,
                                _ ("the section above holds more than 64 KiB"));
      line = next;
    }

  if (self->activities->len == 0)
    return msp_import_fail (MSP_IMPORT_ERROR_INVALID, 1, error,
                            _ ("no heading “# MVP Activity: …” stands in the file"));

  g_array_index (self->activities, Activity, self->activities->len - 1).end = length;

  return TRUE;
}

static void
sections_clear (Sections *self)
{
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sections, sections_clear)

static gboolean
has_section (const Sections *sections,
             MspImportField  field)
{
  for (guint i = 0; i < sections->n_sections; i++)
    {
      if (sections->sections[i].field == field)
        return TRUE;
    }

  return FALSE;
}

/* A second heading of the same name is part of the text above it. */
static void
find_sections (MspImportMarkdown *self,
               const Activity    *activity,
               Sections          *sections)
{
  const char *end = self->text + activity->end;

  for (const char *line = self->text + activity->start; line < end;
       line = msp_markdown_next_line (line, end))
    {
      MspImportField field = *line == '#' ? find_section (line, end) : MSP_IMPORT_FIELD_NONE;

      if (line == self->text + activity->start)
        sections->title = msp_markdown_dup_activity (line, end);
      if (field == MSP_IMPORT_FIELD_NONE || has_section (sections, field) ||
          sections->n_sections == N_SECTIONS)
        continue;

      if (sections->n_sections > 0)
        sections->sections[sections->n_sections - 1].end = line;
      sections->sections[sections->n_sections].field = field;
      sections->sections[sections->n_sections].start = msp_markdown_next_line (line, end);
      sections->sections[sections->n_sections++].end = end;
    }
}

static void
collect_dates (MspImportMarkdown *self)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      g_auto (Sections) sections = { .n_sections = 0 };

      find_sections (self, &g_array_index (self->activities, Activity, i), &sections);
      for (guint j = 0; j < sections.n_sections; j++)
        {
          const Section *section = &sections.sections[j];
          g_autofree char *text = NULL;

          if (!msp_import_field_is_date (section->field))
            continue;

          text = msp_markdown_dup_text (section->start, section->end);
          msp_date_evidence_add (&self->dates, text);
        }
    }
}

MspImportMarkdown *
msp_import_markdown_open (const char      *text,
                          gsize            length,
                          MspImportNames  *names,
                          GError         **error)
{
  g_autoptr (MspImportMarkdown) self = g_new0 (MspImportMarkdown, 1);

  self->text = text;
  self->names = names;
  self->activities = g_array_new (FALSE, FALSE, sizeof (Activity));
  if (!find_activities (self, length, error))
    return NULL;

  collect_dates (self);

  return g_steal_pointer (&self);
}

void
msp_import_markdown_free (MspImportMarkdown *self)
{
  g_array_unref (self->activities);
  g_free (self);
}

const MspDateEvidence *
msp_import_markdown_get_dates (MspImportMarkdown *self)
{
  return &self->dates;
}

/* "Name: 12" of the section of the type's fields. What has no place in an entry goes to its notes. */
static void
fill_pair (MspImportMarkdown *self,
           MspImportRow      *row,
           const char        *item)
{
  g_auto (GStrv) pair = g_strsplit (item, ":", 2);
  const char *figure;
  MspImportField field;
  gint64 number;

  if (g_strv_length (pair) < 2)
    return;

  /* "**Name:** 12" too. */
  for (int i = 0; i < 2; i++)
    {
      const char *bare = g_str_has_prefix (pair[i], "**") ? pair[i] + 2 : pair[i];

      memmove (pair[i], bare, strlen (bare) + 1);
      g_strstrip (pair[i]);
    }
  figure = msp_import_names_find_figure (self->names, pair[0]);
  field = figure != NULL ? MSP_IMPORT_FIELD_FIGURE : msp_import_field_guess (pair[0]);
  if (field == MSP_IMPORT_FIELD_NONE && *pair[0] != '\0' &&
      msp_text_parse_number (pair[1], MSP_FIGURE_MAX, &number))
    {
      field = MSP_IMPORT_FIELD_FIGURE;
      figure = pair[0];
    }

  if (field != MSP_IMPORT_FIELD_NONE)
    msp_import_row_set (row, field, figure, pair[1]);
  else if (*pair[1] != '\0')
    {
      const char *notes = msp_import_row_get (row)->notes;
      g_autofree char *more = g_strconcat (notes, *notes != '\0' ? "\n" : "", item, NULL);

      msp_import_row_set (row, MSP_IMPORT_FIELD_NOTES, NULL, more);
    }
}

static void
fill_section (MspImportMarkdown *self,
              MspImportRow      *row,
              const Section     *section)
{
  g_autofree char *text = msp_markdown_dup_text (section->start, section->end);
  g_auto (GStrv) items = NULL;

  if (section->field != SECTION_OF_TYPE && !msp_import_field_is_list (section->field))
    {
      g_autofree char *link = section->field == MSP_IMPORT_FIELD_URL ? msp_markdown_dup_link (text)
                              : NULL;

      msp_import_row_set (row, section->field, NULL, link != NULL ? link : text);
      return;
    }

  items = msp_markdown_list_items (text);
  for (guint i = 0; items[i] != NULL; i++)
    {
      if (section->field == SECTION_OF_TYPE)
        fill_pair (self, row, items[i]);
      else if (items[1] == NULL)
        msp_import_row_set (row, section->field, NULL, items[i]);
      else
        msp_import_row_add (row, section->field, items[i]);
    }
}

gboolean
msp_import_markdown_read (MspImportMarkdown  *self,
                          MspImportSink      *sink,
                          GError            **error)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      const Activity *activity = &g_array_index (self->activities, Activity, i);
      g_auto (Sections) sections = { .n_sections = 0 };
      gsize end = activity->end;

      find_sections (self, activity, &sections);
      msp_import_row_begin (sink->row);
      if (sections.title != NULL)
        msp_import_row_set (sink->row, MSP_IMPORT_FIELD_TITLE, NULL, sections.title);
      for (guint j = 0; j < sections.n_sections; j++)
        fill_section (self, sink->row, &sections.sections[j]);

      while (end > activity->start && g_ascii_isspace (self->text[end - 1]))
        end--;
      if (!msp_import_sink_give (sink, activity->line, self->text + activity->start,
                                 end - activity->start, activity->end, error))
        return FALSE;
    }

  return TRUE;
}
