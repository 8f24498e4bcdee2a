/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-wrap-layout"

#include "app/widgets/msp-wrap-layout.h"

#define SPACING 6

/**
 * MspWrapLayout:
 *
 * Children one behind the other, in as many lines as they need, as words stand in a text.
 */
struct _MspWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (MspWrapLayout, msp_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
msp_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Where the children come to stand in @width, told to those that are to be @placed; the height that
 * they need. */
static int
flow (GtkWidget *widget,
      int        width,
      gboolean   placed)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &place.width, NULL, NULL);
      place.width = MAX (minimum, MIN (place.width, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL,
                          NULL);
      if (x > 0 && x + place.width > width)
        {
          x = 0;
          y += line_height + SPACING;
          line_height = 0;
        }
      place.x = is_mirrored ? width - x - place.width : x;
      place.y = y;
      if (placed)
        gtk_widget_size_allocate (child, &place, -1);
      x += place.width + SPACING;
      line_height = MAX (line_height, place.height);
    }

  return y + line_height;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
msp_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  int least = 0;
  int wished = 0;

  measure_width (widget, &least, &wished);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wished;
    }
  else
    {
      *minimum = *natural = flow (widget, for_size >= 0 ? for_size : wished, FALSE);
    }
}

static void
msp_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  flow (widget, width, TRUE);
}

static void
msp_wrap_layout_class_init (MspWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = msp_wrap_layout_get_request_mode;
  layout_class->measure = msp_wrap_layout_measure;
  layout_class->allocate = msp_wrap_layout_allocate;
}

static void
msp_wrap_layout_init (MspWrapLayout *self)
{
}
