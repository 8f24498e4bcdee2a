/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-export"

#include "exchange/msp-export.h"

#include "exchange/msp-archive-writer.h"
#include "exchange/msp-contribution-csv.h"
#include "exchange/msp-contribution-json.h"
#include "exchange/msp-contribution-markdown.h"
#include "exchange/msp-ical.h"
#include "journal/msp-journal-attachments.h"

/* What is gathered before it goes on. */
#define PIECE 65536

/* An export while it runs. Used by one thread at a time. */
typedef struct
{
  MspExport        *export;      /* (not owned) */
  MspCatalog       *catalog;     /* (not owned) */
  MspJournalStore  *store;       /* (not owned) */
  GCancellable     *cancellable; /* (not owned) (nullable) */
  MspOutputFile    *output;      /* (owned) */
  MspArchiveWriter *archive;     /* (owned) (nullable): between the text and the output */
  GStrv             figures;     /* (owned) (nullable): names of the columns of their own */
  GHashTable       *hashes;      /* (owned): of the attached files */
  GString          *text;        /* (owned): what is written next */
} Run;

/* What a format puts in front of the entries, for each of them, and behind. */
typedef struct
{
  void (*begin)(Run *run);                         /* (nullable) */
  void (*add)(Run                   *run,
              const MspContribution *entry);
  void (*end)(Run *run);                           /* (nullable) */
} Format;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->archive, msp_archive_writer_free);
  g_clear_pointer (&run->output, msp_output_file_free);
  g_clear_pointer (&run->figures, g_strfreev);
  g_clear_pointer (&run->hashes, g_hash_table_unref);
  if (run->text != NULL)
    g_string_free (run->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static const char *const *
get_figures (Run * run)
{
  static const char *const none[] = { NULL };

  return run->figures != NULL ? (const char *const *) run->figures : none;
}

static void
begin_csv (Run *run)
{
  msp_contribution_csv_append_header (get_figures (run), run->text);
}

static void
add_csv (Run                   *run,
         const MspContribution *entry)
{
  msp_contribution_csv_append (entry, get_figures (run), run->text);
}

static void
begin_json (Run *run)
{
  msp_contribution_json_append_begin (run->text);
}

static void
add_json (Run                   *run,
          const MspContribution *entry)
{
  msp_contribution_json_append_separator (run->export->entries == 0, run->text);
  msp_contribution_append_json (entry, MSP_ENTRY_JSON_KEPT, run->text);
}

static void
end_json (Run *run)
{
  msp_contribution_json_append_end (run->text);
}

static void
add_archived (Run                   *run,
              const MspContribution *entry)
{
  add_json (run, entry);
  for (guint i = 0; i < entry->attachments->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (entry->attachments, i);

      if (!g_hash_table_contains (run->hashes, attachment->hash))
        g_hash_table_add (run->hashes, g_strdup (attachment->hash));
    }
}

static void
add_portal_markdown (Run                   *run,
                     const MspContribution *entry)
{
  if (run->export->entries > 0)
    g_string_append_c (run->text, '\n');
  msp_contribution_append_portal_markdown (entry, run->catalog, run->text);
}

static void
begin_ical (Run *run)
{
  GPtrArray *deadlines = run->export->deadlines;

  msp_ical_append_begin (run->text);
  for (guint i = 0; deadlines != NULL && i < deadlines->len; i++)
    msp_ical_append_event (g_ptr_array_index (deadlines, i), run->text);
}

static void
add_ical (Run                   *run,
          const MspContribution *entry)
{
  g_autoptr (MspIcalEvent) event = msp_ical_event_new_entry (entry);

  msp_ical_append_event (event, run->text);
}

static void
end_ical (Run *run)
{
  msp_ical_append_end (run->text);
}

static const Format formats[] = {
  [MSP_EXPORT_CSV] = { begin_csv, add_csv, NULL },
  [MSP_EXPORT_JSON] = { begin_json, add_json, end_json },
  [MSP_EXPORT_ARCHIVE] = { begin_json, add_archived, end_json },
  [MSP_EXPORT_PORTAL_MARKDOWN] = { NULL, add_portal_markdown, NULL },
  [MSP_EXPORT_ICAL] = { begin_ical, add_ical, end_ical },
};

/* The text goes on once it is a piece, or at last. */
static gboolean
put (Run       *run,
     gboolean   at_last,
     GError   **error)
{
  gboolean is_written;

  if (run->text->len < PIECE && !at_last)
    return TRUE;

  is_written = run->archive != NULL
               ? msp_archive_writer_append_journal (run->archive, run->text->str, run->text->len, error)
               : msp_output_file_write (run->output, run->text->str, run->text->len, error);
  g_string_truncate (run->text, 0);

  return is_written;
}

static void
take_figure_names (const char *const *names,
                   gpointer           data)
{
  Run *run = data;

  run->figures = g_strdupv ((char **) names);
}

/* On the store's worker. */
static gboolean
put_entry (MspContribution  *taken,
           gpointer          data,
           GError          **error)
{
  g_autoptr (MspContribution) entry = taken;
  Run *run = data;
  const Format *format = &formats[run->export->format];

  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;

  /* Not before the names of the figures are known. */
  if (run->export->entries == 0 && format->begin != NULL)
    format->begin (run);
  format->add (run, entry);
  g_atomic_int_inc (&run->export->entries);

  return put (run, FALSE, error);
}

static gboolean
put_files (Run     *run,
           GError **error)
{
  GHashTableIter iter;
  gpointer hash;

  g_hash_table_iter_init (&iter, run->hashes);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      g_autofree char *path = msp_journal_store_find_attachment (run->store, hash);
      gboolean is_good = FALSE;

      if (path != NULL && !msp_archive_writer_add_file (run->archive, path, hash, run->cancellable,
                                                        &is_good, error))
        return FALSE;
      g_atomic_int_inc (is_good ? &run->export->files : &run->export->files_missing);
    }

  return msp_archive_writer_finish (run->archive, error);
}

