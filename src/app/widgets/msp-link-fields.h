/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

#define MSP_TYPE_LINK_FIELDS (msp_link_fields_get_type ())

G_DECLARE_FINAL_TYPE (MspLinkFields, msp_link_fields, MSP, LINK_FIELDS, AdwPreferencesGroup)

/* Signal "changed": a link was typed or removed. */

GtkWidget *msp_link_fields_new  (void);
void       msp_link_fields_show (MspLinkFields         *self,
                                 const MspContribution *entry);
/* Puts what is typed into @entry; FALSE if one is no link, which is said at that field. */
gboolean   msp_link_fields_read (MspLinkFields         *self,
                                 MspContribution       *entry);

G_END_DECLS
