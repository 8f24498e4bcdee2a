/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-list"

#include "app/widgets/msp-entry-list.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-entry-menu.h"
#include "app/widgets/msp-entry-row.h"

#define WIDTH_MAX 960

/**
 * MspEntryList:
 *
 * The journal's rows under one another.
 */
struct _MspEntryList
{
  AdwBin               parent_instance;

  GtkListView         *list_view; /* in it */

  MspJournalSelection *selection; /* (owned) (nullable) */
  GPtrArray           *items;     /* (owned) (element-type GtkListItem): that have a row widget */
  char                *search;    /* (owned) (nullable) */
  MspQuery            *query;     /* (owned) (nullable): what the list answers */
};

G_DEFINE_FINAL_TYPE (MspEntryList, msp_entry_list, ADW_TYPE_BIN)

static MspEntryRow *
row_of (GtkListItem * item)
{
  return MSP_ENTRY_ROW (gtk_list_item_get_child (item));
}

static const MspEntrySummary *
summary_of (GtkListItem *item)
{
  MspJournalRow *row = gtk_list_item_get_item (item);

  return row != NULL ? msp_journal_row_get_summary (row) : NULL;
}

static void
show_mark (MspEntryList *self,
           GtkListItem  *item)
{
  msp_entry_row_set_marked (row_of (item), msp_journal_selection_is_selecting (self->selection),
                            gtk_list_item_get_selected (item));
}

static void
open_entry (MspEntryList *self,
            GtkListItem  *item)
{
  const MspEntrySummary *summary = summary_of (item);

  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journal.edit", "s", summary->id);
}

/* Before the list itself has its say, which would leave only this row selected. */
static gboolean
row_event (GtkEventController *controller,
           GdkEvent           *event,
           GtkListItem        *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);
  MspEntryList *self = MSP_ENTRY_LIST (gtk_widget_get_ancestor (row, MSP_TYPE_ENTRY_LIST));
  GdkEventType type = gdk_event_get_event_type (event);
  GdkModifierType modifiers = gdk_event_get_modifier_state (event);

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY || self == NULL ||
      (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (msp_journal_selection_is_selecting (self->selection))
    {
      if (type == GDK_BUTTON_RELEASE)
        msp_journal_selection_toggle (self->selection, gtk_list_item_get_position (item));
      return GDK_EVENT_STOP;
    }

  if (type == GDK_BUTTON_RELEASE)
    open_entry (self, item);

  return GDK_EVENT_PROPAGATE;
}

static void
menu_wanted (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GtkListItem     *item)
{
  const MspEntrySummary *summary = summary_of (item);

  if (summary != NULL)
    msp_entry_menu_pop_up (gtk_list_item_get_child (item), summary);
}

/* Files that prove the entry on which they are dropped. */
static gboolean
files_dropped (GtkDropTarget *target,
               const GValue  *value,
               double         x,
               double         y,
               GtkListItem   *item)
{
  const MspEntrySummary *summary = summary_of (item);
  GVariantBuilder uris;

  if (summary == NULL)
    return FALSE;

  g_variant_builder_init (&uris, G_VARIANT_TYPE ("as"));
  for (const GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_variant_builder_add_value (&uris, g_variant_new_take_string (g_file_get_uri (file->data)));

  return gtk_widget_activate_action (GTK_WIDGET (row_of (item)), "entry.attach", "(sas)",
                                     summary->id, &uris);
}

static void
selected_changed (GtkListItem  *item,
                  GParamSpec   *pspec,
                  MspEntryList *self)
{
  show_mark (self, item);
}

static void
row_set_up (GtkListItemFactory *factory,
            GtkListItem        *item,
            MspEntryList       *self)
{
  GtkWidget *row = msp_entry_row_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (events, "event", G_CALLBACK (row_event), item);
  gtk_widget_add_controller (row, events);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_wanted), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu));
  g_signal_connect (drop, "drop", G_CALLBACK (files_dropped), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drop));
  gtk_list_item_set_child (item, row);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (selected_changed), self, 0);
  g_ptr_array_add (self->items, item);
}

static void
row_torn_down (GtkListItemFactory *factory,
               GtkListItem        *item,
               MspEntryList       *self)
{
  g_ptr_array_remove_fast (self->items, item);
}

static void
row_bound (GtkListItemFactory *factory,
           GtkListItem        *item,
           MspEntryList       *self)
{
  msp_entry_row_set_search (row_of (item), self->search);
  msp_entry_row_set_row (row_of (item), gtk_list_item_get_item (item));
  show_mark (self, item);
}

static void
row_unbound (GtkListItemFactory *factory,
             GtkListItem        *item,
             MspEntryList       *self)
{
  msp_entry_row_set_row (row_of (item), NULL);
}

static void
row_activated (MspEntryList *self,
               guint         position)
{
  g_autoptr (MspJournalRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const MspEntrySummary *summary = row != NULL ? msp_journal_row_get_summary (row) : NULL;

  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journal.edit", "s", summary->id);
}

/* (nullable): of the row that had the focus last, else of the first one */
static GtkListItem *
find_focus_item (MspEntryList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkListItem *first = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);

      if (gtk_list_item_get_item (item) == NULL)
        continue;
      if (focus != NULL && gtk_widget_is_ancestor (gtk_list_item_get_child (item), focus))
        return item;
      if (gtk_list_item_get_position (item) == 0)
        first = item;
    }

  return first;
}

