/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* limits search FILE: asks a journal for the first rows of every text that the window's benchmark types,
 * with nothing but SQLite in between: what no search can be faster than.
 * limits write FOLDER: writes a page and waits for the disk, again and again.
 * limits import FILE: writes the rows of a journal once more.
 * limits export JOURNAL FILE BYTES: reads all that is known of the entries, in the order of the list, and
 * writes so many bytes to the disk: what no export can be faster than. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench-texts.h"
#include "journal/msp-search-text.h"
#include "limits-import.h"

/* As many as the window asks for first. */
#define FIRST_ROWS 48
#define SEARCH_ROUNDS 5
#define WRITES 500
#define PAGE 4096
#define PIECE 65536

/* The same rows and columns that the list shows. */
#define SEARCH_SQL \
  "SELECT id, uuid, position, day, title, type, area, url, planned, is_high_impact, is_private, " \
  "in_portal, reach FROM contribution_text CROSS JOIN contribution " \
  "ON position = contribution_text.rowid WHERE deleted IS NULL " \
  "AND contribution_text MATCH ?1 ORDER BY contribution_text.rowid DESC LIMIT ?2"

static void
must (gboolean    done,
      const char *problem)
{
  if (done)
    return;

  fprintf (stderr, "limits: %s\n", problem);
  exit (1);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
search_once (sqlite3_stmt *statement,
             const char   *text)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *match = msp_search_text_to_match (text);

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, FIRST_ROWS);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_free (g_strdup ((const char *) sqlite3_column_text (statement, i)));
    }
  sqlite3_reset (statement);

  return since (start);
}

/* One line: for each text the shortest of some rounds. */
static void
measure_search (const char *path)
{
  g_autoptr (GPtrArray) texts = bench_texts_list_typed ();
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  must (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, "cannot open the file");
  must (sqlite3_prepare_v2 (db, SEARCH_SQL, -1, &statement, NULL) == SQLITE_OK, sqlite3_errmsg (db));

  printf ("limit.search");
  for (guint i = 0; i < texts->len; i++)
    {
      double least = G_MAXDOUBLE;

      for (int round = 0; round < SEARCH_ROUNDS; round++)
        least = MIN (least, search_once (statement, g_ptr_array_index (texts, i)));
      printf (" %.3f", least);
    }
  printf ("\n");

  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
measure_writes (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "limit-XXXXXX", NULL);
  char page[PAGE] = { 0 };
  int fd = g_mkstemp (path);

  must (fd >= 0, "cannot make a file");
  printf ("limit.write");
  for (int i = 0; i < WRITES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      must (pwrite (fd, page, sizeof page, (off_t) i * PAGE) == PAGE && fdatasync (fd) == 0,
            "cannot write");
      printf (" %.3f", since (start));
    }
  printf ("\n");
  g_close (fd, NULL);
  g_unlink (path);
}

/* All columns of a row, to memory that is there. */
static void
read_row (sqlite3_stmt *row,
          GString      *text)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    {
      const char *value = (const char *) sqlite3_column_text (row, i);

      if (value != NULL)
        g_string_append (text, value);
    }
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  must (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK, sqlite3_errmsg (db));

  return statement;
}

/* Reads what belongs to an entry by its key, as it has to stand together. */
static void
read_entries (const char *path)
{
  static const char *const parts[] = {
    "SELECT value FROM contribution_value WHERE contribution = ?1 ORDER BY kind, rank",
    "SELECT name, value FROM figure WHERE contribution = ?1 ORDER BY name, recorded_on",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statements[G_N_ELEMENTS (parts)];
  sqlite3_stmt *rows;
  sqlite3 *db = NULL;

  must (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, "cannot open the file");
  rows = prepare (db, "SELECT * FROM contribution WHERE deleted IS NULL ORDER BY position DESC");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    statements[i] = prepare (db, parts[i]);

  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      read_row (rows, text);
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          sqlite3_bind_int64 (statements[i], 1, sqlite3_column_int64 (rows, 0));
          while (sqlite3_step (statements[i]) == SQLITE_ROW)
            read_row (statements[i], text);
          sqlite3_reset (statements[i]);
        }
      g_string_truncate (text, 0);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    sqlite3_finalize (statements[i]);
  sqlite3_finalize (rows);
  sqlite3_close (db);
}

static void
write_bytes (const char *path,
             gint64      bytes)
{
  g_autofree char *piece = g_strnfill (PIECE, 'x');
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  must (fd >= 0, "cannot make the file");
  for (; bytes > 0; bytes -= PIECE)
    must (write (fd, piece, (gsize) MIN (bytes, PIECE)) > 0, "cannot write");
  must (fsync (fd) == 0, "cannot write");
  g_close (fd, NULL);
}

static void
measure_export (const char *journal,
                const char *path,
                gint64      bytes)
{
  gint64 start = g_get_monotonic_time ();

  read_entries (journal);
  write_bytes (path, bytes);
  printf ("limit.export %.3f\n", since (start));
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "search"))
    measure_search (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "write"))
    measure_writes (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "import"))
    limits_measure_import (argv[2]);
  else if (argc == 5 && g_str_equal (argv[1], "export"))
    measure_export (argv[2], argv[3], g_ascii_strtoll (argv[4], NULL, 10));
  else
    must (FALSE, "usage: limits search FILE, limits write FOLDER, limits import FILE, limits export "
                 "JOURNAL FILE BYTES");

  return 0;
}
