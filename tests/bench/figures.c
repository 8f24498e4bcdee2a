/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* figures FILE [PAGES]: the reach table over a journal in a window: what a frame takes while it is
 * scrolled by pages, by the clock and of the processor alone (other people's work is not in that), and how much memory there is before and after. Without PAGES the window stays. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "app/widgets/msp-figure-table.h"
#include "base/msp-clock.h"

#define WIDTH 1000
#define HEIGHT 760

typedef struct
{
  const char          *path;
  GtkWidget           *window;
  MspFigureTable      *table;
  MspServices         *services;
  MspJournalModel     *model;
  MspJournalSelection *selection;
  GtkAdjustment       *adjustment;
  GArray              *times; /* (element-type gint64) */
  GArray              *work;  /* (element-type gint64) */
  gint64               start;
  gint64               work_start;
  guint                n_pages;
  guint                page;
} Bench;

static double
resident_mib (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    pages = strtol (strchr (text, ' '), NULL, 10);

  return (double) pages * 4096 / (1024 * 1024);
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget) &&
      GTK_IS_LIST_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget))))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);

  return found;
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
}

static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint (GdkFrameClock *clock,
              Bench         *self)
{
  self->start = g_get_monotonic_time ();
  self->work_start = get_work ();
}

static void
after_paint (GdkFrameClock *clock,
             Bench         *self)
{
  gint64 took = g_get_monotonic_time () - self->start;
  gint64 work = get_work () - self->work_start;

  if (self->page == 0)
    return;

  g_array_append_val (self->times, took);
  g_array_append_val (self->work, work);
}

static gboolean
turn_page (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  Bench *self = data;
  double page = gtk_adjustment_get_page_size (self->adjustment);

  if (self->page == 0)
    printf ("at first %.1f MiB, %u rows\n", resident_mib (),
            g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  if (self->page++ < self->n_pages)
    {
      gtk_adjustment_set_value (self->adjustment,
                                gtk_adjustment_get_value (self->adjustment) + page);
      return G_SOURCE_CONTINUE;
    }

  print_times ("page", self->times);
  print_times ("its work", self->work);
  printf ("at last  %.1f MiB\n", resident_mib ());
  gtk_window_destroy (GTK_WINDOW (self->window));

  return G_SOURCE_REMOVE;
}

static gboolean
begin (gpointer data)
{
  Bench *self = data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  self->adjustment = find_adjustment (GTK_WIDGET (self->table));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint), self);
  gtk_widget_add_tick_callback (self->window, turn_page, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
query_changed (Bench *self)
{
  g_autoptr (MspQuery) query = msp_query_new ();

  if (msp_figure_table_get_older_only (self->table))
    query->figures_before = msp_clock_today () - MSP_FIGURE_TABLE_DAYS;
  msp_journal_model_set_query (self->model, query);
}

static void
store_opened (Bench *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL || self->model != NULL)
    return;

  self->model = msp_journal_model_new (store);
  self->selection = msp_journal_selection_new (self->model);
  msp_figure_table_set_selection (self->table, self->selection);
  g_signal_connect_swapped (self->table, "notify::older-only", G_CALLBACK (query_changed), self);
  query_changed (self);
  msp_figure_table_focus (self->table);
  if (self->n_pages > 0)
    g_timeout_add_seconds (3, begin, self);
}

static void
activated (GApplication *application,
           Bench        *self)
{
  self->services = msp_services_new (self->path, NULL);
  self->table = MSP_FIGURE_TABLE (msp_figure_table_new ());
  msp_figure_table_set_services (self->table, self->services);
  self->window = adw_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_title (GTK_WINDOW (self->window), "Figures");
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window),
                                      GTK_WIDGET (self->table));
  g_signal_connect_swapped (self->services, "notify::store", G_CALLBACK (store_opened), self);
  store_opened (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application =
    g_object_new (ADW_TYPE_APPLICATION, "application-id", "com.example.MsPrograms.Figures", "flags",
                  G_APPLICATION_NON_UNIQUE, "resource-base-path", "/com/example/MsPrograms/ui", NULL);
  Bench self = { 0 };
  int status;

  if (argc < 2)
    {
      fprintf (stderr, "figures FILE [PAGES]\n");
      return 2;
    }

  self.path = argv[1];
  self.n_pages = argc > 2 ? (guint) atoi (argv[2]) : 0;
  self.times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.work = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (application, "activate", G_CALLBACK (activated), &self);
  status = g_application_run (G_APPLICATION (application), 1, argv);

  g_clear_object (&self.selection);
  g_clear_object (&self.model);
  msp_services_close (self.services);
  g_object_unref (self.services);
  g_array_unref (self.times);
  g_array_unref (self.work);

  return status;
}
