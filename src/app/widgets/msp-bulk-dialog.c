/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-bulk-dialog"

#include "app/widgets/msp-bulk-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-choice-button.h"
#include "app/widgets/msp-field-text.h"

#define APPLY "apply"
#define CANCEL "cancel"

/* A dialog that is open. */
typedef struct
{
  MspBulkField     field;
  AdwEntryRow     *row;     /* (unowned): in the dialog */
  MspChoiceButton *choices; /* (unowned): behind the row */
  MspBulkAnswered  answered;
  gpointer         user_data;
  GDestroyNotify   destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *self = data;

  self->destroy (self->user_data);
  g_free (self);
}

static const char *
get_heading (MspBulkField field)
{
  switch (field)
    {
    case MSP_BULK_ADD_TAGS:
      return _ ("Add Tags");

    case MSP_BULK_REMOVE_TAGS:
      return _ ("Remove Tags");

    case MSP_BULK_SET_AREA:
      return _ ("Set the Area");

    case MSP_BULK_SET_AUDIENCE:
    default:
      return _ ("Set the Audience");
    }
}

static const char *
get_row_title (MspBulkField field)
{
  if (field == MSP_BULK_SET_AREA)
    return _ ("Area");

  return field == MSP_BULK_SET_AUDIENCE ? _ ("Audience") : _ ("Tags, separated by commas");
}

static MspBulkEdit *
read_edit (const Question *question)
{
  MspBulkEdit *edit = msp_bulk_edit_new ();

  switch (question->field)
    {
    case MSP_BULK_ADD_TAGS:
      edit->add_tags = msp_field_text_list (question->row);
      break;

    case MSP_BULK_REMOVE_TAGS:
      edit->remove_tags = msp_field_text_list (question->row);
      break;

    case MSP_BULK_SET_AREA:
      msp_field_text_read (question->row, &edit->area);
      break;

    case MSP_BULK_SET_AUDIENCE:
    default:
      edit->audience = msp_field_text_list (question->row);
      break;
    }

  return edit;
}

static void
response (AdwMessageDialog *dialog,
          const char       *answer,
          Question         *question)
{
  if (g_str_equal (answer, APPLY))
    question->answered (read_edit (question), question->user_data);
}

static void
offer_areas (MspChoiceButton *choices,
             MspCatalog      *catalog)
{
  GPtrArray *categories = msp_catalog_get_area_categories (catalog);

  for (guint i = 0; i < categories->len; i++)
    {
      const MspAreaCategory *category = g_ptr_array_index (categories, i);

      msp_choice_button_add (choices, category->name, (const char *const *) category->areas);
    }
}

static void
vocabulary_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MspChoiceButton) choices = user_data;
  g_autoptr (MspJournalVocabulary) words =
    msp_journal_store_vocabulary_finish (MSP_JOURNAL_STORE (source), result, NULL);

  if (words != NULL && gtk_widget_get_root (GTK_WIDGET (choices)) != NULL)
    msp_choice_button_add (choices, NULL, (const char *const *) words->tags);
}

static void
offer_choices (Question    *question,
               MspServices *services)
{
  MspCatalog *catalog = msp_services_get_catalog (services);
  gboolean is_list = question->field != MSP_BULK_SET_AREA;

  question->choices = msp_choice_button_attach (question->row, get_heading (question->field), is_list);
  if (question->field == MSP_BULK_SET_AREA)
    offer_areas (question->choices, catalog);
  else if (question->field == MSP_BULK_SET_AUDIENCE)
    msp_choice_button_add (question->choices, NULL, msp_catalog_get_audiences (catalog));
  else
    msp_journal_store_vocabulary_async (msp_services_get_store (services), NULL, vocabulary_read,
                                        g_object_ref (question->choices));
}

void
msp_bulk_dialog_ask (GtkWindow       *parent,
                     MspServices     *services,
                     MspBulkField     field,
                     guint            n_entries,
                     MspBulkAnswered  answered,
                     gpointer         user_data,
                     GDestroyNotify   destroy)
{
  g_autofree char *body =
    g_strdup_printf (ngettext ("This changes one contribution.", "This changes %u contributions.",
                               n_entries), n_entries);
  GtkWidget *dialog = adw_message_dialog_new (parent, get_heading (field), body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  GtkWidget *list = gtk_list_box_new ();
  Question *question = g_new0 (Question, 1);

  question->field = field;
  question->answered = answered;
  question->user_data = user_data;
  question->destroy = destroy;
  question->row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->row), get_row_title (field));
  adw_entry_row_set_activates_default (question->row, TRUE);
  offer_choices (question, services);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->row));
  adw_message_dialog_set_extra_child (message, list);
  adw_message_dialog_add_responses (message, CANCEL, _ ("_Cancel"), APPLY, _ ("_Apply"), NULL);
  adw_message_dialog_set_response_appearance (message, APPLY, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, APPLY);
  adw_message_dialog_set_close_response (message, CANCEL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->row));
}
