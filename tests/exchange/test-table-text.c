/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/msp-table-text.h"

static void
test_knows_tables (void)
{
  static const char *const tables[] = {
    "Title\tDate\r\nTalk\t2026-01-01\r\n",
    "Title\tDate\tURL\nTalk\t\t",
    "title,date,url\n\"One, two\",2026-01-01,https://example.org",
    "\xef\xbb\xbftitle;date;url\n\na;b;c",
    "# MVP Activity: Talk\n\n## Title\n",
    "  [ {\"title\": \"Talk\"} ]",
    "{\"format\": \"ms-programs-journal\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_test_message ("%s", tables[i]);
      g_assert_true (msp_table_text_is_import (tables[i]));
    }
}

static void
test_leaves_the_rest (void)
{
  static const char *const texts[] = {
    "",
    "\n\n",
    "https://example.org/a,b,c",
    "Talk\thttps://example.org",
    "A talk\nhttps://example.org/talk",
    "Red, green, and blue\nhttps://example.org/talk",
    "Red, green, blue\nOne, two, three, four",
    "[Talk](https://example.org)",
    "# A heading\n\nText",
    "{\n}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_false (msp_table_text_is_import (texts[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/table-text/knows-tables", test_knows_tables);
  g_test_add_func ("/table-text/leaves-the-rest", test_leaves_the_rest);

  return g_test_run ();
}
