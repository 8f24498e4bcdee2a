/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-table-header"

#include "app/widgets/msp-table-header.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-table-actions.h"

/* How near to an edge it can be dragged. */
#define EDGE 6
#define NO_COLUMN -1

/**
 * MspTableHeader:
 *
 * The names of the table's columns.
 */
struct _MspTableHeader
{
  GtkWidget        parent_instance;

  GtkWidget       *buttons[MSP_TABLE_N_COLUMNS]; /* in it */
  GtkWidget       *arrows[MSP_TABLE_N_COLUMNS];  /* (nullable) in the buttons */

  MspTableColumns *columns;                      /* (owned) */
  GtkAdjustment   *adjustment;                   /* (owned) (nullable) */
  MspSort          sort;
  gboolean         reversed;
  int              dragged;                      /* the column whose edge it is */
  int              dragged_width;                /* when the drag began */
};

G_DEFINE_FINAL_TYPE (MspTableHeader, msp_table_header, GTK_TYPE_WIDGET)

static gboolean
is_mirrored (MspTableHeader *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* As wide as the rows are, and how far they are scrolled from where reading begins. */
static void
get_extent (MspTableHeader *self,
            int            *total,
            int            *offset)
{
  double upper;
  double value;

  *total = gtk_widget_get_width (GTK_WIDGET (self));
  *offset = 0;
  if (self->adjustment == NULL || gtk_adjustment_get_upper (self->adjustment) < 1.0)
    return;

  upper = gtk_adjustment_get_upper (self->adjustment);
  value = gtk_adjustment_get_value (self->adjustment);
  if (is_mirrored (self))
    value = upper - value - gtk_adjustment_get_page_size (self->adjustment);
  *total = (int) upper;
  *offset = (int) value;
}

static guint
lay_out (MspTableHeader *self,
         MspTableCell    cells[MSP_TABLE_N_COLUMNS])
{
  int total;
  int offset;
  guint n_cells;

  get_extent (self, &total, &offset);
  n_cells = msp_table_columns_lay_out (self->columns, total, cells);
  for (guint i = 0; i < n_cells; i++)
    cells[i].x -= offset;

  return n_cells;
}

static double
from_start (MspTableHeader *self,
            double          x)
{
  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

/* The column whose end is there, or NO_COLUMN. */
static int
find_edge (MspTableHeader *self,
           double          x)
{
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  guint n_cells = lay_out (self, cells);
  double place = from_start (self, x);

  for (guint i = 0; i < n_cells; i++)
    {
      if (ABS (cells[i].x + cells[i].width - place) <= EDGE)
        return (int) cells[i].column;
    }

  return NO_COLUMN;
}

static int
get_width_of (MspTableHeader *self,
              int             column)
{
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  guint n_cells = lay_out (self, cells);

  for (guint i = 0; i < n_cells; i++)
    {
      if ((int) cells[i].column == column)
        return cells[i].width;
    }

  return 0;
}

static void
pointer_moved (MspTableHeader *self,
               double          x)
{
  gboolean on_edge = self->dragged != NO_COLUMN || find_edge (self, x) != NO_COLUMN;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_edge ? "col-resize" : NULL);
}

static void
edge_pressed (GtkGestureClick *click,
              int              n_press,
              double           x,
              double           y,
              MspTableHeader  *self)
{
  int column = find_edge (self, x);

  if (n_press != 2 || column == NO_COLUMN)
    return;

  msp_table_columns_set_width (self->columns, (MspTableColumn) column, 0);
  msp_table_columns_save (self->columns);
}

static void
drag_begun (GtkGestureDrag *drag,
            double          x,
            double          y,
            MspTableHeader *self)
{
  int column = find_edge (self, x);

  if (column == NO_COLUMN)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = column;
  self->dragged_width = get_width_of (self, column);
}

static void
drag_moved (GtkGestureDrag *drag,
            double          x,
            double          y,
            MspTableHeader *self)
{
  int by = (int) (is_mirrored (self) ? -x : x);

  /* A press alone, and a hand that shakes, change nothing. */
  if (self->dragged != NO_COLUMN && (by != 0 || get_width_of (self, self->dragged) != self->dragged_width))
    msp_table_columns_set_width (self->columns, (MspTableColumn) self->dragged,
                                 MAX (1, self->dragged_width + by));
}

static void
drag_ended (GtkGestureDrag *drag,
            double          x,
            double          y,
            MspTableHeader *self)
{
  if (self->dragged != NO_COLUMN && (int) x != 0)
    msp_table_columns_save (self->columns);
  self->dragged = NO_COLUMN;
}

static gboolean
drop_menu (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  g_object_unref (user_data);

  return G_SOURCE_REMOVE;
}

/* Not at once: the chosen action is still to be activated through the menu. */
static void
menu_closed (GtkWidget *menu)
{
  g_idle_add (drop_menu, g_object_ref (menu));
}

static void
pop_up_menu (MspTableHeader *self,
             GtkWidget      *button)
{
  MspTableColumn column = (MspTableColumn)
                          GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "column"));
  g_autoptr (GMenuModel) model = msp_table_actions_make_column_menu (self->columns, column,
                                                                     is_mirrored (self));
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (menu, button);
  g_signal_connect (menu, "closed", G_CALLBACK (menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
button_clicked (GtkWidget      *button,
                MspTableHeader *self)
{
  MspTableColumn column = (MspTableColumn)
                          GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "column"));
  MspSort sort;

  if (!msp_table_column_get_sort (column, &sort))
    pop_up_menu (self, button);
  else if (sort == self->sort)
    gtk_widget_activate_action (button, "journal.reversed", NULL);
  else
    gtk_widget_activate_action (button, "journal.sort", "s", msp_table_column_get_id (column));
}

