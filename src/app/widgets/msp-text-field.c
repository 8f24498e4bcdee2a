/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-text-field"

#include "app/widgets/msp-text-field.h"

#include "app/msp-format.h"
#include "app/widgets/msp-limited-text.h"
#include "base/msp-text-filter.h"

/* So much may stand there until it is cut to what can be saved. */
#define ROOM_FACTOR 10
#define ROOM_MOST 20000

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
  GtkLabel      *note;    /* in it */
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
say_loss (MspTextField *self,
          MspTextLoss   loss)
{
  const char *text = msp_limited_text_describe (loss);

  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

/* Before the buffer takes it: what does not fit never stands there. */
static void
text_inserted (GtkTextBuffer *buffer,
               GtkTextIter   *location,
               const char    *text,
               int            length,
               MspTextField  *self)
{
  int room = MIN (self->most * ROOM_FACTOR, ROOM_MOST) - gtk_text_buffer_get_char_count (buffer);
  MspTextLoss loss;
  g_autofree char *taken = msp_text_filter (text, length, TRUE, (gsize) MAX (room, 0), &loss);

  say_loss (self, loss);
  if (loss == MSP_TEXT_WHOLE)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_signal_handlers_block_by_func (buffer, text_inserted, self);
  gtk_text_buffer_insert (buffer, location, taken, -1);
  g_signal_handlers_unblock_by_func (buffer, text_inserted, self);
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
  self->counter = GTK_LABEL (gtk_label_new (NULL));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
}

static GtkWidget *
make_head (MspTextField *self,
           const char   *title)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "numeric");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->counter));

  return head;
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
  GtkWidget *view = gtk_text_view_new ();

  self->most = most;
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 66);
  gtk_widget_add_css_class (view, "text-field");
  msp_format_accessible_label (view, title);

  gtk_box_append (GTK_BOX (self), make_head (self, title));
  gtk_box_append (GTK_BOX (self), view);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->note));
  gtk_widget_add_css_class (GTK_WIDGET (self), "row-details");
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (text_inserted), self, 0);
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
