/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/msp-shared-text.h"

#include <string.h>

#include "base/msp-text-filter.h"

static const struct
{
  const char *text;
  const char *url;
  const char *title;
  const char *description;
} texts[] = {
  { "https://example.org/a", "https://example.org/a", "", "" },
  { "  https://example.org/a\n", "https://example.org/a", "", "" },
  { "A talk https://example.org/a", "https://example.org/a", "A talk", "" },
  { "A talk - https://example.org/a.", "https://example.org/a", "A talk", "" },
  { "A talk: https://example.org/a, today", "https://example.org/a", "A talk", "today" },
  { "A talk\nhttps://example.org/a", "https://example.org/a", "A talk", "" },
  { "https://example.org/a\nA talk", "https://example.org/a", "A talk", "" },
  { "https://example.org/a A talk", "https://example.org/a", "A talk", "" },
  { "[A talk](https://example.org/a)", "https://example.org/a", "A talk", "" },
  { "A talk (https://example.org/a_(b))", "https://example.org/a_(b)", "A talk", "" },
  { "<https://example.org/a>", "https://example.org/a", "", "" },
  { "Look: HTTPS://example.org/A", "HTTPS://example.org/A", "Look", "" },
  { "A talk\nwith more\nhttps://example.org/a\nand the end", "https://example.org/a", "A talk",
    "with more\nand the end" },
  { "What is new? https://example.org/a", "https://example.org/a", "What is new?", "" },
  { "Only words", "", "Only words", "" },
  { "\n\nOnly words\n\nand more\n", "", "Only words", "and more" },
  { "https://me:secret@example.org/ x", "", "x", "" },
  { "javascript:alert(1)", "", "javascript:alert(1)", "" },
  { "xhttps://example.org", "", "xhttps://example.org", "" },
  { "https://", "", "", "" },
  { "", "", "", "" },
  { "Q&A <b>é 漢 https://example.org/漢", "https://example.org/漢", "Q&A <b>é 漢", "" },
};

static void
test_shared (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MspSharedText) shared = msp_shared_text_parse (texts[i].text);

      g_test_message ("%s", texts[i].text);
      g_assert_cmpstr (shared->url, ==, texts[i].url);
      g_assert_cmpstr (shared->title, ==, texts[i].title);
      g_assert_cmpstr (shared->description, ==, texts[i].description);
    }
}

static void
test_shared_is_bounded (void)
{
  g_autofree char *accents = g_strnfill (3 * MSP_SHARED_TEXT_MAX, '\xc3');
  g_autofree char *letters = g_strnfill (10 * 1000 * 1000, 'h');
  g_autoptr (MspSharedText) broken = msp_shared_text_parse (accents);
  g_autoptr (MspSharedText) long_one = msp_shared_text_parse (letters);

  g_assert_true (g_utf8_validate (broken->title, -1, NULL));
  g_assert_cmpuint (strlen (long_one->title), ==, MSP_SHARED_TEXT_MAX);
}

static const struct
{
  const char *text;
  gboolean    multi_line;
  gsize       most;
  const char *filtered;
  MspTextLoss loss;
} filters[] = {
  { "plain", FALSE, 5, "plain", MSP_TEXT_WHOLE },
  { "plain", FALSE, 4, "plai", MSP_TEXT_CUT },
  { "漢漢漢", FALSE, 2, "漢漢", MSP_TEXT_CUT },
  { "a\nb\r\nc\rd\te", FALSE, 99, "a b c d e", MSP_TEXT_WHOLE },
  { "a\nb\r\nc\rd\te", TRUE, 99, "a\nb\nc\nd\te", MSP_TEXT_WHOLE },
  { "a\xe2\x80\xa8" "b", FALSE, 99, "a b", MSP_TEXT_WHOLE },
  { "a\033[31mb\007", FALSE, 99, "a[31mb", MSP_TEXT_CLEANED },
  { "abc\xe2\x80\xae" "fed", FALSE, 99, "abcfed", MSP_TEXT_CLEANED },
  { "\xe2\x81\xa6" "a\xe2\x81\xa9", FALSE, 1, "a", MSP_TEXT_CLEANED | MSP_TEXT_CUT },
  { "\xef\xbb\xbf" "bom", FALSE, 99, "bom", MSP_TEXT_CLEANED },
  { "a\377b\xc3", FALSE, 99, "ab", MSP_TEXT_CLEANED },
  { "\xd7\xa9\xe2\x80\x8f\xe2\x80\x8d", FALSE, 99, "\xd7\xa9\xe2\x80\x8f\xe2\x80\x8d", MSP_TEXT_WHOLE },
  { "", FALSE, 0, "", MSP_TEXT_WHOLE },
  { "a", FALSE, 0, "", MSP_TEXT_CUT },
};

static void
test_filter (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      MspTextLoss loss;
      g_autofree char *filtered = msp_text_filter (filters[i].text, -1, filters[i].multi_line,
                                                   filters[i].most, &loss);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (filtered, ==, filters[i].filtered);
      g_assert_cmpint (loss, ==, filters[i].loss);
    }
}

static void
test_filter_takes_no_longer_than_it_needs (void)
{
  const gsize length = 10 * 1000 * 1000;
  g_autofree char *text = g_strnfill (length, 'x');
  MspTextLoss loss;
  g_autofree char *nul = msp_text_filter ("a\0b", 3, FALSE, 9, &loss);
  gint64 began;

  g_assert_cmpstr (nul, ==, "ab");
  g_assert_cmpint (loss, ==, MSP_TEXT_CLEANED);

  began = g_get_monotonic_time ();
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *filtered = msp_text_filter (text, (gssize) length, FALSE, 100, &loss);

      g_assert_cmpuint (strlen (filtered), ==, 100);
    }
  g_assert_cmpint (g_get_monotonic_time () - began, <, 5 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shared-text/parts", test_shared);
  g_test_add_func ("/shared-text/is-bounded", test_shared_is_bounded);
  g_test_add_func ("/text-filter/table", test_filter);
  g_test_add_func ("/text-filter/speed", test_filter_takes_no_longer_than_it_needs);

  return g_test_run ();
}
