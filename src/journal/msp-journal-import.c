/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-import"

#include "journal/msp-journal-import.h"

#include "base/msp-clock.h"
#include "journal/msp-attachment-folder.h"
#include "journal/msp-entry-attachments.h"
#include "journal/msp-entry-index.h"
#include "journal/msp-entry-writer.h"
#include "journal/msp-import-match.h"
#include "journal/msp-index-batch.h"
#include "journal/msp-journal-ops.h"
#include "journal/msp-key-list.h"
#include "storage/msp-backup.h"
#include "storage/msp-statement.h"

/* Our own files have the newest entry first, of one day too: the first of them gets this place of its
 * day, the next ones those before it. */
#define MIDDLE_OF_DAY (G_GINT64_CONSTANT (1) << (MSP_POSITION_SEQUENCE_BITS - 1))

/* Of the page cache, while it is written and otherwise: SQLite's default. */
#define ROOM_KIB "65536"
#define USUAL_KIB "2000"

/* The next place of a day. */
typedef struct
{
  gint64 position;
  gint64 step;
} Place;

typedef struct _MspJournalImportWork
{
  MspDatabase    *database;
  MspImportMatch *match;  /* (owned) */
  MspIndexBatch  *index;  /* (owned) */
  GHashTable     *places; /* (owned) (element-type MspDay Place) */
  char           *folder; /* (owned) (nullable): of the attached files */
  char           *now;    /* (owned) */
  MspDay          today;
  guint           n_new;  /* of a dry run, whose new entries have no id */
} Work;

/* What is asked of the worker. */
typedef struct
{
  MspJournalImport *import;
  MspImportFeed     feed;
  gpointer          data;
  const char       *path; /* of the journal */
} Request;

static void
work_init (Work        *self,
           MspDatabase *database,
           gboolean     dry_run)
{
  self->database = database;
  self->match = msp_import_match_new (database, dry_run);
  self->index = msp_index_batch_new ();
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->folder = msp_entry_attachments_folder (database);
  self->now = msp_clock_now_utc ();
  self->today = msp_clock_today ();
}

static void
work_clear (Work *self)
{
  msp_import_match_free (self->match);
  msp_index_batch_free (self->index);
  g_hash_table_unref (self->places);
  g_free (self->folder);
  g_free (self->now);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

void
msp_field_problem_free (MspFieldProblem *problem)
{
  if (problem == NULL)
    return;

  g_free (problem->message);
  g_free (problem);
}

/* -1 with @error set if it cannot be known. */
static gint64
next_place (Work                   *work,
            const MspContribution  *entry,
            gboolean                is_ours,
            GError                **error)
{
  Place *place = g_hash_table_lookup (work->places, GINT_TO_POINTER (entry->date));
  gint64 position;

  if (place == NULL)
    {
      gint64 first = (gint64) entry->date << MSP_POSITION_SEQUENCE_BITS;

      position = msp_entry_writer_next_position (work->database, entry->date, error);
      if (position < 0)
        return -1;

      place = g_new0 (Place, 1);
      place->step = is_ours && position == first ? -1 : 1;
      place->position = place->step < 0 ? first + MIDDLE_OF_DAY : position;
      g_hash_table_insert (work->places, GINT_TO_POINTER (entry->date), place);
    }

  position = place->position;
  place->position += place->step;

  return position;
}

static gboolean
is_time (const char *text)
{
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL || strlen (text) != strlen ("2026-11-21T18:02:11Z") || !g_str_has_suffix (text, "Z"))
    return FALSE;

  time = g_date_time_new_from_iso8601 (text, NULL);

  return time != NULL;
}

/* What the file says of its life is kept where it can be; the rest begins now. */
static gboolean
prepare_new (Work             *work,
             MspContribution  *entry,
             gboolean          knows_id,
             GError          **error)
{
  gboolean found = FALSE;
  gboolean in_trash;

  if (knows_id && !msp_import_match_has_id (work->match, entry->id, &found, &in_trash, error))
    return FALSE;

  if (!knows_id || found)
    {
      g_free (entry->id);
      entry->id = g_uuid_string_random ();
    }
  /* Asked once: what day it is takes longer than a row. */
  for (guint i = 0; i < entry->figures->len; i++)
    {
      MspFigure *figure = g_ptr_array_index (entry->figures, i);

      if (figure->recorded_on == MSP_DAY_NONE)
        figure->recorded_on = work->today;
    }
  if (!is_time (entry->created))
    {
      g_free (entry->created);
      entry->created = g_strdup (work->now);
    }
  if (!is_time (entry->modified))
    {
      g_free (entry->modified);
      entry->modified = g_strdup (entry->created);
    }

  return TRUE;
}

