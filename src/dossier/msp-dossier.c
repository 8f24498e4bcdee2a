/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier"

#include "dossier/msp-dossier.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>

#include "base/msp-text.h"
#include "dossier/msp-dossier-chart.h"
#include "journal/msp-journal-store.h"
#include "progress/msp-stats.h"

#define FIGURE_SESSIONS "numberOfSessions"
#define DAYS_OF_LONGEST_YEAR 366

static const char *const texts[] = {
  [MSP_DOSSIER_TEXT_DATE] = N_ ("Date"),
  [MSP_DOSSIER_TEXT_CONTRIBUTION] = N_ ("Contribution"),
  [MSP_DOSSIER_TEXT_ROLE] = N_ ("Role"),
  [MSP_DOSSIER_TEXT_AUDIENCE] = N_ ("Audience"),
  [MSP_DOSSIER_TEXT_REACH] = N_ ("Reach"),
  [MSP_DOSSIER_TEXT_CONTRIBUTIONS] = N_ ("Contributions"),
  [MSP_DOSSIER_TEXT_PEOPLE_REACHED] = N_ ("People reached"),
  [MSP_DOSSIER_TEXT_SUMMARY] = N_ ("The year in figures"),
  [MSP_DOSSIER_TEXT_CONTENTS] = N_ ("Contents"),
  [MSP_DOSSIER_TEXT_NOTE] = N_ ("About this document"),
  [MSP_DOSSIER_TEXT_CONTINUED] = N_ ("continued"),
  [MSP_DOSSIER_TEXT_HIGH_IMPACT] = N_ ("High impact"),
  [MSP_DOSSIER_TEXT_PRIVATE] = N_ ("Private"),
  [MSP_DOSSIER_TEXT_NOTHING] = N_ ("Nothing recorded in this cycle."),
};

/* What is counted while the entries are taken in. */
typedef struct
{
  MspDossier              *dossier;
  MspCatalog              *catalog;
  const MspDossierOptions *options;
  GPtrArray               *kept;    /* (element-type MspContribution) (unowned): by date */
  GHashTable              *made;    /* (owned): MspContribution to MspDossierEntry */
  gint64                   sessions;
  guint                    n_high_impact;
} Making;

static void
figure_free (MspDossierFigure *figure)
{
  g_free (figure->label);
  g_free (figure->value);
  g_free (figure->detail);
  g_free (figure);
}

static void
entry_free (MspDossierEntry *entry)
{
  g_free (entry->date);
  g_free (entry->title);
  g_free (entry->url);
  g_free (entry->type);
  g_free (entry->role);
  g_free (entry->audience);
  g_free (entry->reach);
  g_free (entry);
}

static void
section_free (MspDossierSection *section)
{
  g_free (section->id);
  g_free (section->title);
  g_free (section->question);
  g_free (section->summary);
  g_ptr_array_unref (section->entries);
  g_free (section);
}

static gboolean
is_kept (const MspContribution   *entry,
         const MspCycle          *cycle,
         const MspDossierOptions *options)
{
  return entry->status == MSP_STATUS_DONE && entry->deleted == NULL &&
         entry->date >= cycle->window_start && entry->date <= cycle->window_end &&
         (options->with_private || !entry->is_private);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const MspContribution *first = *(MspContribution *const *) a;
  const MspContribution *second = *(MspContribution *const *) b;

  if (first->date != second->date)
    return first->date < second->date ? -1 : 1;

  return g_utf8_collate (first->title, second->title);
}

/* With its year, for the document outlives it. */
static char *
date_text (MspDay day)
{
  return msp_day_to_short_text (day, day + DAYS_OF_LONGEST_YEAR);
}

