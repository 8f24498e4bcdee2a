/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* generate FILE COUNT [SEED]: makes a journal of COUNT entries as one person might keep it: twelve
 * years, more in the later ones, the catalogue's types with their roles and figures, five languages,
 * a few words that are everywhere and many that are rare. The same seed gives the same entries. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/msp-clock.h"
#include "catalog/msp-catalog.h"
#include "journal/msp-journal-store.h"

#define SEED 2026
#define YEARS 12
#define BATCH 20000
#define DESCRIPTION_WORDS 48

typedef struct
{
  const char *const *words; /* the common ones first */
  guint              n_words;
  const char        *blank; /* between two words */
} Language;

static const char *const english[] = {
  "the", "cloud", "with", "and", "Azure", "Kubernetes", "how", "to", "for", "community", "build",
  "secure", "from", "scratch", "deploying", "identity", "testing", "pipelines", "accessibility",
  "observability", "serverless", "functions", "monitoring", "governance", "Bicep", "Terraform",
  "meetup", "workshop", "lessons", "learned", "deep", "dive", "telemetry", "zero", "trust",
  "resilience", "caching", "quantum", "legacy", "migration", "GraphQL", "WebAssembly", "zettabyte",
};
static const char *const german[] = {
  "die", "und", "mit", "Grundlagen", "für", "Sicherheit", "Überblick", "größere", "Anwendungen",
  "Werkzeuge", "Straße", "Prüfung", "Vortrag", "Übung", "Erfahrungen", "Zusammenarbeit", "Gemeinschaft",
  "Datenbanken", "Verfügbarkeit", "Änderungen", "Barrierefreiheit", "Entwicklung", "Treffen",
};
static const char *const french[] = {
  "les", "données", "avec", "sécurité", "pour", "développeurs", "élégante", "création", "réseau",
  "communauté", "présentation", "accès", "modèles", "intégration", "déploiement", "évènement",
  "français", "qualité", "apprentissage", "équipe",
};
static const char *const japanese[] = {
  "入門", "開発", "雲", "勉強会", "安全", "設計", "運用", "監視", "認証", "漢字", "事例", "紹介",
  "実践", "自動化", "品質", "改善",
};
static const char *const russian[] = {
  "наука", "данные", "безопасность", "сообщество", "разработка", "облако", "доклад", "встреча",
  "практика", "обзор", "надёжность", "мониторинг", "тестирование", "опыт", "инструменты",
};
static const Language languages[] = {
  { english, G_N_ELEMENTS (english), " " }, { german, G_N_ELEMENTS (german), " " },
  { french, G_N_ELEMENTS (french), " " }, { japanese, G_N_ELEMENTS (japanese), "" },
  { russian, G_N_ELEMENTS (russian), " " },
};
static const int language_weights[] = { 60, 14, 10, 8, 8 };

static const char *const hosts[] = {
  "example.com/blog", "github.com/example", "www.youtube.com/watch", "sessionize.com/s/example",
  "dev.to/example", "learn.microsoft.com/answers", "www.meetup.com/example",
};
static const char *const tags[] = {
  "bicep", "containers", "security", "ai", "beginners", "series", "conference", "remote", "data",
};

typedef struct
{
  GRand      *rand;
  MspCatalog *catalog;
  MspDay      today;
} Generator;

/* Below @n, the low ones far more often. */
static guint
draw_skewed (GRand *rand,
             guint  n)
{
  return (guint) floor (pow (g_rand_double (rand), 2.2) * n);
}

static const Language *
draw_language (GRand *rand)
{
  int number = g_rand_int_range (rand, 0, 100);
  guint i = 0;

  while (number >= language_weights[i])
    number -= language_weights[i++];

  return &languages[i];
}

