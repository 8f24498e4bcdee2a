/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-job"

#include "app/widgets/msp-import-job.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-import-choices.h"
#include "app/widgets/msp-import-mappings.h"
#include "app/widgets/msp-import-opener.h"
#include "journal/msp-journal-undo.h"

/**
 * MspImportJob:
 *
 * One import from the file to the journal, with what is chosen in between.
 *
 * A worker reads from the source, so that it is only told what was chosen while nobody reads; a choice
 * stops the reader, and everything is counted anew.
 */
struct _MspImportJob
{
  GObject            parent_instance;

  MspServices       *services;     /* (owned) */
  MspImportJobState  state;
  char              *path;         /* (owned) (nullable): NULL for a text */
  GBytes            *text;         /* (owned) (nullable): NULL for a file */
  char              *name;         /* (owned) (nullable): NULL until something is opened */
  GCancellable      *opening;      /* (owned) (nullable): of what was opened last */
  MspImportSource   *source;       /* (owned) (nullable) */
  MspImportReport   *report;       /* (owned) (nullable) */
  char              *problem;      /* (owned) (nullable) */
  gboolean           is_encoding;
  gboolean           is_remembered;
  MspDateOrder       date_order;   /* as somebody says; UNKNOWN: nobody has */
  MspOnDuplicate     on_duplicate;
  MspImportChoices  *choices;      /* (owned): those that the source was not told yet */
  gboolean           is_mapped;    /* by hand */
  GCancellable      *running;      /* (owned) (nullable): of the worker that reads the source */
  gboolean           again;        /* once it has stopped */
  MspImportProgress  progress;     /* written by the worker */
  guint64            step;
};

G_DEFINE_FINAL_TYPE (MspImportJob, msp_import_job, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPENED,
  SIGNAL_MAPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_state (MspImportJob      *self,
           MspImportJobState  state)
{
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* @error: (nullable) */
static void
note_problem (MspImportJob *self,
              const GError *error)
{
  g_clear_pointer (&self->problem, g_free);
  self->is_encoding = error != NULL && g_error_matches (error, MSP_IMPORT_ERROR,
                                                        MSP_IMPORT_ERROR_ENCODING);
  if (error != NULL)
    self->problem =
      msp_database_error_to_text (error, msp_services_get_journal_path (self->services));
}

static void
tell_source (MspImportJob *self)
{
  gboolean is_mapped = msp_import_choices_apply (self->choices, self->source);

  if (self->date_order != MSP_DATE_ORDER_UNKNOWN)
    msp_import_source_set_date_order (self->source, self->date_order);
  if (is_mapped)
    g_signal_emit (self, signals[SIGNAL_MAPPED], 0);
}

/* (transfer full) (nullable): the answer, or NULL with @error set; the worker reads no more */
static MspImportReport *
finish_run (MspImportJob  *self,
            GAsyncResult  *result,
            GError       **error)
{
  g_clear_object (&self->running);

  return msp_import_run_finish (result, error);
}

static void
run (MspImportJob        *self,
     gboolean             dry_run,
     GAsyncReadyCallback  callback)
{
  self->running = g_cancellable_new ();
  self->progress.fraction = 0;
  msp_import_run_async (msp_services_get_store (self->services), self->source, self->on_duplicate,
                        dry_run, &self->progress, self->running, callback, g_object_ref (self));
}

static void count (MspImportJob *self);

static void
counted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MspImportJob) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspImportReport) report = finish_run (self, result, &error);

  if (self->again)
    {
      count (self);
      return;
    }

  if (self->state != MSP_IMPORT_JOB_COUNTING)
    return; /* another file is opened meanwhile */

  g_clear_pointer (&self->report, msp_import_report_free);
  self->report = g_steal_pointer (&report);
  if (self->report != NULL)
    set_state (self, MSP_IMPORT_JOB_READY);
  else if (g_error_matches (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_DATE_ORDER) ||
           g_error_matches (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_COLUMN))
    set_state (self, MSP_IMPORT_JOB_WAITING);
  else
    {
      note_problem (self, error);
      set_state (self, MSP_IMPORT_JOB_FAILED);
    }
}

