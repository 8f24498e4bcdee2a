/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-table"

#include "app/widgets/msp-figure-table.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-history-panel.h"
#include "app/widgets/msp-figure-keys.h"

/* As what stands above it; the columns take all the room there is. */
#define BAR_WIDTH_MAX 960

/**
 * MspFigureTable:
 *
 * The figures of the journal's contributions in one table.
 */
struct _MspFigureTable
{
  AdwBin               parent_instance;

  GtkToggleButton     *older_button; /* in it */
  GtkToggleButton     *history_button; /* in it */
  MspFigureGrid       *grid;        /* in it */
  GtkRevealer         *revealer;    /* in it: of the history */
  MspHistoryPanel     *history;    /* in the revealer */

  MspServices         *services;       /* (owned) (nullable): NULL until set */
  MspJournalSelection *selection;      /* (owned) (nullable): NULL until there is a journal */
  MspFigureEditing    *editing;     /* (owned) (nullable): NULL until there is a journal */
  guint                top;            /* the row that is to be at the top */
  gboolean             older_only;
};

G_DEFINE_FINAL_TYPE (MspFigureTable, msp_figure_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_OLDER_ONLY = 1,
} MspFigureTableProperty;

static GParamSpec *properties[PROP_OLDER_ONLY + 1];

static void
show_history (MspFigureTable *self)
{
  MspFigureContext *context = msp_figure_grid_get_context (self->grid);
  g_autoptr (MspJournalRow) row = NULL;
  const MspFigureColumn *column;
  const MspEntrySummary *summary;
  MspFigurePlace place;

  if (!gtk_revealer_get_reveal_child (self->revealer) ||
      !msp_figure_grid_get_cursor (self->grid, &place))
    return;

  row = msp_figure_grid_get_row (self->grid, place.row);
  summary = row != NULL ? msp_journal_row_get_summary (row) : NULL;
  column = msp_figure_context_get_column (context, place.column);
  if (summary != NULL && column != NULL)
    msp_history_panel_show (self->history, msp_services_get_store (self->services), summary->key,
                            summary->title, column->name, column->label);
}

static void
figures_changed (MspFigureTable *self,
                 gint64          key)
{
  if (key == msp_figure_grid_get_key (self->grid))
    show_history (self);
}

static void
write_failed (MspFigureTable *self,
              const GError   *error)
{
  g_autofree char *text =
    msp_database_error_to_text (error, msp_services_get_journal_path (self->services));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
history_toggled (MspFigureTable *self)
{
  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (self->history_button));
  show_history (self);
}

static void
history_activated (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MspFigureTable *self = MSP_FIGURE_TABLE (widget);

  gtk_toggle_button_set_active (self->history_button,
                                !gtk_toggle_button_get_active (self->history_button));
}

static void
older_toggled (MspFigureTable *self)
{
  msp_figure_table_set_older_only (self, gtk_toggle_button_get_active (self->older_button));
}

static void
msp_figure_table_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((MspFigureTableProperty) prop_id)
    {
    case PROP_OLDER_ONLY:
      g_value_set_boolean (value, MSP_FIGURE_TABLE (object)->older_only);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_figure_table_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((MspFigureTableProperty) prop_id)
    {
    case PROP_OLDER_ONLY:
      msp_figure_table_set_older_only (MSP_FIGURE_TABLE (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_figure_table_dispose (GObject *object)
{
  MspFigureTable *self = MSP_FIGURE_TABLE (object);

  g_clear_object (&self->editing);
  g_clear_object (&self->services);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (msp_figure_table_parent_class)->dispose (object);
}

static void
msp_figure_table_class_init (MspFigureTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_figure_table_dispose;
  object_class->get_property = msp_figure_table_get_property;
  object_class->set_property = msp_figure_table_set_property;

  properties[PROP_OLDER_ONLY] =
    g_param_spec_boolean ("older-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "figures.history", NULL, history_activated);
}

static GtkToggleButton *
add_toggle (MspFigureTable *self,
            GtkWidget      *bar,
            const char     *label,
            const char     *tooltip,
            GCallback       toggled)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "caption");
  gtk_box_append (GTK_BOX (bar), button);
  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);

  return GTK_TOGGLE_BUTTON (button);
}

static void
msp_figure_table_init (MspFigureTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *spring = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "figure-bar");
  self->older_button = add_toggle (self, bar, _ ("Older than 30 Days"),
                                   _ ("Only contributions without a figure of the last 30 days"),
                                   G_CALLBACK (older_toggled));
  gtk_widget_set_hexpand (spring, TRUE);
  gtk_box_append (GTK_BOX (bar), spring);
  self->history_button = add_toggle (self, bar, _ ("History"),
                                     _ ("How the figure at the cursor went (Alt+Down)"),
                                     G_CALLBACK (history_toggled));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), BAR_WIDTH_MAX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), BAR_WIDTH_MAX);
  adw_clamp_set_child (ADW_CLAMP (clamp), bar);
  gtk_box_append (GTK_BOX (box), clamp);

  self->grid = MSP_FIGURE_GRID (msp_figure_grid_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  g_signal_connect_object (self->grid, "cursor-moved", G_CALLBACK (show_history), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));

  self->history = MSP_HISTORY_PANEL (msp_history_panel_new ());
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->history));
  msp_format_hide_when_unmapped (GTK_WIDGET (self->history));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
