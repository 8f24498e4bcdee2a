/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-form"

#include "app/widgets/msp-entry-form.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-choice-button.h"
#include "app/widgets/msp-date-row.h"
#include "app/widgets/msp-evidence-fields.h"
#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-field-text.h"
#include "app/widgets/msp-figure-fields.h"
#include "app/widgets/msp-text-field.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspEntryForm:
 *
 * The fields of one contribution. What is wrong is said at the field, as it is typed.
 */
struct _MspEntryForm
{
  AdwBin           parent_instance;

  /* Template widgets */
  AdwComboRow     *type_row;
  AdwEntryRow     *own_type_row;
  AdwEntryRow     *title_row;
  GtkLabel        *title_counter;
  MspDateRow      *date_row;
  MspDateRow      *end_date_row;
  AdwEntryRow     *url_row;
  AdwEntryRow     *area_row;
  AdwEntryRow     *additional_areas_row;
  AdwEntryRow     *audience_row;
  AdwEntryRow     *role_row;
  AdwEntryRow     *quantity_row;
  AdwEntryRow     *tags_row;
  AdwEntryRow     *event_row;
  MspFigureFields *figures;
  GtkListBox      *text_list;
  GtkWidget       *evidence; /* MspEvidenceFields */
  GtkSwitch       *planned_switch;
  GtkSwitch       *portal_switch;
  GtkSwitch       *impact_switch;
  GtkSwitch       *private_switch;

  MspTextField    *description; /* in the list */
  MspTextField    *private_description;
  MspTextField    *notes;
  MspChoiceButton *role_choices; /* behind the rows */
  MspChoiceButton *event_choices;
  MspChoiceButton *tag_choices;

  MspServices     *services; /* (owned) (nullable): NULL until set */
  MspContribution *entry;    /* (owned) (nullable): as it was set */
  gboolean         touched;  /* a person typed: what is missing is an error now */
};

