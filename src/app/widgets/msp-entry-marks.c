/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-marks"

#include "app/widgets/msp-entry-marks.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-clock.h"

typedef enum
{
  MARK_PLANNED,
  MARK_PORTAL,
  MARK_IMPACT,
  MARK_PRIVATE,
  N_MARKS,
} Mark;

/**
 * MspEntryMarks:
 *
 * What is true of a contribution or is not.
 */
struct _MspEntryMarks
{
  AdwPreferencesGroup  parent_instance;

  GtkSwitch           *switches[N_MARKS]; /* in its rows */
};

G_DEFINE_FINAL_TYPE (MspEntryMarks, msp_entry_marks, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
switched (MspEntryMarks *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_row (MspEntryMarks *self,
         Mark           mark,
         const char    *title,
         const char    *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (toggle, FALSE); /* its row is */
  msp_format_accessible_label (toggle, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->switches[mark] = GTK_SWITCH (toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched), self, G_CONNECT_SWAPPED);
}

static void
msp_entry_marks_class_init (MspEntryMarksClass *klass)
{
  /**
   * MspEntryMarks::changed:
   * @self: the marks
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_ENTRY_MARKS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_entry_marks_init (MspEntryMarks *self)
{
  add_row (self, MARK_PLANNED, _ ("Planned"), _ ("Not yet done; not counted"));
  add_row (self, MARK_PORTAL, _ ("In the portal"), _ ("Entered there already"));
  add_row (self, MARK_IMPACT, _ ("High impact"), NULL);
  add_row (self, MARK_PRIVATE, _ ("Private"), NULL);
}

void
msp_entry_marks_show (MspEntryMarks         *self,
                      const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_MARKS (self) && entry != NULL);

  gtk_switch_set_active (self->switches[MARK_PLANNED], entry->status == MSP_STATUS_PLANNED);
  gtk_switch_set_active (self->switches[MARK_PORTAL], entry->in_portal != MSP_DAY_NONE);
  gtk_switch_set_active (self->switches[MARK_IMPACT], entry->is_high_impact);
  gtk_switch_set_active (self->switches[MARK_PRIVATE], entry->is_private);
}

void
msp_entry_marks_read (MspEntryMarks   *self,
                      MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_MARKS (self) && entry != NULL);

  entry->status = gtk_switch_get_active (self->switches[MARK_PLANNED]) ? MSP_STATUS_PLANNED
                                                                       : MSP_STATUS_DONE;
  entry->is_high_impact = gtk_switch_get_active (self->switches[MARK_IMPACT]);
  entry->is_private = gtk_switch_get_active (self->switches[MARK_PRIVATE]);
  if (!gtk_switch_get_active (self->switches[MARK_PORTAL]))
    entry->in_portal = MSP_DAY_NONE;
  else if (entry->in_portal == MSP_DAY_NONE)
    entry->in_portal = msp_clock_today ();
}
