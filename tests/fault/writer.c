/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* writer JOURNAL COUNT: adds COUNT entries, changes every third and deletes every fifth, and writes
 * a line for each that was acknowledged. Goes on after a failure, which it writes too. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "journal/msp-journal-store.h"

/* At once and whole, for the process may end with the next operation. */
static void
say (const char *what,
     const char *id,
     const char *detail)
{
  g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\n", what, id, detail);
  gsize length = strlen (line);

  if (write (STDOUT_FILENO, line, length) != (gssize) length)
    _exit (8);
}

static void
say_failure (const GError *error)
{
  g_autofree char *text = msp_database_error_to_text (error, NULL);

  say ("failed", "-", text);
}

static void
change (MspJournalStore *store,
        const char      *id,
        int              number)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry = msp_journal_store_get (store, id, &error);

  if (entry != NULL && number % 3 == 0)
    {
      g_free (entry->title);
      entry->title = g_strdup_printf ("edited %d", number);
      if (msp_journal_store_update (store, entry, &error))
        say ("edited", id, entry->title);
    }
  if (error == NULL && number % 5 == 0 && msp_journal_store_delete (store, ids, &error))
    say ("deleted", id, "-");
  if (error != NULL)
    say_failure (error);
}

static void
write_entries (MspJournalStore *store,
               int              count)
{
  for (int i = 1; i <= count; i++)
    {
      g_autoptr (MspContribution) entry = msp_contribution_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      g_free (entry->title);
      entry->title = g_strdup_printf ("entry %d", i);
      g_free (entry->type);
      entry->type = g_strdup ("Blog");
      g_free (entry->notes);
      entry->notes = g_strnfill (100 + i * 37 % 500, 'x');
      entry->date = msp_day_new (2026, 1 + i % 12, 1 + i % 28);
      msp_contribution_set_figure (entry, MSP_FIGURE_VIEWS, i);
      id = msp_journal_store_add (store, entry, &error);
      if (id == NULL)
        {
          say_failure (error);
          continue;
        }
      say ("added", id, entry->title);
      change (store, id, i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *operations = NULL;
  MspJournalStore *store;

  if (argc < 3)
    return 2;

  setlocale (LC_ALL, "");
  if (g_getenv ("FAULT") != NULL)
    fault_vfs_install ();

  store = msp_journal_store_open (argv[1], FALSE, &error);
  if (store == NULL)
    {
      say_failure (error);
      return 3;
    }

  write_entries (store, atoi (argv[2]));
  msp_journal_store_close (store);
  g_object_unref (store);
  operations = g_strdup_printf ("%ld", fault_vfs_n_operations ());
  say ("operations", "-", operations);

  return 0;
}
