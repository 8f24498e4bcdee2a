/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/msp-export.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/msp-archive.h"
#include "exchange/msp-contribution-markdown.h"
#include "exchange/msp-ical.h"
#include "exchange/msp-import-source.h"
#include "journal/msp-journal-attachments.h"
#include "../support/test-folder.h"

typedef struct
{
  MspCatalog      *catalog;
  MspJournalStore *store;
  MspQuery        *query;
  char            *folder;
  char            *output;
} Fixture;

static char *
add (Fixture    *fixture,
     const char *title,
     MspStatus   status,
     GFile      *attached)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  char *id;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  entry->date = msp_day_new (2026, 11, 1);
  entry->status = status;
  if (attached != NULL)
    {
      g_ptr_array_add (entry->attachments,
                       msp_journal_store_attach (fixture->store, attached, &error));
      g_assert_no_error (error);
    }
  id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);

  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->catalog = msp_catalog_load ("/nonexistent", NULL, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("ms-programs-export-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->output = g_build_filename (fixture->folder, "out", NULL);
  fixture->store = msp_journal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  fixture->query = msp_query_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  msp_query_free (fixture->query);
  msp_journal_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->catalog);
  test_remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->output);
}

static MspExport *
export_to_file (Fixture         *fixture,
                MspExportFormat  format)
{
  MspExport *export = msp_export_new (format, fixture->query, fixture->output);
  g_autoptr (GError) error = NULL;

  g_assert_true (msp_export_run (export, fixture->catalog, fixture->store, NULL, &error));
  g_assert_no_error (error);

  return export;
}

static char *
read_output (Fixture *fixture)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->output, &text, NULL, NULL));

  return text;
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  const char *const begins[] = { "id,title,", "{\"format\": ", "PK", "", "BEGIN:VCALENDAR\r\n" };
  const char *const ends[] = { ",modified\r\n", "\"entries\": [\n]}\n", "", "", "END:VCALENDAR\r\n" };

  for (int format = MSP_EXPORT_CSV; format <= MSP_EXPORT_ICAL; format++)
    {
      g_autoptr (MspExport) export = export_to_file (fixture, (MspExportFormat) format);
      g_autofree char *text = read_output (fixture);

      g_assert_cmpint (export->entries, ==, 0);
      g_assert_true (g_str_has_prefix (text, begins[format]));
      g_assert_true (g_str_has_suffix (text, ends[format]));
    }
}

