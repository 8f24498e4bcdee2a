/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-scroll.h"

#define SEED 2026
#define PLACES 3
#define FILL_FRAMES_MAX 60

void
bench_list_foreach_visible (GtkWidget    *list,
                            BenchRowFunc  func,
                            gpointer      data)
{
  float height = (float) gtk_widget_get_height (list);

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);
      graphene_rect_t place;

      if (row != NULL && gtk_widget_get_mapped (row) &&
          gtk_widget_compute_bounds (item, list, &place) &&
          place.origin.y < height && place.origin.y + place.size.height > 0)
        func (row, data);
    }
}

/* Rows that were seen with nothing in them, and since when. */
typedef struct
{
  BenchRowKey  row_key;
  GHashTable  *since; /* (owned) (element-type gint64 gint64) */
  GHashTable  *blank; /* (owned) (element-type gint64): in the last frame */
  GArray      *times;
} Blanks;

static void
look_at_row (GtkWidget *row,
             gpointer   data)
{
  Blanks *self = data;
  gboolean is_blank;
  gint64 key = self->row_key (row, &is_blank);
  gint64 now = g_get_monotonic_time ();

  if (!is_blank)
    return;

  g_hash_table_add (self->blank, g_memdup2 (&key, sizeof key));
  if (!g_hash_table_contains (self->since, &key))
    g_hash_table_insert (self->since, g_memdup2 (&key, sizeof key), g_memdup2 (&now, sizeof now));
}

/* Since the last frame: what was blank and is not any more, or is out of sight. */
static guint
look_at_frame (Blanks    *self,
               GtkWidget *list)
{
  GHashTableIter iter;
  gpointer key;
  gpointer since;

  if (self->row_key == NULL)
    return 0;

  g_hash_table_remove_all (self->blank);
  bench_list_foreach_visible (list, look_at_row, self);
  g_hash_table_iter_init (&iter, self->since);
  while (g_hash_table_iter_next (&iter, &key, &since))
    {
      if (g_hash_table_contains (self->blank, key))
        continue;

      bench_note (self->times, bench_since (*(gint64 *) since));
      g_hash_table_iter_remove (&iter);
    }

  return g_hash_table_size (self->blank);
}

static void
go_to (const BenchScroll *self,
       Blanks            *blanks,
       double             value)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  gtk_adjustment_set_value (place, value);
  bench_frames_next (self->frames);
  look_at_frame (blanks, self->list);
}

static void
fill (const BenchScroll *self,
      Blanks            *blanks)
{
  for (int i = 0; i < FILL_FRAMES_MAX && look_at_frame (blanks, self->list) > 0; i++)
    bench_frames_next (self->frames);
}

/* @times: of the frames, but for those that only go to @start */
static void
turn_pages (const BenchScroll *self,
            Blanks            *blanks,
            GArray            *times,
            double             start,
            guint              n_pages)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double page = gtk_adjustment_get_page_size (place);

  go_to (self, blanks, start);
  fill (self, blanks);
  self->frames->times = times;
  for (guint i = 0; i < n_pages; i++)
    go_to (self, blanks, gtk_adjustment_get_value (place) + page);
  fill (self, blanks);
  self->frames->times = NULL;
}

static void
scroll_pages (const BenchScroll *self,
              Blanks            *blanks,
              GArray            *times)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double page = gtk_adjustment_get_page_size (place);
  double whole = gtk_adjustment_get_upper (place) - page;
  guint n_all = (guint) (whole / page) + 1;
  guint n_pages = self->n_pages / PLACES;

  if (self->n_pages == 0 || self->n_pages >= n_all)
    {
      turn_pages (self, blanks, times, 0, n_all);
      return;
    }

  for (int i = 0; i < PLACES; i++)
    turn_pages (self, blanks, times, (whole - n_pages * page) * i / (PLACES - 1), n_pages);
}

void
bench_scroll_run (const BenchScroll *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (double));
  Blanks blanks = { .row_key = self->row_key };

  blanks.since = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  blanks.blank = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  blanks.times = g_array_new (FALSE, FALSE, sizeof (double));

  scroll_pages (self, &blanks, times);
  bench_print ("scroll.page", times);
  bench_print ("scroll.page-blank", blanks.times);

  for (guint i = 0; i < self->n_jumps; i++)
    {
      double whole = gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);
      gint64 start = g_get_monotonic_time ();

      self->frames->times = times;
      go_to (self, &blanks, g_rand_double_range (rand, 0, whole));
      fill (self, &blanks);
      self->frames->times = NULL;
      bench_note (filled, bench_since (start));
    }
  bench_print ("scroll.jump", times);
  bench_print ("scroll.jump-blank", blanks.times);
  bench_print ("scroll.jump-filled", filled);

  g_hash_table_unref (blanks.since);
  g_hash_table_unref (blanks.blank);
  g_array_unref (blanks.times);
}
