/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* list-window COUNT PAGES JUMPS: a window with nothing but a list of COUNT rows that draw themselves, of
 * the size of the journal's: what no list can be scrolled faster than. PAGES 0: all of them. */

#include <adwaita.h>
#include <stdlib.h>

#include "app/widgets/msp-row-painter.h"
#include "bench-scroll.h"

#define WIDTH 1000
#define HEIGHT 760
#define ROW_HEIGHT 57
#define PADDING 10

G_DECLARE_FINAL_TYPE (BenchRow, bench_row, BENCH, ROW, GtkWidget)

/**
 * BenchRow:
 *
 * Two lines of text, drawn.
 */
struct _BenchRow
{
  GtkWidget    parent_instance;

  guint        number;
  PangoLayout *title;  /* (owned) (nullable) */
  PangoLayout *detail; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (BenchRow, bench_row, GTK_TYPE_WIDGET)

static void
bench_row_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  BenchRow *self = BENCH_ROW (widget);
  MspRowPainter painter = { widget, snapshot };
  int width = gtk_widget_get_width (widget) - 2 * PADDING;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->title == NULL)
    {
      g_autofree char *title = g_strdup_printf ("Deploying Kubernetes on Azure, part %u", self->number);
      g_autofree char *detail = g_strdup_printf ("Blog · Azure Kubernetes Service · %u", self->number);

      self->title = msp_row_layout_new (widget, title, PANGO_WEIGHT_BOLD, 1.0);
      self->detail = msp_row_layout_new (widget, detail, PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL);
    }
  msp_row_painter_draw_text (&painter, self->title, PADDING, PADDING, width, &color);
  msp_row_painter_draw_text (&painter, self->detail, PADDING, ROW_HEIGHT / 2, width, &color);
}

static void
bench_row_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ROW_HEIGHT : WIDTH / 2;
}

static void
forget_texts (BenchRow *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->detail);
}

static void
bench_row_dispose (GObject *object)
{
  forget_texts (BENCH_ROW (object));

  G_OBJECT_CLASS (bench_row_parent_class)->dispose (object);
}

static void
bench_row_class_init (BenchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_row_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_row_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = bench_row_measure;
}

static void
bench_row_init (BenchRow *self)
{
}

static void
row_set_up (GtkListItemFactory *factory,
            GtkListItem        *item)
{
  gtk_list_item_set_child (item, g_object_new (bench_row_get_type (), NULL));
}

static void
row_bound (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  BenchRow *row = BENCH_ROW (gtk_list_item_get_child (item));

  row->number = gtk_list_item_get_position (item);
  forget_texts (row);
  gtk_widget_queue_draw (GTK_WIDGET (row));
}

/* Items with nothing in them: a row knows its number from its place. */
static GListModel *
make_model (guint n_items)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, 0, 0, items->pdata, n_items);

  return G_LIST_MODEL (store);
}

static GtkWidget *
make_list (guint n_items)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (make_model (n_items)));
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound), NULL);
  list = gtk_list_view_new (selection, factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);

  return list;
}

int
main (int    argc,
      char **argv)
{
  BenchFrames frames = { NULL };
  BenchScroll scroll = { .frames = &frames };
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *scrolled;

  if (argc != 4)
    {
      g_printerr ("usage: list-window COUNT PAGES JUMPS\n");
      return 2;
    }

  adw_init ();
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  scrolled = gtk_scrolled_window_new ();
  scroll.list = make_list ((guint) strtoul (argv[1], NULL, 10));
  scroll.n_pages = (guint) strtoul (argv[2], NULL, 10);
  scroll.n_jumps = (guint) strtoul (argv[3], NULL, 10);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), scroll.list);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  bench_frames_watch (&frames, window);
  bench_frames_next (&frames);
  bench_pause (500);
  bench_scroll_run (&scroll);
  bench_print_one ("memory.scrolled", bench_own_memory ());
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
