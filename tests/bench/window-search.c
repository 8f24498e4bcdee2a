/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bench-texts.h"
#include "window.h"

/* From key to key, as one who types fast. */
#define PACE_MS 80
/* As many as the list asks for. */
#define FIRST_ROWS 48

typedef struct
{
  BenchWindow *window;
  GtkEditable *entry;
  guint        n_answers; /* before the letter */
  gint64       start;
  double       cpu;
} Waiting;

/* What was measured of one kind of key. */
typedef struct
{
  GArray *answered;
  GArray *painted;
  GArray *cpu; /* of the thread that draws */
} Times;

static gboolean
is_answered (gpointer data)
{
  const Waiting *self = data;
  const MspQuery *query = msp_journal_model_get_query (self->window->model);

  return self->window->n_answers > self->n_answers &&
         g_strcmp0 (query->search != NULL ? query->search : "",
                    gtk_editable_get_text (self->entry)) == 0;
}

static void
begin (Waiting *self)
{
  self->n_answers = self->window->n_answers;
  self->cpu = bench_thread_cpu_time ();
  self->start = g_get_monotonic_time ();
}

/* Waits for the answer to what was just typed. @times: (nullable) */
static void
take_times (Waiting     *self,
            const Times *times)
{
  double answered;

  bench_wait (is_answered, self, "an answer to the search");
  answered = bench_since (self->start);
  bench_window_fill (self->window);
  if (times == NULL)
    return;

  bench_note (times->answered, answered);
  bench_note (times->painted, bench_since (self->start));
  bench_note (times->cpu, bench_thread_cpu_time () - self->cpu);
}

static void
type_letter (Waiting     *self,
             const char  *letter,
             GHashTable  *typed,
             const Times *times)
{
  int place = (int) g_utf8_strlen (gtk_editable_get_text (self->entry), -1);

  begin (self);
  gtk_editable_insert_text (self->entry, letter, (int) (g_utf8_next_char (letter) - letter), &place);
  gtk_editable_set_position (self->entry, -1);
  if (*letter != ' ')
    take_times (self, g_hash_table_add (typed, g_strdup (gtk_editable_get_text (self->entry)))
                ? times : NULL);
  bench_pause (PACE_MS - bench_since (self->start));
}

static void
clear (Waiting     *self,
       const Times *times)
{
  begin (self);
  gtk_editable_set_text (self->entry, "");
  take_times (self, times);
  bench_pause (PACE_MS);
}

static GArray *
make_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_search_run (BenchWindow *self)
{
  g_autoptr (GHashTable) typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) frames = make_times ();
  Times letters = { make_times (), make_times (), make_times () };
  Times clears = { make_times (), make_times (), make_times () };
  Waiting waiting = { .window = self };

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  bench_pause (PACE_MS);
  waiting.entry = GTK_EDITABLE (bench_find (bench_find (GTK_WIDGET (self->window), "MspJournalPage"),
                                            "GtkSearchEntry"));
  self->frames.times = frames;
  for (guint i = 0; bench_texts[i] != NULL; i++)
    {
      for (const char *letter = bench_texts[i]; *letter != '\0'; letter = g_utf8_next_char (letter))
        type_letter (&waiting, letter, typed, &letters);
      clear (&waiting, &clears);
    }
  self->frames.times = NULL;

  bench_print ("search.answer", letters.answered);
  bench_print ("search.painted", letters.painted);
  bench_print ("search.cpu", letters.cpu);
  bench_print ("search.clear", clears.painted);
  bench_print ("search.frame", frames);
  bench_print_one ("memory.searched", bench_own_memory ());
}

typedef struct
{
  gint64   start;
  GArray  *times;
  gboolean is_done;
} Asking;

static void
first_rows_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Asking *self = data;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GArray) keys = msp_journal_store_first_rows_finish (MSP_JOURNAL_STORE (source),
                                                                 result, &summaries, NULL);

  bench_note (self->times, bench_since (self->start));
  self->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Asking *) data)->is_done;
}

void
bench_query_run (BenchWindow *self)
{
  g_autoptr (GPtrArray) texts = bench_texts_list_typed ();
  g_autoptr (GArray) times = make_times ();
  MspJournalStore *store = msp_services_get_store (self->services);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (MspQuery) query = msp_query_new ();
      Asking asking = { g_get_monotonic_time (), times, FALSE };

      query->search = g_strdup (g_ptr_array_index (texts, i));
      msp_journal_store_first_rows_async (store, query, FIRST_ROWS, NULL, first_rows_read, &asking);
      bench_wait (is_done, &asking, "the first rows");
    }
  bench_print ("search.query", times);
}
