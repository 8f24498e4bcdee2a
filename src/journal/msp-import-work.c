/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-work"

#include "journal/msp-import-work.h"

#include "base/msp-clock.h"
#include "journal/msp-attachment-folder.h"
#include "journal/msp-entry-attachments.h"
#include "journal/msp-entry-writer.h"
#include "journal/msp-import-match.h"
#include "journal/msp-journal-ops.h"
#include "journal/msp-key-list.h"
#include "storage/msp-statement.h"

/* Our own files have the newest entry first, of one day too: the first of them gets this place of its
 * day, the next ones those before it. */
#define MIDDLE_OF_DAY (G_GINT64_CONSTANT (1) << (MSP_POSITION_SEQUENCE_BITS - 1))

/* The next place of a day. */
typedef struct
{
  gint64 position;
  gint64 step;
} Place;

struct _MspJournalImportWork
{
  MspDatabase    *database;
  MspImportMatch *match;  /* (owned) */
  MspIndexBatch  *index;  /* (owned) */
  GHashTable     *places; /* (owned) (element-type MspDay Place) */
  char           *folder; /* (owned) (nullable): of the attached files */
  char           *now;    /* (owned) */
  MspDay          today;
  guint           n_new;  /* of a dry run, whose new entries have no id */
};

MspImportWork *
msp_import_work_new (MspDatabase *database,
                     gboolean     dry_run)
{
  MspImportWork *self = g_new0 (MspImportWork, 1);

  self->database = database;
  self->match = msp_import_match_new (database, dry_run);
  self->index = msp_index_batch_new ();
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->folder = msp_entry_attachments_folder (database);
  self->now = msp_clock_now_utc ();
  self->today = msp_clock_today ();

  return self;
}

void
msp_import_work_free (MspImportWork *self)
{
  msp_import_match_free (self->match);
  msp_index_batch_free (self->index);
  g_hash_table_unref (self->places);
  g_free (self->folder);
  g_free (self->now);
  g_free (self);
}

MspIndexBatch *
msp_import_work_get_index (MspImportWork *self)
{
  return self->index;
}

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
next_place (MspImportWork                   *work,
            const MspContribution           *entry,
            gboolean                         is_ours,
            GError                         **error)
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
prepare_new (MspImportWork             *work,
             MspContribution           *entry,
             gboolean                   knows_id,
             GError                   **error)
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
write_deleted (MspImportWork                   *work,
               const MspContribution           *entry,
               GError                         **error)
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
  MspImportWork *work = self->work;
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
  if (!is_time (entry->deleted))
    msp_import_match_remember (work->match, entry->id, entry, TRUE);

  return TRUE;
}

static gboolean
write_update (MspJournalImport       *self,
              const MspContribution  *kept,
              MspContribution        *entry,
              GError                **error)
{
  MspImportWork *work = self->work;
  gint64 before;
  gint64 after;

  msp_import_match_remember (work->match, entry->id, entry, FALSE);
  if (self->dry_run)
    return TRUE;

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
