/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-contribution"

#include "journal/msp-contribution.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100
#define QUANTITY_MAX G_GINT64_CONSTANT (1000000000)

static const char *const people_figures[] = {
  MSP_FIGURE_VIEWS, "copiesSold", "liveStreamViews", "onDemandViews", "inPersonAttendees", NULL,
};

G_DEFINE_QUARK (MspFieldError, msp_field_error)

static void
figure_free (MspFigure *figure)
{
  g_free (figure->name);
  g_free (figure);
}

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  const MspFigure *first = *(MspFigure *const *) a;
  const MspFigure *second = *(MspFigure *const *) b;

  return strcmp (first->name, second->name);
}

static MspFigure *
find_figure (const MspContribution *self,
             const char            *name)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      MspFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (figure->name, name))
        return figure;
    }

  return NULL;
}

/**
 * msp_contribution_new:
 *
 * Returns: (transfer full): an entry with nothing in it but a quantity of 1
 */
MspContribution *
msp_contribution_new (void)
{
  MspContribution *self = g_new0 (MspContribution, 1);

  self->title = g_strdup ("");
  self->description = g_strdup ("");
  self->private_description = g_strdup ("");
  self->url = g_strdup ("");
  self->type = g_strdup ("");
  self->area = g_strdup ("");
  self->role = g_strdup ("");
  self->microsoft_event = g_strdup ("");
  self->microsoft_event_other = g_strdup ("");
  self->notes = g_strdup ("");
  self->additional_areas = g_new0 (char *, 1);
  self->audience = g_new0 (char *, 1);
  self->tags = g_new0 (char *, 1);
  self->links = g_new0 (char *, 1);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  self->attachments = msp_attachments_new ();
  self->quantity = 1;

  return self;
}

static void
copy_texts (MspContribution       *copy,
            const MspContribution *self)
{
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->private_description = g_strdup (self->private_description);
  copy->url = g_strdup (self->url);
  copy->type = g_strdup (self->type);
  copy->area = g_strdup (self->area);
  copy->role = g_strdup (self->role);
  copy->microsoft_event = g_strdup (self->microsoft_event);
  copy->microsoft_event_other = g_strdup (self->microsoft_event_other);
  copy->notes = g_strdup (self->notes);
  copy->created = g_strdup (self->created);
  copy->modified = g_strdup (self->modified);
  copy->deleted = g_strdup (self->deleted);
}

MspContribution *
msp_contribution_copy (const MspContribution *self)
{
  MspContribution *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy_texts (copy, self);
  copy->additional_areas = g_strdupv (self->additional_areas);
  copy->audience = g_strdupv (self->audience);
  copy->tags = g_strdupv (self->tags);
  copy->links = g_strdupv (self->links);
  copy->attachments = msp_attachments_copy (self->attachments);
  copy->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  for (guint i = 0; i < self->figures->len; i++)
    {
      MspFigure *figure = g_memdup2 (g_ptr_array_index (self->figures, i), sizeof *figure);

      figure->name = g_strdup (figure->name);
      g_ptr_array_add (copy->figures, figure);
    }

  return copy;
}

void
msp_contribution_free (MspContribution *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->private_description);
  g_free (self->url);
  g_free (self->type);
  g_free (self->area);
  g_free (self->role);
  g_free (self->microsoft_event);
  g_free (self->microsoft_event_other);
  g_free (self->notes);
  g_free (self->created);
  g_free (self->modified);
  g_free (self->deleted);
  g_strfreev (self->additional_areas);
  g_strfreev (self->audience);
  g_strfreev (self->tags);
  g_strfreev (self->links);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->attachments);
  g_free (self);
}

static gboolean
equal_figures (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const MspFigure *first = g_ptr_array_index (a, i);
      const MspFigure *second = g_ptr_array_index (b, i);

      if (!g_str_equal (first->name, second->name) || first->value != second->value)
        return FALSE;
    }

  return TRUE;
}

