/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/**
 * MspHabit:
 *
 * What this user chose before, worked out from the journal itself; its strings are never NULL.
 */
typedef struct
{
  char    *type;         /* empty: neither asked for nor known */
  gboolean is_from_site; /* chosen before for a link of that site */
  gboolean is_known;     /* there is an entry of that type, whose choices follow */
  char    *area;
  char    *role;
  GStrv    audience;
} MspHabit;

void      msp_habit_free                 (MspHabit            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspHabit, msp_habit_free)

/* The type chosen last for a link of the same site as @url (nullable) and with @path (nullable) in it,
 * else @type (nullable), and what was chosen in the newest entry of that type. */
void      msp_journal_store_habit_async  (MspJournalStore     *self,
                                          const char          *url,
                                          const char          *path,
                                          const char          *type,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
MspHabit *msp_journal_store_habit_finish (MspJournalStore     *self,
                                          GAsyncResult        *result,
                                          GError             **error);

G_END_DECLS
