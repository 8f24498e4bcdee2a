/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/msp-import-limits.h"
#include "import-tools.h"

typedef struct
{
  const char     *name;
  const char     *text;
  gssize          length; /* -1: up to the first NUL */
  MspImportError  code;
  const char     *says;   /* a part of the message */
} BadFile;

static const BadFile bad_files[] = {
  { "empty", "", -1, MSP_IMPORT_ERROR_INVALID, "empty" },
  { "mark only", "\xef\xbb\xbf", -1, MSP_IMPORT_ERROR_INVALID, "empty" },
  { "blank lines", "\n\r\n\n", -1, MSP_IMPORT_ERROR_INVALID, "line 1" },
  { "header only", "Date,Title\r\n", -1, MSP_IMPORT_ERROR_INVALID, "line 1: there is no row" },
  { "header and empty rows", "Date,Title\n,\n\n,\n", -1, MSP_IMPORT_ERROR_INVALID, "no row" },
  { "two columns of a name", "Date,Title,Title\n2026-01-02,a,b\n", -1, MSP_IMPORT_ERROR_INVALID, "line 1: two columns" },
  { "no column known", "a,b\n1,2\n", -1, MSP_IMPORT_ERROR_COLUMN, "title" },
  { "no date", "Title\na\n", -1, MSP_IMPORT_ERROR_COLUMN, "date" },
  { "quote not closed", "Date,Title\n2026-01-02,a\n2026-01-02,\"b\n2026-01-03,c\n", -1,
    MSP_IMPORT_ERROR_INVALID, "line 3: the quote" },
  { "text behind a quote", "Date,Title\n2026-01-02,\"a\nb\" c\n", -1, MSP_IMPORT_ERROR_INVALID, "line 3" },
  { "UTF-16", "\xff\xfe" "D\0a\0t\0e\0", 10, MSP_IMPORT_ERROR_INVALID, "UTF-16" },
  { "UTF-16, big end first", "\xfe\xff" "\0D\0a", 6, MSP_IMPORT_ERROR_INVALID, "UTF-16" },
  { "UTF-16 without a mark", "D\0a\0t\0e\0", 8, MSP_IMPORT_ERROR_INVALID, "line 1, byte 2" },
  { "zero byte", "Date,Title\n2026-01-02,a\0b\n", 25, MSP_IMPORT_ERROR_INVALID, "line 2, byte 24" },
  { "not UTF-8", "Date,Title\n2026-01-02,M\xfcnchen\n", -1, MSP_IMPORT_ERROR_ENCODING, "line 2, byte 24" },
  { "cut in a character", "Date,Title\n2026-01-02,M\xc3", -1, MSP_IMPORT_ERROR_ENCODING, "line 2, byte 24" },
  { "picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, MSP_IMPORT_ERROR_INVALID, "byte 9" },
  { "JSON, bracket only", "[", -1, MSP_IMPORT_ERROR_INVALID, "line 1, byte 2" },
  { "JSON cut short", "{\"entries\": [\n {\"title\": \"a\",", -1, MSP_IMPORT_ERROR_INVALID, "line 2, byte 30" },
  { "JSON cut in a text", "[{\"title\": \"a", -1, MSP_IMPORT_ERROR_INVALID, "cut off" },
  { "JSON cut in an escape", "[{\"title\": \"a\\", -1, MSP_IMPORT_ERROR_INVALID, "cut off" },
  { "JSON cut behind a list", "{\"entries\": []", -1, MSP_IMPORT_ERROR_INVALID, "cut off" },
  { "JSON, brackets crossed", "[{\"title\": [}]]", -1, MSP_IMPORT_ERROR_INVALID, "line 1, byte 13" },
  { "JSON, comma missing", "[{} {}]", -1, MSP_IMPORT_ERROR_INVALID, "line 1, byte 5" },
  { "JSON, text behind the end", "[]\n[]", -1, MSP_IMPORT_ERROR_INVALID, "line 2" },
  { "JSON, the list twice", "{\"entries\": [], \"entries\": []}", -1, MSP_IMPORT_ERROR_INVALID, "twice" },
  { "JSON, no list", "{\"title\": 1, \"entries\": 5}", -1, MSP_IMPORT_ERROR_INVALID, "list is expected" },
  { "JSON, one entry cut short", "{\"title\": \"a\", \"date\": ", -1, MSP_IMPORT_ERROR_INVALID, "cut off" },
  { "JSON of something else", "{\"name\": \"x\"}", -1, MSP_IMPORT_ERROR_INVALID, "entries" },
  { "account without a list", "{\"mostValuableProfessionalProgram\": {\"awards\": []}}", -1,
    MSP_IMPORT_ERROR_INVALID, "activities" },
};

static void
test_bad_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      const BadFile *bad = &bad_files[i];
      g_autoptr (Import) import = import_open_text (bad->text, bad->length, MSP_IMPORT_AUTO, NULL);

      g_test_message ("%s: %s", bad->name, import->error != NULL ? import->error->message : "opened");
      if (import->source != NULL)
        g_assert_false (import_read (import));
      g_assert_cmpuint (import->entries->len, ==, 0);
      g_assert_error (import->error, MSP_IMPORT_ERROR, (int) bad->code);
      g_assert_nonnull (strstr (import->error->message, bad->says));
      g_assert_true (g_str_has_prefix (import->error->message, "test"));
    }
}

