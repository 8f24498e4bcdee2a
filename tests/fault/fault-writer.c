/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes to a journal and says what was acknowledged; or opens one and says what is in it.
 *
 *   fault-writer JOURNAL write RUN STEPS [PRAGMA]   adds, edits, deletes, restores, empties the trash
 *   fault-writer JOURNAL add RUN STEPS              adds
 *   fault-writer JOURNAL show                       the entries, and what the journal's check finds
 *
 * RUN and a number make an entry's name, from which all its fields follow; so whoever reads it
 * can tell whether it is whole. Each line goes out at once:
 *   try VERB NAME REVISION             about to
 *   ok VERB NAME REVISION ID           acknowledged
 *   fail VERB NAME REVISION CODE TEXT  refused, as a person is told
 *   entry ID NAME REVISION live|trash whole|torn
 *   problem TEXT
 *   operations N                       what the faulty disk was asked to do
 *   end */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "journal/msp-journal-blocking.h"
#include "journal/msp-journal-store.h"
#include "storage/msp-statement.h"

#define TITLE "Talk %s revision %u"
#define NEWEST_SEARCHED 40
#define RETRIES 3

typedef struct
{
  const char      *path;
  MspJournalStore *store; /* (owned) (nullable) */
  const char      *run;
  GPtrArray       *names; /* (owned) (element-type utf8): what was added and is still known */
  GPtrArray       *ids;   /* (owned) (element-type utf8): their ids */
  guint            revision;
} Writer;

/* Unbuffered: what was said before the end counts. */
G_GNUC_PRINTF (1, 2)
static void
say (const char *format,
     ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list arguments;
  gsize length;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_strdelimit (text, "\r\n", ' ');
  line = g_strconcat (text, "\n", NULL);
  length = strlen (line);
  if (write (STDOUT_FILENO, line, length) != (gssize) length)
    _exit (EXIT_FAILURE);
}

static void
say_failure (Writer       *self,
             const char   *verb,
             const char   *name,
             const GError *error)
{
  g_autofree char *text = NULL;

  if (error == NULL)
    {
      say ("fail %s %s %u -1 no error was given", verb, name, self->revision);
      return;
    }

  text = msp_database_error_to_text (error, self->path);
  say ("fail %s %s %u %d %s", verb, name, self->revision,
       error->domain == MSP_DATABASE_ERROR ? error->code : -1, text);
}

static void
set_text (char       **field,
          const char  *beginning,
          const char  *name,
          guint        number)
{
  g_free (*field);
  *field = g_strdup_printf ("%s %s %u", beginning, name, number);
}

/* Large enough for several pages, of another size for each revision. */
static char *
make_notes (const char *name,
            guint       revision)
{
  GString *notes = g_string_new (NULL);
  guint n = 3 + (g_str_hash (name) + revision * 7) % 60;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (notes, "Note %u of %s in revision %u.\n", i, name, revision);

  return g_string_free (notes, FALSE);
}

static MspContribution *
make_entry (const char *name,
            guint       revision)
{
  MspContribution *entry = msp_contribution_new ();

  g_free (entry->title);
  entry->title = g_strdup_printf (TITLE, name, revision);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  g_free (entry->notes);
  entry->notes = make_notes (name, revision);
  set_text (&entry->description, "What was said in", name, revision);
  set_text (&entry->area, "Area of", name, revision % 3);
  entry->date = msp_day_new (2026, 11, 1) + (MspDay) (g_str_hash (name) % 20 + revision % 3);
  g_strfreev (entry->tags);
  entry->tags = g_strsplit (revision % 2 == 0 ? "even,talk" : "odd,talk,more", ",", -1);
  msp_contribution_set_figure (entry, "numberOfViews", revision * 100 + 1);
  if (revision % 2 == 1)
    msp_contribution_set_figure (entry, "stars", revision);

  return entry;
}

static gboolean
open_store (Writer *self)
{
  g_autoptr (GError) error = NULL;

  self->store = msp_journal_store_open (self->path, FALSE, &error);
  if (self->store == NULL)
    say_failure (self, "open", "journal", error);
  else
    say ("ok open journal 0 -");

  return self->store != NULL;
}