static char *
draw_text (Generator      *self,
           const Language *language,
           int             n_words,
           glong           most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  glong length = 0;

  for (int i = 0; i < n_words; i++)
    {
      const char *word = language->words[draw_skewed (self->rand, language->n_words)];

      length += g_utf8_strlen (word, -1) + 1;
      if (length > most)
        break;
      if (i > 0)
        g_string_append (text, language->blank);
      g_string_append (text, word);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
draw_area (Generator *self)
{
  GPtrArray *categories = msp_catalog_get_area_categories (self->catalog);
  const MspAreaCategory *category =
    g_ptr_array_index (categories, draw_skewed (self->rand, categories->len));

  return category->areas[draw_skewed (self->rand, g_strv_length (category->areas))];
}

static void
replace (char **field,
         char  *text)
{
  g_free (*field);
  *field = text;
}

static void
fill_type (Generator       *self,
           MspContribution *entry)
{
  GPtrArray *types = msp_catalog_get_activity_types (self->catalog);
  const MspActivityType *type = g_ptr_array_index (types, draw_skewed (self->rand, types->len));
  guint n_roles = g_strv_length (type->roles);

  replace (&entry->type, g_strdup (type->name));
  if (n_roles > 0)
    replace (&entry->role, g_strdup (type->roles[draw_skewed (self->rand, n_roles)]));
  for (guint i = 0; i < type->fields->len; i++)
    {
      const MspFigureField *field = g_ptr_array_index (type->fields, i);

      if (g_rand_int_range (self->rand, 0, 100) < 75)
        msp_contribution_set_figure (entry, field->id, draw_skewed (self->rand, 20000));
    }
  for (guint i = 0; i < entry->figures->len; i++)
    ((MspFigure *) g_ptr_array_index (entry->figures, i))->recorded_on =
      MIN (self->today, entry->date + g_rand_int_range (self->rand, 0, 200));
}

static void
fill_lists (Generator       *self,
            MspContribution *entry)
{
  const char *const *audiences = msp_catalog_get_audiences (self->catalog);
  guint n_audiences = g_strv_length ((GStrv) audiences);
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  const char *const audience[] = { audiences[draw_skewed (self->rand, n_audiences)], NULL };
  int n_tags = g_rand_int_range (self->rand, 0, 4);
  guint tag = draw_skewed (self->rand, G_N_ELEMENTS (tags));

  for (int i = 0; i < n_tags; i++)
    g_strv_builder_add (chosen, tags[(tag + (guint) i) % G_N_ELEMENTS (tags)]);
  g_strfreev (entry->tags);
  entry->tags = g_strv_builder_end (chosen);
  g_strfreev (entry->audience);
  entry->audience = g_strdupv ((char **) audience);
}

static MspContribution *
make_entry (Generator *self)
{
  const Language *language = draw_language (self->rand);
  MspContribution *entry = msp_contribution_new ();
  double back = pow (g_rand_double (self->rand), 1.6); /* more of late */

  entry->date = self->today - (MspDay) (back * YEARS * 365.25) + 20;
  replace (&entry->title, draw_text (self, language, g_rand_int_range (self->rand, 3, 10), 90));
  replace (&entry->description,
           draw_text (self, language, g_rand_int_range (self->rand, 8, DESCRIPTION_WORDS), 900));
  replace (&entry->area, g_strdup (draw_area (self)));
  if (g_rand_int_range (self->rand, 0, 100) < 85)
    replace (&entry->url,
             g_strdup_printf ("https://%s/%08x",
                              hosts[draw_skewed (self->rand, G_N_ELEMENTS (hosts))],
                              g_rand_int (self->rand)));
  fill_type (self, entry);
  fill_lists (self, entry);
  entry->status = entry->date > self->today ? MSP_STATUS_PLANNED : MSP_STATUS_DONE;
  entry->is_high_impact = g_rand_int_range (self->rand, 0, 100) < 7;
  entry->is_private = g_rand_int_range (self->rand, 0, 100) < 5;
  if (entry->date < self->today - 60 && g_rand_int_range (self->rand, 0, 100) < 80)
    entry->in_portal = entry->date + g_rand_int_range (self->rand, 1, 60);

  return entry;
}

static void
must (gboolean      done,
      const GError *error)
{
  if (done)
    return;

  fprintf (stderr, "generate: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

int
main (int    argc,
      char **argv)
{
  guint32 seed = argc > 3 ? (guint32) strtoul (argv[3], NULL, 10) : SEED;
  long count = argc > 2 ? strtol (argv[2], NULL, 10) : -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspCatalog) catalog = NULL;
  g_autoptr (MspJournalStore) store = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Generator generator = { .rand = rand, .today = msp_clock_today () };

  if (count < 0)
    {
      fprintf (stderr, "usage: generate FILE COUNT [SEED]\n");
      return 2;
    }

  generator.catalog = catalog = msp_catalog_load (NULL, NULL, &error);
  must (catalog != NULL, error);
  store = msp_journal_store_open (argv[1], FALSE, &error);
  must (store != NULL, error);
  for (long done = 0; done < count; done += BATCH)
    {
      g_autoptr (GPtrArray) entries =
        g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);

      for (long i = done; i < MIN (count, done + BATCH); i++)
        g_ptr_array_add (entries, make_entry (&generator));
      must (msp_journal_store_add_many (store, entries, &error), error);
    }
  msp_journal_store_close (store);

  return 0;
}
