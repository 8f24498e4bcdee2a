/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-result-list"

#include "app/widgets/msp-result-list.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-result-view.h"

/**
 * MspResultList:
 *
 * The saved results of the wizard, newest first: each can be opened and deleted.
 */
struct _MspResultList
{
  AdwBin      parent_instance;

  GtkListBox *list; /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (MspResultList, msp_result_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  SIGNAL_DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64
get_key (gpointer widget)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (widget), "key");
}

static void
set_key (GtkWidget *widget,
         gint64     key)
{
  g_object_set_data_full (G_OBJECT (widget), "key", g_memdup2 (&key, sizeof key), g_free);
}

static void
row_activated (MspResultList *self,
               GtkWidget     *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, get_key (row));
}

static void
delete_clicked (MspResultList *self,
                GtkWidget     *button)
{
  g_signal_emit (self, signals[SIGNAL_DELETED], 0, get_key (button));
}

static GtkWidget *
make_row (MspResultList        *self,
          MspCatalog           *catalog,
          const MspSavedResult *result)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autoptr (MspAssessment) assessment = msp_assessment_from_json (catalog, result->json, NULL);
  g_autofree char *date = msp_day_to_text (result->date);
  g_autofree char *summary = NULL;
  g_autofree char *delete_name = g_strdup_printf (_ ("Delete the result of %s"), date);

  if (assessment != NULL)
    summary = msp_result_view_summarise (assessment);
  else
    summary = g_strdup (_ ("This result cannot be read any more."));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), assessment != NULL);
  msp_format_accessible_label (row, date);
  msp_format_accessible_description (row, summary);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, delete_name);
  gtk_widget_add_css_class (button, "flat");
  msp_format_accessible_label (button, delete_name);
  set_key (row, result->key);
  set_key (button, result->key);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
msp_result_list_class_init (MspResultListClass *klass)
{
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
msp_result_list_init (MspResultList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Earlier results"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  msp_format_accessible_label (GTK_WIDGET (self->list), _ ("Earlier results"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * msp_result_list_fill:
 * @self: a list
 * @catalog: what the results are about
 * @results: (element-type MspSavedResult): the results, newest first
 *
 * Shows these; nothing at all if there are none.
 */
void
msp_result_list_fill (MspResultList *self,
                      MspCatalog    *catalog,
                      GPtrArray     *results)
{
  GtkWidget *child;

  g_return_if_fail (MSP_IS_RESULT_LIST (self));
  g_return_if_fail (MSP_IS_CATALOG (catalog));
  g_return_if_fail (results != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < results->len; i++)
    gtk_list_box_append (self->list, make_row (self, catalog, g_ptr_array_index (results, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), results->len > 0);
}
