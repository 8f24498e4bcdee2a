/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* import-undo JOURNAL FILE: imports as the window does, with undo, takes it back and does it again; says
 * how long each takes and how much memory there is afterwards. */

#include <stdio.h>
#include <stdlib.h>

#include "exchange/msp-import.h"
#include "journal/msp-journal-undo.h"

static void
must (gboolean      done,
      const GError *error)
{
  if (done)
    return;

  fprintf (stderr, "import-undo: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

/* In MiB: what is in use that is not a file's, or the most of it. */
static double
get_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  must (g_file_get_contents ("/proc/self/status", &status, NULL, NULL), NULL);
  line = strstr (status, name);
  must (line != NULL, NULL);

  return (double) g_ascii_strtoll (line + strlen (name), NULL, 10) / 1024;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
say (const char *name,
     gint64      start)
{
  printf ("%s %.0f\n%s.memory %.1f\n%s.peak %.1f\n", name,
          (double) (g_get_monotonic_time () - start) / 1000.0, name, get_memory ("RssAnon:"), name,
          get_memory ("VmHWM:"));
}

static void
import (MspJournalStore *store,
        const char      *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, &error);
  g_autoptr (MspImportSource) source = NULL;
  g_autoptr (MspImportReport) report = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 start = g_get_monotonic_time ();

  must (catalog != NULL, error);
  source = msp_import_source_open (catalog, path, MSP_IMPORT_AUTO, NULL, &error);
  must (source != NULL, error);
  msp_import_run_async (store, source, MSP_ON_DUPLICATE_SKIP, FALSE, NULL, NULL, take_result, &result);
  wait_for (&result);
  report = msp_import_run_finish (result, &error);
  must (report != NULL, error);
  say ("undo.import", start);
}

static void
move (MspJournalStore *store,
      gboolean         redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 start = g_get_monotonic_time ();

  if (redo)
    msp_journal_store_redo_async (store, take_result, &result);
  else
    msp_journal_store_undo_async (store, 0, take_result, &result);
  wait_for (&result);
  must (msp_journal_store_undo_finish (store, result, NULL, &error), error);
  say (redo ? "undo.redone" : "undo.undone", start);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspJournalStore) store = NULL;

  must (argc == 3, NULL);
  store = msp_journal_store_open (argv[1], FALSE, &error);
  must (store != NULL, error);
  msp_journal_store_start_undo (store);
  say ("undo.before", g_get_monotonic_time ());
  import (store, argv[2]);
  move (store, FALSE);
  move (store, TRUE);
  msp_journal_store_close (store);

  return 0;
}
