/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* dossier FILE [ROUNDS] [FOLDER]: what the dossier of the whole journal FILE takes, all of it moved into one
 * cycle: from the entries that are read to the bytes of each format. The median of ROUNDS, the
 * first of which was thrown away. With FOLDER the last ones are left there. */

#include <stdio.h>
#include <stdlib.h>

#include "base/msp-clock.h"
#include "dossier/msp-dossier-html.h"
#include "dossier/msp-dossier-markdown.h"
#include "dossier/msp-dossier-pdf.h"
#include "journal/msp-journal-store.h"

#define ROUNDS 7

typedef enum
{
  STEP_READ,
  STEP_OUTLINE,
  STEP_MARKDOWN,
  STEP_HTML,
  STEP_PDF,
  N_STEPS,
} Step;

static const char *const step_names[] = { "read", "outline", "markdown", "html", "pdf" };
static const char *const endings[] = { NULL, NULL, "md", "html", "pdf" };

typedef struct
{
  MspCatalog      *catalog;
  MspJournalStore *store;
  MspCycle         cycle;
  const char      *folder; /* (nullable) */
  GArray          *times[N_STEPS];
} Bench;

static void
must (gboolean      done,
      const GError *error)
{
  if (done)
    return;

  fprintf (stderr, "dossier: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static void
note (Bench  *self,
      Step    step,
      gint64 *since)
{
  gint64 now = g_get_monotonic_time ();
  double milliseconds = (now - *since) / 1000.0;

  g_array_append_val (self->times[step], milliseconds);
  *since = now;
}

static void
leave (Bench      *self,
       Step        step,
       const void *data,
       gsize       size)
{
  g_autofree char *name = g_strdup_printf ("dossier.%s", endings[step]);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->folder == NULL)
    return;

  path = g_build_filename (self->folder, name, NULL);
  must (g_file_set_contents (path, data, (gssize) size, &error), error);
}

/* Spreads them over the window, done. */
static void
move_into_cycle (Bench     *self,
                 GPtrArray *entries)
{
  int n_days = self->cycle.window_end - self->cycle.window_start + 1;

  for (guint i = 0; i < entries->len; i++)
    {
      MspContribution *entry = g_ptr_array_index (entries, i);

      entry->date = self->cycle.window_start + (MspDay) (i * (guint) n_days / entries->len);
      entry->date_end = MSP_DAY_NONE;
      entry->status = MSP_STATUS_DONE;
    }
}

static guint
run_once (Bench *self)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (MspDossier) dossier = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *html = NULL;
  MspDossierOptions options = { .name = "Ada Example", .with_private = TRUE };
  gint64 since = g_get_monotonic_time ();

  entries = msp_journal_store_list (self->store, query, &error);
  must (entries != NULL, error);
  note (self, STEP_READ, &since);
  move_into_cycle (self, entries);
  dossier = msp_dossier_new (self->catalog, &self->cycle, entries, &options, msp_clock_today ());
  note (self, STEP_OUTLINE, &since);
  markdown = msp_dossier_to_markdown (dossier);
  note (self, STEP_MARKDOWN, &since);
  html = msp_dossier_to_html (dossier, MSP_PAPER_A4);
  note (self, STEP_HTML, &since);
  pdf = msp_dossier_to_pdf (dossier, MSP_PAPER_A4, &error);
  must (pdf != NULL, error);
  note (self, STEP_PDF, &since);

  leave (self, STEP_MARKDOWN, markdown, strlen (markdown));
  leave (self, STEP_HTML, html, strlen (html));
  leave (self, STEP_PDF, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

  return dossier->n_entries;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspCatalog) catalog = NULL;
  g_autoptr (MspJournalStore) store = NULL;
  MspCycleRule rule = msp_cycle_rule_default ();
  int rounds = argc > 2 ? MAX (1, atoi (argv[2])) : ROUNDS;
  Bench self = { .folder = argc > 3 ? argv[3] : NULL };
  guint n_entries = 0;

  if (argc < 2)
    {
      fprintf (stderr, "usage: dossier FILE [ROUNDS] [FOLDER]\n");
      return 2;
    }

  self.catalog = catalog = msp_catalog_load (NULL, NULL, &error);
  must (catalog != NULL, error);
  self.store = store = msp_journal_store_open (argv[1], TRUE, &error);
  must (store != NULL, error);
  self.cycle = msp_cycle_of_day (&rule, NULL, msp_clock_today ());
  for (int step = 0; step < N_STEPS; step++)
    self.times[step] = g_array_new (FALSE, FALSE, sizeof (double));

  n_entries = run_once (&self);
  for (int step = 0; step < N_STEPS; step++)
    g_array_set_size (self.times[step], 0);
  for (int round = 0; round < rounds; round++)
    run_once (&self);

  printf ("%u entries\n", n_entries);
  for (int step = 0; step < N_STEPS; step++)
    {
      g_array_sort (self.times[step], compare_times);
      printf ("%s %.1f ms\n", step_names[step],
              g_array_index (self.times[step], double, self.times[step]->len / 2));
      g_array_unref (self.times[step]);
    }
  msp_journal_store_close (store);

  return 0;
}
