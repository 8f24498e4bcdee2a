/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-finding-row"

#include "app/widgets/msp-finding-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"

/**
 * MspFindingRow:
 *
 * One criterion of a program: met, not met or not answered, by icon and word; why it counts, what to
 * do next, and the entries of the journal that prove it.
 */
struct _MspFindingRow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MspFindingRow, msp_finding_row, GTK_TYPE_WIDGET)

typedef struct
{
  const char *icon;
  const char *style;
  const char *word; /* to be translated */
} StateLook;

static const StateLook looks[] = {
  [MSP_TRUTH_TRUE] = { "object-select-symbolic", "state-met", N_ ("Met") },
  [MSP_TRUTH_FALSE] = { "emblem-important-symbolic", "state-unmet", N_ ("Not met") },
  [MSP_TRUTH_UNKNOWN] = { "dialog-question-symbolic", "state-unknown", N_ ("Not answered") },
};

static GtkWidget *
append_label (GtkWidget  *box,
              const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
append_entries_button (GtkWidget         *box,
                       const char *const *ids)
{
  guint n = g_strv_length ((GStrv) ids);
  g_autofree char *joined = g_strjoinv (",", (GStrv) ids);
  g_autofree char *filter = g_strdup_printf ("ids=%s", joined);
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u Entry in the Journal",
                                                      "Show %u Entries in the Journal", n), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-journal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", filter);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "finding-entries");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);
}

static void
msp_finding_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (msp_finding_row_parent_class)->dispose (object);
}

static void
msp_finding_row_class_init (MspFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_finding_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "findingrow");
}

static void
msp_finding_row_init (MspFindingRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
}

/* The icon with what it means beside the criterion, so that colour alone says nothing. */
static void
append_state (MspFindingRow   *self,
              GtkWidget       *box,
              const StateLook *look)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", look->icon,
                                  "valign", GTK_ALIGN_START,
                                  NULL);

  gtk_widget_add_css_class (icon, look->style);
  gtk_widget_set_parent (icon, GTK_WIDGET (self));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * msp_finding_row_new:
 * @finding: what was found of a criterion
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
msp_finding_row_new (const MspFinding *finding)
{
  const MspCriterion *criterion;
  const StateLook *look;
  MspFindingRow *self;
  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *title;
  g_autofree char *name = NULL;
  g_autofree char *next = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  criterion = finding->criterion;
  look = &looks[finding->state];
  self = g_object_new (MSP_TYPE_FINDING_ROW, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  append_state (self, box, look);

  gtk_box_append (GTK_BOX (box), head);
  title = append_label (head, criterion->text, "body");
  gtk_widget_set_hexpand (title, TRUE);
  title = append_label (head, _ (look->word), "caption-heading");
  gtk_label_set_wrap (GTK_LABEL (title), FALSE);
  gtk_widget_add_css_class (title, look->style);
  gtk_widget_set_valign (title, GTK_ALIGN_START);

  append_label (box, criterion->why, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  if (finding->state != MSP_TRUTH_TRUE && *criterion->next_step != '\0')
    {
      next = g_strdup_printf (_ ("Next step: %s"), criterion->next_step);
      append_label (box, next, "finding-next");
    }
  if (finding->entries[0] != NULL)
    append_entries_button (box, (const char *const *) finding->entries);

  name = g_strdup_printf (_ ("%s: %s"), criterion->text, _ (look->word));
  msp_format_accessible_label (GTK_WIDGET (self), name);
  msp_format_accessible_description (GTK_WIDGET (self), next != NULL ? next : criterion->why);

  return GTK_WIDGET (self);
}
