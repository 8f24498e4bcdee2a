/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-choice-button"

#include "app/widgets/msp-choice-button.h"

#include "app/msp-format.h"
#include "app/widgets/msp-field-text.h"

#define LIST_WIDTH 280
#define LIST_MAX_HEIGHT 320
#define ROW_TEXT "msp-choice"

typedef struct
{
  char     *text;
  gboolean  is_heading;
} Choice;

/**
 * MspChoiceButton:
 *
 * A button behind a text field with what is usual there.
 */
struct _MspChoiceButton
{
  AdwBin       parent_instance;

  GtkWidget   *popover; /* in the button in it */
  GtkListBox  *list;    /* in the popover */
  GtkEditable *target;  /* (unowned): the row it is in */
  GArray      *choices; /* (owned) (element-type Choice) */
  gboolean     several;
};

G_DEFINE_FINAL_TYPE (MspChoiceButton, msp_choice_button, ADW_TYPE_BIN)

static void
choice_clear (gpointer choice)
{
  g_free (((Choice *) choice)->text);
}

/* What the target holds already, marked. */
static void
show_chosen (MspChoiceButton *self)
{
  g_auto (GStrv) chosen = msp_field_text_list (self->target);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *text = g_object_get_data (G_OBJECT (row), ROW_TEXT);
      GtkWidget *mark = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

      if (text != NULL)
        gtk_widget_set_opacity (mark, g_strv_contains ((const char *const *) chosen, text) ? 1 : 0);
    }
}

static void
toggle (MspChoiceButton *self,
        const char      *text)
{
  g_auto (GStrv) chosen = msp_field_text_list (self->target);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      if (!g_str_equal (chosen[i], text))
        g_strv_builder_add (left, chosen[i]);
    }
  if (!g_strv_contains ((const char *const *) chosen, text))
    g_strv_builder_add (left, text);

  list = g_strv_builder_end (left);
  joined = g_strjoinv ("; ", list);
  gtk_editable_set_text (self->target, joined);
  show_chosen (self);
}

static void
row_activated (MspChoiceButton *self,
               GtkListBoxRow   *row)
{
  const char *text = g_object_get_data (G_OBJECT (row), ROW_TEXT);

  if (self->several)
    {
      toggle (self, text);
      return;
    }

  gtk_editable_set_text (self->target, text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
append_row (MspChoiceButton *self,
            const Choice    *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (choice->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (choice->is_heading)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
    }
  else
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
      g_object_set_data_full (G_OBJECT (row), ROW_TEXT, g_strdup (choice->text), g_free);
    }
  gtk_list_box_append (self->list, row);
}

/* Filled when it is first opened: most forms never do. */
static void
popover_shown (MspChoiceButton *self)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) == NULL)
    {
      for (guint i = 0; i < self->choices->len; i++)
        append_row (self, &g_array_index (self->choices, Choice, i));
    }

  show_chosen (self);
}

static void
msp_choice_button_finalize (GObject *object)
{
  g_array_unref (MSP_CHOICE_BUTTON (object)->choices);

  G_OBJECT_CLASS (msp_choice_button_parent_class)->finalize (object);
}

static void
msp_choice_button_class_init (MspChoiceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_choice_button_finalize;
}

static void
msp_choice_button_init (MspChoiceButton *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  self->popover = gtk_popover_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), LIST_WIDTH);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown), self);
}

MspChoiceButton *
msp_choice_button_attach (AdwEntryRow *row,
                          const char  *name,
                          gboolean     several)
{
  MspChoiceButton *self = g_object_new (MSP_TYPE_CHOICE_BUTTON, NULL);
  GtkWidget *button = gtk_menu_button_new ();

  self->target = GTK_EDITABLE (row);
  self->several = several;
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  msp_format_accessible_label (button, name);
  msp_format_accessible_label (GTK_WIDGET (self->list), name);
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_entry_row_add_suffix (row, GTK_WIDGET (self));

  return self;
}

void
msp_choice_button_add (MspChoiceButton   *self,
                       const char        *heading,
                       const char *const *choices)
{
  g_return_if_fail (MSP_IS_CHOICE_BUTTON (self) && choices != NULL);

  if (heading != NULL)
    {
      Choice choice = { g_strdup (heading), TRUE };

      g_array_append_val (self->choices, choice);
    }
  for (guint i = 0; choices[i] != NULL; i++)
    {
      Choice choice = { g_strdup (choices[i]), FALSE };

      g_array_append_val (self->choices, choice);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), self->choices->len > 0);
}

void
msp_choice_button_clear (MspChoiceButton *self)
{
  GtkWidget *row;

  g_return_if_fail (MSP_IS_CHOICE_BUTTON (self));

  g_array_set_size (self->choices, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
