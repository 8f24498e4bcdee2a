/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the programs of the benchmark share: times, waiting, and the frames of a window. */

typedef gboolean (*BenchCheck) (gpointer data);

/* Milliseconds since @start, of g_get_monotonic_time(). */
double   bench_since (gint64      start);
void     bench_note  (GArray     *times,
                      double      value);
/* One line of the answer: the name, then every value. Forgets the values. */
void     bench_print (const char *name,
                      GArray     *values);
void     bench_print_one (const char *name,
                          double      value);
/* Runs the main loop; ends the program if @check stays FALSE. */
void     bench_wait  (BenchCheck  check,
                      gpointer    data,
                      const char *what);
void     bench_pause (double      milliseconds);

/* CPU time of this process, and of the thread that draws, milliseconds. */
double   bench_cpu_time (void);
double   bench_thread_cpu_time (void);
/* Memory that is this process' alone, KiB. */
double   bench_own_memory (void);
/* How often its threads went to sleep. */
double   bench_wakeups (void);

/**
 * BenchFrames:
 * @clock: of the window
 * @began: when the last frame began
 * @n_frames: how many have ended
 * @times: (nullable): milliseconds of each frame, while they are noted
 *
 * The frames that a window draws: from before-paint to after-paint on the main thread.
 */
typedef struct
{
  GdkFrameClock *clock;
  gint64         began;
  guint          n_frames;
  GArray        *times;
} BenchFrames;

void     bench_frames_watch (BenchFrames *self,
                             GtkWidget   *window);
/* Until a frame has ended that begins from now on; asks for one. */
void     bench_frames_next  (BenchFrames *self);

/* The first widget below @widget whose type is called @type, and that is shown. */
GtkWidget *bench_find       (GtkWidget   *widget,
                             const char  *type);

G_END_DECLS
