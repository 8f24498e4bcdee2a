/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-editing"

#include "app/widgets/msp-figure-editing.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-entry-menu.h"
#include "base/msp-text.h"

/**
 * MspFigureEditing:
 *
 * What is done in the reach table, and the clicks that do it.
 */
struct _MspFigureEditing
{
  GObject           parent_instance;

  MspFigureGrid    *grid;         /* (unowned): outlives it */
  MspFigureContext *context;      /* (unowned): the grid's */
  MspServices      *services;     /* (owned) */

  MspFigureCell    *cell;         /* (unowned) (nullable): the one that is written in */
  char             *before;       /* (owned) (nullable): what stood in it */
  gboolean          is_replacing; /* what is typed, not what stood there: arrows leave the cell */
  gint64            last_key;     /* of the contribution where the cursor was */
};

G_DEFINE_FINAL_TYPE (MspFigureEditing, msp_figure_editing, G_TYPE_OBJECT)

gboolean
msp_figure_editing_is_writing (MspFigureEditing *self)
{
  return self->cell != NULL && msp_figure_cell_get_text (self->cell) != NULL;
}

/* Whether an entry leaves the list once a figure of it is one of today. */
static gboolean
holds_back (MspFigureEditing *self)
{
  return msp_journal_model_get_query (self->context->model)->figures_before !=
         MSP_DAY_NONE;
}

static void
say (MspFigureEditing *self,
     const char       *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "win.toast", "s", text);
}

/* What stands in the cursor's cell: -1 for nothing. */
gint64
msp_figure_editing_get_value (MspFigureEditing *self)
{
  MspFigurePlace place;

  if (!msp_figure_grid_get_cursor (self->grid, &place))
    return -1;

  return msp_figure_sheet_get (self->context->sheet, msp_figure_grid_get_key (self->grid),
                               msp_figure_context_get_column (self->context, place.column)->name).value;
}

/* Says why not, if not. */
static gboolean
can_write (MspFigureEditing *self)
{
  g_autofree char *text = NULL;
  g_autoptr (MspJournalRow) row = NULL;
  const MspEntrySummary *summary;
  MspFigurePlace place;

  if (!msp_services_get_can_write (self->services))
    {
      say (self, _ ("The journal is read-only."));
      return FALSE;
    }

  if (!msp_figure_grid_get_cursor (self->grid, &place))
    return FALSE;

  row = msp_figure_grid_get_row (self->grid, place.row);
  summary = msp_journal_row_get_summary (row);
  if (summary == NULL)
    return FALSE;
  if (msp_figure_editing_get_value (self) >= 0 ||
      msp_figure_context_get_fit (self->context, summary->type, place.column) != MSP_FIGURE_UNFIT)
    return TRUE;

  text = g_strdup_printf (_ ("A contribution of the type %s has no figure “%s”."), summary->type,
                          msp_figure_context_get_column (self->context, place.column)->label);
  say (self, text);

  return FALSE;
}

static void
set_value (MspFigureEditing *self,
           gint64            value)
{
  MspFigurePlace place;

  if (!msp_figure_grid_get_cursor (self->grid, &place))
    return;

  msp_figure_sheet_set (self->context->sheet, msp_figure_grid_get_key (self->grid),
                        msp_figure_context_get_column (self->context, place.column)->name, value);
  if (!holds_back (self))
    msp_figure_sheet_flush (self->context->sheet);
}

void
msp_figure_editing_stop (MspFigureEditing *self)
{
  MspFigureCell *cell = self->cell;

  if (msp_figure_editing_is_writing (self))
    {
      /* Before its text goes, or the focus would go anywhere. */
      if (gtk_widget_has_focus (GTK_WIDGET (msp_figure_cell_get_text (cell))))
        gtk_widget_grab_focus (GTK_WIDGET (cell));
      msp_figure_cell_end (cell);
    }
  g_clear_weak_pointer (&self->cell);
  g_clear_pointer (&self->before, g_free);
}

static void
text_changed (MspFigureEditing *self)
{
  if (self->cell != NULL)
    msp_figure_cell_say (self->cell, NULL);
}

