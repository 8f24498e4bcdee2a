/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-table-actions"

#include "app/widgets/msp-table-actions.h"

#include <glib/gi18n-lib.h>

/* By which a column grows and shrinks from the keyboard. */
#define WIDTH_STEP 24
#define SHOW "show-"

static MspTableColumn
find_column (const char *id)
{
  int column = 0;

  while (column < MSP_TABLE_N_COLUMNS - 1 &&
         !g_str_equal (msp_table_column_get_id ((MspTableColumn) column), id))
    column++;

  return (MspTableColumn) column;
}

static void
column_action_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  MspTableColumns *columns = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  MspTableColumn column = find_column (g_variant_get_string (parameter, NULL));

  if (g_str_equal (name, "hide"))
    msp_table_columns_set_shown (columns, column, FALSE);
  else if (g_str_equal (name, "move-on"))
    msp_table_columns_move (columns, column, TRUE);
  else if (g_str_equal (name, "move-back"))
    msp_table_columns_move (columns, column, FALSE);
  else
    msp_table_columns_grow (columns, column,
                            g_str_equal (name, "widen") ? WIDTH_STEP : -WIDTH_STEP);
}

static void
reset_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  msp_table_columns_reset (MSP_TABLE_COLUMNS (user_data));
}

static void
show_changed (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  msp_table_columns_set_shown (MSP_TABLE_COLUMNS (user_data), find_column (name + strlen (SHOW)),
                               g_variant_get_boolean (value));
}

static void
columns_changed (GSimpleActionGroup *group,
                 MspTableColumns    *columns)
{
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      g_autofree char *name = g_strconcat (SHOW, msp_table_column_get_id ((MspTableColumn) i), NULL);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), name);
      gboolean is_shown = msp_table_columns_is_shown (columns, (MspTableColumn) i);

      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_shown));
    }
}

GActionGroup *
msp_table_actions_new (MspTableColumns *columns)
{
  static const GActionEntry entries[] = {
    { .name = "hide", .activate = column_action_activated, .parameter_type = "s" },
    { .name = "move-on", .activate = column_action_activated, .parameter_type = "s" },
    { .name = "move-back", .activate = column_action_activated, .parameter_type = "s" },
    { .name = "widen", .activate = column_action_activated, .parameter_type = "s" },
    { .name = "narrow", .activate = column_action_activated, .parameter_type = "s" },
    { .name = "reset", .activate = reset_activated },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), columns);
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      g_autofree char *name = g_strconcat (SHOW, msp_table_column_get_id ((MspTableColumn) i), NULL);
      g_autoptr (GSimpleAction) action = NULL;

      if (i == MSP_TABLE_COLUMN_TITLE)
        continue;

      action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));
      g_signal_connect_object (action, "change-state", G_CALLBACK (show_changed), columns, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  g_signal_connect_object (columns, "changed", G_CALLBACK (columns_changed), group,
                           G_CONNECT_SWAPPED);
  columns_changed (group, columns);

  return G_ACTION_GROUP (group);
}

GMenuModel *
msp_table_actions_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      g_autofree char *action = g_strconcat ("columns." SHOW,
                                             msp_table_column_get_id ((MspTableColumn) i), NULL);

      if (i != MSP_TABLE_COLUMN_TITLE)
        g_menu_append (shown, msp_table_column_get_title ((MspTableColumn) i), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shown));
  g_menu_append (more, _ ("Reset Columns"), "columns.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));

  return G_MENU_MODEL (menu);
}

static void
append (GMenu          *menu,
        const char     *label,
        const char     *action,
        MspTableColumn  column)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", msp_table_column_get_id (column));
  g_menu_append_item (menu, item);
}

GMenuModel *
msp_table_actions_make_column_menu (MspTableColumns *columns,
                                    MspTableColumn   column,
                                    gboolean         is_mirrored)
{
  GMenu *menu = g_menu_new ();

  if (msp_table_columns_can_move (columns, column, FALSE))
    append (menu, is_mirrored ? _ ("Move Right") : _ ("Move Left"), "columns.move-back", column);
  if (msp_table_columns_can_move (columns, column, TRUE))
    append (menu, is_mirrored ? _ ("Move Left") : _ ("Move Right"), "columns.move-on", column);
  append (menu, _ ("Wider"), "columns.widen", column);
  append (menu, _ ("Narrower"), "columns.narrow", column);
  if (column != MSP_TABLE_COLUMN_TITLE)
    append (menu, _ ("Hide"), "columns.hide", column);

  return G_MENU_MODEL (menu);
}
