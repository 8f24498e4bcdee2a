/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-type-row"

#include "app/widgets/msp-type-row.h"

#include <glib/gi18n-lib.h>

/**
 * MspTypeRow:
 *
 * The choice of a type of contribution.
 */
struct _MspTypeRow
{
  AdwComboRow  parent_instance;

  MspCatalog  *catalog; /* (owned) (nullable): NULL until set */
};

G_DEFINE_FINAL_TYPE (MspTypeRow, msp_type_row, ADW_TYPE_COMBO_ROW)

static void
msp_type_row_dispose (GObject *object)
{
  g_clear_object (&MSP_TYPE_ROW (object)->catalog);

  G_OBJECT_CLASS (msp_type_row_parent_class)->dispose (object);
}

static void
msp_type_row_class_init (MspTypeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_type_row_dispose;
}

static void
msp_type_row_init (MspTypeRow *self)
{
}

void
msp_type_row_set_catalog (MspTypeRow *self,
                          MspCatalog *catalog)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *types = msp_catalog_get_activity_types (catalog);

  g_return_if_fail (MSP_IS_TYPE_ROW (self));

  g_set_object (&self->catalog, catalog);
  for (guint i = 0; i < types->len; i++)
    gtk_string_list_append (names, ((const MspActivityType *) g_ptr_array_index (types, i))->name);
  gtk_string_list_append (names, _ ("A type of your own"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
}

void
msp_type_row_choose (MspTypeRow *self,
                     const char *name)
{
  GPtrArray *types = msp_catalog_get_activity_types (self->catalog);
  guint selected = *name == '\0' ? 0 : types->len;

  g_return_if_fail (MSP_IS_TYPE_ROW (self));

  for (guint i = 0; i < types->len; i++)
    {
      const MspActivityType *type = g_ptr_array_index (types, i);

      if (g_ascii_strcasecmp (type->name, name) == 0)
        selected = i;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
}

const MspActivityType *
msp_type_row_get_chosen (MspTypeRow *self)
{
  GPtrArray *types = msp_catalog_get_activity_types (self->catalog);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected < types->len ? g_ptr_array_index (types, selected) : NULL;
}
