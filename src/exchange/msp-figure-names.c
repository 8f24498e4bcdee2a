/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-names"

#include "exchange/msp-figure-names.h"

/* Part of the file formats, so they do not change with the catalogue. */
static const char *const fields[] = {
  "numberOfViews", "subscriberBase", "copiesSold", "numberOfSessions", "liveStreamViews",
  "onDemandViews", "inPersonAttendees", NULL,
};

const char *const *
msp_figure_portal_fields (void)
{
  return fields;
}

gboolean
msp_figure_is_portal_field (const char *name)
{
  return g_strv_contains (fields, name);
}
