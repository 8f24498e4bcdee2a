/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-pdf"

#include "dossier/msp-dossier-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "dossier/msp-dossier-layout.h"
#include "dossier/msp-dossier-pdf-language.h"

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  GByteArray *bytes = closure;

  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t  *surface,
              const MspDossier *dossier)
{
  g_autofree char *day = msp_day_to_iso (dossier->made_on);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, dossier->document_title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, dossier->period);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "MS Programs");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  if (*dossier->name != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, dossier->name);
}

static void
add_bookmarks (cairo_surface_t  *surface,
               MspDossierPages  *pages,
               const MspDossier *dossier)
{
  GPtrArray *bookmarks = msp_dossier_pages_get_bookmarks (pages);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, dossier->title, "page=1 pos=[0 0]",
                                 CAIRO_PDF_OUTLINE_FLAG_BOLD);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const MspDossierBookmark *bookmark = g_ptr_array_index (bookmarks, i);
      g_autofree char *link = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page + 1,
                                               (int) bookmark->y);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, bookmark->title, link,
                                     (cairo_pdf_outline_flags_t) 0);
    }
}

GBytes *
msp_dossier_pages_to_pdf (MspDossierPages   *pages,
                          const MspDossier  *dossier,
                          GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width;
  double height;

  g_return_val_if_fail (pages != NULL && dossier != NULL, NULL);

  msp_paper_get_size (msp_dossier_pages_get_paper (pages), &width, &height);
  surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, width, height);
  cr = cairo_create (surface);
  set_metadata (surface, dossier);
  for (guint page = 0; page < msp_dossier_pages_get_n_pages (pages); page++)
    {
      msp_dossier_pages_draw (pages, page, cr, TRUE);
      cairo_show_page (cr);
    }
  add_bookmarks (surface, pages, dossier);
  cairo_surface_finish (surface);
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the pages could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  msp_dossier_pdf_add_language (bytes, dossier->language);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
msp_dossier_to_pdf (const MspDossier  *self,
                    MspPaper           paper,
                    GError           **error)
{
  g_autoptr (MspDossierPages) pages = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  pages = msp_dossier_layout_new (self, paper);

  return msp_dossier_pages_to_pdf (pages, self, error);
}
