/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-text-field"

#include "app/widgets/msp-text-field.h"

#include "app/msp-format.h"

/**
 * MspTextField:
 *
 * A text of several lines with its name and how much of it is used.
 *
 * "changed" is emitted when the text is.
 */
struct _MspTextField
{
  GtkBox         parent_instance;

  GtkTextBuffer *buffer;  /* of the text view in it */
  GtkLabel      *counter; /* in it */
  int            most;    /* characters */
};

G_DEFINE_FINAL_TYPE (MspTextField, msp_text_field, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
text_changed (MspTextField *self)
{
  int length = gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *text = g_strdup_printf ("%d/%d", length, self->most);

  gtk_label_set_text (self->counter, text);
  if (length > self->most)
    gtk_widget_add_css_class (GTK_WIDGET (self->counter), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->counter), "error");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
msp_text_field_class_init (MspTextFieldClass *klass)
{
  /**
   * MspTextField::changed:
   * @self: the field
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_text_field_init (MspTextField *self)
{
}

/**
 * msp_text_field_new:
 * @title: its name
 * @most: how many characters fit
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
msp_text_field_new (const char *title,
                    int         most)
{
  MspTextField *self = g_object_new (MSP_TYPE_TEXT_FIELD, "orientation", GTK_ORIENTATION_VERTICAL,
                                     "spacing", 6, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *view = gtk_text_view_new ();

  self->most = most;
  self->counter = GTK_LABEL (gtk_label_new (NULL));
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "numeric");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 66);
  gtk_widget_add_css_class (view, "text-field");
  msp_format_accessible_label (view, title);

  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->counter));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), view);
  gtk_widget_add_css_class (GTK_WIDGET (self), "row-details");
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed), self,
                           G_CONNECT_SWAPPED);
  text_changed (self);

  return GTK_WIDGET (self);
}

char *
msp_text_field_get_text (MspTextField *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (MSP_IS_TEXT_FIELD (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
msp_text_field_set_text (MspTextField *self,
                         const char   *text)
{
  g_return_if_fail (MSP_IS_TEXT_FIELD (self));

  gtk_text_buffer_set_text (self->buffer, text, -1);
}
