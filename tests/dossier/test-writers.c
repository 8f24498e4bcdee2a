/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/msp-markdown.h"
#include "dossier-fixture.h"
#include "dossier/msp-dossier-html.h"
#include "dossier/msp-dossier-markdown.h"

/* Every field that a person fills holds what could be taken for markup. */
static MspDossier *
make_hostile (MspCatalog *catalog,
              const char *url)
{
  g_autoptr (GPtrArray) entries = fixture_entries ();
  MspDossierOptions options = { .name = HOSTILE, .with_private = TRUE };
  MspContribution *entry = fixture_add (entries, HOSTILE, HOSTILE, msp_day_new (2026, 5, 1), 7);
  const char *const audience[] = { HOSTILE, "second\nline", NULL };

  fixture_set (&entry->role, HOSTILE);
  fixture_set (&entry->url, url);
  g_strfreev (entry->audience);
  entry->audience = g_strdupv ((char **) audience);
  entry->is_private = TRUE;
  entry->is_high_impact = TRUE;

  return fixture_make (catalog, entries, &options);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

static void
test_html_escapes (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (MspDossier) dossier = make_hostile (catalog, "https://example.org/\"onclick='x'?a&b");
  g_autofree char *html = msp_dossier_to_html (dossier, MSP_PAPER_LETTER);
  const char *body = strstr (html, "</style>");

  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (body, "<b>&"));
  g_assert_cmpuint (count (html, "&lt;b&gt;&amp;&quot;&apos;&lt;/b&gt;") +
                    count (html, "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;"), >=, 6);
  g_assert_nonnull (strstr (html, "size: letter"));
  g_assert_nonnull (strstr (html, "<html lang=\"en\" dir=\"ltr\">"));
  g_assert_null (strstr (html, "\"onclick="));
  g_assert_nonnull (strstr (html, "High impact"));
  g_assert_nonnull (strstr (html, "Private"));
}

static void
test_hostile_addresses_are_no_links (void)
{
  const char *const urls[] = {
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,<script>1</script>",
    "vbscript:x", "https://user:secret@example.org/", " https://example.org/ x",
  };
  g_autoptr (MspCatalog) catalog = fixture_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (MspDossier) dossier = make_hostile (catalog, urls[i]);
      g_autofree char *html = msp_dossier_to_html (dossier, MSP_PAPER_A4);
      g_autofree char *markdown = msp_dossier_to_markdown (dossier);

      /* Those of the contents lead to the document itself. */
      g_assert_cmpuint (count (html, "href=\""), ==, count (html, "href=\"#"));
      g_assert_cmpuint (count (markdown, "](<"), ==, 0);
    }
}

static void
test_markdown_keeps_its_tables (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (MspDossier) dossier = make_hostile (catalog, "https://example.org/a|b>c");
  g_autofree char *markdown = msp_dossier_to_markdown (dossier);
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  const char *row = NULL;
  guint n_bars = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "| 1 May 2026"))
        row = lines[i];
    }

  g_assert_nonnull (row);
  for (const char *c = row; *c != '\0'; c++)
    n_bars += *c == '|' && (c == row || c[-1] != '\\');
  g_assert_cmpuint (n_bars, ==, 6);
  g_assert_null (strstr (markdown, "<b>"));
  g_assert_null (strstr (markdown, "<script>"));
  g_assert_nonnull (strstr (row, "](<https://example.org/a%7Cb%3Ec>)"));
  g_assert_nonnull (strstr (row, "\\<b\\>&\"'\\</b\\> \\| \\* \\_ \\[x\\](y) \\`c\\` \\# \\~ \\\\"));
  g_assert_nonnull (strstr (row, "second line"));
}

static void
test_markdown_of_one_text (void)
{
  const struct { const char *text; const char *markdown; } cases[] = {
    { "plain", "plain" }, { "a\nb\r\nc", "a b  c" }, { "- item", "\\- item" }, { "+ item", "\\+ item" },
    { "12. item", "12\\. item" }, { "3) item", "3\\) item" }, { "v2.0 (new)", "v2.0 (new)" },
    { "= = =", "\\= = =" }, { "Q&A", "Q&A" }, { "&lt;", "\\&lt;" }, { "&#60;", "\\&\\#60;" },
    { "a & b;", "a & b;" }, { "größe — 日本", "größe — 日本" }, { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      msp_markdown_append (text, cases[i].text);
      g_assert_cmpstr (text->str, ==, cases[i].markdown);
    }
}

static void
test_an_empty_year (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = fixture_entries ();
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, NULL);
  g_autofree char *html = msp_dossier_to_html (dossier, MSP_PAPER_A4);
  g_autofree char *markdown = msp_dossier_to_markdown (dossier);

  g_assert_cmpuint (count (html, "<p class=\"summary nothing\">Nothing recorded in this cycle."), ==, 8);
  g_assert_null (strstr (html, "<table>"));
  g_assert_cmpuint (count (markdown, "\nNothing recorded in this cycle.\n"), ==, 8);
  g_assert_null (strstr (html, "name=\"author\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/dossier-writers/html-escapes", test_html_escapes);
  g_test_add_func ("/dossier-writers/hostile-addresses", test_hostile_addresses_are_no_links);
  g_test_add_func ("/dossier-writers/markdown-keeps-its-tables", test_markdown_keeps_its_tables);
  g_test_add_func ("/dossier-writers/markdown-of-one-text", test_markdown_of_one_text);
  g_test_add_func ("/dossier-writers/an-empty-year", test_an_empty_year);

  return g_test_run ();
}