static void
close_store (Writer *self)
{
  if (self->store != NULL)
    msp_journal_store_close (self->store);
  g_clear_object (&self->store);
}

static gboolean
run_pragma (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  MspStatement *statement = msp_database_prepare (database, data, error);

  return statement != NULL && msp_statement_run (statement, error);
}

/* A failed checkpoint is nobody's business: the log still has it all. */
static void
set_pragma (Writer     *self,
            const char *pragma)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s", pragma);

  msp_database_call (msp_journal_store_get_database (self->store), run_pragma, sql, NULL);
}

static gboolean
add (Writer     *self,
     const char *name)
{
  g_autoptr (MspContribution) entry = make_entry (name, 0);
  g_autoptr (GError) error = NULL;
  char *id;

  self->revision = 0;
  say ("try add %s 0", name);
  id = msp_journal_store_add (self->store, entry, &error);
  if (id == NULL)
    {
      say_failure (self, "add", name, error);
      return FALSE;
    }

  say ("ok add %s 0 %s", name, id);
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->ids, id);

  return TRUE;
}

/* edit, delete or restore the entry at @index */
static gboolean
change (Writer     *self,
        const char *verb,
        guint       index,
        guint       revision)
{
  const char *name = g_ptr_array_index (self->names, index);
  const char *ids[] = { g_ptr_array_index (self->ids, index), NULL };
  g_autoptr (MspContribution) entry = make_entry (name, revision);
  g_autoptr (GError) error = NULL;
  gboolean succeeded;

  self->revision = revision;
  entry->id = g_strdup (ids[0]);
  say ("try %s %s %u", verb, name, revision);
  if (g_str_equal (verb, "edit"))
    succeeded = msp_journal_store_update (self->store, entry, &error);
  else if (g_str_equal (verb, "delete"))
    succeeded = msp_journal_store_delete (self->store, ids, &error);
  else
    succeeded = msp_journal_store_restore (self->store, ids, &error);

  if (succeeded)
    say ("ok %s %s %u %s", verb, name, revision, ids[0]);
  else
    say_failure (self, verb, name, error);

  return succeeded;
}

static void
empty_trash (Writer *self)
{
  g_autoptr (GError) error = NULL;

  self->revision = 0;
  say ("try purge trash 0");
  if (msp_journal_store_empty_trash (self->store, MSP_DAY_NONE, &error) >= 0)
    say ("ok purge trash 0 -");
  else
    say_failure (self, "purge", "trash", error);
}

/* What stays in the trash is left there. */
static void
delete_last (Writer   *self,
             gboolean  restore)
{
  guint last = self->ids->len - 1;

  if (!change (self, "delete", last, 0) || (restore && change (self, "restore", last, 0)))
    return;

  g_ptr_array_set_size (self->names, (int) last);
  g_ptr_array_set_size (self->ids, (int) last);
}

static void
write_step (Writer *self,
            guint   number)
{
  g_autofree char *name = g_strdup_printf ("%sx%u", self->run, number);
  guint last = self->ids->len - 1;

  if (self->ids->len < 2 || number % 9 < 3)
    add (self, name);
  else if (number % 9 == 3)
    change (self, "edit", last, number);
  else if (number % 9 == 4)
    delete_last (self, TRUE);
  else if (number % 9 == 5)
    set_pragma (self, "wal_checkpoint(TRUNCATE)");
  else if (number % 9 == 6)
    change (self, "edit", last - 1, number);
  else if (number % 9 == 7)
    delete_last (self, FALSE);
  else if (number % 18 == 8)
    empty_trash (self);
}

/* A disk that failed once is tried again; one that stays broken is mended at last. */
static gboolean
open_at_last (Writer *self)
{
  for (int i = 0; i < RETRIES; i++)
    {
      if (i == RETRIES - 1)
        msp_fault_vfs_mend ();
      if (open_store (self))
        return TRUE;
    }

  return FALSE;
}

