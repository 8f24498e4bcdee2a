/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

#define MSP_TEMPLATE_NAME_MAX 60

/**
 * MspTemplate:
 *
 * What a new entry may begin with, under a name. Its entry has no id, date, figures or portal mark.
 */
typedef struct
{
  char            *name;
  MspContribution *entry;
} MspTemplate;

void             msp_template_free        (MspTemplate            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspTemplate, msp_template_free)

/* As kept in the journal: one JSON object. */
char            *msp_template_to_json     (const char             *name,
                                           const MspContribution  *entry);
/* (transfer full) (nullable): NULL with @error set for whatever is not exactly such an object */
MspTemplate     *msp_template_from_json   (const char             *json,
                                           GError                **error);
/* (transfer full): a new entry of that day, to be completed */
MspContribution *msp_template_begin_entry (const MspTemplate      *self,
                                           MspDay                  date);
/* (transfer full) (nullable): @name without blanks around it, or NULL with @error set: empty, long */
char            *msp_template_clean_name  (const char             *name,
                                           GError                **error);

G_END_DECLS
