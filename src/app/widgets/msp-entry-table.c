/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-table"

#include "app/widgets/msp-entry-table.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-entry-menu.h"
#include "app/widgets/msp-row-painter.h"
#include "app/widgets/msp-table-actions.h"
#include "app/widgets/msp-table-header.h"
#include "app/widgets/msp-table-row.h"

/**
 * MspEntryTable:
 *
 * The journal's rows as a table.
 */
struct _MspEntryTable
{
  GtkWidget            parent_instance;

  GtkWidget           *head;    /* in it */
  MspTableHeader      *header;  /* in the head */
  GtkWidget           *window;  /* in it */
  GtkListView         *list_view; /* in the window */

  MspTableColumns     *columns; /* (owned) */
  MspJournalSelection *selection; /* (owned) (nullable) */
  GPtrArray           *items;   /* (owned) (element-type GtkListItem): those that have a row widget */
  char                *search;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MspEntryTable, msp_entry_table, GTK_TYPE_WIDGET)

static MspTableRow *
row_of (GtkListItem * item)
{
  return MSP_TABLE_ROW (gtk_list_item_get_child (item));
}

static void
show_mark (MspEntryTable *self,
           GtkListItem   *item)
{
  msp_table_row_set_marked (row_of (item), msp_journal_selection_is_selecting (self->selection),
                            gtk_list_item_get_selected (item));
}

/* Before the list itself has its say, which would leave only this row selected. */
static gboolean
row_event (GtkEventController *controller,
           GdkEvent           *event,
           GtkListItem        *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);
  MspEntryTable *self = MSP_ENTRY_TABLE (gtk_widget_get_ancestor (row, MSP_TYPE_ENTRY_TABLE));
  GdkEventType type = gdk_event_get_event_type (event);

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || self == NULL ||
      !msp_journal_selection_is_selecting (self->selection) || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY ||
      (gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (type == GDK_BUTTON_RELEASE)
    msp_journal_selection_toggle (self->selection, gtk_list_item_get_position (item));

  return GDK_EVENT_STOP;
}

static void
menu_wanted (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GtkListItem     *item)
{
  const MspEntrySummary *summary = msp_table_row_get_summary (row_of (item));
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (summary != NULL)
    msp_entry_menu_pop_up_at (GTK_WIDGET (row_of (item)), summary, &place);
}

static void
menu_held (GtkGestureLongPress *gesture,
           double               x,
           double               y,
           GtkListItem         *item)
{
  menu_wanted (NULL, 1, x, y, item);
}

static gboolean
menu_key_pressed (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  const MspEntrySummary *summary;

  if (!MSP_IS_TABLE_ROW (row))
    return FALSE;

  summary = msp_table_row_get_summary (MSP_TABLE_ROW (row));
  if (summary != NULL)
    msp_entry_menu_pop_up (row, summary);

  return TRUE;
}

static void
selected_changed (GtkListItem   *item,
                  GParamSpec    *pspec,
                  MspEntryTable *self)
{
  show_mark (self, item);
}

static void
row_set_up (GtkListItemFactory *factory,
            GtkListItem        *item,
            MspEntryTable      *self)
{
  GtkWidget *row = msp_table_row_new (self->columns);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect (events, "event", G_CALLBACK (row_event), item);
  gtk_widget_add_controller (row, events);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_wanted), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (menu_held), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (hold));
  gtk_list_item_set_child (item, row);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (selected_changed), self, 0);
  g_ptr_array_add (self->items, item);
}

static void
row_torn_down (GtkListItemFactory *factory,
               GtkListItem        *item,
               MspEntryTable      *self)
{
  g_ptr_array_remove_fast (self->items, item);
}

static void
row_bound (GtkListItemFactory *factory,
           GtkListItem        *item,
           MspEntryTable      *self)
{
  msp_table_row_set_search (row_of (item), self->search);
  msp_table_row_set_row (row_of (item), gtk_list_item_get_item (item));
  show_mark (self, item);
}

static void
row_unbound (GtkListItemFactory *factory,
             GtkListItem        *item,
             MspEntryTable      *self)
{
  msp_table_row_set_row (row_of (item), NULL);
}

static void
row_activated (MspEntryTable *self,
               guint          position)
{
  g_autoptr (MspJournalRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const MspEntrySummary *summary = row != NULL ? msp_journal_row_get_summary (row) : NULL;

  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journal.edit", "s", summary->id);
}

static void
columns_changed (MspEntryTable *self)
{
  for (guint i = 0; i < self->items->len; i++)
    msp_table_row_follow_columns (row_of (g_ptr_array_index (self->items, i)));
}

static GtkWidget *
make_menu_button (void)
{
  g_autoptr (GMenuModel) menu = msp_table_actions_make_menu ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, _ ("Columns"));
  msp_format_accessible_label (button, _ ("Columns"));

  return button;
}

static void
measure_font (MspEntryTable *self)
{
  g_autoptr (PangoLayout) layout =
    msp_row_layout_new (GTK_WIDGET (self), "0000000000", PANGO_WEIGHT_NORMAL, 1.0);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  msp_table_columns_set_char_width (self->columns, MAX (1, width / 10));
}

