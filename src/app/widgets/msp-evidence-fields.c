/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-evidence-fields"

#include "app/widgets/msp-evidence-fields.h"

#include "app/widgets/msp-file-fields.h"
#include "app/widgets/msp-link-fields.h"
#include "app/widgets/msp-notice.h"

#define SPACING 18

/**
 * MspEvidenceFields:
 *
 * The links and files that prove a contribution, and what there is to say about them.
 */
struct _MspEvidenceFields
{
  GtkBox         parent_instance;

  MspLinkFields *links;  /* in it */
  MspFileFields *files;  /* in it */
  MspNotice     *notice; /* in it */
};

G_DEFINE_FINAL_TYPE (MspEvidenceFields, msp_evidence_fields, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
field_changed (MspEvidenceFields *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
files_said (MspEvidenceFields *self,
            const char        *text)
{
  msp_notice_say (self->notice, text, NULL);
}

/* Wherever on the form they were dropped, people see what becomes of them. */
static void
scroll_to_files (MspEvidenceFields *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = window != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (window))
                                       : NULL;
  GtkWidget *content = GTK_IS_VIEWPORT (viewport) ? gtk_viewport_get_child (GTK_VIEWPORT (viewport))
                                                  : NULL;
  graphene_rect_t place;

  if (content != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self->files), content, &place))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               place.origin.y, place.origin.y + place.size.height);
}

static gboolean
files_dropped (GtkDropTarget     *target,
               const GValue      *value,
               double             x,
               double             y,
               MspEvidenceFields *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  const GSList *list = g_value_get_boxed (value);

  for (; list != NULL; list = list->next)
    g_list_store_append (files, list->data);
  scroll_to_files (self);
  msp_evidence_fields_add_files (self, G_LIST_MODEL (files));

  return TRUE;
}

static void
msp_evidence_fields_class_init (MspEvidenceFieldsClass *klass)
{
  /**
   * MspEvidenceFields::changed:
   * @self: the fields
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_EVIDENCE_FIELDS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_evidence_fields_init (MspEvidenceFields *self)
{
  self->links = MSP_LINK_FIELDS (msp_link_fields_new ());
  self->files = MSP_FILE_FIELDS (msp_file_fields_new ());
  self->notice = g_object_new (MSP_TYPE_NOTICE, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->links));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->files));
  g_signal_connect_object (self->links, "changed", G_CALLBACK (field_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "changed", G_CALLBACK (field_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "said", G_CALLBACK (files_said), self, G_CONNECT_SWAPPED);
}

GtkWidget *
msp_evidence_fields_new (void)
{
  return g_object_new (MSP_TYPE_EVIDENCE_FIELDS, NULL);
}

void
msp_evidence_fields_set_services (MspEvidenceFields *self,
                                  MspServices       *services)
{
  g_return_if_fail (MSP_IS_EVIDENCE_FIELDS (self) && MSP_IS_SERVICES (services));

  msp_file_fields_set_store (self->files, msp_services_get_store (services));
}

void
msp_evidence_fields_set_entry (MspEvidenceFields     *self,
                               const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_EVIDENCE_FIELDS (self) && entry != NULL);

  msp_link_fields_show (self->links, entry);
  msp_file_fields_show (self->files, entry);
  msp_notice_say (self->notice, NULL, NULL);
}

gboolean
msp_evidence_fields_read (MspEvidenceFields *self,
                          MspContribution   *entry)
{
  gboolean is_good;

  g_return_val_if_fail (MSP_IS_EVIDENCE_FIELDS (self) && entry != NULL, FALSE);

  is_good = msp_link_fields_read (self->links, entry);

  return msp_file_fields_read (self->files, entry) && is_good;
}

void
msp_evidence_fields_add_files (MspEvidenceFields *self,
                               GListModel        *files)
{
  g_return_if_fail (MSP_IS_EVIDENCE_FIELDS (self) && G_IS_LIST_MODEL (files));

  msp_file_fields_add (self->files, files);
}

void
msp_evidence_fields_accept_drops (MspEvidenceFields *self,
                                  GtkWidget         *area)
{
  GtkDropTarget *target;

  g_return_if_fail (MSP_IS_EVIDENCE_FIELDS (self) && GTK_IS_WIDGET (area));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (files_dropped), self, 0);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (target));
}
