/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"
#include "journal/msp-query.h"
#include "storage/msp-database-problem.h"
#include "storage/msp-database.h"

G_BEGIN_DECLS

#define MSP_JOURNAL_ERROR (msp_journal_error_quark ())

/**
 * MspJournalError:
 * @MSP_JOURNAL_ERROR_NOT_FOUND: no entry has that id
 * @MSP_JOURNAL_ERROR_AMBIGUOUS: the prefix fits several ids
 * @MSP_JOURNAL_ERROR_INVALID: a field cannot be saved; the message says which and why
 * @MSP_JOURNAL_ERROR_CHANGED: somebody else has saved the entry since it was read
 */
typedef enum
{
  MSP_JOURNAL_ERROR_NOT_FOUND,
  MSP_JOURNAL_ERROR_AMBIGUOUS,
  MSP_JOURNAL_ERROR_INVALID,
  MSP_JOURNAL_ERROR_CHANGED,
} MspJournalError;

GQuark msp_journal_error_quark (void);

/* What of the journal is wrong is an MSP_DATABASE_ERROR (storage/msp-database.h). */

typedef struct
{
  gint64    key; /* row key in the file, stable for an entry's life */
  char     *id;
  MspDay    date;
  char     *title;
  char     *type;
  char     *area;
  char     *url;
  MspStatus status;
  gboolean  is_high_impact;
  gboolean  is_private;
  MspDay    in_portal;
  MspDay    leaves_trash; /* MSP_DAY_NONE: not in the trash */
  gint64    reach;
} MspEntrySummary;

typedef struct
{
  guint  entries;
  gint64 reach;
} MspJournalTotals;

/* One entry as the figures of a cycle need it. */
typedef struct
{
  char     *id;
  MspDay    date;
  char     *type;
  char     *area;
  MspStatus status;
  gint64    reach;
} MspEntryFact;

typedef struct
{
  GStrv types; /* in use, most used first */
  GStrv areas;
  GStrv tags;
} MspJournalVocabulary;

void msp_entry_summary_free (MspEntrySummary      *self);
void msp_entry_fact_free (MspEntryFact         *self);
void msp_journal_vocabulary_free (MspJournalVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspJournalVocabulary, msp_journal_vocabulary_free)

#define MSP_TYPE_JOURNAL_STORE (msp_journal_store_get_type ())

G_DECLARE_FINAL_TYPE (MspJournalStore, msp_journal_store, MSP, JOURNAL_STORE, GObject)

/* Signal "changed", on the main context: the journal differs, by our own write or by another process
 * (noticed within a second once msp_journal_store_watch() was called). Its argument (nullable) is an
 * array of the row keys (gint64) of all entries that may differ, or NULL where that is not known. */

char            *msp_journal_default_path (void);            /* MS_PROGRAMS_JOURNAL or the XDG one */
/* Blocking; makes folder (0700) and file (0600) unless @read_only. A file that cannot be written is
 * opened for reading, see msp_journal_store_is_read_only(). */
MspJournalStore *msp_journal_store_open (const char             *path,
                                         gboolean                read_only,
                                         GError                **error);
void             msp_journal_store_open_async (const char             *path,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
MspJournalStore *msp_journal_store_open_finish (GAsyncResult           *result,
                                                GError                **error);
void             msp_journal_store_close (MspJournalStore        *self);
const char      *msp_journal_store_get_path (MspJournalStore        *self);
/* What is done with it: msp-journal-attachments.h. */
const char      *msp_journal_store_get_attachment_folder (MspJournalStore *self);
gboolean         msp_journal_store_is_read_only (MspJournalStore        *self);
/* The day on which an entry with that time of deletion leaves the trash for good; MSP_DAY_NONE if it is
 * none. */
MspDay           msp_journal_leaves_trash (const char             *deleted);
void             msp_journal_store_watch (MspJournalStore        *self);

/* What a journal is to the room of storage: for backups. */
const MspDatabaseSchema *msp_journal_get_schema (void);

/* For what the journal keeps beside its entries: msp-journal-records.h. */
MspDatabase     *msp_journal_store_get_database (MspJournalStore        *self);
void             msp_journal_store_emit_changed (MspJournalStore        *self);
/* Those that were recorded since the last time (msp-journal-undo.h), if changes are recorded. */
void             msp_journal_store_emit_entries_changed (MspJournalStore *self);

/* Connections that only read, each with its own worker; the journal's own where there is none. */
typedef enum
{
  MSP_JOURNAL_READER_LIST,
  MSP_JOURNAL_READER_STUDY,
  MSP_JOURNAL_N_READERS,
} MspJournalReader;

MspDatabase     *msp_journal_store_get_reader   (MspJournalStore        *self,
                                                 MspJournalReader        reader);

G_END_DECLS

#include "journal/msp-journal-async.h"
#include "journal/msp-journal-blocking.h"
#include "journal/msp-journal-bulk.h"
#include "journal/msp-journal-foreach.h"
#include "journal/msp-journal-list.h"