static MspDossierEntry *
make_entry (const MspContribution *entry)
{
  MspDossierEntry *made = g_new0 (MspDossierEntry, 1);
  g_autofree char *first = date_text (entry->date);

  if (entry->date_end != MSP_DAY_NONE && entry->date_end != entry->date)
    {
      g_autofree char *last = date_text (entry->date_end);

      made->date = g_strdup_printf (_ ("%s – %s"), first, last);
    }
  else
    {
      made->date = g_steal_pointer (&first);
    }

  made->title = msp_text_clean (entry->title, FALSE);
  made->url = msp_text_clean (entry->url, FALSE);
  made->is_link = msp_url_check (made->url) == MSP_URL_OK;
  made->type = msp_text_clean (entry->type, FALSE);
  made->role = msp_text_clean (entry->role, FALSE);
  made->audience = g_strjoinv (", ", entry->audience);
  made->reach = entry->reach > 0 ? msp_text_number (entry->reach) : g_strdup ("");
  made->is_high_impact = entry->is_high_impact;
  made->is_private = entry->is_private;

  return made;
}

static void
take_entries (Making         *making,
              const MspCycle *cycle,
              GPtrArray      *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      MspContribution *entry = g_ptr_array_index (entries, i);

      if (is_kept (entry, cycle, making->options))
        g_ptr_array_add (making->kept, entry);
    }

  g_ptr_array_sort (making->kept, compare_dates);
  for (guint i = 0; i < making->kept->len; i++)
    {
      MspContribution *entry = g_ptr_array_index (making->kept, i);
      MspDossierEntry *made = make_entry (entry);

      g_ptr_array_add (making->dossier->entries, made);
      g_hash_table_insert (making->made, entry, made);
      making->sessions += MAX (0, msp_contribution_get_figure (entry, FIGURE_SESSIONS));
      making->n_high_impact += entry->is_high_impact;
    }
  making->dossier->n_entries = making->kept->len;
}

static MspStats *
make_stats (Making         *making,
            const MspCycle *cycle,
            MspDay          today)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < making->kept->len; i++)
    {
      const MspContribution *entry = g_ptr_array_index (making->kept, i);
      MspEntryFact *fact = g_new0 (MspEntryFact, 1);

      fact->id = entry->id;
      fact->date = entry->date;
      fact->type = entry->type;
      fact->area = entry->area;
      fact->status = entry->status;
      fact->reach = entry->reach;
      g_ptr_array_add (facts, fact);
    }

  return msp_stats_new (making->catalog, cycle, facts, today);
}

static void
add_figure (MspDossier *dossier,
            const char *label,
            gint64      value,
            char       *detail)
{
  MspDossierFigure *figure = g_new0 (MspDossierFigure, 1);

  figure->label = g_strdup (label);
  figure->value = msp_text_number (value);
  figure->detail = detail;
  g_ptr_array_add (dossier->figures, figure);
}

static void
add_figures (Making         *making,
             const MspStats *stats)
{
  guint n_gates = 0;

  for (guint i = 0; i < stats->by_gate->len; i++)
    n_gates += ((const MspStatsLine *) g_ptr_array_index (stats->by_gate, i))->entries > 0;

  add_figure (making->dossier, _ ("Contributions"), stats->entries, NULL);
  add_figure (making->dossier, _ ("People reached"), stats->reach, NULL);
  add_figure (making->dossier, _ ("Active months"), stats->active_months,
              /* Translators: of so many months that have begun; beside "Active months". */
              g_strdup_printf (_ ("of %d so far"), stats->months_gone));
  add_figure (making->dossier, _ ("Sessions held"), making->sessions, NULL);
  add_figure (making->dossier, _ ("Of high impact"), making->n_high_impact, NULL);
  add_figure (making->dossier, _ ("Kinds of contribution"), n_gates,
              /* Translators: of so many kinds; beside "Kinds of contribution". */
              g_strdup_printf (_ ("of %u"), stats->by_gate->len));
}

static MspDossierSection *
add_section (MspDossier *dossier,
             const char *id,
             const char *title,
             const char *question)
{
  MspDossierSection *section = g_new0 (MspDossierSection, 1);

  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->question = g_strdup (question);
  section->entries = g_ptr_array_new ();
  g_ptr_array_add (dossier->sections, section);

  return section;
}