static gboolean
open_output (Run     *run,
             GError **error)
{
  run->output = run->export->path != NULL ? msp_output_file_new (run->export->path, error)
                                          : msp_output_file_new_stdout ();
  if (run->output == NULL)
    return FALSE;

  if (run->export->format == MSP_EXPORT_ARCHIVE)
    run->archive = msp_archive_writer_new (run->output, error);

  return run->export->format != MSP_EXPORT_ARCHIVE || run->archive != NULL;
}

MspExport *
msp_export_new (MspExportFormat  format,
                const MspQuery  *query,
                const char      *path)
{
  MspExport *self = g_new0 (MspExport, 1);

  self->format = format;
  self->query = msp_query_copy (query);
  self->path = g_strdup (path);
  /* What is done is in nobody's way to come. */
  if (format == MSP_EXPORT_ICAL)
    self->query->status = MSP_STATUS_FILTER_PLANNED;

  return self;
}

void
msp_export_free (MspExport *self)
{
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  msp_query_free (self->query);
  g_free (self->path);
  g_free (self);
}

gboolean
msp_export_run (MspExport        *self,
                MspCatalog       *catalog,
                MspJournalStore  *store,
                GCancellable     *cancellable,
                GError          **error)
{
  g_auto (Run) run = { self, catalog, store, cancellable };
  const Format *format;

  g_return_val_if_fail (self != NULL && self->format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (MSP_IS_CATALOG (catalog) && MSP_IS_JOURNAL_STORE (store), FALSE);

  format = &formats[self->format];
  run.text = g_string_sized_new (2 * PIECE);
  run.hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = self->files = self->files_missing = 0;
  if (!open_output (&run, error) ||
      !msp_journal_store_foreach (store, self->query, self->format == MSP_EXPORT_CSV
                                  ? take_figure_names : NULL, put_entry, &run, error))
    return FALSE;

  if (self->entries == 0 && format->begin != NULL)
    format->begin (&run);
  if (format->end != NULL)
    format->end (&run);

  return put (&run, TRUE, error) && (run.archive == NULL || put_files (&run, error)) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         msp_output_file_commit (run.output, error);
}

/* What a task holds until it is done. */
typedef struct
{
  MspExport       *export;  /* (not owned) */
  MspCatalog      *catalog; /* (owned) */
  MspJournalStore *store;   /* (owned) */
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->catalog);
  g_object_unref (order->store);
  g_free (order);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Order *order = task_data;
  GError *error = NULL;

  if (msp_export_run (order->export, order->catalog, order->store, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
msp_export_run_async (MspExport           *self,
                      MspCatalog          *catalog,
                      MspJournalStore     *store,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order;

  g_return_if_fail (self != NULL && MSP_IS_CATALOG (catalog) && MSP_IS_JOURNAL_STORE (store));

  order = g_new0 (Order, 1);
  order->export = self;
  order->catalog = g_object_ref (catalog);
  order->store = g_object_ref (store);
  g_task_set_source_tag (task, msp_export_run_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  /* A file that is in its place is not taken back. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
msp_export_run_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
