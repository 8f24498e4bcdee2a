/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-catalog-programs"

#include "catalog/msp-catalog-programs.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "catalog/msp-catalog-questions.h"

#define SECTION_IDS "purpose audience eligibility entry benefits term milestones changes"

static GPtrArray *
read_sections (MspCatalogData *data,
               MspJson        *list)
{
  GPtrArray *sections = msp_catalog_data_array (data);
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspSection *section = msp_catalog_data_alloc (data, sizeof *section);

      msp_json_allow (place, "id title facts");
      if (msp_catalog_read_choice (place, "id", SECTION_IDS) != i)
        msp_json_fail (place, _ ("the sections are %s, in this order"), SECTION_IDS);
      section->id = msp_catalog_read_text (data, place, "id");
      section->title = msp_catalog_read_text (data, place, "title");
      section->facts = msp_catalog_read_facts (data, place, "facts");
      g_ptr_array_add (sections, section);
    }

  return sections;
}

static GPtrArray *
read_links (MspCatalogData *data,
            MspJson        *list)
{
  GPtrArray *links = msp_catalog_data_array (data);
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspLink *link = msp_catalog_data_alloc (data, sizeof *link);

      msp_json_allow (place, "title url");
      link->title = msp_catalog_read_text (data, place, "title");
      link->url = msp_catalog_read_text (data, place, "url");
      if (msp_url_check (link->url) != MSP_URL_OK)
        msp_json_fail (msp_json_get (place, "url"), _ ("\"%s\" cannot be opened"), link->url);
      g_ptr_array_add (links, link);
    }

  return links;
}

static GPtrArray *
read_criteria (MspCatalogData *data,
               MspJson        *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *criteria = msp_catalog_data_array (data);
  guint length = msp_json_get_length (list);

  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspCriterion *criterion = msp_catalog_data_alloc (data, sizeof *criterion);

      msp_json_allow (place, "id kind text why next_step source when excluded_text");
      criterion->id = msp_catalog_read_new_id (data, place, seen);
      criterion->kind =
        (MspCriterionKind) msp_catalog_read_choice (place, "kind", "closed required sign");
      criterion->text = msp_catalog_read_text (data, place, "text");
      criterion->why = msp_catalog_read_text (data, place, "why");
      criterion->next_step = msp_catalog_read_text (data, place, "next_step");
      criterion->excluded_text = msp_catalog_read_optional (data, place, "excluded_text");
      criterion->source = msp_catalog_read_source (data, place, "source");
      criterion->when = msp_catalog_read_condition (data, msp_json_get (place, "when"));
      g_ptr_array_add (criteria, criterion);
    }

  return criteria;
}

static void
read_verdicts (MspCatalogData *data,
               MspJson        *place,
               MspProgram     *program)
{
  msp_json_allow (place, "ready ready-promised not-yet excluded incomplete");
  program->verdict_ready = msp_catalog_read_text (data, place, "ready");
  program->verdict_ready_promised = msp_catalog_read_optional (data, place, "ready-promised");
  program->verdict_not_yet = msp_catalog_read_text (data, place, "not-yet");
  program->verdict_excluded = msp_catalog_read_text (data, place, "excluded");
  program->verdict_incomplete = msp_catalog_read_text (data, place, "incomplete");
}

static MspProgram *
read_program (MspCatalogData *data,
              MspJson        *place,
              guint           index)
{
  MspProgram *program = msp_catalog_data_alloc (data, sizeof *program);

  msp_json_allow (place, "id name short_name color emoji tagline audience focus entry expertise "
                         "term sections links verdicts criteria");
  if (msp_catalog_read_choice (place, "id", "mlsa mvp rd") != index)
    msp_json_fail (msp_json_get (place, "id"), _ ("the programs are mlsa, mvp and rd, in this order"));
  program->id = msp_catalog_read_text (data, place, "id");
  program->name = msp_catalog_read_text (data, place, "name");
  program->short_name = msp_catalog_read_text (data, place, "short_name");
  program->color = (MspProgramColor) msp_catalog_read_choice (place, "color", "green blue purple");
  program->emoji = msp_catalog_read_text (data, place, "emoji");
  program->tagline = msp_catalog_read_text (data, place, "tagline");
  program->audience = msp_catalog_read_text (data, place, "audience");
  program->focus = msp_catalog_read_text (data, place, "focus");
  program->entry = msp_catalog_read_text (data, place, "entry");
  program->expertise = msp_catalog_read_text (data, place, "expertise");
  program->term = msp_catalog_read_text (data, place, "term");
  program->sections = read_sections (data, msp_json_get (place, "sections"));
  program->links = read_links (data, msp_json_get (place, "links"));
  program->criteria = read_criteria (data, msp_json_get (place, "criteria"));
  read_verdicts (data, msp_json_get (place, "verdicts"), program);

  return program;
}

