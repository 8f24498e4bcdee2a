/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-mapping-page"

#include "app/widgets/msp-import-mapping-page.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-import-column-row.h"

/**
 * MspImportMappingPage:
 *
 * Which column of a file fills which field. A file may have a thousand, so they are a list view.
 */
struct _MspImportMappingPage
{
  AdwBin         parent_instance;

  MspImportJob  *job;   /* (owned) (nullable): NULL until set */
  GtkStringList *names; /* (unowned): in the list, the columns' */
  GtkListView   *list;  /* in it */
};

G_DEFINE_FINAL_TYPE (MspImportMappingPage, msp_import_mapping_page, ADW_TYPE_BIN)

static void
set_up (MspImportMappingPage *self,
        GtkListItem          *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, msp_import_column_row_new (self->job));
}

static void
bind (MspImportMappingPage *self,
      GtkListItem          *item)
{
  msp_import_column_row_show (MSP_IMPORT_COLUMN_ROW (gtk_list_item_get_child (item)),
                              gtk_list_item_get_position (item));
}

static void
unbind (MspImportMappingPage *self,
        GtkListItem          *item)
{
  msp_import_column_row_clear (MSP_IMPORT_COLUMN_ROW (gtk_list_item_get_child (item)));
}

static void
opened (MspImportMappingPage *self)
{
  GPtrArray *columns = msp_import_source_get_columns (msp_import_job_get_source (self->job));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      g_ptr_array_add (names, column->name);
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names->pdata);
}

static void
msp_import_mapping_page_dispose (GObject *object)
{
  MspImportMappingPage *self = MSP_IMPORT_MAPPING_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (msp_import_mapping_page_parent_class)->dispose (object);
}

static void
msp_import_mapping_page_class_init (MspImportMappingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_import_mapping_page_dispose;
}

static void
msp_import_mapping_page_init (MspImportMappingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint =
    gtk_label_new (_ ("Each column fills one field. A column of numbers can be a figure of your own."));
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  self->names = gtk_string_list_new (NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (self->names));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (set_up), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "import-list");
  msp_format_accessible_label (GTK_WIDGET (self->list), _ ("Columns"));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "import-hint");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (window, TRUE);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), window);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
msp_import_mapping_page_new (MspImportJob *job)
{
  MspImportMappingPage *self = g_object_new (MSP_TYPE_IMPORT_MAPPING_PAGE, NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "opened", G_CALLBACK (opened), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
