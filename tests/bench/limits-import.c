/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of a journal, written once more into an empty one with nothing but SQLite: what no import of
 * them can be faster than. */

#include "limits-import.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "journal/msp-journal-store.h"

/* The rows of a table, read before anything is measured. */
typedef struct
{
  const char *select;
  const char *insert;
  GPtrArray  *values; /* (element-type sqlite3_value), row after row */
  int         n_columns;
} Table;

static void
must (gboolean  done,
      sqlite3  *db)
{
  if (done)
    return;

  fprintf (stderr, "limits: %s\n", db != NULL ? sqlite3_errmsg (db) : "cannot make a journal");
  exit (1);
}

static void
read_table (sqlite3 *db,
            Table   *table)
{
  sqlite3_stmt *select = NULL;

  must (sqlite3_prepare_v2 (db, table->select, -1, &select, NULL) == SQLITE_OK, db);
  table->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  table->n_columns = sqlite3_column_count (select);
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      for (int i = 0; i < table->n_columns; i++)
        g_ptr_array_add (table->values, sqlite3_value_dup (sqlite3_column_value (select, i)));
    }
  sqlite3_finalize (select);
}

static void
write_table (sqlite3     *db,
             const Table *table)
{
  g_autoptr (GString) sql = g_string_new (table->insert);
  sqlite3_stmt *insert = NULL;

  for (int i = 0; i < table->n_columns; i++)
    g_string_append (sql, i > 0 ? ", ?" : " VALUES (?");
  g_string_append_c (sql, ')');
  must (sqlite3_prepare_v2 (db, sql->str, -1, &insert, NULL) == SQLITE_OK, db);
  for (guint i = 0; i < table->values->len; i += (guint) table->n_columns)
    {
      for (int j = 0; j < table->n_columns; j++)
        sqlite3_bind_value (insert, j + 1, g_ptr_array_index (table->values, i + (guint) j));
      must (sqlite3_step (insert) == SQLITE_DONE, db);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  g_ptr_array_unref (table->values);
}

static void
execute (sqlite3    *db,
         const char *sql)
{
  must (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK, db);
}

static void
make_journal (const char *path)
{
  g_autoptr (MspJournalStore) store = msp_journal_store_open (path, FALSE, NULL);

  must (store != NULL, NULL);
  msp_journal_store_close (store);
}

static double
write_tables (const char *path,
              Table      *tables,
              guint       n_tables)
{
  sqlite3 *db = NULL;
  gint64 start;
  double took;

  must (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK, db);
  /* As much memory as the import takes for it. */
  execute (db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; "
               "PRAGMA cache_size = -32768;");
  start = g_get_monotonic_time ();
  execute (db, "BEGIN IMMEDIATE");
  for (guint i = 0; i < n_tables; i++)
    write_table (db, &tables[i]);
  execute (db, "COMMIT");
  took = (double) (g_get_monotonic_time () - start) / 1000.0;
  sqlite3_close (db);

  return took;
}

void
limits_measure_import (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *fresh = g_strdup_printf ("%s/limit-%d.db", folder, (int) g_random_int_range (0, G_MAXINT));
  Table tables[] = {
    { "SELECT * FROM contribution ORDER BY id", "INSERT INTO contribution", NULL, 0 },
    { "SELECT * FROM contribution_value", "INSERT INTO contribution_value", NULL, 0 },
    { "SELECT * FROM figure", "INSERT INTO figure", NULL, 0 },
    /* In the order in which the index is written best. */
    { "SELECT rowid, text FROM contribution_text ORDER BY rowid",
      "INSERT INTO contribution_text (rowid, text)", NULL, 0 },
  };
  sqlite3 *db = NULL;

  must (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, db);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    read_table (db, &tables[i]);
  sqlite3_close (db);

  make_journal (fresh);
  printf ("limit.import %.3f\n", write_tables (fresh, tables, G_N_ELEMENTS (tables)));
  g_unlink (fresh);
}
