/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-comparison"

#include "exchange/msp-comparison.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "base/msp-markdown.h"
#include "base/msp-text.h"

/* The places of the programs that are chosen, in the catalogue's order; all if none is. */
static GArray *
choose_programs (MspCatalog        *catalog,
                 const char *const *ids)
{
  GPtrArray *programs = msp_catalog_get_programs (catalog);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean all = ids == NULL || ids[0] == NULL;

  for (guint i = 0; i < programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (programs, i);

      if (all || g_strv_contains (ids, program->id))
        g_array_append_val (chosen, i);
    }

  return chosen;
}

static const MspProgram *
get_program (MspCatalog *catalog,
             GArray     *chosen,
             guint       column)
{
  return g_ptr_array_index (msp_catalog_get_programs (catalog), g_array_index (chosen, guint, column));
}

static const MspFact *
get_cell (const MspComparisonRow *row,
          GArray                 *chosen,
          guint                   column)
{
  return g_ptr_array_index (row->cells, g_array_index (chosen, guint, column));
}

static gboolean
row_differs (const MspComparisonRow *row,
             GArray                 *chosen)
{
  for (guint i = 1; i < chosen->len; i++)
    if (g_strcmp0 (get_cell (row, chosen, i)->text, get_cell (row, chosen, 0)->text) != 0)
      return TRUE;

  return FALSE;
}

/* Every word of @search is found somewhere in the row, without regard to case or accents. */
static gboolean
row_matches (const MspComparisonRow *row,
             GArray                 *chosen,
             const char             *search)
{
  g_autoptr (GString) text = g_string_new (row->name);
  g_autofree char *folded_text = NULL;
  g_autofree char *folded_search = NULL;
  g_auto (GStrv) words = NULL;

  g_string_append_printf (text, "\n%s", row->explanation->text);
  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (text, "\n%s", get_cell (row, chosen, i)->text);

  folded_text = msp_text_fold (text->str);
  folded_search = msp_text_fold (search);
  words = g_strsplit_set (folded_search, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* A cell that a spreadsheet would run as a formula is kept text by an apostrophe. */
static void
append_csv_cell (GString    *text,
                 const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  gboolean formula = *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;

  g_string_append_printf (text, "\"%s%s\"", formula ? "'" : "", doubled);
}

static char *
write_csv (MspCatalog *catalog,
           GArray     *chosen,
           GPtrArray  *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_csv_cell (text, _ ("Aspect"));
  for (guint i = 0; i < chosen->len; i++)
    {
      g_string_append_c (text, ',');
      append_csv_cell (text, get_program (catalog, chosen, i)->name);
    }
  g_string_append (text, "\r\n");

  for (guint r = 0; r < rows->len; r++)
    {
      const MspComparisonRow *row = g_ptr_array_index (rows, r);

      append_csv_cell (text, row->name);
      for (guint i = 0; i < chosen->len; i++)
        {
          g_string_append_c (text, ',');
          append_csv_cell (text, get_cell (row, chosen, i)->text);
        }
      g_string_append (text, "\r\n");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_markdown (MspCatalog *catalog,
                GArray     *chosen,
                GPtrArray  *rows)
{
  g_autoptr (GString) text = g_string_new ("|");

  msp_markdown_append_cell (text, _ ("Aspect"));
  for (guint i = 0; i < chosen->len; i++)
    msp_markdown_append_cell (text, get_program (catalog, chosen, i)->name);
  g_string_append (text, "\n| --- |");
  for (guint i = 0; i < chosen->len; i++)
    g_string_append (text, " --- |");
  g_string_append_c (text, '\n');

  for (guint r = 0; r < rows->len; r++)
    {
      const MspComparisonRow *row = g_ptr_array_index (rows, r);

      g_string_append_c (text, '|');
      msp_markdown_append_cell (text, row->name);
      for (guint i = 0; i < chosen->len; i++)
        msp_markdown_append_cell (text, get_cell (row, chosen, i)->text);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_text (MspCatalog *catalog,
            GArray     *chosen,
            GPtrArray  *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint r = 0; r < rows->len; r++)
    {
      const MspComparisonRow *row = g_ptr_array_index (rows, r);

      g_string_append_printf (text, "%s%s\n", r > 0 ? "\n" : "", row->name);
      for (guint i = 0; i < chosen->len; i++)
        g_string_append_printf (text, "  %s: %s\n", get_program (catalog, chosen, i)->name,
                                get_cell (row, chosen, i)->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_json_fact (JsonBuilder   *builder,
               const char    *name,
               const MspFact *fact)
{
  g_autofree char *source = msp_fact_source_to_text (fact);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, fact->text);
  json_builder_set_member_name (builder, "source");
  json_builder_add_string_value (builder, source);
  json_builder_end_object (builder);
}

static void
add_json_row (JsonBuilder            *builder,
              MspCatalog             *catalog,
              GArray                 *chosen,
              const MspComparisonRow *row)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, row->id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, row->name);
  add_json_fact (builder, "explanation", row->explanation);
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_object (builder);
  for (guint i = 0; i < chosen->len; i++)
    add_json_fact (builder, get_program (catalog, chosen, i)->id, get_cell (row, chosen, i));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static char *
write_json (MspCatalog *catalog,
            GArray     *chosen,
            GPtrArray  *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "programs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < chosen->len; i++)
    json_builder_add_string_value (builder, get_program (catalog, chosen, i)->id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint r = 0; r < rows->len; r++)
    add_json_row (builder, catalog, chosen, g_ptr_array_index (rows, r));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
}

/**
 * msp_comparison_rows:
 * @catalog: the catalogue
 * @program_ids: the programs; all if none is named
 * @differences_only: whether rows are left out in which the programs say the same
 * @search: (nullable): words that a row has to hold
 *
 * Returns: (transfer container) (element-type MspComparisonRow): the rows to show
 */
GPtrArray *
msp_comparison_rows (MspCatalog        *catalog,
                     const char *const *program_ids,
                     gboolean           differences_only,
                     const char        *search)
{
  g_autoptr (GArray) chosen = NULL;
  GPtrArray *all;
  GPtrArray *rows;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);

  chosen = choose_programs (catalog, program_ids);
  all = msp_catalog_get_comparison (catalog);
  rows = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      const MspComparisonRow *row = g_ptr_array_index (all, i);

      if ((!differences_only || row_differs (row, chosen)) &&
          (search == NULL || row_matches (row, chosen, search)))
        g_ptr_array_add (rows, (gpointer) row);
    }

  return rows;
}

/**
 * msp_comparison_write:
 * @catalog: the catalogue
 * @program_ids: the programs; all if none is named
 * @differences_only: whether rows are left out in which the programs say the same
 * @format: how it is written
 *
 * Returns: (transfer full): the table as text
 */
char *
msp_comparison_write (MspCatalog          *catalog,
                      const char *const   *program_ids,
                      gboolean             differences_only,
                      MspComparisonFormat  format)
{
  g_autoptr (GArray) chosen = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);

  chosen = choose_programs (catalog, program_ids);
  rows = msp_comparison_rows (catalog, program_ids, differences_only, NULL);

  switch (format)
    {
    case MSP_COMPARISON_CSV:
      return write_csv (catalog, chosen, rows);

    case MSP_COMPARISON_JSON:
      return write_json (catalog, chosen, rows);

    case MSP_COMPARISON_MARKDOWN:
      return write_markdown (catalog, chosen, rows);

    case MSP_COMPARISON_TEXT:
    default:
      return write_text (catalog, chosen, rows);
    }
}
