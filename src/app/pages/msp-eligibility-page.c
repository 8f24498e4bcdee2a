/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-eligibility-page"

#include "app/pages/msp-eligibility-page.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-evidence-loader.h"
#include "app/widgets/msp-evidence-row.h"
#include "app/widgets/msp-question-view.h"
#include "app/widgets/msp-result-history.h"
#include "app/widgets/msp-result-list.h"
#include "app/widgets/msp-result-view.h"
#include "app/widgets/msp-wizard.h"
#include "base/msp-clock.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspEligibilityPage:
 *
 * The wizard: its beginning, a question a page, and the result with those before it.
 */
struct _MspEligibilityPage
{
  AdwBin             parent_instance;

  /* Template widgets */
  AdwToastOverlay   *toast_overlay;
  GtkStack          *stack;
  GtkLabel          *half_done_label;
  GtkWidget         *continue_button;
  GtkWidget         *start_button;
  MspResultList     *start_list;
  GtkWidget         *question_box;
  GtkLabel          *progress_label;
  GtkProgressBar    *progress_bar;
  MspQuestionView   *question_view;
  GtkWidget         *skip_button;
  GtkButton         *next_button;
  GtkScrolledWindow *result_scroller;
  MspResultView     *result_view;
  MspResultList     *result_list;

  MspServices       *services;   /* (owned) (nullable): NULL only while disposing */
  MspWizard         *wizard;     /* (owned) (nullable): as above */
  MspEvidenceLoader *loader;     /* (owned) (nullable): as above */
  MspResultHistory  *history;    /* (owned) (nullable): as above */
  MspAssessment     *assessment; /* (owned) (nullable): the result shown */
};

G_DEFINE_FINAL_TYPE (MspEligibilityPage, msp_eligibility_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
} MspEligibilityPageProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

static void
show_results (MspEligibilityPage *self)
{
  MspCatalog *catalog = msp_services_get_catalog (self->services);
  GPtrArray *results = msp_result_history_get_results (self->history);

  msp_result_list_fill (self->start_list, catalog, results);
  msp_result_list_fill (self->result_list, catalog, results);
}

static void
show_start (MspEligibilityPage *self)
{
  gboolean half_done = msp_wizard_is_half_done (self->wizard);
  guint n = msp_wizard_count_answers (self->wizard);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("You have answered %u question so far.",
                                    "You have answered %u questions so far.", n), n);
  gtk_label_set_label (self->half_done_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->half_done_label), half_done);
  gtk_widget_set_visible (self->continue_button, half_done);
  if (half_done)
    gtk_widget_remove_css_class (self->start_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->start_button, "suggested-action");
  gtk_stack_set_visible_child_name (self->stack, "start");
}

static void
update_progress (MspEligibilityPage *self)
{
  guint position = msp_wizard_get_position (self->wizard) + 1;
  guint n = msp_wizard_count_questions (self->wizard);
  gboolean last = msp_wizard_is_last (self->wizard);
  g_auto (GStrv) values = msp_question_view_get_values (self->question_view);
  g_autofree char *text = g_strdup_printf (_ ("Question %u of about %u"), position, n);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) position / MAX (n, 1));
  gtk_button_set_label (self->next_button, last ? _ ("See result") : _ ("Next"));
  gtk_widget_set_visible (self->skip_button, !last);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "eligibility.next", last || values != NULL);
}

static void
show_question (MspEligibilityPage *self)
{
  const MspQuestion *question = msp_wizard_get_question (self->wizard);
  const MspJournalEvidence *evidence = msp_evidence_loader_get_evidence (self->loader);
  g_auto (GStrv) values = NULL;

  if (question == NULL)
    {
      show_start (self);
      return;
    }

  values = msp_evidence_loader_suggest (self->loader, msp_wizard_get_answers (self->wizard), question);
  msp_question_view_set_question (self->question_view, question, (const char *const *) values,
                                  evidence);
  if (question->from_journal && evidence != NULL)
    msp_question_view_set_journal (self->question_view, msp_evidence_row_new (self->loader));

  gtk_stack_set_visible_child_name (self->stack, "question");
  update_progress (self);
  msp_question_view_focus_first (self->question_view);
}

