/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"
#include "storage/msp-database.h"

G_BEGIN_DECLS

/**
 * MspImportMatch:
 *
 * Finds the entry that another one is a duplicate of: in the journal, and among what a try would have
 * made of it. On the worker.
 *
 * The same id counts first, then the same link and type, then the same date, type and title without
 * regard to case. What is in the trash counts by its id alone.
 */
typedef struct _MspImportMatch MspImportMatch;

/* @remembers: nothing is written, and what would be is remembered instead */
MspImportMatch  *msp_import_match_new      (MspDatabase            *database,
                                            gboolean                remembers);
void             msp_import_match_free     (MspImportMatch         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportMatch, msp_import_match_free)

/* @id (out) (transfer full) (nullable): of the entry that @entry is a duplicate of, NULL if there is
 * none; @in_trash (out): where it is */
gboolean         msp_import_match_find     (MspImportMatch         *self,
                                            const MspContribution  *entry,
                                            char                  **id,
                                            gboolean               *in_trash,
                                            GError                **error);
/* (transfer full) (nullable): an entry that was found, as it is by now */
MspContribution *msp_import_match_get      (MspImportMatch         *self,
                                            const char             *id,
                                            GError                **error);
/* Whether the journal has an entry with that id, in the trash or not. */
gboolean         msp_import_match_has_id   (MspImportMatch         *self,
                                            const char             *id,
                                            gboolean               *found,
                                            gboolean               *in_trash,
                                            GError                **error);
/* That the entry @id is, or would be, @entry by now. */
void             msp_import_match_remember (MspImportMatch         *self,
                                            const char             *id,
                                            const MspContribution  *entry,
                                            gboolean                is_new);

/* Whether a row comes from a journal of this program. Such rows of one file are duplicates of each other
 * by their ids alone. */
gboolean         msp_import_match_is_ours  (const MspContribution  *entry);

G_END_DECLS
