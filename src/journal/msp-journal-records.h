/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* What the journal keeps beside its entries. All blocking and small; on the worker. */

/* Saved results of the wizard, newest first. */
typedef struct
{
  gint64  key;
  MspDay  date;
  char   *json; /* of msp_assessment_to_json() */
} MspSavedResult;

void       msp_saved_result_free            (MspSavedResult   *self);

gint64     msp_journal_store_save_result    (MspJournalStore  *self,
                                             MspDay            date,
                                             const char       *json,
                                             GError          **error);
GPtrArray *msp_journal_store_list_results   (MspJournalStore  *self,
                                             GError          **error);
gboolean   msp_journal_store_delete_result  (MspJournalStore  *self,
                                             gint64            key,
                                             GError          **error);

/* A cycle's own dates, as edited for that cycle only; MSP_DAY_NONE: the settings' date. */
typedef struct
{
  int    year;
  MspDay window_start;
  MspDay window_end;
  MspDay record_by;
  MspDay announce_on;
} MspCycleDates;

/* (element-type MspCycleDates), by year */
GPtrArray *msp_journal_store_list_cycle_dates (MspJournalStore      *self,
                                               GError              **error);
gboolean   msp_journal_store_set_cycle_dates  (MspJournalStore      *self,
                                               const MspCycleDates  *dates,
                                               GError              **error);

/* Reminders: which stage of which date was told. Claiming is atomic over processes: TRUE for the
 * one that may tell it; released if the desktop could not be reached. */
gboolean   msp_journal_store_claim_reminder   (MspJournalStore      *self,
                                               const char           *deadline,
                                               MspDay                date,
                                               int                   stage,
                                               gboolean             *claimed,
                                               GError              **error);
gboolean   msp_journal_store_release_reminder (MspJournalStore      *self,
                                               const char           *deadline,
                                               MspDay                date,
                                               int                   stage,
                                               GError              **error);
/* TRUE in @told if @stage or a nearer one of that date was told. */
gboolean   msp_journal_store_is_reminder_told (MspJournalStore      *self,
                                               const char           *deadline,
                                               MspDay                date,
                                               int                   stage,
                                               gboolean             *told,
                                               GError              **error);
/* Small values by name (the day until which reminders sleep, the form's draft); NULL clears. */
gboolean   msp_journal_store_set_value        (MspJournalStore      *self,
                                               const char           *name,
                                               const char           *value,
                                               GError              **error);
char      *msp_journal_store_get_value        (MspJournalStore      *self,
                                               const char           *name,
                                               GError              **error);

G_END_DECLS
