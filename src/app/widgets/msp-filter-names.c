/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter-names"

#include "app/widgets/msp-filter-names.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *choices[2]; /* yes, no */
  const char *texts[2];
} MarkNames;

static const MarkNames marks[MSP_N_MARKS] = {
  [MSP_MARK_STATUS] = { N_ ("Status"), { N_ ("Done"), N_ ("Planned") },
                        { N_ ("Done"), N_ ("Planned") } },
  [MSP_MARK_IN_PORTAL] = { N_ ("In the portal"), { N_ ("Yes"), N_ ("Not yet") },
                           { N_ ("In the portal"), N_ ("Not in the portal") } },
  [MSP_MARK_HIGH_IMPACT] = { N_ ("High impact"), { N_ ("Yes"), N_ ("No") },
                             { N_ ("High impact"), N_ ("Not of high impact") } },
  [MSP_MARK_LINK] = { N_ ("Link"), { N_ ("With"), N_ ("Without") },
                      { N_ ("With a link"), N_ ("Without a link") } },
  [MSP_MARK_REACH] = { N_ ("Reach"), { N_ ("With"), N_ ("Without") },
                       { N_ ("With reach"), N_ ("Without reach") } },
  [MSP_MARK_PRIVATE] = { N_ ("Private"), { N_ ("Yes"), N_ ("No") },
                         { N_ ("Private"), N_ ("Not private") } },
};

const char *
msp_filter_kind_name (MspFilterKind kind)
{
  switch (kind)
    {
    case MSP_FILTER_TYPE:
      return _ ("Type");

    case MSP_FILTER_GATE:
      return _ ("Gate");

    case MSP_FILTER_AREA:
      return _ ("Area");

    case MSP_FILTER_TAG:
      return _ ("Tag");

    case MSP_N_FILTER_KINDS:
    default:
      g_return_val_if_reached ("");
    }
}

const char *
msp_filter_mark_name (MspMark mark)
{
  return _ (marks[mark].name);
}

const char *
msp_filter_mark_choice (MspMark    mark,
                        MspWhether whether)
{
  g_return_val_if_fail (whether != MSP_WHETHER_ANY, "");

  return _ (marks[mark].choices[whether - 1]);
}

const char *
msp_filter_mark_text (MspMark    mark,
                      MspWhether whether)
{
  g_return_val_if_fail (whether != MSP_WHETHER_ANY, "");

  return _ (marks[mark].texts[whether - 1]);
}

const char *
msp_filter_value_text (MspCatalog    *catalog,
                       MspFilterKind  kind,
                       const char    *value)
{
  GPtrArray *gates = kind == MSP_FILTER_GATE && catalog != NULL ? msp_catalog_get_gates (catalog) : NULL;

  for (guint i = 0; gates != NULL && i < gates->len; i++)
    {
      const MspGate *gate = g_ptr_array_index (gates, i);

      if (g_ascii_strcasecmp (gate->id, value) == 0)
        return gate->name;
    }

  return value;
}