static void
count (MspImportJob *self)
{
  if (self->running != NULL)
    {
      self->again = TRUE;
      g_cancellable_cancel (self->running);
      return;
    }

  self->again = FALSE;
  if (self->source == NULL || msp_services_get_store (self->services) == NULL)
    return;

  tell_source (self);
  if (msp_import_source_get_date_order (self->source) == MSP_DATE_ORDER_UNKNOWN)
    {
      g_clear_pointer (&self->report, msp_import_report_free);
      set_state (self, MSP_IMPORT_JOB_WAITING);
      return;
    }

  run (self, TRUE, counted);
  set_state (self, MSP_IMPORT_JOB_COUNTING);
}

/* As such a file was read the last time. */
static void
recall_mapping (MspImportJob *self)
{
  GSettings *settings = msp_services_get_settings (self->services);
  const char *header = msp_import_source_get_header (self->source);
  g_autoptr (GHashTable) fields = NULL;

  if (settings != NULL && *header != '\0')
    fields = msp_import_mappings_find (settings, header);
  self->is_remembered = fields != NULL;
  if (fields != NULL)
    msp_import_choices_add_all (self->choices, fields, msp_import_source_get_columns (self->source));
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MspImportJob) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspImportSource) found = msp_import_opener_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* something else is wanted by now */

  note_problem (self, error);
  if (found == NULL)
    {
      set_state (self, MSP_IMPORT_JOB_FAILED);
      return;
    }

  g_set_object (&self->source, found);
  recall_mapping (self);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  count (self);
}

static void
begin_opening (MspImportJob *self,
               const char   *encoding)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  self->again = FALSE;
  g_clear_object (&self->source);
  g_clear_pointer (&self->report, msp_import_report_free);
  msp_import_choices_clear (self->choices);
  self->date_order = MSP_DATE_ORDER_UNKNOWN;
  self->is_mapped = FALSE;

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  msp_import_opener_open_async (msp_services_get_catalog (self->services), self->path, self->text,
                                self->name, encoding, self->opening, opened, g_object_ref (self));
  set_state (self, MSP_IMPORT_JOB_OPENING);
}

static void
imported (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MspImportJob) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspImportReport) report = finish_run (self, result, &error);
  MspUndoStep step = { 0 };

  if (report == NULL)
    {
      gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      note_problem (self, is_cancelled ? NULL : error);
      count (self);
      return;
    }

  g_clear_pointer (&self->report, msp_import_report_free);
  self->report = g_steal_pointer (&report);
  if (self->report->added + self->report->updated > 0 &&
      msp_journal_store_get_undo (msp_services_get_store (self->services), &step))
    self->step = step.serial;
  set_state (self, MSP_IMPORT_JOB_DONE);
}

static void
msp_import_job_dispose (GObject *object)
{
  MspImportJob *self = MSP_IMPORT_JOB (object);

  g_clear_object (&self->opening);
  g_clear_object (&self->running);
  g_clear_object (&self->source);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_import_job_parent_class)->dispose (object);
}

static void
msp_import_job_finalize (GObject *object)
{
  MspImportJob *self = MSP_IMPORT_JOB (object);

  g_free (self->path);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->name);
  g_free (self->problem);
  g_clear_pointer (&self->report, msp_import_report_free);
  msp_import_choices_free (self->choices);

  G_OBJECT_CLASS (msp_import_job_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, MSP_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
msp_import_job_class_init (MspImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_import_job_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_import_job_finalize;

  signals[SIGNAL_CHANGED] = add_signal ("changed");
  signals[SIGNAL_OPENED] = add_signal ("opened");
  signals[SIGNAL_MAPPED] = add_signal ("mapped");
}

static void
msp_import_job_init (MspImportJob *self)
{
  self->choices = msp_import_choices_new ();
}

MspImportJob *
msp_import_job_new (MspServices *services)
{
  MspImportJob *self = g_object_new (MSP_TYPE_IMPORT_JOB, NULL);

  self->services = g_object_ref (services);

  return self;
}

void
msp_import_job_open (MspImportJob *self,
                     GFile        *file)
{
  g_autofree char *base = NULL;

  g_return_if_fail (MSP_IS_IMPORT_JOB (self) && G_IS_FILE (file));

  g_free (self->path);
  self->path = g_file_get_path (file);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->name);
  base = g_file_get_basename (file);
  self->name = g_filename_display_name (base);
  if (self->path != NULL)
    {
      begin_opening (self, NULL);
      return;
    }

  g_free (self->problem);
  self->problem = g_strdup (_ ("This file is not on this computer. Copy it into a folder first."));
  set_state (self, MSP_IMPORT_JOB_FAILED);
}

