/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-rejects-page"

#include "app/widgets/msp-import-rejects-page.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-import-rejects.h"

/**
 * MspImportRejectsPage:
 *
 * The rows that are left out, with their lines and reasons.
 */
struct _MspImportRejectsPage
{
  AdwBin            parent_instance;

  MspImportJob     *job;     /* (owned) (nullable): NULL until set */
  MspImportRejects *rejects; /* (owned) (nullable): NULL until set */
};

G_DEFINE_FINAL_TYPE (MspImportRejectsPage, msp_import_rejects_page, ADW_TYPE_BIN)

static void
set_up (GtkListItemFactory *factory,
        GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "import-row");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, label);
}

static void
bind (GtkListItemFactory *factory,
      GtkListItem        *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  /* In GTK 4.8 it is the row that is read out. */
  if (gtk_widget_get_parent (label) != NULL)
    msp_format_accessible_label (gtk_widget_get_parent (label), text);
}

static void
changed (MspImportRejectsPage *self)
{
  const MspImportReport *report = msp_import_job_get_report (self->job);

  msp_import_rejects_set (self->rejects, report != NULL ? report->rejects : NULL);
}

static void
msp_import_rejects_page_dispose (GObject *object)
{
  MspImportRejectsPage *self = MSP_IMPORT_REJECTS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->rejects);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (msp_import_rejects_page_parent_class)->dispose (object);
}

static void
msp_import_rejects_page_class_init (MspImportRejectsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_import_rejects_page_dispose;
}

static void
msp_import_rejects_page_init (MspImportRejectsPage *self)
{
}

GtkWidget *
msp_import_rejects_page_new (MspImportJob *job)
{
  MspImportRejectsPage *self = g_object_new (MSP_TYPE_IMPORT_REJECTS_PAGE, NULL);
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;
  GtkWidget *list;

  self->job = g_object_ref (job);
  self->rejects =
    msp_import_rejects_new (msp_services_get_catalog (msp_import_job_get_services (job)));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rejects)));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "import-list");
  msp_format_accessible_label (list, _ ("Rejected rows"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  adw_bin_set_child (ADW_BIN (self), window);
  g_signal_connect_object (job, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