static void
menu_wanted (GtkGesture     *gesture,
             int             n_press,
             double          x,
             double          y,
             MspTableHeader *self)
{
  pop_up_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
menu_held (GtkGesture     *gesture,
           double          x,
           double          y,
           MspTableHeader *self)
{
  pop_up_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
menu_key_pressed (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  MspTableHeader *self = MSP_TABLE_HEADER (widget);
  GtkWidget *button = gtk_widget_get_focus_child (widget);

  if (button == NULL)
    return FALSE;

  pop_up_menu (self, button);

  return TRUE;
}

static void
show_sort (MspTableHeader *self)
{
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      MspSort sort;
      gboolean is_sorted;
      gboolean is_down;

      if (!msp_table_column_get_sort ((MspTableColumn) i, &sort))
        continue;

      is_sorted = sort == self->sort;
      is_down = (sort == MSP_SORT_DATE || sort == MSP_SORT_REACH) != self->reversed;
      gtk_image_set_from_icon_name (GTK_IMAGE (self->arrows[i]), is_down ? "pan-down-symbolic"
                                                                         : "pan-up-symbolic");
      gtk_widget_set_visible (self->arrows[i], is_sorted);
      msp_format_accessible_description (self->buttons[i], !is_sorted ? ""
                                         : is_down ? _ ("Sorted downwards") : _ ("Sorted upwards"));
    }
}

/* What is tabbed through, and read, is in the order that is seen. */
static void
columns_changed (MspTableHeader *self)
{
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  guint n_cells = lay_out (self, cells);
  GtkWidget *next = NULL;

  for (guint i = n_cells; i > 0; i--)
    {
      gtk_widget_insert_before (self->buttons[cells[i - 1].column], GTK_WIDGET (self), next);
      next = self->buttons[cells[i - 1].column];
    }
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    gtk_widget_set_visible (self->buttons[i],
                            msp_table_columns_is_shown (self->columns, (MspTableColumn) i));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
msp_table_header_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  MspTableHeader *self = MSP_TABLE_HEADER (widget);

  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? msp_table_columns_get_width (self->columns) : 0;
  for (int i = 0; i < MSP_TABLE_N_COLUMNS && orientation == GTK_ORIENTATION_VERTICAL; i++)
    {
      int height;

      gtk_widget_measure (self->buttons[i], orientation, -1, &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*minimum, height);
    }
}

static void
msp_table_header_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MspTableHeader *self = MSP_TABLE_HEADER (widget);
  MspTableCell cells[MSP_TABLE_N_COLUMNS];
  guint n_cells = lay_out (self, cells);

  for (guint i = 0; i < n_cells; i++)
    {
      GtkWidget *button = self->buttons[cells[i].column];
      GtkAllocation place = { cells[i].x, 0, 0, height };
      int least;

      /* A name that is longer than its column is cut there. */
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      place.width = MAX (cells[i].width, least);
      if (is_mirrored (self))
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (button, &place, -1);
    }
}