msp_figure_table_new (void)
{
  return g_object_new (MSP_TYPE_FIGURE_TABLE, NULL);
}

void
msp_figure_table_set_services (MspFigureTable *self,
                               MspServices    *services)
{
  g_return_if_fail (MSP_IS_FIGURE_TABLE (self));

  g_set_object (&self->services, services);
}

void
msp_figure_table_set_selection (MspFigureTable      *self,
                                MspJournalSelection *selection)
{
  MspFigureSheet *sheet;

  g_return_if_fail (MSP_IS_FIGURE_TABLE (self));
  g_return_if_fail (self->services != NULL && self->editing == NULL);

  self->selection = g_object_ref (selection);
  msp_figure_grid_set_journal (self->grid, self->services, selection);
  sheet = msp_figure_grid_get_context (self->grid)->sheet;
  g_signal_connect_object (sheet, "changed", G_CALLBACK (figures_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "failed", G_CALLBACK (write_failed), self, G_CONNECT_SWAPPED);
  self->editing = msp_figure_editing_new (self->grid, self->services);
  msp_figure_keys_add (self->grid, self->editing, self->services);
}

void
msp_figure_table_focus (MspFigureTable *self)
{
  g_return_if_fail (MSP_IS_FIGURE_TABLE (self));

  msp_figure_grid_focus (self->grid);
}

guint
msp_figure_table_leave (MspFigureTable *self)
{
  GtkListView *list;
  GtkAdjustment *adjustment;
  guint n_rows;
  double upper;
  double top;

  g_return_val_if_fail (MSP_IS_FIGURE_TABLE (self) && self->editing != NULL, 0);

  list = GTK_LIST_VIEW (msp_figure_grid_get_list (self->grid));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  n_rows = msp_figure_context_get_n_rows (msp_figure_grid_get_context (self->grid));
  upper = MAX (gtk_adjustment_get_upper (adjustment), 1);
  top = gtk_adjustment_get_value (adjustment) * n_rows / upper;
  msp_figure_editing_finish (self->editing);
  gtk_list_view_set_model (list, NULL);

  return (guint) (top + 0.5);
}

/* A list that has just got its rows scrolls a row to its top, if it knows how high it is: FALSE. */
static gboolean
take_rows (MspFigureTable *self)
{
  MspFigureContext *context = msp_figure_grid_get_context (self->grid);
  GtkWidget *list = msp_figure_grid_get_list (self->grid);
  MspFigurePlace place;

  gtk_list_view_set_model (GTK_LIST_VIEW (list), NULL);
  gtk_list_view_set_model (GTK_LIST_VIEW (list), GTK_SELECTION_MODEL (self->selection));
  if (self->top >= msp_figure_context_get_n_rows (context))
    return TRUE;
  if (gtk_widget_get_height (list) == 0)
    return FALSE;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", self->top);
  if (msp_figure_grid_get_cursor (self->grid, &place) &&
      (place.row < self->top ||
       place.row >= self->top + msp_figure_layout_count_visible (context->layout, list)))
    msp_figure_grid_place (self->grid, self->top);

  return TRUE;
}

static gboolean
take_rows_again (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  MspFigureTable *self = MSP_FIGURE_TABLE (widget);

  if (gtk_widget_get_height (msp_figure_grid_get_list (self->grid)) == 0)
    return G_SOURCE_CONTINUE;

  take_rows (self);

  return G_SOURCE_REMOVE;
}

void
msp_figure_table_enter (MspFigureTable *self,
                        guint           position)
{
  g_return_if_fail (MSP_IS_FIGURE_TABLE (self) && self->selection != NULL);

  self->top = position;
  if (!take_rows (self) && position > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), take_rows_again, NULL, NULL);
}

void
msp_figure_table_show (MspFigureTable *self,
                       guint           position)
{
  MspFigurePlace place;

  g_return_if_fail (MSP_IS_FIGURE_TABLE (self));

  if (msp_figure_grid_get_cursor (self->grid, &place))
    msp_figure_grid_go_to (self->grid, (MspFigurePlace) { position, place.column });
}

gboolean
msp_figure_table_get_older_only (MspFigureTable *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_TABLE (self), FALSE);

  return self->older_only;
}

void
msp_figure_table_set_older_only (MspFigureTable *self,
                                 gboolean        older_only)
{
  g_return_if_fail (MSP_IS_FIGURE_TABLE (self));

  older_only = !!older_only;
  if (self->older_only == older_only)
    return;

  self->older_only = older_only;
  gtk_toggle_button_set_active (self->older_button, older_only);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OLDER_ONLY]);
}