static void
test_kind_said_but_not_there (void)
{
  static const struct
  {
    const char    *text;
    MspImportKind  kind;
  } cases[] = {
    { "Date,Title\n2026-01-02,a\n", MSP_IMPORT_JSON },
    { "Date,Title\n2026-01-02,a\n", MSP_IMPORT_PRIVACY_EXPORT },
    { "{\"entries\": []}", MSP_IMPORT_COMPANION_JSON },
    { "[]", MSP_IMPORT_PRIVACY_EXPORT },
    { "just a text\n\nwithout a heading\n", MSP_IMPORT_PORTAL_MARKDOWN },
    { "# Another heading\n\n## And one more\n", MSP_IMPORT_PORTAL_MARKDOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Import) import = import_open_text (cases[i].text, -1, cases[i].kind, NULL);

      g_assert_error (import->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_INVALID);
      g_assert_nonnull (strstr (import->error->message, "line 1"));
    }
}

static void
test_windows_1252 (void)
{
  g_autoptr (Import) import = import_open_text ("Date;Title\n2026-01-02;M\xfcnchen \x80 \x93x\x94\n", -1,
                                                MSP_IMPORT_AUTO, "windows-1252");
  g_autoptr (Import) hole = import_open_text ("Date;Title\n2026-01-02;\x81\n", -1, MSP_IMPORT_AUTO,
                                              "windows-1252");
  g_autoptr (Import) unknown = import_open_text ("x", -1, MSP_IMPORT_AUTO, "ebcdic");

  g_assert_true (import_read (import));
  g_assert_cmpstr (import_entry (import, 0)->title, ==, "München € “x”");
  g_assert_error (hole->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_ENCODING);
  g_assert_nonnull (strstr (hole->error->message, "line 2, byte 23"));
  g_assert_error (unknown->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_INVALID);
}

/* What is wrong with one row: the others are given. */
static void
assert_rejected (const char *text,
                 const char *field,
                 const char *value,
                 const char *says)
{
  g_autoptr (Import) import = import_text (text);
  const MspImportRecord *reject;

  g_test_message ("%s", text);
  g_assert_no_error (import->error);
  g_assert_cmpuint (import->entries->len, ==, 1);
  reject = import_reject (import, 0);
  g_assert_cmpstr (reject->field, ==, field);
  g_assert_cmpstr (reject->value, ==, value);
  g_test_message ("%s", reject->reason);
  g_assert_nonnull (strstr (reject->reason, says));
}

static void
assert_cell_rejected (const char *column,
                      const char *cell,
                      const char *says)
{
  g_autofree char *text = g_strdup_printf ("title,activityTypeName,date,%s\na,Blog,2026-01-02,\nb,Blog,%s,%s\n",
                                           g_str_equal (column, "date") ? "" : column,
                                           g_str_equal (column, "date") ? cell : "2026-01-02",
                                           g_str_equal (column, "date") ? "" : cell);

  assert_rejected (text, column, cell, says);
}