static gboolean
menu_key_pressed (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  GtkListItem *item = find_focus_item (MSP_ENTRY_LIST (widget));
  const MspEntrySummary *summary = item != NULL ? summary_of (item) : NULL;

  if (summary != NULL)
    msp_entry_menu_pop_up (gtk_list_item_get_child (item), summary);

  return summary != NULL;
}

static void
msp_entry_list_dispose (GObject *object)
{
  MspEntryList *self = MSP_ENTRY_LIST (object);

  if (self->list_view != NULL)
    gtk_list_view_set_factory (self->list_view, NULL);
  self->list_view = NULL;
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (msp_entry_list_parent_class)->dispose (object);
}

static void
msp_entry_list_finalize (GObject *object)
{
  MspEntryList *self = MSP_ENTRY_LIST (object);

  g_ptr_array_unref (self->items);
  g_free (self->search);
  msp_query_free (self->query);

  G_OBJECT_CLASS (msp_entry_list_parent_class)->finalize (object);
}

static void
msp_entry_list_class_init (MspEntryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_entry_list_finalize;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_pressed, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_pressed, NULL);
}

static void
msp_entry_list_init (MspEntryList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkWidget *window = gtk_scrolled_window_new ();

  self->items = g_ptr_array_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up), self, 0);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (row_torn_down), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound), self, 0);

  self->list_view = GTK_LIST_VIEW (gtk_list_view_new (NULL, g_steal_pointer (&factory)));
  gtk_list_view_set_show_separators (self->list_view, TRUE);
  gtk_list_view_set_enable_rubberband (self->list_view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "journal-list");
  msp_format_accessible_label (GTK_WIDGET (self->list_view), _ ("Contributions"));
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (row_activated), self,
                           G_CONNECT_SWAPPED);

  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), WIDTH_MAX);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), WIDTH_MAX);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list_view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), clamp);
  adw_bin_set_child (ADW_BIN (self), window);
}

static void
selecting_changed (MspEntryList *self)
{
  for (guint i = 0; i < self->items->len; i++)
    show_mark (self, g_ptr_array_index (self->items, i));
}

/* The answer to another query is looked at from its top. */
static void
refreshed (MspEntryList *self)
{
  MspJournalModel *model = msp_journal_selection_get_model (self->selection);
  const MspQuery *query = msp_journal_model_get_query (model);

  if (self->query != NULL && msp_query_equal (self->query, query))
    return;

  if (self->query != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), 0);
  msp_query_free (self->query);
  self->query = msp_query_copy (query);
}

static void
attach (MspEntryList *self,
        gboolean      is_attached)
{
  msp_journal_model_set_moves_rows (msp_journal_selection_get_model (self->selection), is_attached);
  gtk_list_view_set_model (self->list_view,
                           is_attached ? GTK_SELECTION_MODEL (self->selection) : NULL);
}

void
msp_entry_list_set_selection (MspEntryList        *self,
                              MspJournalSelection *selection)
{
  g_return_if_fail (MSP_IS_ENTRY_LIST (self) && self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "notify::selecting", G_CALLBACK (selecting_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (msp_journal_selection_get_model (selection), "refreshed",
                           G_CALLBACK (refreshed), self, G_CONNECT_SWAPPED);
  attach (self, TRUE);
}

void
msp_entry_list_set_search (MspEntryList *self,
                           const char   *search)
{
  g_return_if_fail (MSP_IS_ENTRY_LIST (self));

  g_free (self->search);
  self->search = g_strdup (search);
  for (guint i = 0; i < self->items->len; i++)
    msp_entry_row_set_search (row_of (g_ptr_array_index (self->items, i)), search);
}

void
msp_entry_list_show (MspEntryList *self,
                     guint         position)
{
  g_return_if_fail (MSP_IS_ENTRY_LIST (self));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

void
msp_entry_list_focus (MspEntryList *self)
{
  GtkListItem *item;

  g_return_if_fail (MSP_IS_ENTRY_LIST (self));

  if (self->selection == NULL)
    return;

  /* A key that is pressed next means the row that one sees chosen. */
  item = find_focus_item (self);
  if (item != NULL && msp_journal_selection_get_size (self->selection) == 0)
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection),
                                       gtk_list_item_get_position (item), TRUE);
      gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
    }
}

guint
msp_entry_list_leave (MspEntryList *self)
{
  GtkAdjustment *adjustment;
  double upper;
  guint n_items;

  g_return_val_if_fail (MSP_IS_ENTRY_LIST (self), 0);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  upper = gtk_adjustment_get_upper (adjustment);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  attach (self, FALSE);

  /* All rows have the same height. */
  return upper > 0.0 ? (guint) (gtk_adjustment_get_value (adjustment) / upper * n_items) : 0;
}

void
msp_entry_list_enter (MspEntryList *self,
                      guint         position)
{
  g_return_if_fail (MSP_IS_ENTRY_LIST (self));

  attach (self, TRUE);
  if (position > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}
