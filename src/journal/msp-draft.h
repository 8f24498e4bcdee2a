/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* What stands in the entry form and is not saved yet: a small file beside the journal, so that a
 * form outlives the program that showed it. */

/* (transfer full): the file of the draft that belongs to a journal */
char            *msp_draft_path  (const char             *journal_path);
gboolean         msp_draft_write (const char             *path,
                                  const MspContribution  *entry,
                                  GError                **error);
/* (nullable): NULL without @error if there is none; one that cannot be read is no draft */
MspContribution *msp_draft_read  (const char             *path,
                                  GError                **error);
void             msp_draft_clear (const char             *path);

G_END_DECLS