static void
test_bad_cells (void)
{
  g_autofree char *long_text = g_strnfill (101, 'x');
  g_autofree char *long_title = g_strdup_printf ("date,title\n2026-01-02,a\n2026-01-02,%s\n", long_text);
  static const char *const dates[] = {
    "2023-02-29", "31.04.", "9999-13", "tomorrow", "2026", "2026-13-01", "2026-00-10", "31.04.2026",
    "0000-01-01", "2026-01-02x", "2026-1-2-3", "1.1.26", "2026/01-02", "2026-01-02T", "1899-12-31",
    "2101-01-01", "20260102", "-2026-01-02", "12345-01-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      if (!g_str_equal (dates[i], "2026-01-02T"))
        assert_cell_rejected ("date", dates[i], "");
    }
  assert_cell_rejected ("quantity", "-5", "number");
  assert_cell_rejected ("quantity", "1.5", "number");
  assert_cell_rejected ("quantity", "1e9", "number");
  assert_cell_rejected ("quantity", "123456789012345678901234567890", "number");
  assert_cell_rejected ("quantity", "1000000001", "quantity");
  assert_cell_rejected ("numberOfViews", "many", "number");
  assert_cell_rejected ("dateEnd", "2026-01-01", "before");
  assert_cell_rejected ("isPrivate", "perhaps", "True or false");
  assert_cell_rejected ("status", "begun", "planned or done");
  assert_cell_rejected ("url", "javascript:alert(1)", "https");
  assert_cell_rejected ("url", "www.example.org", "link");
  assert_rejected (long_title, "title", long_text, "101");
  assert_rejected ("date,title\n2026-01-02,a\n2026-01-02,\n", "title", NULL, "missing");
  assert_rejected ("date,title\n2026-01-02,a\n,b\n", "date", NULL, "missing");
  assert_rejected ("date,title\n2026-01-02,a\n2026-01-02,b,c\n", NULL, "c", "3 cells");
}

static void
assert_entry_rejected (const char *members,
                       const char *field,
                       const char *value,
                       const char *says)
{
  g_autofree char *text = g_strdup_printf ("[{\"title\": \"a\", \"date\": \"2026-01-02\"}, {%s}]", members);

  assert_rejected (text, field, value, says);
}

static void
test_bad_entries (void)
{
  assert_entry_rejected ("\"title\": 5, \"date\": \"2026-01-02\"", "title", "5", "text");
  assert_entry_rejected ("\"title\": {\"x\": 1}, \"date\": \"2026-01-02\"", "title", NULL, "text");
  assert_entry_rejected ("\"title\": \"b\", \"date\": [2026, 1, 2]", "date", NULL, "text");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"quantity\": true", "quantity", "true", "number");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"quantity\": 1.5", "quantity", "1.5", "number");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"isPrivate\": \"maybe\"", "isPrivate", "maybe", "True");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"tags\": 5", "tags", "5", "list");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"tags\": [5]", "tags", "5", "list");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"metrics\": {\"x\": \"5\"}", "metrics", "5", "numbers");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"metrics\": []", "metrics", NULL, "numbers");
  assert_entry_rejected ("\"title\": \"b\", \"date\": \"2026-01-02\", \"attachments\": [{\"name\": \"x\"}]", "attachments", NULL, "hash");
  assert_entry_rejected ("\"numberOfViews\": 123456789012345678901234567890", NULL, NULL, "18 digits");
  assert_entry_rejected ("\"numberOfViews\": 1e999", NULL, NULL, "exponent");
  assert_entry_rejected ("\"title\": \"b\", \"title\": \"c\"", NULL, NULL, "twice");
  assert_entry_rejected ("\"title\": \"b\" \"date\": \"2026-01-02\"", NULL, NULL, "comma");
  assert_entry_rejected ("\"title\": \"\\ud800\"", NULL, NULL, "character");
  assert_entry_rejected ("\"title\": \"\\ud800\\u0041\"", NULL, NULL, "character");
  assert_entry_rejected ("\"title\": \"\\u0000\"", NULL, NULL, "character");
  assert_entry_rejected ("\"title\": \"\\x\"", NULL, NULL, "backslash");
  assert_entry_rejected ("\"title\": nil", NULL, NULL, "value");
  assert_entry_rejected ("\"title\": \"b\",", NULL, NULL, "name");
  assert_entry_rejected ("title: 1", NULL, NULL, "name");
  assert_rejected ("[{\"title\": \"a\", \"date\": \"2026-01-02\"}, 42]", NULL, "42", "entry");
}

static void
assert_too_large (GString    *text,
                  const char *says)
{
  g_autoptr (Import) import = import_open_text (text->str, (gssize) text->len, MSP_IMPORT_AUTO, NULL);

  g_assert_error (import->error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_TOO_LARGE);
  g_test_message ("%s", import->error->message);
  g_assert_nonnull (strstr (import->error->message, says));
}