G_DEFINE_FINAL_TYPE (MspEntryForm, msp_entry_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* NULL: a type of the user's own. */
static const MspActivityType *
chosen_type (MspEntryForm *self)
{
  GPtrArray *types = msp_catalog_get_activity_types (msp_services_get_catalog (self->services));
  guint selected = adw_combo_row_get_selected (self->type_row);

  return selected < types->len ? g_ptr_array_index (types, selected) : NULL;
}

static void
replace_text (char **field,
              char  *text)
{
  g_free (*field);
  *field = text;
}

static void
read_texts (MspEntryForm    *self,
            MspContribution *entry)
{
  const MspActivityType *type = chosen_type (self);

  if (type != NULL)
    replace_text (&entry->type, g_strdup (type->name));
  else
    msp_field_text_read (self->own_type_row, &entry->type);
  msp_field_text_read (self->title_row, &entry->title);
  msp_field_text_read (self->url_row, &entry->url);
  msp_field_text_read (self->area_row, &entry->area);
  msp_field_text_read (self->role_row, &entry->role);
  msp_field_text_read (self->event_row, &entry->microsoft_event);
  msp_field_text_read_list (self->additional_areas_row, &entry->additional_areas);
  msp_field_text_read_list (self->audience_row, &entry->audience);
  msp_field_text_read_list (self->tags_row, &entry->tags);
  replace_text (&entry->description, msp_text_field_get_text (self->description));
  replace_text (&entry->private_description, msp_text_field_get_text (self->private_description));
  replace_text (&entry->notes, msp_text_field_get_text (self->notes));
}

/* Where a problem of a field is said; NULL: not in this form. */
static GtkWidget *
row_of (MspEntryForm *self,
        const char   *field)
{
  const struct
  {
    const char *field;
    gpointer    row;
  } rows[] = {
    { "title", self->title_row }, { "url", self->url_row }, { "dateEnd", self->end_date_row },
    { "activityTypeName", self->own_type_row }, { "date", self->date_row },
    { "role", self->role_row }, { "quantity", self->quantity_row },
    { "tags", self->tags_row }, { "targetAudience", self->audience_row },
    { "additionalTechnologyAreas", self->additional_areas_row },
    { "technologyFocusArea", self->area_row }, { "microsoftEvent", self->event_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (g_str_equal (rows[i].field, field))
        return rows[i].row;
    }

  return NULL;
}

static void
say_problems (MspEntryForm *self,
              GPtrArray    *problems)
{
  gpointer rows[] = { self->title_row, self->url_row, self->own_type_row, self->role_row,
                      self->tags_row, self->audience_row, self->additional_areas_row,
                      self->area_row, self->event_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    msp_field_problem_set (rows[i], NULL, FALSE);
  for (guint i = 0; i < problems->len; i++)
    {
      const MspFieldProblem *problem = g_ptr_array_index (problems, i);
      GtkWidget *row = row_of (self, problem->field);

      /* What could not be read at all was said already. */
      if (row != NULL && !gtk_widget_has_css_class (row, "error"))
        msp_field_problem_set (row, problem->message, self->touched || *msp_field_text (row) != '\0');
    }
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
  entry->status = gtk_switch_get_active (self->planned_switch) ? MSP_STATUS_PLANNED
                                                               : MSP_STATUS_DONE;
  entry->is_high_impact = gtk_switch_get_active (self->impact_switch);
  entry->is_private = gtk_switch_get_active (self->private_switch);
  if (!gtk_switch_get_active (self->portal_switch))
    entry->in_portal = MSP_DAY_NONE;
  else if (entry->in_portal == MSP_DAY_NONE)
    entry->in_portal = msp_clock_today ();
  is_good = msp_figure_fields_read (self->figures, entry) && is_good;
  is_good = msp_evidence_fields_read (MSP_EVIDENCE_FIELDS (self->evidence), entry) && is_good;

  problems = msp_contribution_check (entry);
  say_problems (self, problems);
  if (is_valid != NULL)
    *is_valid = is_good && problems->len == 0;

  return entry;
}

static void
form_changed (MspEntryForm *self)
{
  g_autofree char *counter =
    g_strdup_printf ("%ld/%d", g_utf8_strlen (msp_field_text (self->title_row), -1), MSP_TITLE_MAX);

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

static void
fill_roles (MspEntryForm          *self,
            const MspActivityType *type)
{
  msp_choice_button_clear (self->role_choices);
  if (type == NULL)
    return;

  msp_choice_button_add (self->role_choices, NULL, (const char *const *) type->roles);
  if (*msp_field_text (self->role_row) == '\0' && type->roles[0] != NULL)
    msp_field_text_set (self->role_row, type->roles[0]);
}

static void
type_chosen (MspEntryForm *self)
{
  const MspActivityType *type;

  if (self->entry == NULL)
    return;

  type = chosen_type (self);
  gtk_widget_set_visible (GTK_WIDGET (self->own_type_row), type == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->event_row),
                          type != NULL && type->asks_microsoft_event);
  fill_roles (self, type);
  msp_figure_fields_show (self->figures, type, self->entry);
  form_changed (self);
}

static void
msp_entry_form_dispose (GObject *object)
{
  MspEntryForm *self = MSP_ENTRY_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_ENTRY_FORM);
  g_clear_object (&self->services);
  g_clear_pointer (&self->entry, msp_contribution_free);

  G_OBJECT_CLASS (msp_entry_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, type_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, own_type_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, title_counter);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, date_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, end_date_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, url_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, area_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, additional_areas_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, audience_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, role_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, tags_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, event_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, figures);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, text_list);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, evidence);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, planned_switch);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, portal_switch);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, impact_switch);
  gtk_widget_class_bind_template_child (widget_class, MspEntryForm, private_switch);
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
}

static void
msp_entry_form_class_init (MspEntryFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_form_dispose;
  add_signals ();

  g_type_ensure (MSP_TYPE_DATE_ROW);
  g_type_ensure (MSP_TYPE_EVIDENCE_FIELDS);
  g_type_ensure (MSP_TYPE_FIGURE_FIELDS);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/entry-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
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
  msp_evidence_fields_accept_drops (MSP_EVIDENCE_FIELDS (self->evidence), GTK_WIDGET (self));

  self->description = MSP_TEXT_FIELD (msp_text_field_new (_ ("Description"), MSP_DESCRIPTION_MAX));
  self->private_description =
    MSP_TEXT_FIELD (msp_text_field_new (_ ("Private description"), MSP_DESCRIPTION_MAX));
  self->notes = MSP_TEXT_FIELD (msp_text_field_new (_ ("Notes"), MSP_NOTES_MAX));
  gtk_list_box_append (self->text_list, GTK_WIDGET (self->description));
  gtk_list_box_append (self->text_list, GTK_WIDGET (self->private_description));
  gtk_list_box_append (self->text_list, GTK_WIDGET (self->notes));
  g_signal_connect_object (self->description, "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->private_description, "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
  watch_focus (self, GTK_WIDGET (self->title_row));
  watch_focus (self, GTK_WIDGET (self->date_row));
  watch_focus (self, GTK_WIDGET (self->url_row));
  self->role_choices = msp_choice_button_attach (self->role_row, _ ("Choose a role"), FALSE);
  self->event_choices = msp_choice_button_attach (self->event_row, _ ("Choose an event"), FALSE);
  self->tag_choices = msp_choice_button_attach (self->tags_row, _ ("Choose tags"), TRUE);
}

static void
fill_types (MspEntryForm   *self,
            const char     *chosen)
{
  GPtrArray *types = msp_catalog_get_activity_types (msp_services_get_catalog (self->services));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = *chosen == '\0' ? 0 : types->len;

  for (guint i = 0; i < types->len; i++)
    {
      const MspActivityType *type = g_ptr_array_index (types, i);

      gtk_string_list_append (names, type->name);
      if (g_ascii_strcasecmp (type->name, chosen) == 0)
        selected = i;
    }
  gtk_string_list_append (names, _ ("A type of your own"));

  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->type_row, selected);
  if (selected == types->len)
    msp_field_text_set (self->own_type_row, chosen);
}

