/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-form"

#include "app/widgets/msp-entry-form.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-choice-button.h"
#include "app/widgets/msp-date-row.h"
#include "app/widgets/msp-entry-details.h"
#include "app/widgets/msp-entry-marks.h"
#include "app/widgets/msp-entry-texts.h"
#include "app/widgets/msp-evidence-fields.h"
#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-field-text.h"
#include "app/widgets/msp-figure-fields.h"
#include "app/widgets/msp-limited-text.h"
#include "app/widgets/msp-tab-order.h"
#include "app/widgets/msp-type-row.h"
#include "base/msp-text.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define PASTED_MIN 10 /* characters at once are no key: "https://a." */

/**
 * MspEntryForm:
 *
 * The fields of one contribution. What is wrong is said at the field, as it is typed.
 */
struct _MspEntryForm
{
  AdwBin             parent_instance;

  /* Template widgets */
  AdwEntryRow       *title_row;
  GtkLabel          *title_counter;
  AdwEntryRow       *url_row;
  MspTypeRow        *type_row;
  AdwEntryRow       *own_type_row;
  MspDateRow        *date_row;
  AdwEntryRow       *event_row;
  MspFigureFields   *figures;
  MspEntryDetails   *details;
  MspEntryTexts     *texts;
  MspEvidenceFields *evidence;
  MspDateRow        *end_date_row;
  AdwEntryRow       *quantity_row;
  MspEntryMarks     *marks;

  MspChoiceButton   *event_choices; /* behind the row */

  MspServices       *services; /* (owned) (nullable): NULL until set */
  MspContribution   *entry;   /* (owned) (nullable): as it was set */
  gboolean           touched; /* a person typed: what is missing is an error now */
  glong              lengths[2]; /* of title and link, as seen last */
  guint              paste_source; /* what was pasted is to be taken apart */
};