/* One that was in the trash of another journal is in that of this one. */
static gboolean
write_deleted (Work                   *work,
               const MspContribution  *entry,
               GError                **error)
{
  MspStatement *update;

  if (!is_time (entry->deleted))
    return TRUE;

  update = msp_database_prepare (work->database, "UPDATE contribution SET deleted = :deleted "
                                                 "WHERE uuid = :uuid", error);
  if (update == NULL)
    return FALSE;

  msp_statement_bind_text (update, ":deleted", entry->deleted);
  msp_statement_bind_text (update, ":uuid", entry->id);

  return msp_statement_run (update, error);
}

static gboolean
add (MspJournalImport  *self,
     MspContribution   *entry,
     GError           **error)
{
  Work *work = self->work;
  gboolean knows_id = entry->id != NULL;
  gboolean is_ours = msp_import_match_is_ours (entry);
  gint64 position;

  if (self->dry_run)
    {
      g_autofree char *id = knows_id ? g_strdup (entry->id)
                                     : g_strdup_printf ("new %u", work->n_new++);

      if (!is_time (entry->deleted))
        msp_import_match_remember (work->match, id, entry, TRUE);
      return TRUE;
    }

  if (!prepare_new (work, entry, knows_id, error))
    return FALSE;

  position = next_place (work, entry, is_ours, error);
  if (position < 0 || !msp_entry_writer_insert_at (work->database, entry, position, error) ||
      !write_deleted (work, entry, error))
    return FALSE;

  msp_index_batch_add (work->index, position, entry);

  return TRUE;
}

static gboolean
write_update (MspJournalImport       *self,
              const MspContribution  *kept,
              MspContribution        *entry,
              GError                **error)
{
  Work *work = self->work;
  gint64 before;
  gint64 after;

  if (self->dry_run)
    {
      msp_import_match_remember (work->match, entry->id, entry, FALSE);
      return TRUE;
    }

  g_free (entry->modified);
  entry->modified = msp_journal_op_time_after (kept->modified);
  if (!msp_entry_writer_update_row (work->database, kept, entry, &before, &after, error))
    return FALSE;

  msp_index_batch_remove (work->index, before);
  msp_index_batch_add (work->index, after, entry);
  /* It may have taken the next place of its day. */
  if (before != after)
    g_hash_table_remove (work->places, GINT_TO_POINTER (entry->date));

  return TRUE;
}

/* The first thing that keeps an entry from being saved. */
static MspFieldProblem *
find_problem (const MspContribution *entry)
{
  g_autoptr (GPtrArray) problems = msp_contribution_check (entry);
  const MspFieldProblem *first;
  MspFieldProblem *problem;

  if (problems->len == 0)
    return NULL;

  first = g_ptr_array_index (problems, 0);
  problem = g_new0 (MspFieldProblem, 1);
  problem->field = first->field;
  problem->message = g_strdup (first->message);

  return problem;
}

static gboolean
take_duplicate (MspJournalImport       *self,
                const char             *id,
                const MspContribution  *entry,
                MspEntryFields          given,
                MspTakenAs             *as,
                MspFieldProblem       **problem,
                GError                **error)
{
  g_autoptr (MspContribution) kept = msp_import_match_get (self->work->match, id, error);
  g_autoptr (MspContribution) merged = NULL;

  if (kept == NULL)
    return FALSE;

  merged = msp_contribution_copy (kept);
  msp_entry_fields_take (merged, entry, given);
  *as = MSP_TAKEN_EQUAL;
  if (msp_contribution_equal (merged, kept))
    return TRUE;

  *as = MSP_TAKEN_DIFFERENT;
  if (self->rule != MSP_DUPLICATES_UPDATE)
    return TRUE;

  /* What fits the file may not fit what is kept: an end before the date, for one. */
  *problem = find_problem (merged);
  *as = *problem != NULL ? MSP_TAKEN_REFUSED : MSP_TAKEN_UPDATED;

  return *problem != NULL || write_update (self, kept, merged, error);
}

/* A row cannot have a file that the folder does not have. */
static void
drop_missing_files (MspJournalImport *self,
                    MspContribution  *entry)
{
  for (guint i = entry->attachments->len; i > 0; i--)
    {
      const MspAttachment *file = g_ptr_array_index (entry->attachments, i - 1);

      if (self->work->folder != NULL && msp_attachment_is_there (self->work->folder, file->hash))
        continue;

      g_ptr_array_remove_index (entry->attachments, i - 1);
      self->files_missing++;
    }
}

static void
clean_id (MspContribution *entry)
{
  g_autofree char *id = g_steal_pointer (&entry->id);

  if (id != NULL && g_uuid_string_is_valid (id))
    entry->id = g_ascii_strdown (id, -1);
}

