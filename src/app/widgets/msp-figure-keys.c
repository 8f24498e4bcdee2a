/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-keys"

#include "app/widgets/msp-figure-keys.h"

#include "app/widgets/msp-figure-clipboard.h"

/* Far enough for any list. */
#define TO_THE_END 1000000000

typedef struct
{
  MspFigureGrid    *grid;     /* (unowned): has them */
  MspFigureEditing *editing;  /* (owned) */
  MspServices      *services; /* (owned) */
} Keys;

static void
keys_free (Keys *self)
{
  g_object_unref (self->editing);
  g_object_unref (self->services);
  g_free (self);
}

static gboolean
control_key (Keys *self,
             guint key)
{
  MspFigurePlace place = { 0 };

  switch (key)
    {
    case GDK_KEY_Home:
      msp_figure_editing_move (self->editing, -TO_THE_END, -TO_THE_END);
      return TRUE;

    case GDK_KEY_End:
      msp_figure_editing_move (self->editing, TO_THE_END, TO_THE_END);
      return TRUE;

    case GDK_KEY_Up:
      msp_figure_editing_move (self->editing, -TO_THE_END, 0);
      return TRUE;

    case GDK_KEY_Down:
      msp_figure_editing_move (self->editing, TO_THE_END, 0);
      return TRUE;

    case GDK_KEY_c:
    case GDK_KEY_Insert:
      msp_figure_clipboard_copy (self->grid, msp_figure_editing_get_value (self->editing));
      return TRUE;

    case GDK_KEY_v:
      msp_figure_clipboard_paste (self->grid, self->services);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      msp_figure_grid_get_cursor (self->grid, &place);
      msp_figure_editing_open (self->editing, place.row);
      return TRUE;

    default:
      return FALSE;
    }
}

/* Keys that move the cursor, also out of a cell that is written in. */
static gboolean
move_key (Keys    *self,
          guint    key,
          gboolean is_shifted)
{
  int page = (int) msp_figure_layout_count_visible (msp_figure_grid_get_context (self->grid)->layout,
                                                    msp_figure_grid_get_list (self->grid));

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      msp_figure_editing_move (self->editing, -1, 0);
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      msp_figure_editing_move (self->editing, 1, 0);
      return TRUE;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      msp_figure_editing_move (self->editing, -page, 0);
      return TRUE;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      msp_figure_editing_move (self->editing, page, 0);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return msp_figure_editing_tab (self->editing, is_shifted);

    default:
      return FALSE;
    }
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* The side where reading ends is the right one, or the left one. */
static gboolean
side_key (Keys *self,
          guint key)
{
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  gboolean is_left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;

  if (!is_right && !is_left)
    return FALSE;

  if (gtk_widget_get_direction (GTK_WIDGET (self->grid)) == GTK_TEXT_DIR_RTL)
    is_right = is_left;
  msp_figure_editing_move (self->editing, 0, is_right ? 1 : -1);

  return TRUE;
}

static gboolean
written_key (Keys    *self,
             guint    key,
             gboolean is_shifted)
{
  if (key == GDK_KEY_Escape)
    {
      msp_figure_editing_stop (self->editing);
      return TRUE;
    }
  if (is_enter (key))
    {
      msp_figure_editing_move (self->editing, is_shifted ? -1 : 1, 0);
      return TRUE;
    }
  if (key == GDK_KEY_F2)
    {
      msp_figure_editing_keep (self->editing);
      return TRUE;
    }

  return move_key (self, key, is_shifted) || (msp_figure_editing_is_replacing (self->editing) && side_key (self, key));
}

/* Letters are for the search; a figure begins with none. */
static gboolean
typed_key (Keys *self,
           guint key)
{
  gunichar character = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if (!g_unichar_isgraph (character) || g_unichar_isalpha (character))
    return FALSE;

  g_unichar_to_utf8 (character, text);
  msp_figure_editing_start (self->editing, text);

  return TRUE;
}

static gboolean
plain_key (Keys    *self,
           guint    key,
           gboolean is_shifted)
{
  if (is_enter (key) && is_shifted)
    {
      msp_figure_editing_move (self->editing, -1, 0);
      return TRUE;
    }

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_F2:
      msp_figure_editing_start (self->editing, NULL);
      return TRUE;

    case GDK_KEY_BackSpace:
      msp_figure_editing_start (self->editing, "");
      return TRUE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      msp_figure_editing_clear (self->editing);
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      msp_figure_editing_move (self->editing, 0, -TO_THE_END);
      return TRUE;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      msp_figure_editing_move (self->editing, 0, TO_THE_END);
      return TRUE;

    case GDK_KEY_Insert:
      if (is_shifted)
        msp_figure_clipboard_paste (self->grid, self->services);
      return is_shifted;

    default:
      return move_key (self, key, is_shifted) || side_key (self, key) || typed_key (self, key);
    }
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             Keys                  *self)
{
  MspFigurePlace place;
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;

  if (!msp_figure_grid_get_cursor (self->grid, &place))
    return GDK_EVENT_PROPAGATE;

  if ((state & GDK_ALT_MASK) != 0)
    return key == GDK_KEY_Down &&
           gtk_widget_activate_action (GTK_WIDGET (self->grid), "figures.history", NULL);
  if (msp_figure_editing_is_writing (self->editing))
    return (state & GDK_CONTROL_MASK) == 0 && written_key (self, key, is_shifted);
  if ((state & GDK_CONTROL_MASK) != 0)
    return !is_shifted && control_key (self, gdk_keyval_to_lower (key));

  return (state & (GDK_SUPER_MASK | GDK_META_MASK)) == 0 && plain_key (self, key, is_shifted);
}

void
msp_figure_keys_add (MspFigureGrid    *grid,
                     MspFigureEditing *editing,
                     MspServices      *services)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *self = g_new0 (Keys, 1);

  self->grid = grid;
  self->editing = g_object_ref (editing);
  self->services = g_object_ref (services);
  /* Before the list and the text in a cell have their say. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed), self,
                         (GClosureNotify) (void (*)(void))keys_free, 0);
  gtk_widget_add_controller (msp_figure_grid_get_list (grid), controller);
}
