/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-fixture.h"
#include "dossier/msp-dossier-layout.h"
#include "dossier/msp-dossier-pdf-language.h"
#include "dossier/msp-dossier-pdf.h"

static GPtrArray *
make_entries (guint n)
{
  GPtrArray *entries = fixture_entries ();

  for (guint i = 0; i < n; i++)
    {
      MspContribution *entry = fixture_add (entries, "A title of usual length for a contribution", "Blog",
                                            msp_day_new (2026, 4, 1) + (MspDay) (i % 300), i);

      fixture_set (&entry->url, "https://example.org/a/rather/long/address/of/an/article");
    }

  return entries;
}

static guint
count_pages (MspCatalog *catalog,
             guint       n_entries,
             MspPaper    paper)
{
  g_autoptr (GPtrArray) entries = make_entries (n_entries);
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, NULL);
  g_autoptr (MspDossierPages) pages = msp_dossier_layout_new (dossier, paper);

  g_assert_cmpint (msp_dossier_pages_get_paper (pages), ==, paper);

  return msp_dossier_pages_get_n_pages (pages);
}

static void
test_pages_grow_with_the_entries (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  guint none = count_pages (catalog, 0, MSP_PAPER_A4);
  guint some = count_pages (catalog, 60, MSP_PAPER_A4);
  guint many = count_pages (catalog, 500, MSP_PAPER_A4);

  /* Title, figures, the gates that say that there is nothing. */
  g_assert_cmpuint (none, >=, 3);
  g_assert_cmpuint (none, <=, 4);
  g_assert_cmpuint (some, >, none + 2);
  g_assert_cmpuint (many, >, some + 20);
  g_assert_cmpuint (many, <, 60);
  g_assert_cmpuint (count_pages (catalog, 500, MSP_PAPER_LETTER), >, many);
}

/* A text that no line can hold, a row that fills most of a page, every script. */
static void
test_holds_what_is_long (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = fixture_entries ();
  g_autoptr (MspDossier) dossier = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *word = g_strnfill (4000, 'w');
  g_autofree char *url = g_strdup_printf ("https://example.org/%.2000s", word);
  const char *const audience[] = { word, word, NULL };

  for (int i = 0; i < 3; i++)
    {
      MspContribution *entry = fixture_add (entries, word, word, msp_day_new (2026, 5, 1), G_MAXINT64 / 8);

      fixture_set (&entry->url, url);
      fixture_set (&entry->role, word);
      g_strfreev (entry->audience);
      entry->audience = g_strdupv ((char **) audience);
    }
  fixture_add (entries, "クラウド入門 مقدمة Безопасность 👩‍💻", "Blog", msp_day_new (2026, 5, 2), 0);
  dossier = fixture_make (catalog, entries, NULL);
  pdf = msp_dossier_to_pdf (dossier, MSP_PAPER_LETTER, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

/* Bookmarks lead to pages that are there, in their order. */
static void
test_bookmarks (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_entries (60);
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, NULL);
  g_autoptr (MspDossierPages) pages = msp_dossier_layout_new (dossier, MSP_PAPER_A4);
  GPtrArray *bookmarks = msp_dossier_pages_get_bookmarks (pages);
  guint page = 1;

  /* The figures, eight gates, the note. */
  g_assert_cmpuint (bookmarks->len, ==, 10);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const MspDossierBookmark *bookmark = g_ptr_array_index (bookmarks, i);

      g_assert_cmpuint (bookmark->page, >=, page);
      g_assert_cmpuint (bookmark->page, <, msp_dossier_pages_get_n_pages (pages));
      page = bookmark->page;
    }
}

static void
test_language_of_files_that_are_not_known (void)
{
  const char *const texts[] = {
    "", "%PDF-1.7\n", "%PDF-1.7\ntrailer\n<< /Size 3 >>\nstartxref\n12\n%%EOF\n",
    "%PDF-1.7\ntrailer\n<< /Size 3 /Root 2 0 R /Info 1 0 R >>\nstartxref\n12\n%%EOF\n",
    "%PDF-1.7\n2 0 obj\n<< /Type /Catalog\ntrailer\n<< /Size 3 /Root 2 0 R /Info 1 0 R >>\nstartxref\n12\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) texts[i], (guint) strlen (texts[i]));
      g_assert_false (msp_dossier_pdf_add_language (bytes, "en"));
      g_assert_cmpuint (bytes->len, ==, strlen (texts[i]));
    }
}

/* As the window does it: made by one thread, drawn by another. */
static gpointer
draw_all (gpointer data)
{
  MspDossierPages *pages = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 424);
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  for (guint page = 0; page < msp_dossier_pages_get_n_pages (pages); page++)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_save (cr);
      cairo_scale (cr, 0.5, 0.5);
      msp_dossier_pages_draw (pages, page, cr, FALSE);
      cairo_restore (cr);
    }
  cairo_surface_flush (surface);
  for (int i = 0; i < 300 * 424; i++)
    ink += ((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[i] != 0xffffffff;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return GUINT_TO_POINTER (ink);
}

static void
test_threads_draw (void)
{
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_entries (30);
  g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, NULL);
  g_autoptr (MspDossierPages) pages = msp_dossier_layout_new (dossier, MSP_PAPER_A4);
  GThread *threads[2];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_all, pages);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), >, 100);
}

/* How much is drawn of the left and the right half of the first page. */
static void
weigh_halves (MspDossierPages *pages,
              guint            halves[2])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 596, 842);
  cairo_t *cr = cairo_create (surface);

  msp_dossier_pages_draw (pages, 0, cr, FALSE);
  cairo_surface_flush (surface);
  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 596; x++)
      halves[x / 298] += ((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[y * 596 + x] != 0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The title stands where a line of the language begins, in whatever letters. */
static void
test_direction (void)
{
  const char *const names[] = { "Ada", "אדה", "12" };
  g_autoptr (MspCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) entries = make_entries (3);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      MspDossierOptions options = { .name = names[i / 2] };
      g_autoptr (MspDossier) dossier = fixture_make (catalog, entries, &options);
      g_autoptr (MspDossierPages) pages = NULL;
      guint halves[2] = { 0, 0 };

      g_free (dossier->title);
      dossier->title = g_strdup (names[i / 2]);
      dossier->is_rtl = i % 2 == 1;
      pages = msp_dossier_layout_new (dossier, MSP_PAPER_A4);
      weigh_halves (pages, halves);
      g_assert_cmpuint (halves[dossier->is_rtl], >, 100);
      g_assert_cmpuint (halves[!dossier->is_rtl], ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/dossier-pages/grow-with-the-entries", test_pages_grow_with_the_entries);
  g_test_add_func ("/dossier-pages/hold-what-is-long", test_holds_what_is_long);
  g_test_add_func ("/dossier-pages/bookmarks", test_bookmarks);
  g_test_add_func ("/dossier-pages/language-of-unknown-files", test_language_of_files_that_are_not_known);
  g_test_add_func ("/dossier-pages/direction", test_direction);
  g_test_add_func ("/dossier-pages/threads-draw", test_threads_draw);

  return g_test_run ();
}
