/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"
#include "storage/msp-backup.h"

G_BEGIN_DECLS

/* How much a journal or a backup of one holds. */
typedef struct
{
  guint  entries; /* outside the trash */
  guint  in_trash;
  MspDay first;   /* MSP_DAY_NONE: there are none */
  MspDay last;
} MspJournalContents;

/* Blocking: a copy of the journal, verified, in a file that is not there yet, or among the backups
 * (@path is NULL): (transfer full) (nullable): its path */
char    *msp_journal_store_back_up      (MspJournalStore     *self,
                                         const char          *path,
                                         GError             **error);
gboolean msp_journal_store_get_contents (MspJournalStore     *self,
                                         MspJournalContents  *contents,
                                         GError             **error);
/* Blocking: looks at a backup and leaves it as it is. */
gboolean msp_journal_look_at_backup     (const char          *path,
                                         MspJournalContents  *contents,
                                         GError             **error);
/* Blocking: makes the journal what the backup is, after a backup of what it was; @replaced (out)
 * (optional) (transfer full) is where that lies. */
gboolean msp_journal_store_restore_backup (MspJournalStore   *self,
                                           const char        *path,
                                           char             **replaced,
                                           GError           **error);
/* Blocking: puts a journal that is damaged aside, with its log, and says where it is: (transfer full)
 * (nullable). Nobody may have it open. At most three are kept. */
char    *msp_journal_put_aside          (const char          *journal_path,
                                         GError             **error);

G_END_DECLS