static gboolean
equal_lists (const GStrv a,
             const GStrv b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * msp_contribution_equal:
 * @a: an entry
 * @b: another
 *
 * Returns: whether a person would find the same in both; who made them when does not matter
 */
gboolean
msp_contribution_equal (const MspContribution *a,
                        const MspContribution *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_str_equal (a->title, b->title) && g_str_equal (a->description, b->description) &&
         g_str_equal (a->private_description, b->private_description) && a->date == b->date &&
         a->date_end == b->date_end && g_str_equal (a->url, b->url) &&
         g_str_equal (a->type, b->type) && g_str_equal (a->area, b->area) &&
         g_str_equal (a->role, b->role) && a->quantity == b->quantity &&
         a->is_private == b->is_private && a->is_high_impact == b->is_high_impact &&
         a->status == b->status && a->in_portal == b->in_portal &&
         g_str_equal (a->microsoft_event, b->microsoft_event) &&
         g_str_equal (a->microsoft_event_other, b->microsoft_event_other) &&
         g_str_equal (a->notes, b->notes) &&
         equal_lists (a->additional_areas, b->additional_areas) &&
         equal_lists (a->audience, b->audience) && equal_lists (a->tags, b->tags) &&
         equal_lists (a->links, b->links) && equal_figures (a->figures, b->figures) &&
         msp_attachments_equal (a->attachments, b->attachments);
}

void
msp_contribution_set_figure (MspContribution *self,
                             const char      *name,
                             gint64           value)
{
  MspFigure *figure;

  g_return_if_fail (self != NULL && name != NULL);

  figure = find_figure (self, name);
  if (figure == NULL)
    {
      figure = g_new0 (MspFigure, 1);
      figure->name = g_strdup (name);
      g_ptr_array_add (self->figures, figure);
      g_ptr_array_sort (self->figures, compare_figures);
    }
  else if (figure->value == value)
    {
      return;
    }

  figure->value = value;
  figure->recorded_on = MSP_DAY_NONE;
}

void
msp_contribution_remove_figure (MspContribution *self,
                                const char      *name)
{
  MspFigure *figure;

  g_return_if_fail (self != NULL && name != NULL);

  figure = find_figure (self, name);
  if (figure != NULL)
    g_ptr_array_remove (self->figures, figure);
}

gint64
msp_contribution_get_figure (const MspContribution *self,
                             const char            *name)
{
  const MspFigure *figure;

  g_return_val_if_fail (self != NULL && name != NULL, -1);

  figure = find_figure (self, name);

  return figure != NULL ? figure->value : -1;
}

gboolean
msp_figure_counts_people (const char *name)
{
  return g_strv_contains (people_figures, name);
}

G_GNUC_PRINTF (3, 4)
static void
add_problem (GPtrArray  *problems,
             const char *field,
             const char *format,
             ...)
{
  MspFieldProblem *problem = g_new0 (MspFieldProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->field = field;
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (problems, problem);
}

static void
field_problem_free (MspFieldProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

/* @name: as it is translated: only what is wrong is said in the user's language. */
static void
check_length (GPtrArray  *problems,
              const char *field,
              const char *name,
              const char *text,
              glong       most)
{
  glong length;

  if (!g_utf8_validate (text, -1, NULL))
    {
      add_problem (problems, field, _ ("%s: the text is not valid UTF-8."), _ (name));
      return;
    }

  length = g_utf8_strlen (text, -1);
  if (length > most)
    add_problem (problems, field, _ ("%s: %ld characters long; at most %ld fit."), _ (name), length,
                 most);
}

static void
check_dates (GPtrArray             *problems,
             const MspContribution *self)
{
  if (self->date == MSP_DAY_NONE)
    add_problem (problems, "date", _ ("The date is missing."));
  else if (self->date < msp_day_new (FIRST_YEAR, 1, 1) ||
           self->date > msp_day_new (LAST_YEAR, 12, 31))
    add_problem (problems, "date", _ ("The date lies outside the years %d to %d."), FIRST_YEAR,
                 LAST_YEAR);

  if (self->date_end != MSP_DAY_NONE && self->date_end < self->date)
    add_problem (problems, "dateEnd", _ ("The end date is before the date."));
  else if (self->date_end > msp_day_new (LAST_YEAR, 12, 31))
    add_problem (problems, "dateEnd", _ ("The end date lies after the year %d."), LAST_YEAR);
}

static void
check_numbers (GPtrArray             *problems,
               const MspContribution *self)
{
  if (self->quantity < 0 || self->quantity > QUANTITY_MAX)
    add_problem (problems, "quantity", _ ("The quantity is not a number from 0 to 1,000,000,000."));

  for (guint i = 0; i < self->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (self->figures, i);

      check_length (problems, "metrics", N_ ("Name of a figure"), figure->name, MSP_NAME_MAX);
      if (figure->value < 0 || figure->value > MSP_FIGURE_MAX)
        add_problem (problems, "metrics",
                     _ ("%s: the figure is not a number from 0 to 1,000,000,000,000."),
                     figure->name);
    }
}

static void
check_names (GPtrArray  *problems,
             const char *field,
             const char *name,
             GStrv       values,
             glong       most)
{
  for (guint i = 0; values[i] != NULL; i++)
    check_length (problems, field, name, values[i], most);
}

static void
check_attachments (GPtrArray             *problems,
                   const MspContribution *self)
{
  if (self->attachments->len > MSP_ATTACHMENTS_MAX)
    add_problem (problems, "attachments", _ ("More than %d files are attached."),
                 MSP_ATTACHMENTS_MAX);

  for (guint i = 0; i < self->attachments->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (self->attachments, i);
      const char *problem = msp_attachment_name_problem (attachment->name);

      if (problem != NULL)
        add_problem (problems, "attachments", "%s", problem);
      else if (msp_attachments_find (self->attachments, attachment->name) != attachment)
        add_problem (problems, "attachments", _ ("Two files have the name “%s”."),
                     attachment->name);
      if (attachment->size < 0 || !msp_attachment_is_hash (attachment->hash))
        add_problem (problems, "attachments", _ ("%s: this is not a file of the journal."),
                     attachment->name);
    }
}

/**
 * msp_contribution_check:
 * @self: an entry
 *
 * Returns: (transfer full) (element-type MspFieldProblem): what keeps it from being saved
 */
GPtrArray *
msp_contribution_check (const MspContribution *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) field_problem_free);
  MspUrlVerdict verdict;

  g_return_val_if_fail (self != NULL, problems);

  if (msp_text_is_blank (self->title))
    add_problem (problems, "title", _ ("The title is missing."));
  check_length (problems, "title", N_ ("Title"), self->title, MSP_TITLE_MAX);
  check_length (problems, "description", N_ ("Description"), self->description, MSP_DESCRIPTION_MAX);
  check_length (problems, "privateDescription", N_ ("Private description"),
                self->private_description, MSP_DESCRIPTION_MAX);
  check_length (problems, "notes", N_ ("Notes"), self->notes, MSP_NOTES_MAX);
  if (msp_text_is_blank (self->type))
    add_problem (problems, "activityTypeName", _ ("The type is missing."));
  check_length (problems, "activityTypeName", N_ ("Type"), self->type, MSP_NAME_MAX);
  check_length (problems, "technologyFocusArea", N_ ("Area"), self->area, MSP_NAME_MAX);
  check_length (problems, "role", N_ ("Role"), self->role, MSP_NAME_MAX);
  check_names (problems, "additionalTechnologyAreas", N_ ("Area"), self->additional_areas,
               MSP_NAME_MAX);
  check_names (problems, "targetAudience", N_ ("Audience"), self->audience, MSP_NAME_MAX);
  check_names (problems, "tags", N_ ("Tag"), self->tags, MSP_NAME_MAX);
  check_names (problems, "links", N_ ("Link"), self->links, MSP_URL_MAX_LENGTH);
  check_dates (problems, self);
  check_numbers (problems, self);
  check_attachments (problems, self);

  verdict = msp_url_check (self->url);
  if (verdict != MSP_URL_OK && verdict != MSP_URL_EMPTY)
    add_problem (problems, "url", "%s", msp_url_verdict_to_text (verdict));

  return problems;
}