void
msp_catalog_read_programs (MspCatalogData *data,
                           MspJsonDoc     *doc)
{
  MspJson *root = msp_catalog_read_head (doc, "programs", "introduction programs");
  MspJson *list = msp_json_get (root, "programs");
  guint length = msp_json_get_length (list);

  data->as_of = msp_catalog_read_text (data, root, "as_of");
  data->introduction = msp_catalog_read_facts (data, root, "introduction");
  data->programs = msp_catalog_data_array (data);
  if (length != 3)
    msp_json_fail (list, _ ("the programs are mlsa, mvp and rd, in this order"));
  for (guint i = 0; i < length; i++)
    g_ptr_array_add (data->programs, read_program (data, msp_json_get_element (list, i), i));
}

static MspComparisonRow *
read_row (MspCatalogData *data,
          MspJson        *place,
          GHashTable     *seen)
{
  MspComparisonRow *row = msp_catalog_data_alloc (data, sizeof *row);
  MspJson *cells = msp_json_get (place, "cells");

  msp_json_allow (place, "id name explanation cells");
  msp_json_allow (cells, "mlsa mvp rd");
  row->id = msp_catalog_read_new_id (data, place, seen);
  row->name = msp_catalog_read_text (data, place, "name");
  row->explanation = msp_catalog_read_fact (data, place, "explanation");
  row->cells = msp_catalog_data_array (data);
  for (guint i = 0; i < data->programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (data->programs, i);

      g_ptr_array_add (row->cells, msp_catalog_read_fact (data, cells, program->id));
    }

  return row;
}

static MspProfileDimension *
read_dimension (MspCatalogData *data,
                MspJson        *place,
                GHashTable     *seen)
{
  MspProfileDimension *dimension = msp_catalog_data_alloc (data, sizeof *dimension);
  MspJson *scores = msp_json_get (place, "scores");
  MspJson *reasons = msp_json_get (place, "reasons");

  msp_json_allow (place, "id name meaning scores reasons");
  msp_json_allow (scores, "mlsa mvp rd");
  msp_json_allow (reasons, "mlsa mvp rd");
  dimension->id = msp_catalog_read_new_id (data, place, seen);
  dimension->name = msp_catalog_read_text (data, place, "name");
  dimension->meaning = msp_catalog_read_text (data, place, "meaning");
  dimension->scores = msp_catalog_data_alloc (data, sizeof (int) * data->programs->len);
  dimension->reasons = g_new0 (char *, data->programs->len + 1);
  g_ptr_array_add (data->words, dimension->reasons);
  for (guint i = 0; i < data->programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (data->programs, i);
      gint64 score = msp_json_get_integer (msp_json_get (scores, program->id));

      if (score < 0 || score > 5)
        msp_json_fail (msp_json_get (scores, program->id), _ ("a number from 0 to 5 is expected"));
      dimension->scores[i] = (int) score;
      dimension->reasons[i] = msp_json_dup_text (reasons, program->id);
    }

  return dimension;
}

void
msp_catalog_read_comparison (MspCatalogData *data,
                             MspJsonDoc     *doc)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  MspJson *root = msp_catalog_read_head (doc, "comparison", "rows profile");
  MspJson *rows = msp_json_get (root, "rows");
  MspJson *profile = msp_json_get (root, "profile");
  MspJson *dimensions = msp_json_get (profile, "dimensions");
  guint n_rows = msp_json_get_length (rows);
  guint n_dimensions = msp_json_get_length (dimensions);

  msp_json_allow (profile, "note dimensions");
  data->profile_note = msp_catalog_read_text (data, profile, "note");
  data->comparison = msp_catalog_data_array (data);
  data->profile = msp_catalog_data_array (data);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (data->comparison, read_row (data, msp_json_get_element (rows, i), seen));
  for (guint i = 0; i < n_dimensions; i++)
    g_ptr_array_add (data->profile,
                     read_dimension (data, msp_json_get_element (dimensions, i), seen));
}
