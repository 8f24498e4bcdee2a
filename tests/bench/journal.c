/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* journal FILE COUNT: makes a journal of COUNT entries (seeded: always the same ones), then adds,
 * edits and deletes some, and prints how long each took to be on the disk. COUNT 0 only makes it.
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/msp-clock.h"
#include "journal/msp-journal-store.h"

#define SEED 2026
#define SPREAD_DAYS (12 * 365)
#define SAMPLES 500

static const char *const words[] = {
  "Azure", "Kubernetes", "Blazor", "Functions", "Grüße", "наука", "漢字", "community", "meetup",
  "security", "identity", "telemetry", "Power", "Copilot", "testing", "accessibility", "données",
};
static const char *const types[] = {
  "Blog", "Webinar/Online Training/Video/Livestream", "Speaker/Presenter at Third-party event",
  "Open Source/Project/Sample code/Tools", "Online Support",
};

static MspContribution *
make_entry (GRand *rand)
{
  MspContribution *entry = msp_contribution_new ();
  g_autoptr (GString) title = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 3, 9);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  g_free (entry->title);
  entry->title = g_strdup (title->str);
  g_free (entry->type);
  entry->type = g_strdup (types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))]);
  g_free (entry->description);
  entry->description = g_strdup_printf ("%s. %s. %s.", title->str, title->str, title->str);
  g_free (entry->url);
  entry->url = g_strdup_printf ("https://example.com/%u", g_rand_int (rand));
  entry->date = msp_clock_today () - g_rand_int_range (rand, 0, SPREAD_DAYS);
  msp_contribution_set_figure (entry, "numberOfViews", g_rand_int_range (rand, 0, 5000));

  return entry;
}

static void
must (gboolean      done,
      const GError *error)
{
  if (done)
    return;

  fprintf (stderr, "journal: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

static void
print_times (const char *name,
             GArray     *times)
{
  g_array_sort (times, compare_times);
  printf ("%-8s median %6.2f ms   p99 %6.2f ms   most %6.2f ms\n", name,
          (double) g_array_index (times, gint64, times->len / 2) / 1000.0,
          (double) g_array_index (times, gint64, times->len * 99 / 100) / 1000.0,
          (double) g_array_index (times, gint64, times->len - 1) / 1000.0);
  g_array_set_size (times, 0);
}

static void
note (GArray *times,
      gint64  start)
{
  gint64 took = g_get_monotonic_time () - start;

  g_array_append_val (times, took);
}

static void
measure (MspJournalStore *store,
         GRand           *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < SAMPLES; i++)
    {
      g_autoptr (MspContribution) entry = make_entry (rand);
      gint64 start = g_get_monotonic_time ();
      char *id = msp_journal_store_add (store, entry, &error);

      note (times, start);
      must (id != NULL, error);
      g_ptr_array_add (ids, id);
    }
  print_times ("add", times);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (MspContribution) entry =
        msp_journal_store_get (store, g_ptr_array_index (ids, i), &error);
      gint64 start = g_get_monotonic_time ();

      must (entry != NULL, error);
      entry->is_high_impact = TRUE;
      must (msp_journal_store_update (store, entry, &error), error);
      note (times, start);
    }
  print_times ("edit", times);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *const one[] = { g_ptr_array_index (ids, i), NULL };
      gint64 start = g_get_monotonic_time ();

      must (msp_journal_store_delete (store, one, &error), error);
      note (times, start);
    }
  print_times ("delete", times);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (MspJournalStore) store = NULL;
  g_autoptr (GError) error = NULL;
  long count = argc == 3 ? strtol (argv[2], NULL, 10) : -1;

  if (count < 0)
    {
      fprintf (stderr, "usage: journal FILE COUNT\n");
      return 2;
    }

  store = msp_journal_store_open (argv[1], FALSE, &error);
  must (store != NULL, error);
  for (long i = 0; i < count; i++)
    {
      g_autoptr (MspContribution) entry = make_entry (rand);
      g_autofree char *id = msp_journal_store_add (store, entry, &error);

      must (id != NULL, error);
    }
  if (count > 0)
    measure (store, rand);
  msp_journal_store_close (store);

  return 0;
}
