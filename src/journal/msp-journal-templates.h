/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"
#include "journal/msp-template.h"

G_BEGIN_DECLS

/* The templates of a journal. Two names that differ by case and accents only are one. */

/* (transfer full) (element-type MspTemplate): by name; one that cannot be read is left out, and said
 * in the log. Blocking. */
GPtrArray *msp_journal_store_list_templates         (MspJournalStore        *self,
                                                     GError                **error);
/* @entry (nullable): saves it as @new_name, in place of what had that name; else renames @name to
 * @new_name, or removes @name if there is no @new_name (nullable). Blocking. */
gboolean   msp_journal_store_change_template        (MspJournalStore        *self,
                                                     const char             *name,
                                                     const char             *new_name,
                                                     const MspContribution  *entry,
                                                     GError                **error);

/* The same for the window. */
void       msp_journal_store_list_templates_async   (MspJournalStore        *self,
                                                     GCancellable           *cancellable,
                                                     GAsyncReadyCallback     callback,
                                                     gpointer                user_data);
GPtrArray *msp_journal_store_list_templates_finish  (MspJournalStore        *self,
                                                     GAsyncResult           *result,
                                                     GError                **error);
void       msp_journal_store_change_template_async  (MspJournalStore        *self,
                                                     const char             *name,
                                                     const char             *new_name,
                                                     const MspContribution  *entry,
                                                     GCancellable           *cancellable,
                                                     GAsyncReadyCallback     callback,
                                                     gpointer                user_data);
gboolean   msp_journal_store_change_template_finish (MspJournalStore        *self,
                                                     GAsyncResult           *result,
                                                     GError                **error);

G_END_DECLS
