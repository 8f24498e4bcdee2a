/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-mappings"

#include "app/widgets/msp-import-mappings.h"

#include "exchange/msp-import-source.h"

#define SETTING "import-mappings"
#define SETTING_TYPE "a(sa{ss})"
/* Of all column names together: a table that is wider is not worth its place in the settings. */
#define SIZE_MAX_KEPT 8192

/* A header can be long. */
static char *
make_key (const char *header)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, header, -1);
}

GHashTable *
msp_import_mappings_find (GSettings  *settings,
                          const char *header)
{
  g_autofree char *wanted = NULL;
  g_autoptr (GVariant) all = NULL;
  GVariantIter iter;
  const char *key;
  GVariant *columns;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && header != NULL, NULL);

  wanted = make_key (header);
  all = g_settings_get_value (settings, SETTING);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s@a{ss})", &key, &columns))
    {
      g_autoptr (GVariant) found = columns;
      GHashTable *fields;
      GVariantIter each;
      char *column;
      char *field;

      if (!g_str_equal (key, wanted))
        continue;

      fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_variant_iter_init (&each, found);
      while (g_variant_iter_next (&each, "{ss}", &column, &field))
        g_hash_table_replace (fields, column, field);

      return fields;
    }

  return NULL;
}

/* (transfer full) (nullable) */
static GVariant *
make_columns (GPtrArray *columns)
{
  GVariantBuilder builder;
  gsize size = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      size += strlen (column->name);
      g_variant_builder_add (&builder, "{ss}", column->name,
                             column->field != NULL ? column->field : "");
    }

  if (size > SIZE_MAX_KEPT)
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }

  return g_variant_builder_end (&builder);
}

void
msp_import_mappings_remember (GSettings  *settings,
                              const char *header,
                              GPtrArray  *columns)
{
  g_autofree char *wanted = NULL;
  g_autoptr (GVariant) all = NULL;
  GVariant *made;
  GVariantBuilder builder;
  guint n_kept = 1;

  g_return_if_fail (G_IS_SETTINGS (settings) && header != NULL && columns != NULL);

  made = make_columns (columns);
  if (made == NULL)
    return;

  wanted = make_key (header);
  all = g_settings_get_value (settings, SETTING);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (SETTING_TYPE));
  g_variant_builder_add (&builder, "(s@a{ss})", wanted, made);
  for (gsize i = 0; i < g_variant_n_children (all) && n_kept < MSP_IMPORT_MAPPINGS_MAX; i++)
    {
      g_autoptr (GVariant) old = g_variant_get_child_value (all, i);
      const char *key;

      g_variant_get (old, "(&s@a{ss})", &key, NULL);
      if (g_str_equal (key, wanted))
        continue;

      g_variant_builder_add_value (&builder, old);
      n_kept++;
    }
  g_settings_set_value (settings, SETTING, g_variant_builder_end (&builder));
}