static void
show_result (MspEligibilityPage *self,
             MspAssessment      *assessment,
             MspAssessment      *earlier,
             const char         *note)
{
  g_set_object (&self->assessment, assessment);
  msp_result_view_show (self->result_view, assessment, earlier, note);
  gtk_stack_set_visible_child_name (self->stack, "result");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->result_scroller), 0);
  gtk_widget_child_focus (GTK_WIDGET (self->result_view), GTK_DIR_TAB_FORWARD);
}

static void
finish (MspEligibilityPage *self)
{
  const MspJournalEvidence *evidence = msp_evidence_loader_get_evidence (self->loader);
  g_autoptr (MspAnswers) answers = msp_answers_copy (msp_wizard_get_answers (self->wizard));
  g_autoptr (MspAssessment) assessment = NULL;
  g_autoptr (MspAssessment) earlier = msp_result_history_read (self->history, 0);
  gboolean saved;

  if (evidence != NULL)
    msp_evidence_answer (evidence, answers);
  assessment = msp_assessment_new (answers, evidence, msp_clock_today ());
  saved = msp_result_history_save (self->history, assessment);
  msp_wizard_finish (self->wizard);
  show_results (self);
  show_result (self, assessment, earlier,
               saved ? _ ("Saved with its date, to be compared with the next one.")
                     : _ ("This result is not saved, because the journal cannot be written."));
}

static void
question_answered (MspEligibilityPage *self)
{
  g_auto (GStrv) values = msp_question_view_get_values (self->question_view);

  msp_wizard_set_values (self->wizard, (const char *const *) values);
  update_progress (self);
}

static void
start_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (widget);

  msp_wizard_start (self->wizard, NULL);
  show_question (self);
}

static void
continue_activated (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (widget);

  msp_wizard_resume (self->wizard);
  show_question (self);
}

static void
change_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (widget);

  if (self->assessment != NULL)
    msp_wizard_start (self->wizard, msp_assessment_get_answers (self->assessment));
  show_question (self);
}

static void
go_next (MspEligibilityPage *self)
{
  if (msp_wizard_go_next (self->wizard))
    show_question (self);
  else
    finish (self);
}

static void
next_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (widget);
  g_auto (GStrv) values = msp_question_view_get_values (self->question_view);

  /* What was filled in from the journal is an answer once it was let stand. */
  if (values != NULL)
    msp_wizard_set_values (self->wizard, (const char *const *) values);
  go_next (self);
}

static void
skip_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (widget);

  msp_wizard_set_values (self->wizard, NULL);
  go_next (self);
}

static void
back_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (widget);

  if (msp_wizard_go_back (self->wizard))
    show_question (self);
  else
    show_start (self);
}

/* Enter goes on, unless it means something where the focus is. */
static gboolean
key_pressed (MspEligibilityPage *self,
             guint               keyval,
             guint               keycode,
             GdkModifierType     state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & GDK_ALT_MASK) != 0 && keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left))
    return gtk_widget_activate_action (GTK_WIDGET (self), "eligibility.back", NULL);

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter) ||
      GTK_IS_BUTTON (focus) || GTK_IS_LIST_BOX_ROW (focus))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "eligibility.next", NULL);

  return TRUE;
}

static void
result_opened (MspEligibilityPage *self,
               gint64              key)
{
  guint index = msp_result_history_find (self->history, key);
  g_autoptr (MspAssessment) assessment = msp_result_history_read (self->history, index);
  g_autoptr (MspAssessment) earlier = NULL;

  if (assessment == NULL)
    return;

  earlier = msp_result_history_read (self->history, index + 1);
  show_result (self, assessment, earlier, _ ("A saved result."));
}

