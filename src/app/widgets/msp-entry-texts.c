/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-texts"

#include "app/widgets/msp-entry-texts.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-text-field.h"

/**
 * MspEntryTexts:
 *
 * The texts of several lines of a contribution.
 */
struct _MspEntryTexts
{
  AdwBin        parent_instance;

  MspTextField *description; /* in the list in it */
  MspTextField *private_description;
  MspTextField *notes;
};

G_DEFINE_FINAL_TYPE (MspEntryTexts, msp_entry_texts, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
text_changed (MspEntryTexts *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static MspTextField *
add_field (MspEntryTexts *self,
           GtkListBox    *list,
           const char    *title,
           int            most)
{
  GtkWidget *field = msp_text_field_new (title, most);
  GtkWidget *row = gtk_list_box_row_new ();

  /* The text takes the focus, not its row. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), field);
  gtk_list_box_append (list, row);
  g_signal_connect_object (field, "changed", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);

  return MSP_TEXT_FIELD (field);
}

static void
msp_entry_texts_class_init (MspEntryTextsClass *klass)
{
  /**
   * MspEntryTexts::changed:
   * @self: the texts
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_ENTRY_TEXTS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_entry_texts_init (MspEntryTexts *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  self->description = add_field (self, list, _ ("Description"), MSP_DESCRIPTION_MAX);
  self->private_description = add_field (self, list, _ ("Private description"), MSP_DESCRIPTION_MAX);
  self->notes = add_field (self, list, _ ("Notes"), MSP_NOTES_MAX);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (list));
}

void
msp_entry_texts_show (MspEntryTexts         *self,
                      const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_TEXTS (self) && entry != NULL);

  msp_text_field_set_text (self->description, entry->description);
  msp_text_field_set_text (self->private_description, entry->private_description);
  msp_text_field_set_text (self->notes, entry->notes);
}

static void
replace_text (char **field,
              char  *text)
{
  g_free (*field);
  *field = text;
}

void
msp_entry_texts_read (MspEntryTexts   *self,
                      MspContribution *entry)
{
  g_return_if_fail (MSP_IS_ENTRY_TEXTS (self) && entry != NULL);

  replace_text (&entry->description, msp_text_field_get_text (self->description));
  replace_text (&entry->private_description, msp_text_field_get_text (self->private_description));
  replace_text (&entry->notes, msp_text_field_get_text (self->notes));
}

void
msp_entry_texts_offer_description (MspEntryTexts *self,
                                   const char    *text)
{
  g_autofree char *written = msp_text_field_get_text (self->description);

  g_return_if_fail (MSP_IS_ENTRY_TEXTS (self) && text != NULL);

  if (*written == '\0')
    msp_text_field_set_text (self->description, text);
}
