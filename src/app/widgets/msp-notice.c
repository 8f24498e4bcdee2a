/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-notice"

#include "app/widgets/msp-notice.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"

/**
 * MspNotice:
 *
 * Something to know that is in nobody's way.
 */
struct _MspNotice
{
  AdwBin     parent_instance;

  GtkLabel  *label;  /* in it */
  GtkButton *button; /* in it */
};

G_DEFINE_FINAL_TYPE (MspNotice, msp_notice, ADW_TYPE_BIN)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
button_clicked (MspNotice *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
msp_notice_class_init (MspNoticeClass *klass)
{
  /**
   * MspNotice::answered:
   * @self: the notice
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", MSP_TYPE_NOTICE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_notice_init (MspNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_widget_add_css_class (box, "notice");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked), self);
}

static void
close_clicked (MspNotice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
msp_notice_add_close (MspNotice *self)
{
  GtkWidget *button;

  g_return_if_fail (MSP_IS_NOTICE (self));

  button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Hide"));
  msp_format_accessible_label (button, _ ("Hide"));
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_clicked), self, G_CONNECT_SWAPPED);
}

void
msp_notice_say (MspNotice  *self,
                const char *text,
                const char *answer)
{
  g_return_if_fail (MSP_IS_NOTICE (self));

  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_button_set_label (self->button, answer != NULL ? answer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), answer != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}
