/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-question-view"

#include "app/widgets/msp-question-view.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspQuestionView:
 *
 * One question of the wizard with its help, what can be answered, and why it is asked.
 */
struct _MspQuestionView
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkLabel          *title_label;
  GtkLabel          *help_label;
  GtkListBox        *list;
  GtkListBox        *journal_list;
  GtkLabel          *why_label;

  const MspQuestion *question; /* (nullable): the catalogue's */
  GPtrArray         *checks;   /* (owned): GtkCheckButton of each value, children of the list */
  GtkSpinButton     *spin;     /* (nullable) (unowned): of a number, a child of the list */
  gboolean           filling;  /* the controls are being set, nobody is using them */
};

G_DEFINE_FINAL_TYPE (MspQuestionView, msp_question_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
control_changed (MspQuestionView *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

/* The check button is what the keyboard reaches; the row is there for the pointer. */
static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          GtkWidget  *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  msp_format_accessible_label (row, title);
  msp_format_accessible_label (control, title);
  if (subtitle != NULL)
    msp_format_accessible_description (control, subtitle);

  return row;
}

/* What the value says beside its name: its detail, then what the journal holds of it. */
static char *
describe_value (const MspValue           *value,
                const MspJournalEvidence *evidence)
{
  const char *const *ids = NULL;
  g_autofree char *count = NULL;
  guint n;

  if (evidence != NULL)
    ids = g_hash_table_lookup (evidence->entries, value->id);
  n = ids != NULL ? g_strv_length ((GStrv) ids) : 0;
  if (n == 0)
    return g_strdup (value->detail);

  count = g_strdup_printf (ngettext ("%u entry in your journal", "%u entries in your journal", n), n);

  return value->detail != NULL ? g_strdup_printf ("%s\n%s", value->detail, count)
                               : g_steal_pointer (&count);
}

static void
append_value (MspQuestionView          *self,
              const MspValue           *value,
              gboolean                  active,
              const MspJournalEvidence *evidence)
{
  gboolean many = self->question->kind == MSP_QUESTION_CHOICES;
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                   "accessible-role",
                                   many ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_RADIO,
                                   NULL);
  g_autofree char *subtitle = describe_value (value, evidence);
  GtkWidget *row = make_row (value->label, subtitle, check);

  if (!many && self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_signal_connect_object (check, "toggled", G_CALLBACK (control_changed), self, G_CONNECT_SWAPPED);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
}

static void
append_number (MspQuestionView   *self,
               const char *const *values)
{
  const MspQuestion *question = self->question;
  GtkWidget *spin = gtk_spin_button_new_with_range (question->minimum, question->maximum, 1);
  GtkWidget *row = make_row (question->title, NULL, spin);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Months"));
  if (values != NULL && values[0] != NULL)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), g_ascii_strtod (values[0], NULL));
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_snap_to_ticks (GTK_SPIN_BUTTON (spin), TRUE);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (control_changed), self,
                           G_CONNECT_SWAPPED);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_list_box_append (self->list, row);
  self->spin = GTK_SPIN_BUTTON (spin);
}

/* The list would take the arrow keys for its rows, which cannot have the focus. */
static gboolean
key_pressed (MspQuestionView *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  int n = (int) self->checks->len;

  if (step == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  for (int i = 0; i < n; i++)
    {
      GtkWidget *target = g_ptr_array_index (self->checks, (i + n + step) % n);

      if (!gtk_widget_has_focus (g_ptr_array_index (self->checks, i)))
        continue;
      gtk_widget_grab_focus (target);
      if (self->question->kind != MSP_QUESTION_CHOICES)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (target), TRUE);

      return TRUE;
    }

  return FALSE;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
msp_question_view_dispose (GObject *object)
{
  MspQuestionView *self = MSP_QUESTION_VIEW (object);

  g_ptr_array_set_size (self->checks, 0);
  self->spin = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_QUESTION_VIEW);

  G_OBJECT_CLASS (msp_question_view_parent_class)->dispose (object);
}

static void
msp_question_view_finalize (GObject *object)
{
  MspQuestionView *self = MSP_QUESTION_VIEW (object);

  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (msp_question_view_parent_class)->finalize (object);
}

