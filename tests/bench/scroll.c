/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* scroll FILE list|table [PAGES]: shows the journal's rows in a window of 1000x760 and scrolls them: by
 * pages from top to bottom, each frame one (or as many PAGES, spread evenly), to random places, smoothly,
 * and types a search letter by letter. Prints how long frames took, and how long rows in sight stayed
 * blank. Needs a display. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "app/widgets/msp-entry-list.h"
#include "app/widgets/msp-entry-row.h"
#include "app/widgets/msp-entry-table.h"
#include "app/widgets/msp-table-row.h"

#define SEED 2026
#define JUMPS 300
#define SMOOTH_FRAMES 300
#define SMOOTH_STEP 40.0

typedef enum
{
  PHASE_OPEN,
  PHASE_PAGES,
  PHASE_JUMPS,
  PHASE_SMOOTH,
  PHASE_SEARCH,
  PHASE_SORT,
  N_PHASES,
} Phase;

static const char *const phase_names[] = { "open", "pages", "jumps", "smooth", "search", "sort" };
static const char *const typed[] = {
  "a", "az", "azu", "azur", "azure", "azure k", "azure ku", "", "q", "qu", "quantum", "", "ど", "設", "設計", "",
  "и", "на", "наука", "", "m", "me", "meetup", "",
};

typedef struct
{
  MspJournalStore *store;
  MspJournalModel *model;
  GtkWidget       *window;
  GtkWidget       *view;
  GtkListView     *list_view;
  GtkAdjustment   *adjustment;
  GRand           *rand;
  GHashTable      *blank;      /* (element-type MspJournalRow): painted blank in sight, since when */
  GArray          *frames;     /* milliseconds */
  GArray          *work;       /* of them at work: what they take on a machine that does nothing else */
  GArray          *blanks;
  GArray          *answers;    /* from a change of the query to its rows on the screen */
  gint64           begun;
  gint64           begun_work;
  gint64           asked;
  Phase            phase;
  int              step;
  int              n_pages;
  gboolean         is_over;
} Bench;

static void
must (gboolean      done,
      const GError *error)
{
  if (done)
    return;

  fprintf (stderr, "scroll: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

static void
print_times (const char *what,
             GArray     *times)
{
  if (times->len == 0)
    return;

  g_array_sort (times, compare_times);
  printf ("  %-12s median %6.1f  p95 %6.1f  p99 %6.1f  most %6.1f ms (%u)\n", what,
          g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len * 95 / 100),
          g_array_index (times, double, times->len * 99 / 100),
          g_array_index (times, double, times->len - 1), times->len);
  g_array_set_size (times, 0);
}

static GtkWidget *
find_by_type (GtkWidget *widget,
              GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_type (child, type);

  return found;
}

static MspJournalRow *
get_row (GtkWidget *widget)
{
  if (MSP_IS_TABLE_ROW (widget))
    return msp_table_row_get_row (MSP_TABLE_ROW (widget));

  return MSP_IS_ENTRY_ROW (widget) ? msp_entry_row_get_row (MSP_ENTRY_ROW (widget)) : NULL;
}

static void
look_at (Bench         *self,
         MspJournalRow *row,
         GHashTable    *blank)
{
  gint64 *before = g_hash_table_lookup (self->blank, row);
  gint64 since = before != NULL ? *before : g_get_monotonic_time ();
  double took = (double) (g_get_monotonic_time () - since) / 1000.0;

  if (msp_journal_row_get_summary (row) == NULL)
    g_hash_table_insert (blank, g_object_ref (row), g_memdup2 (&since, sizeof since));
  else if (before != NULL)
    g_array_append_val (self->blanks, took);
}

static GHashTable *
make_blank (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

/* What was just painted. */
static void
look_for_blanks (Bench *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  GHashTable *blank = make_blank ();

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);
      MspJournalRow *row = child != NULL ? get_row (child) : NULL;
      graphene_rect_t bounds;

      if (row != NULL && gtk_widget_get_child_visible (item) &&
          gtk_widget_compute_bounds (item, GTK_WIDGET (self->list_view), &bounds) &&
          bounds.origin.y < height && bounds.origin.y + bounds.size.height > 0)
        look_at (self, row, blank);
    }
  /* Those that left the window are not waited for. */
  g_hash_table_unref (self->blank);
  self->blank = blank;
}

static void
ask (Bench      *self,
     const char *search,
     MspSort     sort,
     gboolean    reversed)
{
  g_autoptr (MspQuery) query = msp_query_new ();

  query->search = g_strdup (search);
  query->sort = sort;
  query->reversed = reversed;
  self->asked = g_get_monotonic_time ();
  if (MSP_IS_ENTRY_TABLE (self->view))
    msp_entry_table_set_search (MSP_ENTRY_TABLE (self->view), search);
  else
    msp_entry_list_set_search (MSP_ENTRY_LIST (self->view), search);
  msp_journal_model_set_query (self->model, query);
}

static void
refreshed (Bench *self)
{
  /* Its rows are painted with the next frame. */
  if (self->asked > 0)
    self->asked = -self->asked;
}

static gboolean
is_settled (Bench *self)
{
  return !msp_journal_model_is_loading (self->model) && self->asked == 0;
}

