/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-history-panel"

#include "app/widgets/msp-history-panel.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-line-chart.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "journal/msp-journal-figures.h"

#define LIST_HEIGHT 110

/**
 * MspHistoryPanel:
 *
 * How one figure of one contribution went.
 */
struct _MspHistoryPanel
{
  AdwBin        parent_instance;

  GtkLabel     *title_label; /* in it */
  GtkStack     *stack;       /* in it: of one height, so that the table above does not jump */
  GtkWidget    *empty_label; /* in the stack */
  GtkWidget    *content;     /* in the stack: chart and list */
  MspLineChart *chart;       /* in the content */
  GtkWidget    *list;        /* in the content */

  GCancellable *cancellable; /* (owned): of the question that runs */
};

G_DEFINE_FINAL_TYPE (MspHistoryPanel, msp_history_panel, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *style,
            float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);

  return label;
}

/* "+120", "−5"; nothing for the first value and for the same again. */
static char *
describe_difference (GPtrArray *figures,
                     guint      number)
{
  const MspFigure *figure = g_ptr_array_index (figures, number);
  const MspFigure *before = number > 0 ? g_ptr_array_index (figures, number - 1) : figure;
  gint64 by = figure->value - before->value;
  g_autofree char *text = msp_text_number (ABS (by));

  return by == 0 ? g_strdup ("") : g_strconcat (by > 0 ? "+" : "\u2212", text, NULL);
}

/* The newest first. */
static void
list_values (MspHistoryPanel  *self,
             GPtrArray        *figures)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_grid_remove (GTK_GRID (self->list), child);

  for (guint i = figures->len; i > 0; i--)
    {
      const MspFigure *figure = g_ptr_array_index (figures, i - 1);
      g_autofree char *day = msp_day_to_short_text (figure->recorded_on, msp_clock_today ());
      g_autofree char *value = msp_text_number (figure->value);
      g_autofree char *difference = describe_difference (figures, i - 1);
      int row = (int) (figures->len - i);

      gtk_grid_attach (GTK_GRID (self->list), make_label (day, "dim-label", 0), 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (self->list), make_label (value, "numeric", 1), 1, row, 1, 1);
      gtk_grid_attach (GTK_GRID (self->list), make_label (difference, "dim-label", 1), 2, row, 1, 1);
    }
}

static void
history_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MspHistoryPanel) self = user_data;
  g_autoptr (GPtrArray) figures =
    msp_journal_store_figure_values_finish (MSP_JOURNAL_STORE (source), result, NULL);

  /* Another one is wanted meanwhile. */
  if (figures == NULL)
    return;

  gtk_stack_set_visible_child (self->stack, figures->len > 0 ? self->content : self->empty_label);
  msp_line_chart_show (self->chart, figures);
  list_values (self, figures);
}

static void
msp_history_panel_dispose (GObject *object)
{
  MspHistoryPanel *self = MSP_HISTORY_PANEL (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (msp_history_panel_parent_class)->dispose (object);
}

static void
msp_history_panel_finalize (GObject *object)
{
  g_object_unref (MSP_HISTORY_PANEL (object)->cancellable);

  G_OBJECT_CLASS (msp_history_panel_parent_class)->finalize (object);
}

static void
msp_history_panel_class_init (MspHistoryPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_history_panel_dispose;
  object_class->finalize = msp_history_panel_finalize;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_list (MspHistoryPanel *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->list = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->list), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->list), 2);
  gtk_widget_set_halign (self->list, GTK_ALIGN_END);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), LIST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), self->list);

  return window;
}

static void
msp_history_panel_init (MspHistoryPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *chart = msp_line_chart_new ();

  self->cancellable = g_cancellable_new ();
  self->title_label = GTK_LABEL (make_label (NULL, "heading", 0));
  gtk_label_set_ellipsize (self->title_label, PANGO_ELLIPSIZE_END);
  self->empty_label = make_label (_ ("Nothing is recorded yet."), "dim-label", 0);
  gtk_widget_set_valign (self->empty_label, GTK_ALIGN_START);
  self->chart = MSP_LINE_CHART (chart);
  gtk_widget_set_hexpand (chart, TRUE);
  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_append (GTK_BOX (self->content), chart);
  gtk_box_append (GTK_BOX (self->content), make_list (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title_label));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->stack, self->empty_label);
  gtk_stack_add_child (self->stack, self->content);
  msp_format_hide_when_unmapped (self->empty_label);
  msp_format_hide_when_unmapped (self->content);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (box, "figure-history");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
msp_history_panel_new (void)
{
  return g_object_new (MSP_TYPE_HISTORY_PANEL, NULL);
}

void
msp_history_panel_show (MspHistoryPanel  *self,
                        MspJournalStore  *store,
                        gint64            key,
                        const char       *title,
                        const char       *name,
                        const char       *label)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (MSP_IS_HISTORY_PANEL (self) && title != NULL && label != NULL);

  heading = g_strdup_printf ("%s · %s", label, title);
  gtk_label_set_text (self->title_label, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), heading);
  msp_format_accessible_label (GTK_WIDGET (self), heading);
  msp_line_chart_set_title (self->chart, label);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  msp_journal_store_figure_values_async (store, key, name, self->cancellable, history_read,
                                         g_object_ref (self));
}
