/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-portal-fields.h"

G_BEGIN_DECLS

/* What is said while somebody walks through the fields of the portal's form: (element-type
 * MspPortalField). */

/* The first one from @place on that is not empty; their number if there is none. */
guint       msp_portal_words_find        (GPtrArray             *fields,
                                          guint                  place);
/* The last one before @place that is not empty; @place if there is none. */
guint       msp_portal_words_find_before (GPtrArray             *fields,
                                          guint                  place);
/* Those before @end that are not empty. */
guint       msp_portal_words_count       (GPtrArray             *fields,
                                          guint                  end);
/* (nullable): the empty fields just before @place, in a sentence */
char       *msp_portal_words_empty       (GPtrArray             *fields,
                                          guint                  place);
/* (nullable): how much of what the portal takes its text is */
char       *msp_portal_words_limit       (const MspPortalField  *field);
char       *msp_portal_words_end         (const MspContribution *entry);
/* (nullable): what cannot be pasted */
const char *msp_portal_words_flags       (const MspContribution *entry);

G_END_DECLS