static gboolean
counts_for (const MspActivityType *type,
            const MspGate         *gate)
{
  return type != NULL && g_ptr_array_find (type->gates, gate, NULL);
}

/* Puts the summary of @reach people under what is in the section. */
static void
close_section (MspDossierSection *section,
               gint64             reach)
{
  guint n = section->entries->len;
  g_autofree char *number = msp_text_number (n);
  g_autofree char *people = msp_text_number (reach);
  g_autofree char *count = NULL;

  if (n == 0)
    {
      section->summary = g_strdup (msp_dossier_get_text (MSP_DOSSIER_TEXT_NOTHING));
      return;
    }

  count = g_strdup_printf (ngettext ("%s contribution", "%s contributions", n), number);
  if (reach > 0)
    /* Translators: "12 contributions", then a number. */
    section->summary = g_strdup_printf (_ ("%s, %s people reached"), count, people);
  else
    section->summary = g_steal_pointer (&count);
}

static void
add_shortlist (Making *making)
{
  MspDossierSection *section;
  gint64 reach = 0;

  if (making->options->shortlist == NULL || making->options->shortlist[0] == NULL)
    return;

  section = add_section (making->dossier, "shortlist", _ ("Shortlist"), NULL);
  for (guint s = 0; making->options->shortlist[s] != NULL; s++)
    for (guint i = 0; i < making->kept->len; i++)
      {
        MspContribution *entry = g_ptr_array_index (making->kept, i);

        if (g_strcmp0 (entry->id, making->options->shortlist[s]) != 0)
          continue;

        g_ptr_array_add (section->entries, g_hash_table_lookup (making->made, entry));
        reach += entry->reach;
      }
  close_section (section, reach);
}

/* Those that count for @gate; of no gate at all if that is NULL. */
static void
fill_section (Making            *making,
              MspDossierSection *section,
              const MspGate     *gate)
{
  gint64 reach = 0;

  for (guint i = 0; i < making->kept->len; i++)
    {
      MspContribution *entry = g_ptr_array_index (making->kept, i);
      const MspActivityType *type = msp_catalog_find_activity_type (making->catalog, entry->type, NULL);

      if (gate != NULL ? !counts_for (type, gate) : type != NULL && type->gates->len > 0)
        continue;

      g_ptr_array_add (section->entries, g_hash_table_lookup (making->made, entry));
      reach += entry->reach;
    }
  close_section (section, reach);
}

static void
add_sections (Making *making)
{
  GPtrArray *gates = msp_catalog_get_gates (making->catalog);
  MspDossierSection *other;

  add_shortlist (making);
  for (guint i = 0; i < gates->len; i++)
    {
      const MspGate *gate = g_ptr_array_index (gates, i);

      fill_section (making, add_section (making->dossier, gate->id, gate->name, gate->question), gate);
    }

  other = add_section (making->dossier, "other", _ ("Other contributions"), NULL);
  fill_section (making, other, NULL);
  if (other->entries->len == 0)
    g_ptr_array_remove (making->dossier->sections, other);
}

/* "Number of Views, Copies Sold": the figures whose sum is the reach. */
static char *
list_people_figures (MspCatalog *catalog)
{
  GPtrArray *fields = msp_catalog_get_figure_fields (catalog);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const MspFigureField *field = g_ptr_array_index (fields, i);

      if (field->people)
        g_strv_builder_add (labels, field->label);
    }
  list = g_strv_builder_end (labels);

  return g_strjoinv (", ", list);
}

