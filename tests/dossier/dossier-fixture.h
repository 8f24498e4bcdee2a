/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier.h"
#include "journal/msp-contribution.h"

/* What the tests of the dossier share: the catalogue, the cycle of 2026 and entries made by hand. */

#define TODAY msp_day_new (2026, 11, 23)
#define HOSTILE "<b>&\"'</b> | * _ [x](y) `c` # ~ \\ <script>alert(1)</script>"

static inline MspCatalog *
fixture_catalog (void)
{
  g_autoptr (GError) error = NULL;
  MspCatalog *catalog = msp_catalog_load (NULL, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

static inline MspCycle
fixture_cycle (void)
{
  MspCycleRule rule = msp_cycle_rule_default ();

  return msp_cycle_of_year (&rule, NULL, 2026);
}

static inline void
fixture_set (char       **field,
             const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Adds an entry to @entries and returns it. */
static inline MspContribution *
fixture_add (GPtrArray  *entries,
             const char *title,
             const char *type,
             MspDay      date,
             gint64      reach)
{
  MspContribution *entry = msp_contribution_new ();

  entry->id = g_strdup_printf ("id-%u", entries->len);
  fixture_set (&entry->title, title);
  fixture_set (&entry->type, type);
  entry->date = date;
  entry->reach = reach;
  g_ptr_array_add (entries, entry);

  return entry;
}

static inline GPtrArray *
fixture_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
}

static inline MspDossier *
fixture_make (MspCatalog              *catalog,
              GPtrArray               *entries,
              const MspDossierOptions *options)
{
  const MspDossierOptions none = { 0 };
  MspCycle cycle = fixture_cycle ();

  return msp_dossier_new (catalog, &cycle, entries, options != NULL ? options : &none, TODAY);
}
