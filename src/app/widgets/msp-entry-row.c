/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-row"

#include "app/widgets/msp-entry-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspEntryRow:
 *
 * One contribution in the journal's list; all rows have the same height.
 */
struct _MspEntryRow
{
  GtkWidget      parent_instance;

  /* Template widgets */
  GtkLabel      *month_label;
  GtkLabel      *day_label;
  GtkLabel      *title_label;
  GtkLabel      *detail_label;
  GtkWidget     *reach_box;
  GtkLabel      *reach_label;
  GtkImage      *impact_image;
  GtkImage      *private_image;
  GtkMenuButton *menu_button;

  MspJournalRow *row; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MspEntryRow, msp_entry_row, GTK_TYPE_WIDGET)

static void
set_menu (MspEntryRow           *self,
          const MspEntrySummary *summary)
{
  static const struct
  {
    const char *label;
    const char *action;
    gboolean    needs_link;
  } items[] = {
    { N_ ("Edit"), "journal.edit", FALSE }, { N_ ("Duplicate"), "entry.duplicate", FALSE },
    { N_ ("Open Link"), "win.open-uri", TRUE }, { N_ ("Copy Link"), "entry.copy-link", TRUE },
    { N_ ("Delete"), "entry.delete", FALSE },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (items[i].needs_link && *summary->url == '\0')
        continue;

      item = g_menu_item_new (_ (items[i].label), NULL);
      g_menu_item_set_action_and_target (item, items[i].action, "s",
                                         items[i].needs_link ? summary->url : summary->id);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
show_summary (MspEntryRow           *self,
              const MspEntrySummary *summary)
{
  g_autofree char *day = msp_day_to_short_text (summary->date, msp_clock_today ());
  g_autofree char *reach = msp_text_number (summary->reach);
  g_autofree char *reached = g_strdup_printf (ngettext ("%s person", "%s people",
                                                        (gulong) summary->reach), reach);
  g_autofree char *detail =
    g_strdup_printf ("%s%s%s%s%s", summary->status == MSP_STATUS_PLANNED ? _ ("Planned · ") : "",
                     summary->type, *summary->area != '\0' ? " · " : "", summary->area,
                     summary->in_portal != MSP_DAY_NONE ? _ (" · in the portal") : "");
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s", summary->title, day, detail,
                                             reached);

  gtk_label_set_text (self->day_label, day);
  gtk_label_set_text (self->title_label, summary->title);
  gtk_label_set_text (self->detail_label, detail);
  gtk_label_set_text (self->reach_label, reach);
  gtk_widget_set_tooltip_text (self->reach_box, reached);
  gtk_widget_set_visible (self->reach_box, summary->reach > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->impact_image), summary->is_high_impact);
  gtk_widget_set_visible (GTK_WIDGET (self->private_image), summary->is_private);
  msp_format_accessible_label (GTK_WIDGET (self), spoken);
  set_menu (self, summary);
}

static void
update (MspEntryRow *self)
{
  const MspEntrySummary *summary =
    self->row != NULL ? msp_journal_row_get_summary (self->row) : NULL;
  const char *heading = self->row != NULL ? msp_journal_row_get_heading (self->row) : NULL;

  gtk_label_set_text (self->month_label, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->month_label), heading != NULL && *heading != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), summary != NULL);
  if (summary != NULL)
    show_summary (self, summary);
}

static void
msp_entry_row_dispose (GObject *object)
{
  MspEntryRow *self = MSP_ENTRY_ROW (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_clear_object (&self->row);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_ENTRY_ROW);

  G_OBJECT_CLASS (msp_entry_row_parent_class)->dispose (object);
}

static void
msp_entry_row_class_init (MspEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, month_label);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, reach_box);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, reach_label);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, impact_image);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, private_image);
  gtk_widget_class_bind_template_child (widget_class, MspEntryRow, menu_button);
}

static void
msp_entry_row_init (MspEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
msp_entry_row_new (void)
{
  return g_object_new (MSP_TYPE_ENTRY_ROW, NULL);
}

/**
 * msp_entry_row_set_row:
 * @self: the widget
 * @row: (nullable): what it shows, filled in when it has been read
 */
void
msp_entry_row_set_row (MspEntryRow   *self,
                       MspJournalRow *row)
{
  g_return_if_fail (MSP_IS_ENTRY_ROW (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    {
      g_signal_connect_swapped (row, "notify", G_CALLBACK (update), self);
      update (self);
    }
}