G_DEFINE_FINAL_TYPE (MspEntryForm, msp_entry_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LEFT,
  SIGNAL_LINKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
read_texts (MspEntryForm    *self,
            MspContribution *entry)
{
  const MspActivityType *type = msp_type_row_get_chosen (self->type_row);

  msp_field_text_read (self->own_type_row, &entry->type);
  if (type != NULL)
    {
      g_free (entry->type);
      entry->type = g_strdup (type->name);
    }
  msp_field_text_read (self->title_row, &entry->title);
  msp_field_text_read (self->url_row, &entry->url);
  msp_field_text_read (self->event_row, &entry->microsoft_event);
  msp_entry_details_read (self->details, entry);
  msp_entry_texts_read (self->texts, entry);
}

static void
say_problems (MspEntryForm *self,
              GPtrArray    *problems)
{
  const MspFieldRow lines[] = {
    { "title", self->title_row }, { "url", self->url_row }, { "microsoftEvent", self->event_row },
    { "activityTypeName", self->own_type_row },
  };
  const MspFieldRow values[] = {
    { "date", self->date_row }, { "dateEnd", self->end_date_row },
    { "quantity", self->quantity_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    msp_field_problem_set_from (&lines[i], problems, self->touched);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      /* What could not be read at all was said already. */
      if (!gtk_widget_has_css_class (values[i].row, "error"))
        msp_field_problem_set_from (&values[i], problems, self->touched);
    }
  msp_entry_details_say_problems (self->details, problems);
}

MspContribution *
msp_entry_form_read (MspEntryForm *self,
                     gboolean     *is_valid)
{
  MspContribution *entry;
  gboolean is_good = TRUE;
  g_autoptr (GPtrArray) problems = NULL;

  g_return_val_if_fail (MSP_IS_ENTRY_FORM (self) && self->entry != NULL, NULL);

  entry = msp_contribution_copy (self->entry);
  read_texts (self, entry);
  entry->date = msp_date_row_read (self->date_row, TRUE, &is_good);
  entry->date_end = msp_date_row_read (self->end_date_row, FALSE, &is_good);
  is_good = msp_field_text_read_number (self->quantity_row, MSP_FIGURE_MAX, &entry->quantity) && is_good;
  msp_entry_marks_read (self->marks, entry);
  is_good = msp_figure_fields_read (self->figures, entry) && is_good;
  is_good = msp_evidence_fields_read (self->evidence, entry) && is_good;

  problems = msp_contribution_check (entry);
  say_problems (self, problems);
  if (is_valid != NULL)
    *is_valid = is_good && problems->len == 0;

  return entry;
}

static glong
length_of (gpointer row)
{
  return g_utf8_strlen (msp_field_text (row), -1);
}

static void
form_changed (MspEntryForm *self)
{
  g_autofree char *counter = g_strdup_printf ("%ld/%d", length_of (self->title_row), MSP_TITLE_MAX);

  gtk_label_set_text (self->title_counter, counter);
  if (self->entry == NULL)
    return;

  if (*msp_field_text (self->title_row) != '\0')
    self->touched = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
focus_left (MspEntryForm *self)
{
  if (self->entry != NULL)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

/* A link in the title goes where links are; words around a link are its title. */
static gboolean
take_apart (gpointer user_data)
{
  MspEntryForm *self = MSP_ENTRY_FORM (user_data);
  gboolean is_linked = *msp_field_text (self->url_row) != '\0';
  gpointer row = is_linked ? self->url_row : self->title_row;
  g_autoptr (MspSharedText) shared = msp_shared_text_parse (msp_field_text (row));

  self->paste_source = 0;
  if (*shared->url == '\0' || g_str_equal (shared->url, msp_field_text (self->url_row)))
    return G_SOURCE_REMOVE;

  msp_field_text_set (self->url_row, shared->url);
  if (!is_linked || *msp_field_text (self->title_row) == '\0')
    msp_field_text_set (self->title_row, shared->title);

  return G_SOURCE_REMOVE;
}

/* Once the field is done with what was put into it. */
static void
text_changed (MspEntryForm *self,
              AdwEntryRow  *row)
{
  gboolean is_link = row == self->url_row;
  glong length = length_of (row);
  gboolean is_pasted = length >= self->lengths[is_link] + PASTED_MIN;

  self->lengths[is_link] = length;
  form_changed (self);
  if (self->entry == NULL)
    return;

  if (is_pasted && self->paste_source == 0)
    self->paste_source = g_idle_add (take_apart, self);
  if (is_link)
    g_signal_emit (self, signals[SIGNAL_LINKED], 0, is_pasted);
}

static void
show_type (MspEntryForm          *self,
           const MspContribution *entry)
{
  const MspActivityType *type = msp_type_row_get_chosen (self->type_row);

  gtk_widget_set_visible (GTK_WIDGET (self->own_type_row), type == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->event_row), type != NULL && type->asks_microsoft_event);
  msp_entry_details_show_type (self->details, type);
  msp_figure_fields_show (self->figures, msp_services_get_catalog (self->services), type, entry);
}

/* Figures that are typed already stay, whatever type they were typed for. */
static void
type_chosen (MspEntryForm *self)
{
  g_autoptr (MspContribution) entry = NULL;

  if (self->entry == NULL)
    return;

  entry = msp_contribution_copy (self->entry);
  msp_figure_fields_read (self->figures, entry);
  show_type (self, entry);
  form_changed (self);
}

static void
msp_entry_form_dispose (GObject *object)
{
  MspEntryForm *self = MSP_ENTRY_FORM (object);

  g_clear_handle_id (&self->paste_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_ENTRY_FORM);
  g_clear_object (&self->services);
  g_clear_pointer (&self->entry, msp_contribution_free);

  G_OBJECT_CLASS (msp_entry_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, title_counter);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, url_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, type_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, own_type_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, date_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, end_date_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, event_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, figures);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, details);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, texts);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, evidence);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, marks);
}

