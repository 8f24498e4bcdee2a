/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-details"

#include "app/widgets/msp-entry-details.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-choice-button.h"
#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-field-text.h"
#include "app/widgets/msp-limited-text.h"

/**
 * MspEntryDetails:
 *
 * What a contribution is about and for whom.
 */
struct _MspEntryDetails
{
  AdwPreferencesGroup  parent_instance;

  AdwEntryRow         *area_row; /* in it */
  AdwEntryRow         *role_row;
  AdwEntryRow         *audience_row;
  AdwEntryRow         *tags_row;
  AdwEntryRow         *additional_areas_row;
  MspChoiceButton     *area_choices; /* behind the rows */
  MspChoiceButton     *role_choices;
  MspChoiceButton     *audience_choices;
  MspChoiceButton     *tag_choices;
  MspChoiceButton     *additional_choices;
};

G_DEFINE_FINAL_TYPE (MspEntryDetails, msp_entry_details, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_changed (MspEntryDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static AdwEntryRow *
add_row (MspEntryDetails *self,
         const char      *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  msp_limited_text_set (GTK_EDITABLE (row), MSP_LIMIT_LINE);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return ADW_ENTRY_ROW (row);
}

static void
msp_entry_details_class_init (MspEntryDetailsClass *klass)
{
  /**
   * MspEntryDetails::changed:
   * @self: the details
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_ENTRY_DETAILS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_entry_details_init (MspEntryDetails *self)
{
  self->area_row = add_row (self, _ ("Area"));
  self->role_row = add_row (self, _ ("Role"));
  self->audience_row = add_row (self, _ ("Audience, separated by semicolons"));
  self->tags_row = add_row (self, _ ("Tags, separated by commas"));
  self->additional_areas_row = add_row (self, _ ("Additional areas, separated by semicolons"));
  self->area_choices = msp_choice_button_attach (self->area_row, _ ("Choose an area"), FALSE);
  self->role_choices = msp_choice_button_attach (self->role_row, _ ("Choose a role"), FALSE);
  self->audience_choices =
    msp_choice_button_attach (self->audience_row, _ ("Choose the audience"), TRUE);
  self->tag_choices = msp_choice_button_attach (self->tags_row, _ ("Choose tags"), TRUE);
  self->additional_choices =
    msp_choice_button_attach (self->additional_areas_row, _ ("Choose areas"), TRUE);
}

static void
vocabulary_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MspEntryDetails) self = user_data;
  g_autoptr (MspJournalVocabulary) vocabulary =
    msp_journal_store_vocabulary_finish (MSP_JOURNAL_STORE (source), result, NULL);

  /* The form may be gone by now. */
  if (vocabulary != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    msp_choice_button_add (self->tag_choices, NULL, (const char *const *) vocabulary->tags);
}

void
msp_entry_details_set_services (MspEntryDetails *self,
                                MspServices     *services)
{
  MspCatalog *catalog = msp_services_get_catalog (services);
  GPtrArray *categories = msp_catalog_get_area_categories (catalog);

  g_return_if_fail (MSP_IS_ENTRY_DETAILS (self));

  for (guint i = 0; i < categories->len; i++)
    {
      const MspAreaCategory *category = g_ptr_array_index (categories, i);
      const char *const *areas = (const char *const *) category->areas;

      msp_choice_button_add (self->area_choices, category->name, areas);
      msp_choice_button_add (self->additional_choices, category->name, areas);
    }
  msp_choice_button_add (self->audience_choices, NULL, msp_catalog_get_audiences (catalog));
  if (msp_services_get_store (services) != NULL)
    msp_journal_store_vocabulary_async (msp_services_get_store (services), NULL, vocabulary_read,
                                        g_object_ref (self));
}

void
msp_entry_details_show (MspEntryDetails       *self,
                        const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_DETAILS (self) && entry != NULL);

  msp_entry_details_choose (self, entry);
  msp_field_text_set_list (self->tags_row, entry->tags);
  msp_field_text_set_list (self->additional_areas_row, entry->additional_areas);
}

void
msp_entry_details_show_type (MspEntryDetails       *self,
                             const MspActivityType *type)
{
  g_return_if_fail (MSP_IS_ENTRY_DETAILS (self));

  msp_choice_button_clear (self->role_choices);
  if (type == NULL)
    return;

  msp_choice_button_add (self->role_choices, NULL, (const char *const *) type->roles);
  if (*msp_field_text (self->role_row) == '\0' && type->roles[0] != NULL)
    msp_field_text_set (self->role_row, type->roles[0]);
}

void
msp_entry_details_choose (MspEntryDetails       *self,
                          const MspContribution *choices)
{
  g_return_if_fail (MSP_IS_ENTRY_DETAILS (self) && choices != NULL);

  msp_field_text_set (self->area_row, choices->area);
  msp_field_text_set (self->role_row, choices->role);
  msp_field_text_set_list (self->audience_row, choices->audience);
}

void
msp_entry_details_read (MspEntryDetails *self,
                        MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_DETAILS (self) && entry != NULL);

  msp_field_text_read (self->area_row, &entry->area);
  msp_field_text_read (self->role_row, &entry->role);
  msp_field_text_read_list (self->audience_row, &entry->audience);
  msp_field_text_read_list (self->tags_row, &entry->tags);
  msp_field_text_read_list (self->additional_areas_row, &entry->additional_areas);
}

void
msp_entry_details_say_problems (MspEntryDetails *self,
                                GPtrArray       *problems)
{
  const MspFieldRow rows[] = {
    { "technologyFocusArea", self->area_row }, { "role", self->role_row },
    { "targetAudience", self->audience_row }, { "tags", self->tags_row },
    { "additionalTechnologyAreas", self->additional_areas_row },
  };

  g_return_if_fail (MSP_IS_ENTRY_DETAILS (self) && problems != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    msp_field_problem_set_from (&rows[i], problems, TRUE);
}