static void
fill_form (MspEntryForm          *self,
           const MspContribution *entry)
{
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, entry->quantity);

  fill_types (self, entry->type);
  msp_field_text_set (self->title_row, entry->title);
  msp_date_row_set_day (self->date_row, entry->date);
  msp_date_row_set_day (self->end_date_row, entry->date_end);
  msp_field_text_set (self->url_row, entry->url);
  msp_field_text_set (self->area_row, entry->area);
  msp_field_text_set (self->role_row, entry->role);
  msp_field_text_set (self->quantity_row, quantity);
  msp_field_text_set (self->event_row, entry->microsoft_event);
  msp_field_text_set_list (self->additional_areas_row, entry->additional_areas);
  msp_field_text_set_list (self->audience_row, entry->audience);
  msp_field_text_set_list (self->tags_row, entry->tags);
  msp_text_field_set_text (self->description, entry->description);
  msp_text_field_set_text (self->private_description, entry->private_description);
  msp_text_field_set_text (self->notes, entry->notes);
  gtk_switch_set_active (self->planned_switch, entry->status == MSP_STATUS_PLANNED);
  gtk_switch_set_active (self->portal_switch, entry->in_portal != MSP_DAY_NONE);
  gtk_switch_set_active (self->impact_switch, entry->is_high_impact);
  gtk_switch_set_active (self->private_switch, entry->is_private);
  msp_evidence_fields_set_entry (MSP_EVIDENCE_FIELDS (self->evidence), entry);
}

static void
vocabulary_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MspEntryForm) self = user_data;
  g_autoptr (MspJournalVocabulary) vocabulary =
    msp_journal_store_vocabulary_finish (MSP_JOURNAL_STORE (source), result, NULL);

  if (vocabulary != NULL && self->services != NULL)
    msp_choice_button_add (self->tag_choices, NULL, (const char *const *) vocabulary->tags);
}

void
msp_entry_form_set_services (MspEntryForm *self,
                             MspServices  *services)
{
  MspCatalog *catalog = msp_services_get_catalog (services);
  GPtrArray *categories = msp_catalog_get_area_categories (catalog);
  MspChoiceButton *area = msp_choice_button_attach (self->area_row, _ ("Choose an area"), FALSE);
  MspChoiceButton *areas = msp_choice_button_attach (self->additional_areas_row, _ ("Choose areas"), TRUE);
  MspChoiceButton *audience = msp_choice_button_attach (self->audience_row, _ ("Choose the audience"), TRUE);

  g_return_if_fail (MSP_IS_ENTRY_FORM (self) && self->services == NULL);

  self->services = g_object_ref (services);
  msp_evidence_fields_set_services (MSP_EVIDENCE_FIELDS (self->evidence), services);
  for (guint i = 0; i < categories->len; i++)
    {
      const MspAreaCategory *category = g_ptr_array_index (categories, i);

      msp_choice_button_add (area, category->name, (const char *const *) category->areas);
      msp_choice_button_add (areas, category->name, (const char *const *) category->areas);
    }
  msp_choice_button_add (audience, NULL, msp_catalog_get_audiences (catalog));
  msp_choice_button_add (self->event_choices, NULL, msp_catalog_get_microsoft_events (catalog));
  if (msp_services_get_store (services) != NULL)
    msp_journal_store_vocabulary_async (msp_services_get_store (services), NULL, vocabulary_read,
                                        g_object_ref (self));
}

void
msp_entry_form_set_entry (MspEntryForm          *self,
                          const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self) && self->services != NULL && entry != NULL);

  g_clear_pointer (&self->entry, msp_contribution_free);
  fill_form (self, entry);
  self->entry = msp_contribution_copy (entry);
  self->touched = FALSE;
  type_chosen (self);
}

void
msp_entry_form_set_url (MspEntryForm *self,
                        const char   *url)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self) && url != NULL);

  msp_field_text_set (self->url_row, url);
}

void
msp_entry_form_focus (MspEntryForm *self)
{
  g_return_if_fail (MSP_IS_ENTRY_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
