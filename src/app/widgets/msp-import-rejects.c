/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-rejects"

#include "app/widgets/msp-import-rejects.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "app/widgets/msp-import-labels.h"
#include "base/msp-text.h"

/* A whole description is not needed to find the row. */
#define VALUE_MAX 80

/**
 * MspImportRejects:
 *
 * The rows that an import leaves out, for a list: there may be a hundred thousand.
 */
struct _MspImportRejects
{
  GObject     parent_instance;

  MspCatalog *catalog; /* (owned) */
  GPtrArray  *rejects; /* (owned) (nullable): MspImportReject */
};

static guint
get_length (MspImportRejects *self)
{
  return self->rejects != NULL ? self->rejects->len : 0;
}

static GType
msp_import_rejects_get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
msp_import_rejects_get_n_items (GListModel *model)
{
  return get_length (MSP_IMPORT_REJECTS (model));
}

/* (transfer full): one line of it, at most VALUE_MAX characters */
static char *
shorten (const char *value)
{
  g_autofree char *clean = msp_text_clean (value, FALSE);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (clean, -1) <= VALUE_MAX)
    return g_steal_pointer (&clean);

  cut = g_utf8_substring (clean, 0, VALUE_MAX);

  return g_strconcat (cut, "…", NULL);
}

static char *
describe (MspImportRejects      *self,
          const MspImportReject *reject)
{
  g_autofree char *line = msp_text_number (reject->line);
  g_autofree char *value = reject->value != NULL ? shorten (reject->value) : NULL;
  const char *field = reject->field != NULL
                      ? msp_import_labels_field (self->catalog, reject->field) : NULL;

  if (field == NULL)
    /* Translators: a number of a line in a file, and why it is left out. */
    return g_strdup_printf (_ ("Line %s: %s"), line, reject->reason);
  if (value == NULL || *value == '\0')
    /* Translators: a number of a line, a field, and why the line is left out. */
    return g_strdup_printf (_ ("Line %s, %s: %s"), line, field, reject->reason);

  /* Translators: a number of a line, a field, what stands in it, and why the line is left out. */
  return g_strdup_printf (_ ("Line %s, %s “%s”: %s"), line, field, value, reject->reason);
}

static gpointer
msp_import_rejects_get_item (GListModel *model,
                             guint       position)
{
  MspImportRejects *self = MSP_IMPORT_REJECTS (model);
  g_autofree char *text = NULL;

  if (position >= get_length (self))
    return NULL;

  text = describe (self, g_ptr_array_index (self->rejects, position));

  return gtk_string_object_new (text);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = msp_import_rejects_get_item_type;
  iface->get_n_items = msp_import_rejects_get_n_items;
  iface->get_item = msp_import_rejects_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MspImportRejects, msp_import_rejects, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
msp_import_rejects_finalize (GObject *object)
{
  MspImportRejects *self = MSP_IMPORT_REJECTS (object);

  g_clear_object (&self->catalog);
  g_clear_pointer (&self->rejects, g_ptr_array_unref);

  G_OBJECT_CLASS (msp_import_rejects_parent_class)->finalize (object);
}

static void
msp_import_rejects_class_init (MspImportRejectsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_import_rejects_finalize;
}

static void
msp_import_rejects_init (MspImportRejects *self)
{
}

MspImportRejects *
msp_import_rejects_new (MspCatalog *catalog)
{
  MspImportRejects *self = g_object_new (MSP_TYPE_IMPORT_REJECTS, NULL);

  self->catalog = g_object_ref (catalog);

  return self;
}

void
msp_import_rejects_set (MspImportRejects *self,
                        GPtrArray        *rejects)
{
  guint n_before;

  g_return_if_fail (MSP_IS_IMPORT_REJECTS (self));

  n_before = get_length (self);
  g_clear_pointer (&self->rejects, g_ptr_array_unref);
  self->rejects = rejects != NULL ? g_ptr_array_ref (rejects) : NULL;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_length (self));
}
