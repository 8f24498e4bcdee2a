/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter-mark"

#include "app/widgets/msp-filter-mark.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-filter-names.h"
#include "base/msp-text.h"

#define N_CHOICES 2

/**
 * MspFilterMark:
 *
 * Two buttons for what an entry is or is not, of which one or none is down.
 */
struct _MspFilterMark
{
  AdwBin           parent_instance;

  GtkToggleButton *buttons[N_CHOICES]; /* yes, no */
  GtkLabel        *counts[N_CHOICES];  /* in them */
  MspMark          mark;
  gboolean         filling;            /* not a person's choice */
};

G_DEFINE_FINAL_TYPE (MspFilterMark, msp_filter_mark, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled (MspFilterMark   *self,
         GtkToggleButton *button)
{
  GtkToggleButton *other = self->buttons[button == self->buttons[0] ? 1 : 0];

  if (self->filling)
    return;

  self->filling = TRUE;
  if (gtk_toggle_button_get_active (button))
    gtk_toggle_button_set_active (other, FALSE);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
msp_filter_mark_class_init (MspFilterMarkClass *klass)
{
  /**
   * MspFilterMark::changed:
   * @self: the buttons
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_FILTER_MARK, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_filter_mark_init (MspFilterMark *self)
{
}

static GtkWidget *
make_button (MspFilterMark *self,
             int            choice)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (msp_filter_mark_choice (self->mark, (MspWhether) (choice + 1)));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  self->buttons[choice] = GTK_TOGGLE_BUTTON (button);
  self->counts[choice] = GTK_LABEL (count);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled), self);

  return button;
}

GtkWidget *
msp_filter_mark_new (MspMark mark)
{
  MspFilterMark *self = g_object_new (MSP_TYPE_FILTER_MARK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (msp_filter_mark_name (mark));

  self->mark = mark;
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (pair, "linked");
  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  for (int choice = 0; choice < N_CHOICES; choice++)
    gtk_box_append (GTK_BOX (pair), make_button (self, choice));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), pair);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

MspMark
msp_filter_mark_get_mark (MspFilterMark *self)
{
  g_return_val_if_fail (MSP_IS_FILTER_MARK (self), MSP_N_MARKS);

  return self->mark;
}

MspWhether
msp_filter_mark_get_whether (MspFilterMark *self)
{
  g_return_val_if_fail (MSP_IS_FILTER_MARK (self), MSP_WHETHER_ANY);

  for (int choice = 0; choice < N_CHOICES; choice++)
    {
      if (gtk_toggle_button_get_active (self->buttons[choice]))
        return (MspWhether) (choice + 1);
    }

  return MSP_WHETHER_ANY;
}

void
msp_filter_mark_show (MspFilterMark *self,
                      MspWhether     whether,
                      const guint   *counts)
{
  g_return_if_fail (MSP_IS_FILTER_MARK (self));

  self->filling = TRUE;
  for (int choice = 0; choice < N_CHOICES; choice++)
    {
      MspWhether meant = (MspWhether) (choice + 1);
      guint count = counts != NULL ? counts[meant] : 0;
      g_autofree char *number = counts != NULL ? msp_text_number (count) : g_strdup ("");
      g_autofree char *spoken =
        g_strdup_printf (ngettext ("%s, %s contribution", "%s, %s contributions", count),
                         msp_filter_mark_text (self->mark, meant), number);

      gtk_toggle_button_set_active (self->buttons[choice], whether == meant);
      gtk_label_set_text (self->counts[choice], number);
      msp_format_accessible_label (GTK_WIDGET (self->buttons[choice]), counts != NULL
                                   ? spoken : msp_filter_mark_text (self->mark, meant));
    }
  self->filling = FALSE;
}