gboolean
msp_journal_import_take (MspJournalImport  *self,
                         MspContribution   *taken,
                         MspEntryFields     given,
                         MspTakenAs        *as,
                         MspFieldProblem  **problem,
                         GError           **error)
{
  g_autoptr (MspContribution) entry = taken;
  g_autofree char *id = NULL;
  gboolean in_trash = FALSE;

  g_return_val_if_fail (self != NULL && self->work != NULL, FALSE);

  *problem = find_problem (entry);
  *as = MSP_TAKEN_REFUSED;
  if (*problem != NULL)
    return TRUE;

  clean_id (entry);
  drop_missing_files (self, entry);
  if (self->rule != MSP_DUPLICATES_ADD &&
      !msp_import_match_find (self->work->match, entry, &id, &in_trash, error))
    return FALSE;

  if (in_trash)
    {
      *as = MSP_TAKEN_IN_TRASH;
      return TRUE;
    }
  if (id != NULL)
    return take_duplicate (self, id, entry, given, as, problem, error);

  *as = MSP_TAKEN_ADDED;

  return add (self, entry, error);
}

static gboolean
index_written (double    done,
               gpointer  data,
               GError  **error)
{
  MspJournalImport *import = data;

  if (import->progress != NULL)
    *import->progress = import->progress_from + (1 - import->progress_from) * done;

  return !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

static gboolean
feed_and_index (MspDatabase  *database,
                gpointer      data,
                GError      **error)
{
  Request *request = data;
  MspJournalImport *import = request->import;

  return request->feed (import, request->data, error) &&
         msp_index_batch_write (import->work->index, database, index_written, import, error) &&
         !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

static gboolean
run_pragma (MspDatabase  *database,
            const char   *sql,
            GError      **error)
{
  MspStatement *pragma = msp_database_prepare (database, sql, error);

  return pragma != NULL && msp_statement_run (pragma, error);
}

/* Each row touches a page of each of ten indexes, here and there: with the little memory that a
 * connection has otherwise most of them would go to the disk and come back many times. */
static gboolean
write_with_room (MspDatabase  *database,
                 Request      *request,
                 GError      **error)
{
  gboolean done = run_pragma (database, "PRAGMA cache_size = -" ROOM_KIB, error) &&
                  msp_entry_index_transaction (database, feed_and_index, request, error);

  run_pragma (database, "PRAGMA cache_size = -" USUAL_KIB, NULL);
  run_pragma (database, "PRAGMA shrink_memory", NULL);

  return done;
}

/* What it was before can be had back when undo is gone, too. */
static gboolean
back_up_and_write (MspDatabase  *database,
                   Request      *request,
                   GError      **error)
{
  g_autofree char *backup = msp_backup_make (database, request->path, request->import->cancellable,
                                             error);

  return backup != NULL && write_with_room (database, request, error);
}

/* Asks a Request. */
static gboolean
run_import (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  Request *request = data;
  MspJournalImport *import = request->import;
  g_auto (Work) work = { NULL };
  gboolean done;

  work_init (&work, database, import->dry_run);
  import->work = &work;
  done = import->dry_run ? request->feed (import, request->data, error)
                         : back_up_and_write (database, request, error);
  import->work = NULL;

  return done;
}

gboolean
msp_journal_store_import (MspJournalStore   *self,
                          MspJournalImport  *import,
                          MspImportFeed      feed,
                          gpointer           data,
                          GError           **error)
{
  Request request = { import, feed, data, msp_journal_store_get_path (self) };

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (self) && import != NULL && feed != NULL, FALSE);

  if (!msp_database_call (msp_journal_store_get_database (self), run_import, &request, error))
    return FALSE;

  if (!import->dry_run)
    msp_journal_store_emit_entries_changed (self);

  return TRUE;
}

static void
import_completed (MspJournalStore *store,
                  GParamSpec      *pspec,
                  GTask           *task)
{
  if (!g_task_had_error (task))
    msp_journal_store_emit_entries_changed (store);
}

void
msp_journal_store_import_async (MspJournalStore     *self,
                                MspJournalImport    *import,
                                MspImportFeed        feed,
                                gpointer             data,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;
  Request *request;
  MspDatabase *database;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self) && import != NULL && feed != NULL);

  task = g_task_new (self, import->cancellable, callback, user_data);
  request = g_new0 (Request, 1);
  *request = (Request) { import, feed, data, msp_journal_store_get_path (self) };
  g_task_set_source_tag (task, msp_journal_store_import_async);
  g_task_set_task_data (task, request, g_free);
  /* Once it is on the disk it is done, whatever was wanted meanwhile. */
  g_task_set_check_cancellable (task, import->dry_run);
  if (!import->dry_run)
    g_signal_connect_object (task, "notify::completed",
                             G_CALLBACK (import_completed), self, G_CONNECT_SWAPPED);

  /* A try stands in nobody's way. */
  database = import->dry_run ? msp_journal_store_get_reader (self, MSP_JOURNAL_READER_STUDY)
                             : msp_journal_store_get_database (self);
  msp_database_queue (database, task, run_import);
}

gboolean
msp_journal_store_import_finish (MspJournalStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
