/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import"

#include "exchange/msp-import.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/msp-file-writer.h"
#include "exchange/msp-archive.h"
#include "journal/msp-journal-import.h"

/* How much of the time reading takes, and the search index the rest: a tenth before both is the
 * backup's. */
#define BACKUP_SHARE 0.1
#define READING_SHARE 0.6
#define ROWS_BETWEEN_NOTES 256

/* With these the readers mark what a file does not say. */
#define TAG_TYPE_MADE_UP "check-type"
#define TAG_DATE_MADE_UP "check-date"

/* An import, from one thread to the other. */
typedef struct
{
  MspImportSource   *source;   /* (owned) */
  MspImportReport   *report;   /* (owned) (nullable) */
  MspImportProgress *progress; /* (nullable) */
  MspEntryFields     columns;  /* of a table */
  MspJournalImport   import;
  volatile double    fraction; /* of the text that is read, and then of the search index */
} Run;

static void
reject_free (MspImportReject *self)
{
  g_free (self->field);
  g_free (self->value);
  g_free (self->reason);
  g_free (self->raw);
  g_free (self);
}

static MspImportReport *
report_new (void)
{
  MspImportReport *self = g_new0 (MspImportReport, 1);

  self->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) reject_free);

  return self;
}

void
msp_import_report_free (MspImportReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rejects);
  g_free (self);
}

static void
run_free (Run *self)
{
  g_clear_object (&self->source);
  g_clear_object (&self->import.cancellable);
  msp_import_report_free (self->report);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* The fields that the columns of a table fill. */
static MspEntryFields
list_columns (MspImportSource *source)
{
  GPtrArray *columns = msp_import_source_get_columns (source);
  guint fields = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const MspImportColumn *column = g_ptr_array_index (columns, i);

      if (column->field != NULL)
        fields |= msp_entry_fields_named (column->field);
    }

  return (MspEntryFields) fields;
}

static Run *
run_new (MspImportSource   *source,
         MspOnDuplicate     on_duplicate,
         gboolean           dry_run,
         MspImportProgress *progress,
         GCancellable      *cancellable)
{
  static const MspDuplicateRule rules[] = {
    [MSP_ON_DUPLICATE_SKIP] = MSP_DUPLICATES_SKIP,
    [MSP_ON_DUPLICATE_UPDATE] = MSP_DUPLICATES_UPDATE,
    [MSP_ON_DUPLICATE_ADD] = MSP_DUPLICATES_ADD,
  };
  Run *self = g_new0 (Run, 1);

  self->source = g_object_ref (source);
  self->report = report_new ();
  self->progress = progress;
  self->columns = list_columns (source);
  self->import.rule = rules[on_duplicate];
  self->import.dry_run = dry_run;
  self->import.progress = progress != NULL ? &progress->fraction : NULL;
  self->import.progress_from = BACKUP_SHARE + READING_SHARE;
  g_set_object (&self->import.cancellable, cancellable);

  return self;
}

static void
reject (MspImportReport *report,
        MspImportRecord *record,
        const char      *field,
        const char      *reason)
{
  MspImportReject *row;

  report->rejected++;
  if (report->rejects->len >= MSP_IMPORT_REJECTS_MAX)
    return;

  row = g_new0 (MspImportReject, 1);
  row->line = record->line;
  row->field = g_strdup (field);
  row->value = g_steal_pointer (&record->value);
  row->reason = g_strdup (reason);
  row->raw = g_steal_pointer (&record->raw);
  g_ptr_array_add (report->rejects, row);
}

static void
count (MspImportReport *report,
       MspTakenAs       as)
{
  switch (as)
    {
    case MSP_TAKEN_ADDED:
      report->added++;
      break;

    case MSP_TAKEN_UPDATED:
      report->updated++;
      break;

    case MSP_TAKEN_DIFFERENT:
      report->duplicates++;
      report->changed++;
      break;

    case MSP_TAKEN_IN_TRASH:
      report->duplicates++;
      report->in_trash++;
      break;

    case MSP_TAKEN_EQUAL:
      report->duplicates++;
      break;

    case MSP_TAKEN_REFUSED:
    default:
      break;
    }
}

static gboolean
has_tag (const MspContribution *entry,
         const char            *tag)
{
  return g_strv_contains ((const char *const *) entry->tags, tag);
}

/* What a row says something about. In a table of our own an empty cell is one that was emptied; in
 * somebody else's it is one that nobody filled. What a reader made up for a new entry, and marked, is
 * not the file's: an old entry keeps its own. */
static MspEntryFields
given_by (const Run             *run,
          const MspImportRecord *record)
{
  const MspContribution *entry = record->entry;
  guint given = record->given != 0 ? record->given : msp_entry_fields_filled (entry);

  if (entry->id != NULL && entry->created != NULL)
    return (MspEntryFields) (given | run->columns);

  if (has_tag (entry, TAG_TYPE_MADE_UP))
    given &= ~(guint) (MSP_ENTRY_TYPE | MSP_ENTRY_TAGS);
  if (has_tag (entry, TAG_DATE_MADE_UP))
    given &= ~(guint) (MSP_ENTRY_DATE | MSP_ENTRY_TAGS);

  return (MspEntryFields) given;
}