/* Once the disk is well again the same store saves what it refused; and it closes and opens. */
static gboolean
finish (Writer *self,
        guint   number)
{
  g_autofree char *name = g_strdup_printf ("%sx%u", self->run, number);
  g_autofree char *other = g_strdup_printf ("%sx%u", self->run, number + 1);

  if (!add (self, name))
    {
      msp_fault_vfs_mend ();
      if (!add (self, name))
        return FALSE;
    }

  close_store (self);
  say ("operations %ld", msp_fault_vfs_get_operations ());

  if (!open_at_last (self))
    return FALSE;

  msp_fault_vfs_mend ();

  return add (self, other);
}

static int
write_entries (Writer     *self,
               gboolean    only_add,
               guint       n_steps,
               const char *pragma)
{
  if (!open_at_last (self))
    return EXIT_FAILURE;

  if (pragma != NULL)
    set_pragma (self, pragma);

  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *name = g_strdup_printf ("%sx%u", self->run, i);

      if (only_add)
        add (self, name);
      else
        write_step (self, i);
    }

  if (!only_add && !finish (self, n_steps))
    return EXIT_FAILURE;

  close_store (self);
  say ("end");

  return EXIT_SUCCESS;
}

/* Whether a search finds it: the index keeps in step with the entries. */
static gboolean
is_found (Writer                *self,
          const MspContribution *entry,
          const char            *name,
          gboolean               trash)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  query->search = g_strdup_printf ("%s", name);
  query->trash = trash;
  list = msp_journal_store_list (self->store, query, &error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      if (g_str_equal (((MspContribution *) g_ptr_array_index (list, i))->id, entry->id))
        return TRUE;
    }

  return FALSE;
}

static void
show_entry (Writer                *self,
            const MspContribution *entry,
            gboolean               trash,
            gboolean               search)
{
  g_auto (GStrv) words = g_strsplit (entry->title, " ", -1);
  guint revision;
  g_autoptr (MspContribution) whole = NULL;

  if (g_strv_length (words) != 4)
    {
      say ("problem the title of %s: %s", entry->id, entry->title);
      return;
    }

  revision = (guint) g_ascii_strtoull (words[3], NULL, 10);
  whole = make_entry (words[1], revision);
  say ("entry %s %s %u %s %s", entry->id, words[1], revision, trash ? "trash" : "live",
       msp_contribution_equal (whole, entry) &&
       (!search || is_found (self, entry, words[1], trash)) ? "whole" : "torn");
}

static gboolean
show_list (Writer   *self,
           gboolean  trash)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  query->trash = trash;
  list = msp_journal_store_list (self->store, query, &error);
  if (list == NULL)
    {
      say_failure (self, "list", trash ? "trash" : "live", error);
      return FALSE;
    }

  for (guint i = 0; i < list->len; i++)
    show_entry (self, g_ptr_array_index (list, i), trash, i < NEWEST_SEARCHED);

  return TRUE;
}

static int
show (Writer *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;

  if (!open_store (self) || !show_list (self, FALSE) || !show_list (self, TRUE))
    return EXIT_FAILURE;

  problems = msp_journal_store_check (self->store, &error);
  if (problems == NULL)
    {
      say_failure (self, "check", "journal", error);
      return EXIT_FAILURE;
    }

  for (guint i = 0; problems[i] != NULL; i++)
    say ("problem %s", problems[i]);
  close_store (self);
  say ("end");

  return EXIT_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  Writer self = { .path = argc > 2 ? argv[1] : NULL };
  int status;

  if (argc != 3 && argc != 5 && argc != 6)
    return 2;

  self.names = g_ptr_array_new_with_free_func (g_free);
  self.ids = g_ptr_array_new_with_free_func (g_free);
  if (g_getenv ("MSP_FAULT") != NULL)
    msp_fault_vfs_register ();

  if (argc == 3)
    {
      status = show (&self);
    }
  else
    {
      self.run = argv[3];
      status = write_entries (&self, g_str_equal (argv[2], "add"), (guint) atoi (argv[4]),
                              argc == 6 ? argv[5] : NULL);
    }

  close_store (&self);
  g_ptr_array_unref (self.names);
  g_ptr_array_unref (self.ids);

  return status;
}