static void
msp_table_header_dispose (GObject *object)
{
  MspTableHeader *self = MSP_TABLE_HEADER (object);

  msp_table_header_set_adjustment (self, NULL);
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (msp_table_header_parent_class)->dispose (object);
}

static void
msp_table_header_finalize (GObject *object)
{
  g_clear_object (&MSP_TABLE_HEADER (object)->columns);

  G_OBJECT_CLASS (msp_table_header_parent_class)->finalize (object);
}

static void
msp_table_header_class_init (MspTableHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_table_header_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_table_header_finalize;
  widget_class->measure = msp_table_header_measure;
  widget_class->size_allocate = msp_table_header_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "tableheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_pressed, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_pressed, NULL);
}

static void
add_button (MspTableHeader *self,
            MspTableColumn  column)
{
  gboolean is_numeric = msp_table_column_is_numeric (column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (msp_table_column_get_title (column));
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  MspSort sort;

  self->buttons[column] = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->buttons[column]), box);
  g_object_set_data (G_OBJECT (self->buttons[column]), "column", GINT_TO_POINTER ((int) column));
  gtk_widget_add_css_class (self->buttons[column], "flat");
  msp_format_accessible_label (self->buttons[column], msp_table_column_get_title (column));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (box, is_numeric ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  if (msp_table_column_get_sort (column, &sort))
    {
      self->arrows[column] = gtk_image_new ();
      gtk_box_append (GTK_BOX (box), self->arrows[column]);
    }
  g_signal_connect (self->buttons[column], "clicked", G_CALLBACK (button_clicked), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_wanted), self);
  gtk_widget_add_controller (self->buttons[column], GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (menu_held), self);
  gtk_widget_add_controller (self->buttons[column], GTK_EVENT_CONTROLLER (hold));
  gtk_widget_set_parent (self->buttons[column], GTK_WIDGET (self));
}

static void
msp_table_header_init (MspTableHeader *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->dragged = NO_COLUMN;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    add_button (self, (MspTableColumn) i);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  /* Before the buttons, whose edges they are. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_moved), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (edge_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
msp_table_header_new (MspTableColumns *columns)
{
  MspTableHeader *self = g_object_new (MSP_TYPE_TABLE_HEADER, NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_object (columns, "changed", G_CALLBACK (columns_changed), self, G_CONNECT_SWAPPED);
  columns_changed (self);
  show_sort (self);

  return GTK_WIDGET (self);
}

void
msp_table_header_set_adjustment (MspTableHeader *self,
                                 GtkAdjustment  *adjustment)
{
  g_return_if_fail (MSP_IS_TABLE_HEADER (self));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, gtk_widget_queue_allocate, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (gtk_widget_queue_allocate), self);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
}

void
msp_table_header_set_sort (MspTableHeader *self,
                           MspSort         sort,
                           gboolean        reversed)
{
  g_return_if_fail (MSP_IS_TABLE_HEADER (self));

  self->sort = sort;
  self->reversed = reversed;
  show_sort (self);
}
