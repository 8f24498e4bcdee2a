/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-repeat-dialog"

#include "app/widgets/msp-repeat-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-date-row.h"
#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-notice.h"
#include "journal/msp-repeat.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define DEFAULT_WIDTH 460
#define YEAR_MONTHS 12

typedef enum
{
  UNIT_WEEKS,
  UNIT_MONTHS,
} Unit;

typedef enum
{
  END_TIMES,
  END_DAY,
} End;

/**
 * MspRepeatDialog:
 *
 * Asks how often a contribution comes back, and says what that makes before it is made.
 */
struct _MspRepeatDialog
{
  AdwWindow        parent_instance;

  /* Template widgets */
  MspNotice       *problem_notice;
  GtkSpinButton   *every_spin;
  AdwComboRow     *unit_row;
  AdwComboRow     *end_row;
  AdwActionRow    *times_row;
  GtkSpinButton   *times_spin;
  MspDateRow      *until_row;
  GtkLabel        *result_label;

  MspServices     *services; /* (owned) (nullable): NULL until set */
  MspContribution *entry;    /* (owned) (nullable): NULL until set */
  GArray          *days;     /* (owned) (nullable): what is chosen makes these; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (MspRepeatDialog, msp_repeat_dialog, ADW_TYPE_WINDOW)

static gboolean
read_repeat (MspRepeatDialog *self,
             MspRepeat       *repeat)
{
  gboolean is_valid = TRUE;
  gboolean by_times = adw_combo_row_get_selected (self->end_row) == END_TIMES;

  repeat->every = gtk_spin_button_get_value_as_int (self->every_spin);
  repeat->by_months = adw_combo_row_get_selected (self->unit_row) == UNIT_MONTHS;
  if (by_times)
    repeat->times = gtk_spin_button_get_value_as_int (self->times_spin);
  else
    repeat->until = msp_date_row_read (self->until_row, TRUE, &is_valid);

  return is_valid;
}

static char *
describe_days (GArray *days)
{
  g_autofree char *first = msp_day_to_text (g_array_index (days, MspDay, 0));
  g_autofree char *last = msp_day_to_text (g_array_index (days, MspDay, days->len - 1));

  if (days->len == 1)
    return g_strdup_printf (_ ("This plans 1 contribution, on %s."), first);

  /* Translators: a number of contributions, the first day, the last day. */
  return g_strdup_printf (ngettext ("This plans %u contribution, from %s to %s.",
                                    "This plans %u contributions, from %s to %s.", days->len),
                          days->len, first, last);
}

static void
choices_changed (MspRepeatDialog *self)
{
  MspRepeat repeat = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean by_times = adw_combo_row_get_selected (self->end_row) == END_TIMES;

  if (self->entry == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->times_row), by_times);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), !by_times);
  msp_field_problem_set (GTK_WIDGET (self->until_row), NULL, FALSE);
  g_clear_pointer (&self->days, g_array_unref);
  if (read_repeat (self, &repeat))
    self->days = msp_repeat_list_days (&repeat, self->entry->date, &error);

  if (self->days != NULL)
    text = describe_days (self->days);
  gtk_label_set_text (self->result_label,
                      text != NULL ? text : error != NULL ? error->message : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repeat.plan", self->days != NULL);
}

static void
planned (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MspRepeatDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->services == NULL)
    return; /* closed meanwhile */

  if (msp_journal_store_add_many_finish (MSP_JOURNAL_STORE (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  text = msp_database_error_to_text (error, msp_services_get_journal_path (self->services));
  msp_notice_say (self->problem_notice, text, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repeat.plan", TRUE);
}

static void
plan_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspRepeatDialog *self = MSP_REPEAT_DIALOG (widget);
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL || self->days == NULL)
    return;

  gtk_widget_action_set_enabled (widget, "repeat.plan", FALSE);
  msp_notice_say (self->problem_notice, NULL, NULL);
  msp_journal_store_add_many_async (store, msp_repeat_make_entries (self->entry, self->days), NULL,
                                    planned, g_object_ref (self));
}

static void
msp_repeat_dialog_dispose (GObject *object)
{
  MspRepeatDialog *self = MSP_REPEAT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_REPEAT_DIALOG);
  g_clear_object (&self->services);
  g_clear_pointer (&self->entry, msp_contribution_free);
  g_clear_pointer (&self->days, g_array_unref);

  G_OBJECT_CLASS (msp_repeat_dialog_parent_class)->dispose (object);
}

static void
msp_repeat_dialog_class_init (MspRepeatDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_repeat_dialog_dispose;

  g_type_ensure (MSP_TYPE_DATE_ROW);
  g_type_ensure (MSP_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/repeat-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, problem_notice);
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, every_spin);
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, times_row);
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, times_spin);
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, MspRepeatDialog, result_label);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed);
  gtk_widget_class_install_action (widget_class, "repeat.plan", NULL, plan_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "repeat.plan",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
msp_repeat_dialog_init (MspRepeatDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MspRepeatDialog *
msp_repeat_dialog_new (GtkWindow             *parent,
                       MspServices           *services,
                       const MspContribution *entry)
{
  MspRepeatDialog *self = g_object_new (MSP_TYPE_REPEAT_DIALOG, "transient-for", parent, NULL);

  self->services = g_object_ref (services);
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, -1);
  adw_combo_row_set_selected (self->unit_row, UNIT_MONTHS);
  msp_date_row_set_day (self->until_row, msp_day_add_months (entry->date, YEAR_MONTHS));
  self->entry = msp_contribution_copy (entry);
  choices_changed (self);

  return self;
}

/* What the answer of the journal is for. */
typedef struct
{
  GtkWindow   *parent;   /* (unowned) (nullable): NULL once it is gone */
  MspServices *services; /* (owned) */
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_weak_pointer (&self->parent);
  g_object_unref (self->services);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
entry_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry =
    msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (opening->parent == NULL)
    return;

  if (entry != NULL)
    {
      gtk_window_present (GTK_WINDOW (msp_repeat_dialog_new (opening->parent, opening->services,
                                                             entry)));
      return;
    }

  text = msp_database_error_to_text (error, msp_services_get_journal_path (opening->services));
  gtk_widget_activate_action (GTK_WIDGET (opening->parent), "win.toast", "s", text);
}

void
msp_repeat_dialog_open (GtkWindow   *parent,
                        MspServices *services,
                        const char  *id)
{
  MspJournalStore *store = msp_services_get_store (services);
  Opening *opening;

  g_return_if_fail (GTK_IS_WINDOW (parent) && id != NULL);

  if (store == NULL)
    return;

  opening = g_new0 (Opening, 1);
  g_set_weak_pointer (&opening->parent, parent);
  opening->services = g_object_ref (services);
  msp_journal_store_get_async (store, id, NULL, entry_read, opening);
}
