/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-tools.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define TIMEOUT_S 20

double
bench_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

void
bench_note (GArray *times,
            double  value)
{
  g_array_append_val (times, value);
}

void
bench_print (const char *name,
             GArray     *values)
{
  printf ("%s", name);
  for (guint i = 0; i < values->len; i++)
    printf (" %.3f", g_array_index (values, double, i));
  printf ("\n");
  fflush (stdout);
  g_array_set_size (values, 0);
}

void
bench_print_one (const char *name,
                 double      value)
{
  printf ("%s %.3f\n", name, value);
  fflush (stdout);
}

static gboolean
time_is_up (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_CONTINUE;
}

void
bench_wait (BenchCheck  check,
            gpointer    data,
            const char *what)
{
  gboolean is_up = FALSE;
  guint timeout = g_timeout_add_seconds (TIMEOUT_S, time_is_up, &is_up);

  while (!check (data) && !is_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  if (!is_up)
    return;

  fprintf (stderr, "window: waited in vain for %s\n", what);
  exit (1);
}

void
bench_pause (double milliseconds)
{
  gboolean is_up = FALSE;
  guint timeout;

  if (milliseconds < 1)
    return;

  timeout = g_timeout_add ((guint) milliseconds, time_is_up, &is_up);
  while (!is_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

double
bench_cpu_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

double
bench_thread_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000.0 + (double) time.tv_nsec / 1e6;
}

/* The figure that stands behind @key in a file of /proc. */
static double
read_figure (const char *path,
             const char *key)
{
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;

  found = strstr (text, key);

  return found != NULL ? (double) strtol (found + strlen (key), NULL, 10) : 0;
}

double
bench_own_memory (void)
{
  return read_figure ("/proc/self/smaps_rollup", "Private_Clean:") +
         read_figure ("/proc/self/smaps_rollup", "Private_Dirty:");
}

double
bench_wakeups (void)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  const char *thread;
  double sum = 0;

  while (threads != NULL && (thread = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", thread, "status", NULL);

      sum += read_figure (path, "\nvoluntary_ctxt_switches:");
    }

  return sum;
}

static void
frame_began (BenchFrames *self)
{
  self->began = g_get_monotonic_time ();
}

static void
frame_ended (BenchFrames *self)
{
  self->n_frames++;
  if (self->times != NULL)
    bench_note (self->times, bench_since (self->began));
}

void
bench_frames_watch (BenchFrames *self,
                    GtkWidget   *window)
{
  self->clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_swapped (self->clock, "before-paint", G_CALLBACK (frame_began), self);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (frame_ended), self);
}

void
bench_frames_next (BenchFrames *self)
{
  guint seen = self->n_frames;

  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (self->n_frames == seen)
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
bench_find (GtkWidget  *widget,
            const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = bench_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
