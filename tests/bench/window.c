/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* window FILE SINCE PART…: opens the window on the page of a journal and measures it from within. SINCE is
 * the monotonic time, in microseconds, when the program was started. Parts: query, search, scroll=PAGES (0: all),
 * changes=COUNT, idle=SECONDS; the start is measured always. */

#include "window.h"

#include <stdlib.h>
#include <string.h>

#include "app/widgets/msp-entry-row.h"
#include "app/widgets/msp-journal-selection.h"
#include "bench-scroll.h"
#include "msp-config.h"

#define JUMPS 150
#define SETTLE_MS 2000
#define IDLE_SETTLE_MS 12000

gint64
bench_window_row_key (GtkWidget *widget,
                      gboolean  *is_blank)
{
  MspJournalRow *row = MSP_IS_ENTRY_ROW (widget) ? msp_entry_row_get_row (MSP_ENTRY_ROW (widget))
                                                 : NULL;

  *is_blank = row == NULL || msp_journal_row_get_summary (row) == NULL;

  return row != NULL ? msp_journal_row_get_key (row) : 0;
}

static void
count_blank (GtkWidget *row,
             gpointer   n_blank)
{
  gboolean is_blank;

  bench_window_row_key (row, &is_blank);
  *(guint *) n_blank += is_blank;
}

static void
count_filled (GtkWidget *row,
              gpointer   n_filled)
{
  gboolean is_blank;

  bench_window_row_key (row, &is_blank);
  *(guint *) n_filled += !is_blank;
}

void
bench_window_fill (BenchWindow *self)
{
  guint n_blank;

  do
    {
      bench_frames_next (&self->frames);
      n_blank = 0;
      bench_list_foreach_visible (self->list, count_blank, &n_blank);
    }
  while (n_blank > 0);
}

static MspJournalModel *
find_model (GtkWidget *list)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  if (MSP_IS_JOURNAL_SELECTION (model))
    return msp_journal_selection_get_model (MSP_JOURNAL_SELECTION (model));
  if (GTK_IS_SINGLE_SELECTION (model))
    model = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (model));

  return MSP_JOURNAL_MODEL (model);
}

static void
answered (BenchWindow *self)
{
  self->n_answers++;
}

/* Whether the page shows its rows, or that there are none. Asked after each frame. */
static gboolean
shows_journal (gpointer data)
{
  BenchWindow *self = data;
  GtkWidget *page = bench_find (GTK_WIDGET (self->window), "MspJournalPage");
  guint n_filled = 0;

  if (page == NULL)
    return FALSE;

  self->list = bench_find (page, "GtkListView");
  if (self->list != NULL)
    bench_list_foreach_visible (self->list, count_filled, &n_filled);

  return n_filled > 0 || bench_find (page, "AdwStatusPage") != NULL;
}

static gboolean
is_whole (gpointer data)
{
  return !msp_journal_model_is_loading (((BenchWindow *) data)->model);
}

static void
open_window (BenchWindow *self,
             const char  *path,
             gint64       since)
{
  AdwApplication *application = adw_application_new (MSP_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_set_resource_base_path (G_APPLICATION (application), "/com/example/MsPrograms/ui");
  if (!g_application_register (G_APPLICATION (application), NULL, &error) ||
      (self->services = msp_services_new (path, &error)) == NULL)
    {
      g_printerr ("window: %s\n", error->message);
      exit (1);
    }

  self->window = msp_window_new (GTK_APPLICATION (application), self->services);
  msp_window_show_page (self->window, "journal");
  gtk_window_present (GTK_WINDOW (self->window));
  bench_frames_watch (&self->frames, GTK_WIDGET (self->window));
  for (guint seen = 0; !shows_journal (self);)
    {
      while (self->frames.n_frames == seen)
        g_main_context_iteration (NULL, TRUE);
      seen = self->frames.n_frames;
    }

  bench_print_one ("start.painted", bench_since (since));
  bench_print_one ("start.cpu", bench_cpu_time ());
}

static void
settle (BenchWindow *self,
        gint64       since)
{
  if (self->list != NULL)
    {
      self->model = find_model (self->list);
      g_signal_connect_swapped (self->model, "refreshed", G_CALLBACK (answered), self);
      bench_wait (is_whole, self, "the whole list");
      bench_frames_next (&self->frames);
      bench_print_one ("start.whole", bench_since (since));
    }
  bench_pause (SETTLE_MS);
  bench_print_one ("memory.open", bench_own_memory ());
}

static void
scroll (BenchWindow *self,
        guint        n_pages)
{
  BenchScroll scrolling = {
    .frames = &self->frames,
    .list = self->list,
    .row_key = bench_window_row_key,
    .n_pages = n_pages,
    .n_jumps = JUMPS,
  };

  bench_scroll_run (&scrolling);
  bench_print_one ("memory.scrolled", bench_own_memory ());
}

/* With the list focused: a caret blinks. */
static void
idle (BenchWindow *self,
      guint        seconds)
{
  double wakeups;
  double cpu;

  if (self->list != NULL)
    gtk_widget_grab_focus (self->list);
  bench_pause (IDLE_SETTLE_MS);
  wakeups = bench_wakeups ();
  cpu = bench_cpu_time ();
  bench_pause (seconds * 1000.0);
  /* Not that of this program's own timer. */
  bench_print_one ("idle.wakeups", MAX (0, bench_wakeups () - wakeups - 1));
  bench_print_one ("idle.cpu", bench_cpu_time () - cpu);
}

static void
run_part (BenchWindow *self,
          const char  *part)
{
  const char *number = strchr (part, '=');
  guint count = number != NULL ? (guint) strtoul (number + 1, NULL, 10) : 0;

  if (g_str_has_prefix (part, "idle"))
    idle (self, count);
  else if (self->list == NULL)
    return;
  else if (g_str_has_prefix (part, "query"))
    bench_query_run (self);
  else if (g_str_has_prefix (part, "search"))
    bench_search_run (self);
  else if (g_str_has_prefix (part, "scroll"))
    scroll (self, count);
  else if (g_str_has_prefix (part, "changes"))
    bench_changes_run (self, count);
}

int
main (int    argc,
      char **argv)
{
  BenchWindow self = { NULL };
  gint64 since;

  if (argc < 3)
    {
      g_printerr ("usage: window FILE SINCE PART…\n");
      return 2;
    }

  since = g_ascii_strtoll (argv[2], NULL, 10);
  open_window (&self, argv[1], since);
  settle (&self, since);
  for (int i = 3; i < argc; i++)
    run_part (&self, argv[i]);

  msp_services_close (self.services);

  return 0;
}