/* @text repeated behind @begin. */
static GString *
repeat (const char *begin,
        const char *text,
        gsize       times)
{
  GString *string = g_string_new (begin);

  for (gsize i = 0; i < times; i++)
    g_string_append (string, text);

  return string;
}

/* What is bad on purpose may not take long either. */
static void
test_hostile (void)
{
  g_autoptr (GString) names = g_string_new ("[{\"title\": \"a\", \"x\": {");
  g_autoptr (GString) types = g_string_new ("Date,Title,Type\n");
  g_autoptr (Import) many_names = NULL;
  g_autoptr (Import) many_types = NULL;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 60000; i++)
    g_string_append_printf (names, "%s\"%d\": 0", i > 0 ? ", " : "", i);
  g_string_append (names, "}}]");
  many_names = import_text (names->str);
  g_assert_nonnull (strstr (import_reject (many_names, 0)->reason, "200 names"));

  for (int i = 0; i < 50000; i++)
    g_string_append_printf (types, "2026-01-02,a,type %d\n", i);
  many_types = import_text (types->str);
  g_assert_cmpuint (many_types->entries->len, ==, 50000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_limits (void)
{
  static const struct
  {
    const char *begin;
    const char *text;
    gsize       times;
    const char *says;
  } cases[] = {
    { "Date,Title\n2026-01-02,", "x", MSP_IMPORT_FIELD_MAX + 1, "line 2: column 2 holds more than 64 KiB" },
    { "Date,Title\n2026-01-02,\"", "\n", MSP_IMPORT_LINE_MAX + 2, "line 2" },
    { "Date,Title\n2026-01-02,\"", "\"\"\n", MSP_IMPORT_LINE_MAX / 3 + 2, "1 MiB" },
    { "Date,Title\n2026-01-02,x", ",xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 10000, "line 2: the row has more than 1000 columns" },
    { "c", ",c", 10000, "line 1: the row has more than 1000 columns" },
    { "Date,Title\n", "2026-01-02,a\n", MSP_IMPORT_ROWS_MAX + 1, "line 100002: there are more than 100,000 rows" },
    { "[", "[", 200000, "64" },
    { "[{\"x\": ", "{\"x\": ", 200000, "line 1, byte" },
    { "{\"x\": ", "[", 200000, "64" },
    { "[{\"title\": \"", "x", MSP_IMPORT_FIELD_MAX + 1, "cut" },
    { "[0", ",\n0", MSP_IMPORT_ROWS_MAX, "line 100001" },
    { "# MVP Activity: a\n## Title\n", "x\n", MSP_IMPORT_FIELD_MAX, "64 KiB" },
    { "# MVP Activity: a", "\n# MVP Activity: b", MSP_IMPORT_ROWS_MAX, "line 100001" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = repeat (cases[i].begin, cases[i].text, cases[i].times);

      if (g_str_equal (cases[i].says, "cut"))
        g_string_append (text, "\"}]");
      assert_too_large (text, g_str_equal (cases[i].says, "cut") ? "64 KiB" : cases[i].says);
    }
}

static void
test_at_the_limits (void)
{
  g_autofree char *field = g_strnfill (MSP_IMPORT_FIELD_MAX, 'x');
  g_autofree char *one = g_strdup_printf ("Date,Title,Rest\n2026-01-02,a,\"%s\"\n", field);
  g_autoptr (GString) rows = repeat ("Date,Title\n", "2026-01-02,a\n", MSP_IMPORT_ROWS_MAX);
  g_autoptr (Import) large = import_text (one);
  g_autoptr (Import) many = import_text (rows->str);

  g_assert_cmpuint (large->entries->len, ==, 1);
  g_assert_cmpuint (many->entries->len, ==, MSP_IMPORT_ROWS_MAX);
}

static void
assert_path_fails (const char *path,
                   const char *says)
{
  g_autoptr (GError) error = NULL;
  MspImportSource *source = msp_import_source_open (import_tools_load_catalog (), path, MSP_IMPORT_AUTO,
                                                    NULL, &error);

  g_assert_null (source);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static gpointer
write_to_pipe (gpointer data)
{
  const char *text = "Date,Title\n2026-01-02,a\n";
  int fd = open (data, O_WRONLY);

  g_assert_cmpint (fd, >=, 0);
  for (const char *p = text; *p != '\0'; p++)
    {
      g_assert_cmpint (write (fd, p, 1), ==, 1);
      g_usleep (500);
    }
  close (fd);

  return NULL;
}

typedef struct
{
  const char *path;
  int         is_enough; /* atomic */
} Growth;

static gpointer
grow (gpointer data)
{
  const char line[] = "2026-01-02,a title that fills the line with a good number of characters\n";
  Growth *growth = data;
  int fd = open (growth->path, O_WRONLY | O_APPEND);
  gssize n = 1;

  for (int i = 0; i < 300000 && n > 0 && !g_atomic_int_get (&growth->is_enough); i++)
    n = write (fd, line, sizeof line - 1);
  close (fd);

  return NULL;
}

static void
test_what_is_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("msp-import-XXXXXX", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *growing = g_build_filename (folder, "growing.csv", NULL);
  g_autofree char *large = g_build_filename (folder, "large.csv", NULL);
  g_autoptr (MspImportSource) source = NULL;
  g_autoptr (GError) error = NULL;
  Growth growth = { growing, FALSE };
  GStatBuf info = { 0 };
  GThread *writer;

  assert_path_fails (folder, "is a folder");
  assert_path_fails ("/nonexistent/file.csv", "cannot be read");
  assert_path_fails ("/dev/zero", "32 MiB");
  assert_path_fails ("/dev/null", "empty");

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_path_fails (pipe_path, "nobody writes");
  writer = g_thread_new ("writer", write_to_pipe, pipe_path);
  source = msp_import_source_open (import_tools_load_catalog (), pipe_path, MSP_IMPORT_AUTO, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (source);
  g_thread_join (writer);

  g_assert_true (g_file_set_contents (growing, "Date,Title\n", -1, NULL));
  writer = g_thread_new ("writer", grow, &growth);
  while (info.st_size < 50000)
    g_assert_cmpint (g_stat (growing, &info), ==, 0);
  /* The writer may have to wait for a moment, in which the file is whole. */
  for (int i = 0; i < 50 && source != NULL; i++)
    {
      g_clear_object (&source);
      source = msp_import_source_open (import_tools_load_catalog (), growing, MSP_IMPORT_AUTO, NULL, &error);
    }
  g_assert_null (source);
  g_assert_error (error, MSP_IMPORT_ERROR, MSP_IMPORT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "written to"));
  g_atomic_int_set (&growth.is_enough, TRUE);
  g_thread_join (writer);

  g_assert_true (g_file_set_contents (large, "Date,Title\n", -1, NULL));
  g_assert_cmpint (truncate (large, (off_t) MSP_IMPORT_FILE_MAX + 1), ==, 0);
  assert_path_fails (large, "32 MiB");

  g_remove (pipe_path);
  g_remove (growing);
  g_remove (large);
  g_rmdir (folder);
}

static gboolean
stop_at_the_second (MspImportRecord  *record,
                    gpointer          data,
                    GError          **error)
{
  guint *n = data;

  if (++*n < 2)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full");

  return FALSE;
}

static void
test_reading_ends_early (void)
{
  g_autoptr (Import) import = import_open_text ("Date,Title\n2026-01-02,a\n2026-01-02,b\n2026-01-02,c\n", -1,
                                                MSP_IMPORT_AUTO, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) cancelled = NULL;
  guint n = 0;

  g_assert_false (msp_import_source_read (import->source, stop_at_the_second, &n, NULL, NULL, &full));
  g_assert_error (full, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_cmpuint (n, ==, 2);

  g_cancellable_cancel (cancellable);
  n = 0;
  g_assert_false (msp_import_source_read (import->source, stop_at_the_second, &n, cancellable, NULL, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-bad/files", test_bad_files);
  g_test_add_func ("/import-bad/kind-said-but-not-there", test_kind_said_but_not_there);
  g_test_add_func ("/import-bad/windows-1252", test_windows_1252);
  g_test_add_func ("/import-bad/cells", test_bad_cells);
  g_test_add_func ("/import-bad/entries", test_bad_entries);
  g_test_add_func ("/import-bad/hostile", test_hostile);
  g_test_add_func ("/import-bad/limits", test_limits);
  g_test_add_func ("/import-bad/at-the-limits", test_at_the_limits);
  g_test_add_func ("/import-bad/what-is-no-file", test_what_is_no_file);
  g_test_add_func ("/import-bad/reading-ends-early", test_reading_ends_early);

  return g_test_run ();
}