/* FALSE: the phase is over. */
static gboolean
take_step (Bench *self)
{
  double most = gtk_adjustment_get_upper (self->adjustment) -
                gtk_adjustment_get_page_size (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  int step = self->step++;

  switch (self->phase)
    {
    case PHASE_PAGES:
      if (self->n_pages > 0)
        page = MAX (page, most / self->n_pages);
      gtk_adjustment_set_value (self->adjustment, step * page);
      return step * page < most;

    case PHASE_JUMPS:
      gtk_adjustment_set_value (self->adjustment, g_rand_double_range (self->rand, 0.0, most));
      return step < JUMPS;

    case PHASE_SMOOTH:
      gtk_adjustment_set_value (self->adjustment, most / 2 + step * SMOOTH_STEP);
      return step < SMOOTH_FRAMES;

    case PHASE_SEARCH:
      if (step < (int) G_N_ELEMENTS (typed))
        ask (self, typed[step], MSP_SORT_DATE, FALSE);
      return step < (int) G_N_ELEMENTS (typed);

    case PHASE_SORT:
      if (step < 10)
        ask (self, NULL, (MspSort) (step % 5), step >= 5);
      return step < 10;

    case PHASE_OPEN:
    case N_PHASES:
    default:
      return step < 1;
    }
}

static gint64
get_work_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
frame_begun (GdkFrameClock *clock,
             Bench         *self)
{
  self->begun_work = get_work_time ();
  self->begun = g_get_monotonic_time ();
}

static void
frame_ended (GdkFrameClock *clock,
             Bench         *self)
{
  gint64 now = g_get_monotonic_time ();
  double took = (double) (now - self->begun) / 1000.0;

  g_array_append_val (self->frames, took);
  took = (double) (get_work_time () - self->begun_work) / 1000.0;
  g_array_append_val (self->work, took);
  if (self->asked < 0)
    {
      took = (double) (now + self->asked) / 1000.0;
      g_array_append_val (self->answers, took);
      self->asked = 0;
    }
  look_for_blanks (self);
}

static gboolean
ticked (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       user_data)
{
  Bench *self = user_data;

  if (self->phase != PHASE_PAGES && self->phase != PHASE_JUMPS && self->phase != PHASE_SMOOTH &&
      !is_settled (self))
    return G_SOURCE_CONTINUE;
  if (take_step (self))
    return G_SOURCE_CONTINUE;

  printf ("%s\n", phase_names[self->phase]);
  print_times ("frames", self->frames);
  print_times ("at work", self->work);
  print_times ("blank rows", self->blanks);
  print_times ("answers", self->answers);
  self->step = 0;
  self->phase++;
  self->is_over = self->phase == N_PHASES;

  return self->is_over ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(MspJournalStore **) user_data = msp_journal_store_open_finish (result, &error);
  must (*(MspJournalStore **) user_data != NULL, error);
}

static void
load_style (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/com/example/MsPrograms/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

static void
make_window (Bench    *self,
             gboolean  is_table)
{
  MspJournalSelection *selection = msp_journal_selection_new (self->model);

  self->view = is_table ? g_object_new (MSP_TYPE_ENTRY_TABLE, NULL)
                        : g_object_new (MSP_TYPE_ENTRY_LIST, NULL);
  if (is_table)
    msp_entry_table_set_selection (MSP_ENTRY_TABLE (self->view), selection);
  else
    msp_entry_list_set_selection (MSP_ENTRY_LIST (self->view), selection);
  g_object_unref (selection);

  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 760);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  self->list_view = GTK_LIST_VIEW (find_by_type (self->view, GTK_TYPE_LIST_VIEW));
  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
}

static void
run (Bench *self)
{
  GdkFrameClock *clock;

  gtk_widget_realize (self->window);
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begun), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ended), self);
  gtk_widget_add_tick_callback (self->window, ticked, self, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  ask (self, NULL, MSP_SORT_DATE, FALSE);
  while (!self->is_over)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

int
main (int    argc,
      char **argv)
{
  Bench self = { .rand = g_rand_new_with_seed (SEED) };

  if (argc < 3 || (!g_str_equal (argv[2], "list") && !g_str_equal (argv[2], "table")))
    {
      fprintf (stderr, "usage: scroll FILE list|table [PAGES]\n");
      return 2;
    }

  adw_init ();
  load_style ();
  self.n_pages = argc > 3 ? atoi (argv[3]) : 0;
  self.frames = g_array_new (FALSE, FALSE, sizeof (double));
  self.work = g_array_new (FALSE, FALSE, sizeof (double));
  self.blanks = g_array_new (FALSE, FALSE, sizeof (double));
  self.answers = g_array_new (FALSE, FALSE, sizeof (double));
  self.blank = make_blank ();
  msp_journal_store_open_async (argv[1], NULL, opened, &self.store);
  while (self.store == NULL)
    g_main_context_iteration (NULL, TRUE);

  self.model = msp_journal_model_new (self.store);
  g_signal_connect_swapped (self.model, "refreshed", G_CALLBACK (refreshed), &self);
  make_window (&self, g_str_equal (argv[2], "table"));
  run (&self);
  g_object_unref (self.model);
  msp_journal_store_close (self.store);

  return 0;
}