static void
test_what_is_asked_for (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *first = add (fixture, "First", MSP_STATUS_DONE, NULL);
  g_autofree char *second = add (fixture, "Second", MSP_STATUS_PLANNED, NULL);

  for (int format = MSP_EXPORT_CSV; format <= MSP_EXPORT_ICAL; format++)
    {
      g_autoptr (MspExport) export = export_to_file (fixture, (MspExportFormat) format);
      gboolean is_calendar = format == MSP_EXPORT_ICAL;
      g_autofree char *text = read_output (fixture);

      g_assert_cmpint (export->entries, ==, is_calendar ? 1 : 2);
      g_assert_true (format == MSP_EXPORT_ARCHIVE || strstr (text, "Second") != NULL);
      g_assert_true (format == MSP_EXPORT_ARCHIVE ||
                     (strstr (text, "First") != NULL) == !is_calendar);
    }
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *id = add (fixture, "First", MSP_STATUS_PLANNED, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (g_file_set_contents (fixture->output, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  for (int format = MSP_EXPORT_CSV; format <= MSP_EXPORT_ICAL; format++)
    {
      g_autoptr (MspExport) export = msp_export_new ((MspExportFormat) format, fixture->query,
                                                     fixture->output);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_false (msp_export_run (export, fixture->catalog, fixture->store, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      text = read_output (fixture);
      g_assert_cmpstr (text, ==, "old");
    }
}

static void
run_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (msp_export_run_finish (result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

static void
test_beside_the_main_loop (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *id = add (fixture, "First", MSP_STATUS_DONE, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (MspExport) export = msp_export_new (MSP_EXPORT_CSV, fixture->query, fixture->output);

  msp_export_run_async (export, fixture->catalog, fixture->store, NULL, run_done, loop);
  g_main_loop_run (loop);
  g_assert_cmpint (export->entries, ==, 1);
  g_assert_true (g_file_test (fixture->output, G_FILE_TEST_IS_REGULAR));
}

static void
test_files_that_are_gone (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "slides.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MspExport) before = NULL;
  g_autoptr (MspExport) damaged = NULL;
  g_autoptr (MspExport) after = NULL;
  g_autoptr (MspContribution) entry = NULL;
  g_autofree char *id = NULL;
  g_autofree char *copy = NULL;

  g_assert_true (g_file_set_contents (path, "slides", -1, NULL));
  id = add (fixture, "First", MSP_STATUS_DONE, file);
  g_free (add (fixture, "Second", MSP_STATUS_DONE, file));
  before = export_to_file (fixture, MSP_EXPORT_ARCHIVE);
  g_assert_cmpint (before->files, ==, 1);
  g_assert_cmpint (before->files_missing, ==, 0);

  entry = msp_journal_store_get (fixture->store, id, NULL);
  copy = msp_journal_store_find_attachment (fixture->store,
                                            ((MspAttachment *) entry->attachments->pdata[0])->hash);
  g_assert_true (g_file_set_contents (copy, "slIdes", -1, NULL));
  damaged = export_to_file (fixture, MSP_EXPORT_ARCHIVE);
  g_assert_cmpint (damaged->files, ==, 0);
  g_assert_cmpint (damaged->files_missing, ==, 1);
  g_remove (copy);
  after = export_to_file (fixture, MSP_EXPORT_ARCHIVE);
  g_assert_cmpint (after->files, ==, 0);
  g_assert_cmpint (after->files_missing, ==, 1);
}

static gboolean
take (MspImportRecord  *record,
      gpointer          data,
      GError          **error)
{
  g_assert_nonnull (record->entry);
  g_ptr_array_add (data, g_steal_pointer (&record->entry));

  return TRUE;
}

/* (transfer full) (element-type MspContribution): what is read from the file that was written */
static GPtrArray *
import_output (Fixture          *fixture,
               MspImportSource **source)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_contribution_free);
  g_autoptr (GError) error = NULL;

  *source = msp_import_source_open (fixture->catalog, fixture->output, MSP_IMPORT_AUTO, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (msp_import_source_read (*source, take, entries, NULL, NULL, &error));
  g_assert_no_error (error);

  return entries;
}

static char *
add_hard_one (Fixture *fixture,
              GFile   *attached)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  char *id;

  g_free (entry->title);
  entry->title = g_strdup ("# =1+1; \"<b>\"");
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  g_free (entry->description);
  entry->description = g_strdup ("'Text\n\n## Role\n\\# mark\n\\\\## two\n# MVP Activity: no\n- a");
  g_strfreev (entry->tags);
  entry->tags = g_strsplit ("a;b|c\\|\\;|-d", "|", -1);
  g_strfreev (entry->additional_areas);
  entry->additional_areas = g_strsplit ("Fabric, Analytics", "|", -1);
  g_strfreev (entry->audience);
  entry->audience = g_strsplit ("Developer|IT Pro", "|", -1);
  entry->date = msp_day_new (2026, 11, 1);
  entry->date_end = msp_day_new (2026, 11, 2);
  msp_contribution_set_figure (entry, "numberOfViews", 3412);
  msp_contribution_set_figure (entry, "stars: of it", 12);
  g_ptr_array_add (entry->attachments, msp_journal_store_attach (fixture->store, attached, &error));
  id = msp_journal_store_add (fixture->store, entry, &error);
  g_assert_no_error (error);

  return id;
}

static void
assert_same_texts (const MspContribution *a,
                   const MspContribution *b)
{
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->description, ==, b->description);
  g_assert_cmpstr (a->type, ==, b->type);
  g_assert_cmpstrv (a->additional_areas, b->additional_areas);
  g_assert_cmpstrv (a->audience, b->audience);
  g_assert_cmpint (a->date, ==, b->date);
  g_assert_cmpint (a->date_end, ==, b->date_end);
  g_assert_cmpint (msp_contribution_get_figure (a, "numberOfViews"), ==, 3412);
}

/* Each form with the reader that is meant for it. */
static void
test_read_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "slides.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MspContribution) entry = NULL;
  g_autofree char *id = NULL;

  g_assert_true (g_file_set_contents (path, "slides", -1, NULL));
  id = add_hard_one (fixture, file);
  entry = msp_journal_store_get (fixture->store, id, NULL);
  for (int format = MSP_EXPORT_CSV; format <= MSP_EXPORT_PORTAL_MARKDOWN; format++)
    {
      g_autoptr (MspExport) export = export_to_file (fixture, (MspExportFormat) format);
      g_autoptr (MspImportSource) source = NULL;
      g_autoptr (GPtrArray) entries = import_output (fixture, &source);
      const MspContribution *again = g_ptr_array_index (entries, 0);

      g_assert_cmpuint (entries->len, ==, 1);
      g_assert_cmpint (msp_import_source_get_archive (source) != NULL, ==,
                       format == MSP_EXPORT_ARCHIVE);
      assert_same_texts (again, entry);
      if (format == MSP_EXPORT_PORTAL_MARKDOWN)
        continue;

      g_assert_cmpstr (again->id, ==, entry->id);
      g_assert_cmpstrv (again->tags, entry->tags);
      g_assert_cmpint (msp_contribution_get_figure (again, "stars: of it"), ==, 12);
      g_assert_cmpstr (again->created, ==, entry->created);
      g_assert_true (format == MSP_EXPORT_CSV ||
                     msp_attachments_equal (again->attachments, entry->attachments));
    }
}

/* What the reader of this form has to find again. */
static void
test_portal_markdown (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GString) markdown = g_string_new (NULL);

  g_free (entry->title);
  entry->title = g_strdup ("# One");
  g_free (entry->description);
  entry->description = g_strdup ("Text\n\n## Role\n\\# mark\n#tag");
  g_strfreev (entry->additional_areas);
  entry->additional_areas = g_strsplit ("Fabric, Analytics|C++", "|", -1);
  g_strfreev (entry->audience);
  entry->audience = g_strsplit ("Developer|IT Pro", "|", -1);
  entry->date = msp_day_new (2026, 11, 1);
  entry->date_end = msp_day_new (2026, 11, 2);
  msp_contribution_set_figure (entry, "numberOfViews", 3412);
  msp_contribution_set_figure (entry, "stars", 12);
  msp_contribution_append_portal_markdown (entry, fixture->catalog, markdown);

  g_assert_cmpstr (markdown->str, ==,
                   "# MVP Activity: # One\n\n## Activity Type\n\n## Primary Technology Area\n\n"
                   "## Additional Technology Areas\n\nFabric, Analytics\nC++\n\n## Title\n\n\\# One\n\n"
                   "## Description\n\nText\n\n\\## Role\n\\\\# mark\n\\#tag\n\n"
                   "## Private Description\n\n## Target Audience\n\n- Developer\n- IT Pro\n\n"
                   "## Published Date\n\n2026-11-01\n\n## End Date\n\n2026-11-02\n\n## Role\n\n"
                   "## Quantity\n\n1\n\n## Activity URL\n\n## Type-specific fields\n\n"
                   "- Number of Views: 3412\n- stars: 12\n");
}

static void
test_event_of_an_entry (void)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (MspIcalEvent) event = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  entry->id = g_strdup ("1234");
  g_free (entry->title);
  entry->title = g_strdup ("A; B, C");
  g_free (entry->private_description);
  entry->private_description = g_strdup ("secret");
  g_free (entry->url);
  entry->url = g_strdup ("javascript:alert(1)");
  entry->date = msp_day_new (2026, 12, 31);
  entry->is_private = TRUE;
  entry->modified = g_strdup ("2026-11-21T18:02:11Z");
  event = msp_ical_event_new_entry (entry);
  msp_ical_append_event (event, text);

  g_assert_nonnull (strstr (text->str, "\r\nUID:1234@com.example.MsPrograms\r\n"));
  g_assert_nonnull (strstr (text->str, "\r\nDTSTAMP:20261121T180211Z\r\n"));
  g_assert_nonnull (strstr (text->str, "\r\nSUMMARY:A\\; B\\, C\r\n"));
  g_assert_nonnull (strstr (text->str, "\r\nDTEND;VALUE=DATE:20270101\r\n"));
  g_assert_nonnull (strstr (text->str, "\r\nCLASS:PRIVATE\r\n"));
  g_assert_null (strstr (text->str, "secret"));
  g_assert_null (strstr (text->str, "javascript"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/export/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/export/what-is-asked-for", Fixture, NULL, set_up, test_what_is_asked_for, tear_down);
  g_test_add ("/export/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/export/beside-the-main-loop", Fixture, NULL, set_up, test_beside_the_main_loop,
              tear_down);
  g_test_add ("/export/files-that-are-gone", Fixture, NULL, set_up, test_files_that_are_gone,
              tear_down);
  g_test_add ("/export/read-again", Fixture, NULL, set_up, test_read_again, tear_down);
  g_test_add ("/export/portal-markdown", Fixture, NULL, set_up, test_portal_markdown, tear_down);
  g_test_add_func ("/export/event-of-an-entry", test_event_of_an_entry);

  return g_test_run ();
}
