/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-field-problem"

#include "app/widgets/msp-field-problem.h"

#define PROBLEM_ROW "msp-problem-row"
#define PROBLEM "msp-problem"
#define IS_ERROR "msp-is-error"
#define NOTE "msp-note"

/* The row below @row, made when something is wrong for the first time. */
static GtkWidget *
ensure_problem_row (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *problem_row = g_object_get_data (G_OBJECT (row), PROBLEM_ROW);
  GtkWidget *label;

  if (problem_row != NULL || !GTK_IS_LIST_BOX (list))
    return problem_row;

  problem_row = gtk_list_box_row_new ();
  label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (problem_row, "field-problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (problem_row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (problem_row), FALSE);
  gtk_widget_set_focusable (problem_row, FALSE);
  gtk_list_box_insert (GTK_LIST_BOX (list), problem_row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  label, NULL, -1);
  g_object_set_data (G_OBJECT (row), PROBLEM_ROW, problem_row);

  return problem_row;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* What is wrong, then what is to be known beside it. */
static void
refresh (GtkWidget *row)
{
  const char *problem = g_object_get_data (G_OBJECT (row), PROBLEM);
  const char *note = g_object_get_data (G_OBJECT (row), NOTE);
  gboolean is_wrong = problem != NULL && g_object_get_data (G_OBJECT (row), IS_ERROR) != NULL;
  g_autofree char *text = g_strconcat (problem != NULL ? problem : "",
                                       problem != NULL && note != NULL ? " " : "",
                                       note != NULL ? note : "", NULL);
  GtkWidget *problem_row;
  GtkWidget *label;

  set_class (row, "error", is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (*text == '\0' && g_object_get_data (G_OBJECT (row), PROBLEM_ROW) == NULL)
    return;

  problem_row = ensure_problem_row (row);
  if (problem_row == NULL)
    return;

  label = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (problem_row));
  set_class (label, "error", is_wrong);
  set_class (label, "dim-label", !is_wrong);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (problem_row, *text != '\0' && gtk_widget_get_visible (row));
}

void
msp_field_problem_set (GtkWidget  *row,
                       const char *problem,
                       gboolean    is_error)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  g_object_set_data_full (G_OBJECT (row), PROBLEM, g_strdup (problem), g_free);
  g_object_set_data (G_OBJECT (row), IS_ERROR, GINT_TO_POINTER (is_error));
  refresh (row);
}

void
msp_field_problem_set_note (GtkWidget  *row,
                            const char *note)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), NOTE), note) == 0)
    return;

  g_object_set_data_full (G_OBJECT (row), NOTE, g_strdup (note), g_free);
  refresh (row);
}

void
msp_field_problem_set_from (const MspFieldRow *row,
                            GPtrArray         *problems,
                            gboolean           is_touched)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MspFieldProblem *problem = g_ptr_array_index (problems, i);
      gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (row->row)) == '\0';

      if (!g_str_equal (problem->field, row->field))
        continue;

      msp_field_problem_set (row->row, problem->message, is_touched || !is_empty);
      return;
    }

  msp_field_problem_set (row->row, NULL, FALSE);
}

void
msp_field_problem_remove (GtkWidget *row)
{
  GtkWidget *problem_row = g_object_get_data (G_OBJECT (row), PROBLEM_ROW);

  if (problem_row != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (problem_row)), problem_row);
  g_object_set_data (G_OBJECT (row), PROBLEM_ROW, NULL);
}
