/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* One field of the portal's form, with what an entry has for it. */
typedef struct
{
  const char *name;        /* JSON name: activityTypeName, numberOfViews … */
  const char *label;       /* the portal's own, so it is never translated */
  char       *text;        /* to be pasted; empty: the entry has nothing for it */
  GStrv       items;       /* (nullable): of a field that takes several, the text one by one */
  guint       limit;       /* characters that the portal takes; 0: no limit is known */
  gboolean    is_specific; /* not every type of activity has it */
} MspPortalField;

/* In the order of the portal's form, only those that the entry's type has: (transfer full)
 * (element-type MspPortalField). They live no longer than the catalogue. */
GPtrArray *msp_portal_fields_list   (MspCatalog            *catalog,
                                     const MspContribution *entry);
/* How many characters the portal would not take; 0: all of it fits. */
guint      msp_portal_field_excess  (const MspPortalField  *self);
guint      msp_portal_field_length  (const MspPortalField  *self);

G_END_DECLS