static void
add_signals (void)
{
  /**
   * MspEntryForm::changed:
   * @self: the form
   *
   * Something was typed or chosen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_ENTRY_FORM, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MspEntryForm::left:
   * @self: the form
   *
   * A field that tells entries apart was left.
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", MSP_TYPE_ENTRY_FORM, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MspEntryForm::linked:
   * @self: the form
   * @is_whole: the link came at once, not key by key
   *
   * The link is another one.
   */
  signals[SIGNAL_LINKED] = g_signal_new ("linked", MSP_TYPE_ENTRY_FORM, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
msp_entry_form_class_init (MspEntryFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_form_dispose;
  add_signals ();

  g_type_ensure (MSP_TYPE_DATE_ROW);
  g_type_ensure (MSP_TYPE_ENTRY_DETAILS);
  g_type_ensure (MSP_TYPE_ENTRY_MARKS);
  g_type_ensure (MSP_TYPE_ENTRY_TEXTS);
  g_type_ensure (MSP_TYPE_EVIDENCE_FIELDS);
  g_type_ensure (MSP_TYPE_FIGURE_FIELDS);
  g_type_ensure (MSP_TYPE_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/entry-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, text_changed);
  gtk_widget_class_bind_template_callback (widget_class, type_chosen);
}

static void
watch_focus (MspEntryForm *self,
             GtkWidget    *row)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (row, controller);
}

static void
msp_entry_form_init (MspEntryForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  msp_evidence_fields_accept_drops (self->evidence, GTK_WIDGET (self));
  msp_limited_text_set (GTK_EDITABLE (self->title_row), MSP_LIMIT_LINE);
  msp_limited_text_set (GTK_EDITABLE (self->url_row), MSP_LIMIT_LINK);
  msp_limited_text_set (GTK_EDITABLE (self->own_type_row), MSP_LIMIT_LINE);
  msp_limited_text_set (GTK_EDITABLE (self->event_row), MSP_LIMIT_LINE);
  msp_limited_text_set (GTK_EDITABLE (self->quantity_row), MSP_LIMIT_NUMBER);
  msp_tab_order_add (GTK_WIDGET (self));
  watch_focus (self, GTK_WIDGET (self->title_row));
  watch_focus (self, GTK_WIDGET (self->date_row));
  watch_focus (self, GTK_WIDGET (self->url_row));
  self->event_choices = msp_choice_button_attach (self->event_row, _ ("Choose an event"), FALSE);
}

static void
fill_type (MspEntryForm *self,
           const char   *type)
{
  msp_type_row_choose (self->type_row, type);
  if (*type != '\0' && msp_type_row_get_chosen (self->type_row) == NULL)
    msp_field_text_set (self->own_type_row, type);
}

static void
fill_form (MspEntryForm          *self,
           const MspContribution *entry)
{
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, entry->quantity);

  fill_type (self, entry->type);
  msp_field_text_set (self->title_row, entry->title);
  msp_date_row_set_day (self->date_row, entry->date);
  msp_date_row_set_day (self->end_date_row, entry->date_end);
  msp_field_text_set (self->url_row, entry->url);
  msp_field_text_set (self->quantity_row, quantity);
  msp_field_text_set (self->event_row, entry->microsoft_event);
  msp_entry_details_show (self->details, entry);
  msp_entry_texts_show (self->texts, entry);
  msp_entry_marks_show (self->marks, entry);
  msp_evidence_fields_set_entry (self->evidence, entry);
}

void
msp_entry_form_set_services (MspEntryForm *self,
                             MspServices  *services)
{
  MspCatalog *catalog = msp_services_get_catalog (services);

  g_return_if_fail (MSP_IS_ENTRY_FORM (self) && self->services == NULL);

  self->services = g_object_ref (services);
  msp_type_row_set_catalog (self->type_row, catalog);
  msp_entry_details_set_services (self->details, services);
  msp_evidence_fields_set_services (self->evidence, services);
  msp_choice_button_add (self->event_choices, NULL, msp_catalog_get_microsoft_events (catalog));
}

void
msp_entry_form_set_entry (MspEntryForm          *self,
                          const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self) && self->services != NULL && entry != NULL);

  g_clear_handle_id (&self->paste_source, g_source_remove);
  g_clear_pointer (&self->entry, msp_contribution_free);
  fill_form (self, entry);
  self->entry = msp_contribution_copy (entry);
  self->touched = FALSE;
  msp_entry_form_set_type_hint (self, NULL);
  show_type (self, self->entry);
  form_changed (self);
}

void
msp_entry_form_set_choices (MspEntryForm          *self,
                            const MspContribution *choices)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self) && self->entry != NULL && choices != NULL);

  fill_type (self, choices->type);
  msp_entry_details_choose (self->details, choices);
  msp_entry_details_show_type (self->details, msp_type_row_get_chosen (self->type_row));
}

void
msp_entry_form_set_type_hint (MspEntryForm *self,
                              const char   *hint)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self));

  msp_field_problem_set (GTK_WIDGET (self->type_row), hint, FALSE);
}

void
msp_entry_form_take (MspEntryForm        *self,
                     const MspSharedText *shared)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self) && shared != NULL);

  if (*shared->url != '\0')
    msp_field_text_set (self->url_row, shared->url);
  if (*msp_field_text (self->title_row) == '\0')
    msp_field_text_set (self->title_row, shared->title);
  msp_entry_texts_offer_description (self->texts, shared->description);
}

const char *
msp_entry_form_get_url (MspEntryForm *self)
{
  g_return_val_if_fail (MSP_IS_ENTRY_FORM (self), "");

  return msp_field_text (self->url_row);
}

void
msp_entry_form_focus (MspEntryForm *self)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