static void
result_deleted (MspEligibilityPage *self,
                gint64              key)
{
  AdwToast *toast;

  if (!msp_result_history_delete (self->history, key))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("The result was not deleted: the journal cannot be written"));
      return;
    }

  show_results (self);
  toast = adw_toast_new (_ ("Result deleted"));
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "eligibility.undo-delete");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
undo_delete_activated (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (widget);

  if (msp_result_history_undo (self->history))
    show_results (self);
}

static void
store_changed (MspEligibilityPage *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  msp_evidence_loader_set_store (self->loader, store);
  msp_result_history_set_store (self->history, store);
  show_results (self);
}

/* Late news from the journal may answer the question shown, if nobody has touched it. */
static void
evidence_loaded (MspEligibilityPage *self)
{
  const MspQuestion *question = msp_wizard_get_question (self->wizard);
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "question") == 0 && question != NULL && question->from_journal &&
      msp_wizard_get_values (self->wizard) == NULL)
    show_question (self);
}

static void
msp_eligibility_page_constructed (GObject *object)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (object);
  MspCatalog *catalog = msp_services_get_catalog (self->services);

  G_OBJECT_CLASS (msp_eligibility_page_parent_class)->constructed (object);

  self->wizard = msp_wizard_new (catalog, msp_services_get_settings (self->services));
  self->loader = msp_evidence_loader_new (catalog);
  self->history = msp_result_history_new (catalog);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (evidence_loaded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->services, "notify::store", G_CALLBACK (store_changed), self,
                           G_CONNECT_SWAPPED);
  store_changed (self);
  show_start (self);
}

static void
msp_eligibility_page_dispose (GObject *object)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (object);

  /* The child is bound too: it has to go before its pointer does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_ELIGIBILITY_PAGE);
  g_clear_object (&self->assessment);
  g_clear_object (&self->history);
  g_clear_object (&self->loader);
  g_clear_object (&self->wizard);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_eligibility_page_parent_class)->dispose (object);
}

static void
msp_eligibility_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  MspEligibilityPage *self = MSP_ELIGIBILITY_PAGE (object);

  switch ((MspEligibilityPageProperty) prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "pages/eligibility-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, half_done_label);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, start_list);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, question_box);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, question_view);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, result_scroller);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, result_view);
  gtk_widget_class_bind_template_child (widget_class, MspEligibilityPage, result_list);
  gtk_widget_class_bind_template_callback (widget_class, question_answered);
  gtk_widget_class_bind_template_callback (widget_class, result_opened);
  gtk_widget_class_bind_template_callback (widget_class, result_deleted);
}

static void
msp_eligibility_page_class_init (MspEligibilityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = msp_eligibility_page_constructed;
  object_class->dispose = msp_eligibility_page_dispose;
  object_class->set_property = msp_eligibility_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, MSP_TYPE_SERVICES,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MSP_TYPE_QUESTION_VIEW);
  g_type_ensure (MSP_TYPE_RESULT_LIST);
  g_type_ensure (MSP_TYPE_RESULT_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "eligibility.start", NULL, start_activated);
  gtk_widget_class_install_action (widget_class, "eligibility.continue", NULL, continue_activated);
  gtk_widget_class_install_action (widget_class, "eligibility.change", NULL, change_activated);
  gtk_widget_class_install_action (widget_class, "eligibility.next", NULL, next_activated);
  gtk_widget_class_install_action (widget_class, "eligibility.skip", NULL, skip_activated);
  gtk_widget_class_install_action (widget_class, "eligibility.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "eligibility.undo-delete", NULL,
                                   undo_delete_activated);
}

static void
msp_eligibility_page_init (MspEligibilityPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (self->question_box, keys);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    msp_format_hide_when_unmapped (child);
}

/**
 * msp_eligibility_page_start:
 * @self: the page
 *
 * Goes to the questions: on where somebody left off, else to the first.
 */
void
msp_eligibility_page_start (MspEligibilityPage *self)
{
  g_return_if_fail (MSP_IS_ELIGIBILITY_PAGE (self));

  if (msp_wizard_is_half_done (self->wizard))
    msp_wizard_resume (self->wizard);
  else
    msp_wizard_start (self->wizard, NULL);
  show_question (self);
}