void
msp_import_job_open_text (MspImportJob *self,
                          const char   *text)
{
  g_return_if_fail (MSP_IS_IMPORT_JOB (self) && text != NULL);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->text, g_bytes_unref);
  self->text = g_bytes_new (text, strlen (text));
  g_free (self->name);
  self->name = g_strdup (_ ("Pasted text"));
  begin_opening (self, NULL);
}

void
msp_import_job_reopen (MspImportJob *self,
                       const char   *encoding)
{
  g_return_if_fail (MSP_IS_IMPORT_JOB (self) && self->name != NULL);

  begin_opening (self, encoding);
}

MspImportJobState
msp_import_job_get_state (MspImportJob *self)
{
  return self->state;
}

MspServices *
msp_import_job_get_services (MspImportJob *self)
{
  return self->services;
}

const char *
msp_import_job_get_name (MspImportJob *self)
{
  return self->name;
}

MspImportSource *
msp_import_job_get_source (MspImportJob *self)
{
  return self->source;
}

MspImportReport *
msp_import_job_get_report (MspImportJob *self)
{
  return self->report;
}

const char *
msp_import_job_get_problem (MspImportJob *self)
{
  return self->problem;
}

gboolean
msp_import_job_is_encoding (MspImportJob *self)
{
  return self->is_encoding;
}

double
msp_import_job_get_fraction (MspImportJob *self)
{
  return self->progress.fraction;
}

guint64
msp_import_job_get_step (MspImportJob *self)
{
  return self->step;
}

gboolean
msp_import_job_is_remembered (MspImportJob *self)
{
  return self->is_remembered;
}

void
msp_import_job_set_date_order (MspImportJob *self,
                               MspDateOrder  order)
{
  g_return_if_fail (MSP_IS_IMPORT_JOB (self));

  if (self->date_order == order)
    return;

  self->date_order = order;
  count (self);
}

void
msp_import_job_set_duplicates (MspImportJob   *self,
                               MspOnDuplicate  on_duplicate)
{
  g_return_if_fail (MSP_IS_IMPORT_JOB (self));

  if (self->on_duplicate == on_duplicate)
    return;

  self->on_duplicate = on_duplicate;
  count (self);
}

void
msp_import_job_map (MspImportJob *self,
                    const char   *column,
                    const char   *field)
{
  g_return_if_fail (MSP_IS_IMPORT_JOB (self) && column != NULL);

  self->is_mapped = TRUE;
  msp_import_choices_add (self->choices, column, field);
  count (self);
}

void
msp_import_job_start (MspImportJob *self)
{
  GSettings *settings;

  g_return_if_fail (MSP_IS_IMPORT_JOB (self) && self->state == MSP_IMPORT_JOB_READY);

  settings = msp_services_get_settings (self->services);
  if (settings != NULL && self->is_mapped)
    msp_import_mappings_remember (settings, msp_import_source_get_header (self->source),
                                  msp_import_source_get_columns (self->source));
  note_problem (self, NULL);
  run (self, FALSE, imported);
  set_state (self, MSP_IMPORT_JOB_IMPORTING);
}

void
msp_import_job_cancel (MspImportJob *self)
{
  g_return_if_fail (MSP_IS_IMPORT_JOB (self));

  self->again = FALSE;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}
