/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-result-view"

#include "app/widgets/msp-result-view.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-verdict-card.h"

/**
 * MspResultView:
 *
 * A result of the wizard: its date, what has changed since the one before, and a card a program.
 */
struct _MspResultView
{
  AdwBin    parent_instance;

  GtkLabel *title_label;   /* (unowned): a child */
  GtkLabel *note_label;    /* (unowned): a child */
  GtkBox   *changes_box;   /* (unowned): a child */
  GtkBox   *card_box;      /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (MspResultView, msp_result_view, ADW_TYPE_BIN)

static GtkWidget *
append_label (GtkBox * box,
              const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);

  return label;
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static int
get_rank (MspVerdict verdict)
{
  switch (verdict)
    {
    case MSP_VERDICT_READY:
      return 0;

    case MSP_VERDICT_EXCLUDED:
      return 2;

    case MSP_VERDICT_NOT_YET:
    case MSP_VERDICT_INCOMPLETE:
    default:
      return 1;
    }
}

/* The best verdict first; of two that are alike, the one with the greater part met. */
static int
compare_results (gconstpointer a,
                 gconstpointer b)
{
  const MspProgramResult *first = *(const MspProgramResult *const *) a;
  const MspProgramResult *second = *(const MspProgramResult *const *) b;
  int difference = get_rank (first->verdict) - get_rank (second->verdict);

  if (difference == 0)
    difference = (int) (second->met * first->of) - (int) (first->met * second->of);

  return difference;
}

static GPtrArray *
sort_results (MspAssessment *assessment)
{
  GPtrArray *results = msp_assessment_get_results (assessment);
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < results->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (results, i));
  g_ptr_array_sort (sorted, compare_results);

  return sorted;
}

static void
show_changes (MspResultView *self,
              MspAssessment *assessment,
              MspAssessment *earlier)
{
  g_auto (GStrv) changes = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  clear_box (self->changes_box);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_box), earlier != NULL);
  if (earlier == NULL)
    return;

  date = msp_day_to_text (msp_assessment_get_date (earlier));
  title = g_strdup_printf (_ ("Since %s:"), date);
  append_label (self->changes_box, title, "heading");

  changes = msp_assessment_describe_changes (assessment, earlier);
  for (guint i = 0; changes[i] != NULL; i++)
    append_label (self->changes_box, changes[i], "body");
  if (changes[0] == NULL)
    append_label (self->changes_box, _ ("Nothing has changed."), "body");
}

static void
msp_result_view_class_init (MspResultViewClass *klass)
{
}

static void
msp_result_view_init (MspResultView *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->title_label = GTK_LABEL (append_label (head, NULL, "title-1"));
  append_label (head, _ ("MS Programs’ own reading of what is known about the programs. Microsoft decides, "
                         "by criteria that it does not publish in full."), "dim-label");
  self->note_label = GTK_LABEL (append_label (head, NULL, "dim-label"));
  gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "caption");

  self->changes_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->changes_box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->changes_box), "result-changes");
  self->card_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));

  gtk_box_append (box, GTK_WIDGET (head));
  gtk_box_append (box, GTK_WIDGET (self->changes_box));
  gtk_box_append (box, GTK_WIDGET (self->card_box));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
msp_result_view_new (void)
{
  return g_object_new (MSP_TYPE_RESULT_VIEW, NULL);
}

/**
 * msp_result_view_show:
 * @self: a view
 * @assessment: the result
 * @earlier: (nullable): the one before it
 * @note: whether it is saved, in a sentence; empty for nothing
 */
void
msp_result_view_show (MspResultView *self,
                      MspAssessment *assessment,
                      MspAssessment *earlier,
                      const char    *note)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (MSP_IS_RESULT_VIEW (self));
  g_return_if_fail (MSP_IS_ASSESSMENT (assessment));
  g_return_if_fail (note != NULL);

  date = msp_day_to_text (msp_assessment_get_date (assessment));
  title = g_strdup_printf (_ ("Your result, %s"), date);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
  show_changes (self, assessment, earlier);

  clear_box (self->card_box);
  results = sort_results (assessment);
  for (guint i = 0; i < results->len; i++)
    gtk_box_append (self->card_box, msp_verdict_card_new (g_ptr_array_index (results, i)));
}

/**
 * msp_result_view_summarise:
 * @assessment: a result
 *
 * Returns: (transfer full): a line a program, the best verdict first
 */
char *
msp_result_view_summarise (MspAssessment *assessment)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (MSP_IS_ASSESSMENT (assessment), NULL);

  results = sort_results (assessment);
  for (guint i = 0; i < results->len; i++)
    {
      const MspProgramResult *result = g_ptr_array_index (results, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("%s: %s"), result->program->short_name, result->phrase);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
