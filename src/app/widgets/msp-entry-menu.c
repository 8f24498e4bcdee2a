/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-menu"

#include "app/widgets/msp-entry-menu.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  ITEM_ALWAYS,
  ITEM_WITH_LINK,
  ITEM_PLANNED,
  ITEM_NOT_IN_PORTAL,
  ITEM_IN_TRASH,
} ItemKind;

static gboolean
is_shown (const MspEntrySummary *summary,
          ItemKind               kind)
{
  gboolean is_trash = summary->leaves_trash != MSP_DAY_NONE;

  switch (kind)
    {
    case ITEM_WITH_LINK:
      return *summary->url != '\0';

    case ITEM_PLANNED:
      return !is_trash && summary->status == MSP_STATUS_PLANNED;

    case ITEM_NOT_IN_PORTAL:
      return !is_trash && summary->in_portal == MSP_DAY_NONE;

    case ITEM_IN_TRASH:
      return is_trash;

    case ITEM_ALWAYS:
    default:
      return !is_trash;
    }
}

static GMenuModel *
make_menu (const MspEntrySummary *summary)
{
  static const struct
  {
    const char *label;
    const char *action;
    ItemKind    kind;
  } items[] = {
    { N_ ("Edit"), "journal.edit", ITEM_ALWAYS },
    { N_ ("Duplicate"), "entry.duplicate", ITEM_ALWAYS },
    { N_ ("Repeat…"), "entry.repeat", ITEM_ALWAYS },
    { N_ ("Mark as Done"), "entry.mark-done", ITEM_PLANNED },
    { N_ ("Copy for the Portal…"), "entry.copy-for-portal", ITEM_ALWAYS },
    { N_ ("Mark as in the Portal"), "entry.mark-in-portal", ITEM_NOT_IN_PORTAL },
    { N_ ("Open Link"), "win.open-uri", ITEM_WITH_LINK },
    { N_ ("Copy Link"), "entry.copy-link", ITEM_WITH_LINK },
    { N_ ("Delete"), "entry.delete", ITEM_ALWAYS },
    { N_ ("Restore"), "entry.restore", ITEM_IN_TRASH },
    { N_ ("Remove for Good"), "entry.remove", ITEM_IN_TRASH },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!is_shown (summary, items[i].kind))
        continue;

      item = g_menu_item_new (_ (items[i].label), NULL);
      g_menu_item_set_action_and_target (item, items[i].action, "s",
                                         items[i].kind == ITEM_WITH_LINK ? summary->url
                                                                         : summary->id);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
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

void
msp_entry_menu_pop_up (GtkWidget             *widget,
                       const MspEntrySummary *summary)
{
  msp_entry_menu_pop_up_at (widget, summary, NULL);
}

void
msp_entry_menu_pop_up_at (GtkWidget             *widget,
                          const MspEntrySummary *summary,
                          const GdkRectangle    *place)
{
  /* The list stays when the row goes, which it does when it is deleted. */
  GtkWidget *parent = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *menu;
  graphene_rect_t bounds;

  g_return_if_fail (parent != NULL && summary != NULL);

  model = make_menu (summary);
  menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (menu, parent);
  if (gtk_widget_compute_bounds (widget, parent, &bounds))
    {
      GdkRectangle whole = { (int) bounds.origin.x, (int) bounds.origin.y,
                             (int) bounds.size.width, (int) bounds.size.height };
      GdkRectangle part = whole;

      if (place != NULL)
        part = (GdkRectangle) { whole.x + place->x, whole.y + place->y, place->width, place->height }
      ;
      gtk_popover_set_pointing_to (GTK_POPOVER (menu), &part);
    }
  g_signal_connect (menu, "closed", G_CALLBACK (menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}
