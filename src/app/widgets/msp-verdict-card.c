/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-verdict-card"

#include "app/widgets/msp-verdict-card.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-finding-row.h"

/**
 * MspVerdictCard:
 *
 * What the wizard found of one program: the verdict in words, and every criterion behind it.
 */
struct _MspVerdictCard
{
  AdwBin     parent_instance;

  GtkWidget *box; /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (MspVerdictCard, msp_verdict_card, ADW_TYPE_BIN)

typedef struct
{
  const char *icon;
  const char *style;
} VerdictLook;

static const VerdictLook looks[] = {
  [MSP_VERDICT_READY] = { "object-select-symbolic", "state-met" },
  [MSP_VERDICT_NOT_YET] = { "document-open-recent-symbolic", "state-unmet" },
  [MSP_VERDICT_EXCLUDED] = { "changes-prevent-symbolic", "state-closed" },
  [MSP_VERDICT_INCOMPLETE] = { "dialog-question-symbolic", "state-unknown" },
};

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

static GtkWidget *
make_phrase (const MspProgramResult *result)
{
  const VerdictLook *look = &looks[result->verdict];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", look->icon,
                                  "valign", GTK_ALIGN_START,
                                  NULL);
  GtkWidget *label = make_label (result->phrase, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, look->style);
  gtk_widget_add_css_class (box, "verdict-phrase");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
make_head (const MspProgramResult *result)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = make_label (result->program->name, "title-3");
  GtkWidget *button = gtk_button_new_with_label (_ ("Read More"));
  g_autofree char *label = g_strdup_printf (_ ("Read more about %s"), result->program->name);
  g_autofree char *count = g_strdup_printf (_ ("Met %u of %u"), result->met, result->of);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "verdict-more");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-program");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", result->program->id);
  msp_format_accessible_label (button, label);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), make_phrase (result));
  /* The other phrases have the figures in them, or nothing to count. */
  if (result->verdict == MSP_VERDICT_READY || result->verdict == MSP_VERDICT_INCOMPLETE)
    gtk_box_append (GTK_BOX (head), make_label (count, "dim-label"));

  return head;
}

/* A list of the findings whose being a sign is @signs; NULL if there are none. */
static GtkWidget *
make_findings (const MspProgramResult *result,
               gboolean                signs)
{
  const char *title = signs ? _ ("Further signs") : _ ("What it takes");
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  NULL);

  g_object_ref_sink (section);
  msp_format_accessible_label (list, title);
  gtk_box_append (GTK_BOX (section), make_label (title, "caption-heading"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (section), "dim-label");
  gtk_box_append (GTK_BOX (section), list);

  for (guint i = 0; i < result->findings->len; i++)
    {
      const MspFinding *finding = g_ptr_array_index (result->findings, i);

      if ((finding->criterion->kind == MSP_CRITERION_SIGN) == signs)
        gtk_box_append (GTK_BOX (list), msp_finding_row_new (finding));
    }

  if (gtk_widget_get_first_child (list) == NULL)
    g_clear_object (&section);

  return section;
}

static void
append_findings (GtkWidget              *box,
                 const MspProgramResult *result)
{
  for (int signs = FALSE; signs <= TRUE; signs++)
    {
      g_autoptr (GtkWidget) section = make_findings (result, signs);

      if (section != NULL)
        gtk_box_append (GTK_BOX (box), section);
    }
}

/* Of a program that is closed only what closes it is shown at first. */
static void
append_closed (GtkWidget              *box,
               const MspProgramResult *result)
{
  GtkWidget *expander = gtk_expander_new (_ ("All criteria"));
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  NULL);

  msp_format_accessible_label (list, _ ("What it takes"));
  for (guint i = 0; i < result->findings->len; i++)
    {
      const MspFinding *finding = g_ptr_array_index (result->findings, i);

      if (finding->criterion->kind == MSP_CRITERION_CLOSED && finding->state == MSP_TRUTH_FALSE)
        gtk_box_append (GTK_BOX (list), msp_finding_row_new (finding));
    }

  append_findings (inner, result);
  gtk_widget_set_margin_top (inner, 12);
  gtk_expander_set_child (GTK_EXPANDER (expander), inner);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), expander);
}

static void
msp_verdict_card_class_init (MspVerdictCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
msp_verdict_card_init (MspVerdictCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "verdict-card");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * msp_verdict_card_new:
 * @result: what was found of a program
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
msp_verdict_card_new (const MspProgramResult *result)
{
  MspVerdictCard *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  self = g_object_new (MSP_TYPE_VERDICT_CARD, NULL);
  name = g_strdup_printf (_ ("%s: %s"), result->program->name, result->phrase);
  msp_format_accessible_label (GTK_WIDGET (self), name);
  msp_format_add_color_class (self->box, result->program->color);
  gtk_box_append (GTK_BOX (self->box), make_head (result));
  if (result->verdict == MSP_VERDICT_EXCLUDED)
    append_closed (self->box, result);
  else
    append_findings (self->box, result);

  return GTK_WIDGET (self);
}
