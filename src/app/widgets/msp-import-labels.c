/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-labels"

#include "app/widgets/msp-import-labels.h"

#include <glib/gi18n-lib.h>

#define METRIC "metric:"

static const struct
{
  const char *field;
  const char *label;
} labels[] = {
  { "id", N_ ("Identifier") },
  { "title", N_ ("Title") },
  { "date", N_ ("Date") },
  { "dateEnd", N_ ("End date") },
  { "activityTypeName", N_ ("Type") },
  { "url", N_ ("Link") },
  { "links", N_ ("Further links") },
  { "description", N_ ("Description") },
  { "privateDescription", N_ ("Private description") },
  { "technologyFocusArea", N_ ("Area") },
  { "additionalTechnologyAreas", N_ ("Additional areas") },
  { "targetAudience", N_ ("Audience") },
  { "role", N_ ("Role") },
  { "quantity", N_ ("Quantity") },
  { "annualReach", N_ ("Reach") },
  { "isPrivate", N_ ("Private") },
  { "visibility", N_ ("Visibility") },
  { "isHighImpact", N_ ("High impact") },
  { "status", N_ ("Status") },
  { "inPortal", N_ ("In the portal") },
  { "microsoftEvent", N_ ("Microsoft event") },
  { "microsoftEventOther", N_ ("Other event") },
  { "tags", N_ ("Tags") },
  { "notes", N_ ("Notes") },
  { "attachments", N_ ("Files") },
  { "created", N_ ("Added on") },
  { "modified", N_ ("Changed on") },
  { "deleted", N_ ("Deleted on") },
};

const char *
msp_import_labels_kind (MspImportKind kind)
{
  switch (kind)
    {
    case MSP_IMPORT_CSV:
      return _ ("Table (CSV)");

    case MSP_IMPORT_JSON:
      return _ ("Entries in JSON");

    case MSP_IMPORT_PRIVACY_EXPORT:
      return _ ("Account data of the MVP portal");

    case MSP_IMPORT_COMPANION_JSON:
      return _ ("Contributions of a companion tool");

    case MSP_IMPORT_PORTAL_MARKDOWN:
      return _ ("Activities in Markdown");

    case MSP_IMPORT_AUTO:
    default:
      return "";
    }
}

const char *
msp_import_labels_field (MspCatalog *catalog,
                         const char *field)
{
  const MspFigureField *figure;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog) && field != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].field, field))
        return _ (labels[i].label);
    }

  figure = msp_catalog_find_figure_field (catalog, field);
  if (figure != NULL)
    return figure->label;

  return g_str_has_prefix (field, METRIC) ? field + strlen (METRIC) : field;
}