static gboolean
take_record (MspImportRecord  *record,
             gpointer          data,
             GError          **error)
{
  Run *run = data;
  MspImportReport *report = run->report;
  g_autoptr (MspFieldProblem) problem = NULL;
  MspEntryFields given;
  MspTakenAs as;

  report->read++;
  if (run->progress != NULL && report->read % ROWS_BETWEEN_NOTES == 0)
    run->progress->fraction = BACKUP_SHARE + run->fraction * READING_SHARE;
  if (record->entry == NULL)
    {
      reject (report, record, record->field, record->reason);
      return TRUE;
    }

  given = given_by (run, record);
  if (!msp_journal_import_take (&run->import, g_steal_pointer (&record->entry), given, &as,
                                &problem, error))
    return FALSE;

  if (problem != NULL)
    reject (report, record, problem->field, problem->message);
  else
    count (report, as);

  return TRUE;
}

static gboolean
feed (MspJournalImport  *import,
      gpointer           data,
      GError           **error)
{
  Run *run = data;

  return msp_import_source_read (run->source, take_record, run, import->cancellable, &run->fraction,
                                 error);
}

/* What lies in the file beside its text has to be there before an entry names it. */
static gboolean
brings_files (Run *run)
{
  return msp_import_source_get_archive (run->source) != NULL;
}

static gboolean
attach_files (Run              *run,
              MspJournalStore  *store,
              GError          **error)
{
  return run->import.dry_run || !brings_files (run) ||
         msp_archive_attach_files (msp_import_source_get_archive (run->source), store, NULL,
                                   run->import.cancellable, error);
}

static MspImportReport *
take_report (Run *run)
{
  /* A try leaves them where they are. */
  if (!run->import.dry_run || !brings_files (run))
    run->report->files_missing = run->import.files_missing;
  if (run->progress != NULL)
    run->progress->fraction = 1;

  return g_steal_pointer (&run->report);
}

/**
 * msp_import_run:
 * @store: the journal
 * @source: what is imported; used on the worker until this returns
 * @on_duplicate: what becomes of a row whose entry the journal has already
 * @dry_run: whether nothing is written
 * @progress: (nullable): written on the worker
 * @cancellable: (nullable): takes back what was done
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done, or `NULL` with @error set and nothing done
 */
MspImportReport *
msp_import_run (MspJournalStore    *store,
                MspImportSource    *source,
                MspOnDuplicate      on_duplicate,
                gboolean            dry_run,
                MspImportProgress  *progress,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr (Run) run = NULL;

  g_return_val_if_fail (MSP_IS_JOURNAL_STORE (store), NULL);
  g_return_val_if_fail (MSP_IS_IMPORT_SOURCE (source), NULL);

  run = run_new (source, on_duplicate, dry_run, progress, cancellable);
  if (!attach_files (run, store, error) ||
      !msp_journal_store_import (store, &run->import, feed, run, error))
    return NULL;

  return take_report (run);
}

static void
import_finished (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (msp_journal_store_import_finish (MSP_JOURNAL_STORE (object), result, &error))
    g_task_return_pointer (task, take_report (g_task_get_task_data (task)),
                           (GDestroyNotify) msp_import_report_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
attach_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;

  if (attach_files (task_data, MSP_JOURNAL_STORE (source), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
files_attached (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    msp_journal_store_import_async (MSP_JOURNAL_STORE (source), &run->import, feed, run,
                                    import_finished, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
msp_import_run_async (MspJournalStore     *store,
                      MspImportSource     *source,
                      MspOnDuplicate       on_duplicate,
                      gboolean             dry_run,
                      MspImportProgress   *progress,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) files = NULL;
  GTask *task;
  Run *run;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (store));
  g_return_if_fail (MSP_IS_IMPORT_SOURCE (source));

  task = g_task_new (store, NULL, callback, user_data);
  run = run_new (source, on_duplicate, dry_run, progress, cancellable);
  g_task_set_source_tag (task, msp_import_run_async);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  files = g_task_new (store, NULL, files_attached, task);
  g_task_set_source_tag (files, msp_import_run_async);
  g_task_set_task_data (files, run, NULL);
  g_task_run_in_thread (files, attach_in_thread);
}

MspImportReport *
msp_import_run_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
write_text (MspFileWriter  *writer,
            const char     *text,
            GError        **error)
{
  return text == NULL || msp_file_writer_write (writer, text, strlen (text), error);
}

static gboolean
write_rejects (MspImportSource        *source,
               const MspImportReport  *report,
               MspFileWriter          *writer,
               GError                **error)
{
  g_autofree char *beginning = msp_import_source_begin_rejects (source);
  gboolean is_first = TRUE;

  if (!write_text (writer, beginning, error))
    return FALSE;

  for (guint i = 0; i < report->rejects->len; i++)
    {
      const MspImportReject *row = g_ptr_array_index (report->rejects, i);

      if (row->raw == NULL)
        continue;

      if (!write_text (writer, is_first ? NULL : msp_import_source_between_rejects (source), error) ||
          !write_text (writer, row->raw, error))
        return FALSE;
      is_first = FALSE;
    }

  return write_text (writer, msp_import_source_end_rejects (source), error);
}

/**
 * msp_import_save_rejects:
 * @source: what was imported
 * @report: what became of it
 * @path: (type filename): where the rejected rows are written, in place of what is there
 * @error: return location for an error
 *
 * Returns: whether they are on the disk
 */
gboolean
msp_import_save_rejects (MspImportSource        *source,
                         const MspImportReport  *report,
                         const char             *path,
                         GError                **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (MspFileWriter) writer = NULL;
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_return_val_if_fail (report != NULL, FALSE);

  if (fd < 0)
    {
      msp_file_set_error (error, errno);
      return FALSE;
    }

  writer = msp_file_writer_new (fd, 0600, error);

  return writer != NULL && write_rejects (source, report, writer, error) &&
         msp_file_writer_commit (writer, name, error);
}
