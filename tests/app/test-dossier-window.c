/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/widgets/msp-dossier-preview.h"
#include "app/widgets/msp-dossier-printer.h"

#define N_ENTRIES 500
#define LEAST_PAGES 20

typedef struct
{
  char        *folder;
  MspServices *services;
  MspCycle     cycle;
} Fixture;

static void
fill (const char *path,
      MspDay      from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspJournalStore) store = msp_journal_store_open (path, FALSE, &error);
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);

  g_assert_no_error (error);
  for (int i = 0; i < N_ENTRIES; i++)
    {
      MspContribution *entry = msp_contribution_new ();

      g_free (entry->title);
      entry->title = g_strdup_printf ("Contribution %d", i);
      g_free (entry->type);
      entry->type = g_strdup ("Blog");
      entry->date = from + i % 300;
      g_ptr_array_add (entries, entry);
    }
  g_assert_true (msp_journal_store_add_many (store, entries, &error));
  msp_journal_store_close (store);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  MspCycleRule rule = msp_cycle_rule_default ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("msp-dossier-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->cycle = msp_cycle_of_year (&rule, NULL, 2026);
  fill (path, fixture->cycle.window_start);
  fixture->services = msp_services_new (path, &error);
  g_assert_no_error (error);
  while (msp_services_get_store (fixture->services) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  msp_services_close (fixture->services);
  g_object_unref (fixture->services);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static MspDossierDraft *
make_draft (Fixture  *fixture,
            MspPaper  paper)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MspDossierDraft *draft;

  msp_dossier_draft_make_async (fixture->services, &fixture->cycle, "Ada Example", FALSE, paper, NULL,
                                keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  draft = msp_dossier_draft_make_finish (result, &error);
  g_assert_no_error (error);

  return draft;
}

static void
test_makes_and_writes (Fixture       *fixture,
                       gconstpointer  data)
{
  const char *const beginnings[] = { "%PDF-", "<!DOCTYPE html>", "# " };
  g_autoptr (MspDossierDraft) draft = make_draft (fixture, MSP_PAPER_LETTER);

  g_assert_cmpuint (draft->dossier->n_entries, ==, N_ENTRIES);
  g_assert_cmpuint (msp_dossier_pages_get_n_pages (draft->pages), >, LEAST_PAGES);
  for (int format = MSP_DOSSIER_PDF; format <= MSP_DOSSIER_MARKDOWN; format++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      msp_dossier_draft_write_async (draft, (MspDossierFormat) format, NULL, keep_result, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      bytes = msp_dossier_draft_write_finish (result, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), beginnings[format]));
    }
}

static void
test_a_draft_that_is_not_wanted (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  msp_dossier_draft_make_async (fixture->services, &fixture->cycle, NULL, FALSE, MSP_PAPER_A4, cancellable,
                                keep_result, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (msp_dossier_draft_make_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static guint
count (GBytes     *bytes,
       const char *part)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  for (gsize i = 0; i + strlen (part) <= size; i++)
    n += memcmp (data + i, part, strlen (part)) == 0;

  return n;
}

/* To a file, as no printer is at hand: the same pages. */
static void
test_prints_every_page (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (MspDossierDraft) draft = make_draft (fixture, MSP_PAPER_LETTER);
  g_autoptr (GtkPrintOperation) operation = msp_dossier_printer_new (draft);
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  file = g_mapped_file_new (path, FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  g_assert_cmpuint (count (bytes, "/Type /Page "), ==, msp_dossier_pages_get_n_pages (draft->pages));
  /* Letter; GTK writes 611.999983 by 791.999983. */
  g_assert_cmpuint (count (bytes, "MediaBox [ 0 0 61"), >=, 1);
}

static gboolean
note_time (gpointer user_data)
{
  gint64 *longest = user_data;
  static gint64 before;
  gint64 now = g_get_monotonic_time ();

  if (before != 0)
    *longest = MAX (*longest, now - before);
  before = now;

  return G_SOURCE_CONTINUE;
}

/* Shown in a window, the pages are as high as there are many; the main loop goes on meanwhile. */
static void
test_previews (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *preview = g_object_new (MSP_TYPE_DOSSIER_PREVIEW, NULL);
  g_autoptr (MspDossierDraft) draft = NULL;
  gint64 longest = 0;
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;
  guint source;
  int minimum = 0;
  int n_pages;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), preview);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 700);
  gtk_window_present (GTK_WINDOW (window));
  source = g_idle_add_full (G_PRIORITY_DEFAULT, note_time, &longest, NULL);
  draft = make_draft (fixture, MSP_PAPER_A4);
  n_pages = (int) msp_dossier_pages_get_n_pages (draft->pages);
  msp_dossier_preview_set_draft (MSP_DOSSIER_PREVIEW (preview), draft);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  gtk_widget_measure (preview, GTK_ORIENTATION_VERTICAL, 500, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, >, n_pages * 600);
  g_assert_cmpint (minimum, <, n_pages * 800);
  msp_dossier_preview_set_draft (MSP_DOSSIER_PREVIEW (preview), NULL);
  gtk_widget_measure (preview, GTK_ORIENTATION_VERTICAL, 500, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_source_remove (source);
  gtk_window_destroy (GTK_WINDOW (window));
  g_test_message ("the main loop waited for %.1f ms at most", (double) longest / 1000);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

#define ADD(name, function) \
  g_test_add ("/dossier-window/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("makes-and-writes", test_makes_and_writes);
  ADD ("a-draft-that-is-not-wanted", test_a_draft_that_is_not_wanted);
  ADD ("prints-every-page", test_prints_every_page);
  ADD ("previews", test_previews);

  return g_test_run ();
}