static void
msp_entry_table_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  MspEntryTable *self = MSP_ENTRY_TABLE (widget);
  int least;
  int usual;

  gtk_widget_measure (self->window, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->head, orientation, -1, &least, &usual, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += least;
      *natural += usual;
    }
  else
    {
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

/* The rows first: they tell the head how far they are scrolled. */
static void
msp_entry_table_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MspEntryTable *self = MSP_ENTRY_TABLE (widget);
  int head_height;

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, -1, &head_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->window, &(GtkAllocation) { 0, head_height, width,
                                                             MAX (0, height - head_height) }, -1);
  gtk_widget_size_allocate (self->head, &(GtkAllocation) { 0, 0, width, head_height }, -1);
}

static void
msp_entry_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (msp_entry_table_parent_class)->root (widget);
  measure_font (MSP_ENTRY_TABLE (widget));
}

static void
msp_entry_table_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (msp_entry_table_parent_class)->system_setting_changed (widget, setting);
  measure_font (MSP_ENTRY_TABLE (widget));
}

static void
msp_entry_table_dispose (GObject *object)
{
  MspEntryTable *self = MSP_ENTRY_TABLE (object);

  if (self->list_view != NULL)
    {
      msp_table_header_set_adjustment (self->header, NULL);
      gtk_list_view_set_factory (self->list_view, NULL);
    }
  self->list_view = NULL;
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->window, gtk_widget_unparent);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (msp_entry_table_parent_class)->dispose (object);
}

static void
msp_entry_table_finalize (GObject *object)
{
  MspEntryTable *self = MSP_ENTRY_TABLE (object);

  g_object_unref (self->columns);
  g_ptr_array_unref (self->items);
  g_free (self->search);

  G_OBJECT_CLASS (msp_entry_table_parent_class)->finalize (object);
}

static void
msp_entry_table_class_init (MspEntryTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_entry_table_finalize;
  widget_class->measure = msp_entry_table_measure;
  widget_class->size_allocate = msp_entry_table_size_allocate;
  widget_class->root = msp_entry_table_root;
  widget_class->system_setting_changed = msp_entry_table_system_setting_changed;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_pressed, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_pressed, NULL);
}

static void
make_list_view (MspEntryTable *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up), self, 0);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (row_torn_down), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound), self, 0);

  self->list_view = GTK_LIST_VIEW (gtk_list_view_new (NULL, g_steal_pointer (&factory)));
  gtk_list_view_set_show_separators (self->list_view, TRUE);
  gtk_list_view_set_enable_rubberband (self->list_view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "journal-table");
  msp_format_accessible_label (GTK_WIDGET (self->list_view), _ ("Contributions"));
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (row_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
msp_entry_table_init (MspEntryTable *self)
{
  GActionGroup *actions;
  GtkAdjustment *adjustment;

  self->items = g_ptr_array_new ();
  self->columns = msp_table_columns_new ();
  actions = msp_table_actions_new (self->columns);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", actions);
  g_object_unref (actions);
  make_list_view (self);
  self->header = MSP_TABLE_HEADER (msp_table_header_new (self->columns));
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed), self,
                           G_CONNECT_SWAPPED);

  self->head = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->head), GTK_WIDGET (self->header));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->head), make_menu_button ());
  gtk_widget_add_css_class (self->head, "journal-table-head");
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->window), GTK_WIDGET (self->list_view));
  gtk_widget_set_parent (self->window, GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->window));
  msp_table_header_set_adjustment (self->header, adjustment);
}

void
msp_entry_table_set_settings (MspEntryTable *self,
                              GSettings     *settings)
{
  g_return_if_fail (MSP_IS_ENTRY_TABLE (self));

  msp_table_columns_set_settings (self->columns, settings);
}

static void
selecting_changed (MspEntryTable *self)
{
  for (guint i = 0; i < self->items->len; i++)
    show_mark (self, g_ptr_array_index (self->items, i));
}

void
msp_entry_table_set_selection (MspEntryTable       *self,
                               MspJournalSelection *selection)
{
  g_return_if_fail (MSP_IS_ENTRY_TABLE (self) && self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "notify::selecting", G_CALLBACK (selecting_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

void
msp_entry_table_set_search (MspEntryTable *self,
                            const char    *search)
{
  g_return_if_fail (MSP_IS_ENTRY_TABLE (self));

  g_free (self->search);
  self->search = g_strdup (search);
  for (guint i = 0; i < self->items->len; i++)
    msp_table_row_set_search (row_of (g_ptr_array_index (self->items, i)), search);
}

void
msp_entry_table_set_sort (MspEntryTable *self,
                          MspSort        sort,
                          gboolean       reversed)
{
  g_return_if_fail (MSP_IS_ENTRY_TABLE (self));

  msp_table_header_set_sort (self->header, sort, reversed);
}

void
msp_entry_table_show (MspEntryTable *self,
                      guint          position)
{
  g_return_if_fail (MSP_IS_ENTRY_TABLE (self));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

void
msp_entry_table_focus (MspEntryTable *self)
{
  g_return_if_fail (MSP_IS_ENTRY_TABLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

guint
msp_entry_table_leave (MspEntryTable *self)
{
  GtkAdjustment *adjustment;
  double upper;
  guint n_items;

  g_return_val_if_fail (MSP_IS_ENTRY_TABLE (self), 0);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  upper = gtk_adjustment_get_upper (adjustment);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_list_view_set_model (self->list_view, NULL);

  /* All rows have the same height. */
  return upper > 0.0 ? (guint) (gtk_adjustment_get_value (adjustment) / upper * n_items) : 0;
}

void
msp_entry_table_enter (MspEntryTable *self,
                       guint          position)
{
  g_return_if_fail (MSP_IS_ENTRY_TABLE (self));

  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  if (position > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}