static void
msp_question_view_class_init (MspQuestionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = msp_question_view_dispose;
  object_class->finalize = msp_question_view_finalize;

  /**
   * MspQuestionView::answered:
   * @self: the view
   *
   * Somebody has changed the answer.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MspQuestionView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MspQuestionView, help_label);
  gtk_widget_class_bind_template_child (widget_class, MspQuestionView, list);
  gtk_widget_class_bind_template_child (widget_class, MspQuestionView, journal_list);
  gtk_widget_class_bind_template_child (widget_class, MspQuestionView, why_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
msp_question_view_init (MspQuestionView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

GtkWidget *
msp_question_view_new (void)
{
  return g_object_new (MSP_TYPE_QUESTION_VIEW, NULL);
}

/**
 * msp_question_view_set_question:
 * @self: a view
 * @question: the question
 * @values: (nullable): its answer so far
 * @evidence: (nullable): what the journal says of its values
 */
void
msp_question_view_set_question (MspQuestionView          *self,
                                const MspQuestion        *question,
                                const char *const        *values,
                                const MspJournalEvidence *evidence)
{
  g_return_if_fail (MSP_IS_QUESTION_VIEW (self));
  g_return_if_fail (question != NULL);

  self->filling = TRUE;
  self->question = question;
  self->spin = NULL;
  g_ptr_array_set_size (self->checks, 0);
  clear_list (self->list);
  msp_question_view_set_journal (self, NULL);

  gtk_label_set_label (self->title_label, question->title);
  gtk_label_set_label (self->help_label, question->help);
  gtk_label_set_label (self->why_label, question->why);
  msp_format_accessible_label (GTK_WIDGET (self), question->title);
  msp_format_accessible_label (GTK_WIDGET (self->list), question->title);
  msp_format_accessible_description (GTK_WIDGET (self->list), question->help);

  if (question->kind == MSP_QUESTION_NUMBER)
    append_number (self, values);
  for (guint i = 0; i < question->values->len; i++)
    {
      const MspValue *value = g_ptr_array_index (question->values, i);

      append_value (self, value, values != NULL && g_strv_contains (values, value->id),
                    question->from_journal ? evidence : NULL);
    }
  self->filling = FALSE;
}

/**
 * msp_question_view_set_journal:
 * @self: a view
 * @journal_row: (nullable): a list row that names the entries behind a prefilled answer
 */
void
msp_question_view_set_journal (MspQuestionView *self,
                               GtkWidget       *journal_row)
{
  g_return_if_fail (MSP_IS_QUESTION_VIEW (self));

  clear_list (self->journal_list);
  if (journal_row != NULL)
    gtk_list_box_append (self->journal_list, journal_row);
  gtk_widget_set_visible (GTK_WIDGET (self->journal_list), journal_row != NULL);
}

/**
 * msp_question_view_get_values:
 * @self: a view
 *
 * Returns: (nullable) (transfer full): the answer shown; %NULL if nothing is chosen where
 *   something has to be
 */
GStrv
msp_question_view_get_values (MspQuestionView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  g_return_val_if_fail (MSP_IS_QUESTION_VIEW (self), NULL);

  if (self->spin != NULL)
    {
      g_autofree char *number = NULL;

      gtk_spin_button_update (self->spin);
      number = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->spin));
      g_strv_builder_add (builder, number);
      any = TRUE;
    }

  for (guint i = 0; i < self->checks->len; i++)
    {
      const MspValue *value = g_ptr_array_index (self->question->values, i);

      if (!gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        continue;
      g_strv_builder_add (builder, value->id);
      any = TRUE;
    }

  if (!any && self->question->kind != MSP_QUESTION_CHOICES)
    return NULL;

  return g_strv_builder_end (builder);
}

/* To the answer chosen, or the first that can be. */
void
msp_question_view_focus_first (MspQuestionView *self)
{
  GtkWidget *target = NULL;

  g_return_if_fail (MSP_IS_QUESTION_VIEW (self));

  if (self->checks->len > 0)
    target = g_ptr_array_index (self->checks, 0);
  for (guint i = 0; i < self->checks->len; i++)
    if (self->question->kind != MSP_QUESTION_CHOICES &&
        gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      target = g_ptr_array_index (self->checks, i);

  if (self->spin != NULL)
    target = GTK_WIDGET (self->spin);
  if (target != NULL)
    gtk_widget_grab_focus (target);
}
