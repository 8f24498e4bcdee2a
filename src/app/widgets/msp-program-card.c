/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-program-card"

#include "app/widgets/msp-program-card.h"

#include "app/msp-format.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspProgramCard:
 *
 * One program on the overview page; opens the program's own page.
 */
struct _MspProgramCard
{
  GtkButton  parent_instance;

  /* Template widgets */
  GtkLabel  *badge_label;
  GtkLabel  *name_label;
  GtkLabel  *tagline_label;
  GtkLabel  *audience_label;
  GtkLabel  *entry_label;
  GtkLabel  *term_label;
};

G_DEFINE_FINAL_TYPE (MspProgramCard, msp_program_card, GTK_TYPE_BUTTON)

static void
msp_program_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MSP_TYPE_PROGRAM_CARD);

  G_OBJECT_CLASS (msp_program_card_parent_class)->dispose (object);
}

static void
msp_program_card_class_init (MspProgramCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_program_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/program-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MspProgramCard, badge_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramCard, tagline_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramCard, audience_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramCard, entry_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgramCard, term_label);
}

static void
msp_program_card_init (MspProgramCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * msp_program_card_new:
 * @program: a program of the catalogue, which must outlive the card's construction only
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
msp_program_card_new (const MspProgram *program)
{
  MspProgramCard *self;

  g_return_val_if_fail (program != NULL, NULL);

  self = g_object_new (MSP_TYPE_PROGRAM_CARD, NULL);
  gtk_label_set_label (self->badge_label, program->short_name);
  gtk_label_set_label (self->name_label, program->name);
  gtk_label_set_label (self->tagline_label, program->tagline);
  gtk_label_set_label (self->audience_label, program->audience);
  gtk_label_set_label (self->entry_label, program->entry);
  gtk_label_set_label (self->term_label, program->term);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", program->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-program");
  msp_format_add_color_class (GTK_WIDGET (self), program->color);
  msp_format_accessible_label (GTK_WIDGET (self), program->name);
  msp_format_accessible_description (GTK_WIDGET (self), program->tagline);

  return GTK_WIDGET (self);
}
