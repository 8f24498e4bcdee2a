/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* What stands in the entry form and is not saved yet: a small file beside the journal, so that a
 * form outlives the program that showed it. */

/* (transfer full): the file of the draft of a new entry of a journal */
char            *msp_draft_path  (const char             *journal_path);
/* (transfer full): the file of the draft of the entry with that id */
char            *msp_draft_path_of_entry (const char     *journal_path,
                                          const char     *id);
/* (transfer full): of the files that a new entry's draft may have, the first that is there or, with
 * @is_free, that is not: a draft gives way to no other. */
char            *msp_draft_path_of_new   (const char     *journal_path,
                                          gboolean        is_free);
/* (transfer full): the files of what was typed and not saved */
GStrv            msp_draft_list          (const char     *journal_path);
/* (transfer full) (nullable): the entry that the draft at @path belongs to; NULL: a new one */
char            *msp_draft_get_id        (const char     *path);
/* The entry of the draft at @path is gone: it becomes one of a new entry. */
gboolean         msp_draft_make_new      (const char     *path,
                                          const char     *journal_path);
gboolean         msp_draft_write (const char             *path,
                                  const MspContribution  *entry,
                                  GError                **error);
/* (nullable): NULL without @error if there is none; one that cannot be read is no draft */
MspContribution *msp_draft_read  (const char             *path,
                                  GError                **error);
void             msp_draft_clear (const char             *path);

G_END_DECLS
