/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/msp-text.h"

static const char *const good_urls[] = {
  "https://example.org",
  "http://example.org/",
  "https://example.org/a?b=c&d=e#f",
  "https://example.org:8443/x",
  "https://xn--bcher-kva.example/",
  "https://bücher.example/ü",
  "https://example.org/%E6%BC%A2",
  "https://127.0.0.1/x",
  "https://[2001:db8::1]/x",
  "HTTPS://EXAMPLE.ORG/X",
  "https://example.org/a_(b)",
  "https://example.org/~me/;p=1",
  "mailto:me@example.org",
  "mailto:me@example.org?subject=Hello",
  "https://learn.microsoft.com/en-us/",
};

static const char *const bad_urls[] = {
  "",
  " ",
  "example.org",
  "www.example.org",
  "//example.org",
  "/etc/passwd",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>1</script>",
  "file:///etc/passwd",
  "vbscript:x",
  "ftp://example.org/",
  "ssh://example.org",
  "about:blank",
  "blob:https://example.org/x",
  "ms-settings:",
  "tel:123",
  "https:",
  "https:/",
  "https://",
  "http:///path",
  "https://user@example.org/",
  "https://user:password@example.org/",
  "https://:secret@example.org",
  "https://example.org\n",
  "https://example.org/\r\nHost: other",
  "https://example.org/\tx",
  "https://example.org/\x01",
  "https://example.org/\x7f",
  "https://exa mple.org/",
  "https://example.org:port/",
  "https://example.org:99999999/",
  "https://[::1",
  "https://example.org/%zz",
  ":",
  "://",
  "https",
  "h ttps://example.org",
  "http//example.org",
  "https;//example.org",
  "\xe2\x80\xaehttps://example.org",
  "<https://example.org>",
  "https://example.org/\xff",
  "-https://example.org",
  "1https://example.org",
  "mailto",
};

static void
test_urls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_urls); i++)
    {
      g_test_message ("%s", good_urls[i]);
      g_assert_cmpint (msp_url_check (good_urls[i]), ==, MSP_URL_OK);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_urls); i++)
    {
      MspUrlVerdict verdict = msp_url_check (bad_urls[i]);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, bad_urls[i]);
      g_assert_cmpint (verdict, !=, MSP_URL_OK);
      g_assert_nonnull (msp_url_verdict_to_text (verdict));
    }
}

static void
test_url_length (void)
{
  g_autofree char *path = g_strnfill (MSP_URL_MAX_LENGTH, 'x');
  g_autofree char *url = g_strconcat ("https://example.org/", path, NULL);

  g_assert_cmpint (msp_url_check (url), ==, MSP_URL_TOO_LONG);
}

/* Two links to the same page have the same key, and a key is its own key. */
static void
test_url_key (void)
{
  const char *const same[][2] = {
    { "https://Example.org/a", "https://example.org/a" },
    { "https://example.org/a/", "https://example.org/a" },
    { "https://example.org/a#part", "https://example.org/a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = msp_url_normalise (same[i][0]);
      g_autofree char *b = msp_url_normalise (same[i][1]);
      g_autofree char *again = msp_url_normalise (a);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (again, ==, a);
    }
}

static void
test_clean (void)
{
  const struct
  {
    const char *text;
    gboolean    multi_line;
    const char *cleaned;
  } cases[] = {
    { "  plain  ", FALSE, "plain" },
    { "a\nb", TRUE, "a\nb" },
    { "a\x01" "b", FALSE, "ab" },
    { "Q&A <b>é 漢", FALSE, "Q&A <b>é 漢" },
    { "", FALSE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cleaned = msp_text_clean (cases[i].text, cases[i].multi_line);

      g_assert_cmpstr (cleaned, ==, cases[i].cleaned);
      g_assert_true (g_utf8_validate (cleaned, -1, NULL));
    }
}

static void
test_clean_anything (void)
{
  for (int i = 0; i < 2000; i++)
    {
      char bytes[24] = { 0 };
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (gsize at = 0; at + 1 < sizeof bytes; at++)
        bytes[at] = (char) g_test_rand_int_range (1, 256);
      once = msp_text_clean (bytes, FALSE);
      twice = msp_text_clean (once, FALSE);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (twice, ==, once);
    }
}

static void
test_fold (void)
{
  const char *const same[][2] = {
    { "Élan", "elan" }, { "GRÜSSE", "grusse" }, { "Наука", "наука" }, { "ﬁne", "fine" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = msp_text_fold (same[i][0]);
      g_autofree char *b = msp_text_fold (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_parse_number (void)
{
  const struct
  {
    const char *text;
    gint64      number; /* -1: none */
  } cases[] = {
    { "0", 0 }, { "1200", 1200 }, { " 7 ", 7 }, { "1,200", 1200 }, { "1.200.000", 1200000 },
    { "1 200", 1200 }, { "1'200", 1200 }, { "1\xc2\xa0" "200", 1200 }, { "12,345", 12345 },
    { "1.5", -1 }, { "1,2", -1 }, { "12,34", -1 }, { "1,2000", -1 }, { ",200", -1 },
    { "1,,200", -1 }, { "1,200,", -1 }, { "1234,567", -1 }, { "-1", -1 }, { "+1", -1 },
    { "1e3", -1 }, { "0x10", -1 }, { "", -1 }, { "abc", -1 }, { "2000000", -1 },
    { "99999999999999999999", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = -1;
      gboolean is_number = msp_text_parse_number (cases[i].text, 1999999, &number);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (is_number, ==, cases[i].number >= 0);
      if (is_number)
        g_assert_cmpint (number, ==, cases[i].number);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/urls", test_urls);
  g_test_add_func ("/text/url-length", test_url_length);
  g_test_add_func ("/text/url-key", test_url_key);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean-anything", test_clean_anything);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/parse-number", test_parse_number);

  return g_test_run ();
}
