/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-profile-card"

#include "app/widgets/msp-profile-card.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-bar-chart.h"

#define SCORE_MAX 5

/**
 * MspProfileCard:
 *
 * One dimension of the programs' profile: a bar a program, what the dimension means, and the reason
 * for each figure on demand.
 */
struct _MspProfileCard
{
  AdwBin       parent_instance;

  MspBarChart *chart;       /* (unowned): a child */
  GtkLabel    *meaning;     /* (unowned): a child */
  GtkBox      *reason_box;  /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (MspProfileCard, msp_profile_card, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_program (MspProfileCard            *self,
             const MspProgram          *program,
             const MspProfileDimension *dimension,
             guint                      index)
{
  g_autofree char *figure = g_strdup_printf (_ ("%d of %d"), dimension->scores[index], SCORE_MAX);
  g_autofree char *reason = g_strdup_printf (_ ("%s: %s"), program->short_name,
                                             dimension->reasons[index]);

  msp_bar_chart_add (self->chart, program->short_name, dimension->scores[index], SCORE_MAX, figure,
                     msp_format_color_class (program->color));
  gtk_box_append (self->reason_box, make_label (reason, "body"));
}

static void
msp_profile_card_class_init (MspProfileCardClass *klass)
{
}

static void
msp_profile_card_init (MspProfileCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *expander = gtk_expander_new (_ ("Why these figures"));

  self->chart = MSP_BAR_CHART (msp_bar_chart_new ());
  self->meaning = GTK_LABEL (make_label (NULL, "caption"));
  self->reason_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "dim-label");
  gtk_widget_set_margin_top (GTK_WIDGET (self->reason_box), 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (self->reason_box));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->meaning));
  gtk_box_append (GTK_BOX (box), expander);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "profile-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * msp_profile_card_new:
 * @catalog: where the programs are from
 * @dimension: what is shown
 * @program_ids: the bars
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
msp_profile_card_new (MspCatalog                *catalog,
                      const MspProfileDimension *dimension,
                      const char *const         *program_ids)
{
  GPtrArray *programs;
  MspProfileCard *self;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (dimension != NULL, NULL);
  g_return_val_if_fail (program_ids != NULL, NULL);

  programs = msp_catalog_get_programs (catalog);
  self = g_object_new (MSP_TYPE_PROFILE_CARD, NULL);
  msp_bar_chart_set_title (self->chart, dimension->name);
  gtk_label_set_label (self->meaning, dimension->meaning);
  for (guint i = 0; i < programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (programs, i);

      if (g_strv_contains (program_ids, program->id))
        add_program (self, program, dimension, i);
    }

  return GTK_WIDGET (self);
}