/* @text: (nullable): instead of what stands there */
void
msp_figure_editing_start (MspFigureEditing *self,
                          const char       *text)
{
  MspFigureCell *cell = msp_figure_grid_get_cell (self->grid);
  gint64 value = msp_figure_editing_get_value (self);
  GtkText *widget;

  if (cell == NULL || !can_write (self))
    return;

  self->before = value >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("");
  self->is_replacing = text != NULL;
  g_set_weak_pointer (&self->cell, cell);
  widget = msp_figure_cell_begin (cell, text != NULL ? text : self->before);
  g_signal_connect_object (widget, "changed", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
}

/* FALSE: what was typed is no figure, which is said, and the cell stays open. */
gboolean
msp_figure_editing_finish (MspFigureEditing *self)
{
  const char *text;
  gint64 value = -1;

  if (!msp_figure_editing_is_writing (self))
    return TRUE;

  text = gtk_editable_get_text (GTK_EDITABLE (msp_figure_cell_get_text (self->cell)));
  if (!msp_text_is_blank (text) && !msp_text_parse_number (text, MSP_FIGURE_MAX, &value))
    {
      msp_figure_cell_say (self->cell, _ ("This must be a whole number, such as 1200."));
      return FALSE;
    }

  /* What was only looked at is not said again; what was typed is, also if it is the same. */
  if (value >= 0 ? self->is_replacing || !g_str_equal (text, self->before) : *self->before != '\0')
    set_value (self, value);
  msp_figure_editing_stop (self);

  return TRUE;
}

void
msp_figure_editing_clear (MspFigureEditing *self)
{
  if (msp_figure_editing_get_value (self) >= 0 && can_write (self))
    set_value (self, -1);
}

void
msp_figure_editing_move (MspFigureEditing *self,
                         int               rows,
                         int               columns)
{
  MspFigurePlace place;

  if (!msp_figure_grid_get_cursor (self->grid, &place) || !msp_figure_editing_finish (self))
    return;

  msp_figure_place_move (&place, msp_figure_context_get_n_rows (self->context),
                         self->context->columns->len, rows, columns);
  msp_figure_grid_go_to (self->grid, place);
}

/* FALSE: the Tab key leaves the table. */
gboolean
msp_figure_editing_tab (MspFigureEditing *self,
                        gboolean          backwards)
{
  MspFigurePlace place;

  if (!msp_figure_editing_finish (self))
    return TRUE;
  if (!msp_figure_grid_get_cursor (self->grid, &place) ||
      !msp_figure_place_tab (&place, msp_figure_context_get_n_rows (self->context),
                             self->context->columns->len, backwards, msp_figure_grid_is_stop,
                             self->grid))
    return FALSE;

  msp_figure_grid_go_to (self->grid, place);

  return TRUE;
}

void
msp_figure_editing_open (MspFigureEditing *self,
                         guint             position)
{
  g_autoptr (MspJournalRow) row = msp_figure_grid_get_row (self->grid, position);
  const MspEntrySummary *summary = row != NULL ? msp_journal_row_get_summary (row) : NULL;

  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->grid), "journal.edit", "s", summary->id);
}

/* A click on a cell moves the cursor there, a second one writes in it; on a title it opens the entry. */
static void
clicked (GtkGestureClick  *gesture,
         int               n_press,
         double            x,
         double            y,
         MspFigureEditing *self)
{
  MspFigurePlace place = { 0 };
  int column = -1;
  MspFigureRow *row = msp_figure_row_pick (msp_figure_grid_get_list (self->grid), x, y, &column);

  if (row == NULL || self->context->columns->len == 0)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  place.row = msp_journal_model_find (self->context->model,
                                      msp_journal_row_get_key (msp_figure_row_get_row (row)));
  place.column = MIN ((guint) MAX (column, 0), self->context->columns->len - 1);
  if (place.row == G_MAXUINT)
    return;

  if (!msp_figure_editing_finish (self))
    gtk_text_grab_focus_without_selecting (msp_figure_cell_get_text (self->cell));
  else if (column < 0 && n_press == 2)
    msp_figure_editing_open (self, place.row);
  else
    msp_figure_grid_go_to (self->grid, place);

  if (column >= 0 && n_press == 2 && !msp_figure_editing_is_writing (self))
    msp_figure_editing_start (self, NULL);
}

static void
menu_wanted (GtkGestureClick  *gesture,
             int               n_press,
             double            x,
             double            y,
             MspFigureEditing *self)
{
  int column = -1;
  MspFigureRow *row = msp_figure_row_pick (msp_figure_grid_get_list (self->grid), x, y, &column);
  const MspEntrySummary *summary =
    row != NULL ? msp_journal_row_get_summary (msp_figure_row_get_row (row)) : NULL;

  if (summary != NULL)
    msp_entry_menu_pop_up (GTK_WIDGET (row), summary);
}

/* In another row, what was held back for this one is written. */
static void
cursor_moved (MspFigureEditing *self)
{
  gint64 key = msp_figure_grid_get_key (self->grid);

  if (self->last_key != key)
    msp_figure_sheet_flush (self->context->sheet);
  self->last_key = key;
}

/* What is no figure stays as it is, to be mended. */
static void
left (MspFigureEditing *self)
{
  if (self->context->sheet == NULL)
    return;

  msp_figure_editing_finish (self);
  msp_figure_sheet_flush (self->context->sheet);
}

static void
add_click (MspFigureEditing *self,
           guint             button,
           GCallback         callback)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", callback, self, 0);
  gtk_widget_add_controller (msp_figure_grid_get_list (self->grid), GTK_EVENT_CONTROLLER (gesture));
}

static void
msp_figure_editing_dispose (GObject *object)
{
  MspFigureEditing *self = MSP_FIGURE_EDITING (object);

  g_clear_weak_pointer (&self->cell);
  g_clear_pointer (&self->before, g_free);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_figure_editing_parent_class)->dispose (object);
}

static void
msp_figure_editing_class_init (MspFigureEditingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_figure_editing_dispose;
}

static void
msp_figure_editing_init (MspFigureEditing *self)
{
}

MspFigureEditing *
msp_figure_editing_new (MspFigureGrid *grid,
                        MspServices   *services)
{
  MspFigureEditing *self = g_object_new (MSP_TYPE_FIGURE_EDITING, NULL);

  self->grid = grid;
  self->context = msp_figure_grid_get_context (grid);
  self->services = g_object_ref (services);
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (clicked));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_wanted));
  g_signal_connect_object (grid, "cursor-moved", G_CALLBACK (cursor_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "left", G_CALLBACK (left), self, G_CONNECT_SWAPPED);

  return self;
}

void
msp_figure_editing_keep (MspFigureEditing *self)
{
  g_return_if_fail (MSP_IS_FIGURE_EDITING (self));

  self->is_replacing = FALSE;
}

gboolean
msp_figure_editing_is_replacing (MspFigureEditing *self)
{
  g_return_val_if_fail (MSP_IS_FIGURE_EDITING (self), FALSE);

  return self->is_replacing;
}
