/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-focus"

#include "app/widgets/msp-figure-focus.h"

/**
 * MspFigureFocus:
 *
 * Where the keyboard focus of the reach table is.
 */
struct _MspFigureFocus
{
  GObject    parent_instance;

  GtkWidget *list;      /* (unowned) (nullable): NULL once it is gone */
  GtkRoot   *root;      /* (unowned) (nullable): its window */
  gboolean   is_inside;
  guint      recover_source;
};

G_DEFINE_FINAL_TYPE (MspFigureFocus, msp_figure_focus, G_TYPE_OBJECT)

enum
{
  SIGNAL_CELL,
  SIGNAL_LOST,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
leave (MspFigureFocus *self)
{
  gboolean was_inside = self->is_inside;

  self->is_inside = FALSE;
  g_clear_handle_id (&self->recover_source, g_source_remove);
  if (was_inside)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
focus_moved (MspFigureFocus *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  GtkWidget *cell;

  if (focus == NULL)
    {
      msp_figure_focus_recover (self);
      return;
    }

  if (!gtk_widget_is_ancestor (focus, self->list))
    {
      leave (self);
      return;
    }

  self->is_inside = TRUE;
  cell = MSP_IS_FIGURE_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, MSP_TYPE_FIGURE_CELL);
  if (cell != NULL)
    g_signal_emit (self, signals[SIGNAL_CELL], 0, cell);
  else
    msp_figure_focus_recover (self);
}

static void
root_changed (MspFigureFocus *self)
{
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, focus_moved, self);
  g_clear_weak_pointer (&self->root);

  if (self->list != NULL)
    g_set_weak_pointer (&self->root, gtk_widget_get_root (self->list));
  if (self->root != NULL)
    g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (focus_moved), self,
                             G_CONNECT_SWAPPED);
}

static void
msp_figure_focus_dispose (GObject *object)
{
  MspFigureFocus *self = MSP_FIGURE_FOCUS (object);

  g_clear_handle_id (&self->recover_source, g_source_remove);
  g_clear_weak_pointer (&self->list);
  root_changed (self);

  G_OBJECT_CLASS (msp_figure_focus_parent_class)->dispose (object);
}

static void
msp_figure_focus_class_init (MspFigureFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_figure_focus_dispose;

  /**
   * MspFigureFocus::cell:
   * @self: the focus
   * @cell: the cell that has it, or whose text has it
   */
  signals[SIGNAL_CELL] =
    g_signal_new ("cell", MSP_TYPE_FIGURE_FOCUS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, MSP_TYPE_FIGURE_CELL);

  /**
   * MspFigureFocus::lost:
   * @self: the focus
   */
  signals[SIGNAL_LOST] = g_signal_new ("lost", MSP_TYPE_FIGURE_FOCUS, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MspFigureFocus::left:
   * @self: the focus
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", MSP_TYPE_FIGURE_FOCUS, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_figure_focus_init (MspFigureFocus *self)
{
}

MspFigureFocus *
msp_figure_focus_new (GtkWidget *list)
{
  MspFigureFocus *self;

  g_return_val_if_fail (GTK_IS_WIDGET (list), NULL);

  self = g_object_new (MSP_TYPE_FIGURE_FOCUS, NULL);
  g_set_weak_pointer (&self->list, list);
  g_signal_connect_object (list, "notify::root", G_CALLBACK (root_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "unmap", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  root_changed (self);

  return self;
}

gboolean
msp_figure_focus_is_inside (MspFigureFocus *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_FOCUS (self), FALSE);

  return self->is_inside;
}

void
msp_figure_focus_expect (MspFigureFocus *self)
{
  g_return_if_fail (MSP_IS_FIGURE_FOCUS (self));

  self->is_inside = TRUE;
}

static gboolean
recover (gpointer user_data)
{
  MspFigureFocus *self = user_data;

  self->recover_source = 0;
  g_signal_emit (self, signals[SIGNAL_LOST], 0);

  return G_SOURCE_REMOVE;
}

void
msp_figure_focus_recover (MspFigureFocus *self)
{
  g_return_if_fail (MSP_IS_FIGURE_FOCUS (self));

  if (self->is_inside && self->recover_source == 0)
    self->recover_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, recover, self, NULL);
}