static GStrv
make_notes (Making *making)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autofree char *figures = list_people_figures (making->catalog);
  g_autofree char *reach =
    g_strdup_printf (_ ("People reached is the sum of these figures, as they were recorded last: %s. One "
                        "person may be counted several times. Sessions, subscribers, quantities and "
                        "figures of one’s own are not people and are not added."), figures);

  g_strv_builder_add (notes, _ ("Every contribution and every figure in this document comes from the "
                                "journal that its author keeps. Nobody else has checked them; the links "
                                "lead to what they are about."));
  g_strv_builder_add (notes, reach);
  g_strv_builder_add (notes, _ ("A contribution whose type answers several of the questions stands under "
                                "each of them; in the figures of the year it is counted once. Which type "
                                "answers which question is the program’s reading of Microsoft’s form."));
  g_strv_builder_add (notes, making->options->with_private
                      ? _ ("Contributions that are marked private are included, and marked so. Planned "
                           "ones are left out.")
                      : _ ("Contributions that are marked private are left out, and so are planned "
                           "ones."));
  if (making->options->is_selection)
    g_strv_builder_add (notes, _ ("This document holds a selection of the journal’s contributions of this "
                                  "period; its figures are those of the selection."));
  g_strv_builder_add (notes, _ ("Made with MS Programs, an unofficial program that is not from Microsoft "
                                "and not endorsed by it."));

  return g_strv_builder_end (notes);
}

static gboolean
is_rtl (const char *language)
{
  PangoLanguage *pango = pango_language_from_string (language);
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (pango, &n_scripts);

  return n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW);
}

static void
set_head (MspDossier              *self,
          const MspCycle          *cycle,
          const MspDossierOptions *options,
          MspDay                   today)
{
  g_autofree char *start = msp_day_to_text (cycle->window_start);
  g_autofree char *end = msp_day_to_text (cycle->window_end);
  g_autofree char *made_on = msp_day_to_text (today);

  /* Translators: the code of the language that you translate into, as in "de" or "pt-BR". Documents
   * say so to screen readers. */
  self->language = g_strdup (C_ ("language code", "en"));
  self->is_rtl = is_rtl (self->language);
  self->title = g_strdup (_ ("Community contributions"));
  self->name = msp_text_clean (options->name, FALSE);
  self->period = g_strdup_printf (_ ("%s – %s"), start, end);
  self->as_of = g_strdup_printf (_ ("As of %s"), made_on);
  self->made_on = today;
  if (*self->name != '\0')
    /* Translators: the title of a document: the person, what it is about, the period. */
    self->document_title = g_strdup_printf (_ ("%s: %s, %s"), self->name, self->title, self->period);
  else
    self->document_title = g_strdup_printf ("%s, %s", self->title, self->period);
}

const char *
msp_dossier_get_text (MspDossierText text)
{
  g_return_val_if_fail (text < G_N_ELEMENTS (texts), "");

  return _ (texts[text]);
}

MspDossier *
msp_dossier_new (MspCatalog              *catalog,
                 const MspCycle          *cycle,
                 GPtrArray               *entries,
                 const MspDossierOptions *options,
                 MspDay                   today)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GHashTable) made = g_hash_table_new (NULL, NULL);
  g_autoptr (MspStats) stats = NULL;
  MspDossier *self;
  Making making = { .catalog = catalog, .options = options, .kept = kept, .made = made };

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (cycle != NULL && entries != NULL && options != NULL, NULL);

  self = making.dossier = g_new0 (MspDossier, 1);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  set_head (self, cycle, options, today);
  take_entries (&making, cycle, entries);
  stats = make_stats (&making, cycle, today);
  add_figures (&making, stats);
  self->by_type = msp_dossier_chart_of_types (stats);
  self->by_month = msp_dossier_chart_of_months (stats);
  add_sections (&making);
  self->notes = make_notes (&making);

  return self;
}

void
msp_dossier_free (MspDossier *self)
{
  if (self == NULL)
    return;

  g_free (self->language);
  g_free (self->title);
  g_free (self->name);
  g_free (self->period);
  g_free (self->as_of);
  g_free (self->document_title);
  g_ptr_array_unref (self->figures);
  g_clear_pointer (&self->by_type, msp_dossier_chart_free);
  g_clear_pointer (&self->by_month, msp_dossier_chart_free);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->entries);
  g_strfreev (self->notes);
  g_free (self);
}
